"""One number in a text: which words and figures it is made of, and what it is."""
