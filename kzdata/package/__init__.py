"""The published folder: what is in it, byte for byte, and how it takes the old one's place."""
