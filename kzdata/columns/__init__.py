"""Columns by schema: text to typed Arrow columns (`lexical`), and to their CSV form (`forms`)."""
