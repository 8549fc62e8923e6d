"""Released packages from elsewhere: found, downloaded once, hash-checked and kept in a cache.

What is in a package is not known here: a package is a file that has a SHA-256.
"""
