"""Reading YAML and JSON Lines so that everything that a file says keeps its place in the file."""
