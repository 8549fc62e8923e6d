"""What ties numbers to one another: ranges, changes along a path, steps, a scale said once."""
