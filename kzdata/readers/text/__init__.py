"""A text as readers of numbers, dates and countries see it: cut into chunks and tokens."""
