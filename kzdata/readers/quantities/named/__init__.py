"""Where the words of a text name what its numbers count, and how they leave it out."""
