"""What a text stands for in a field: one module a family of types, `parse` for all."""
