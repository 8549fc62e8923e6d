"""What is checked of records: values and keys on columns, evidence and cells in batches.

One idea a module. Nothing here reads or writes a file.
"""
