"""How quick kzdata is, beside what a user would pick instead: `python -m benchmarks`."""
