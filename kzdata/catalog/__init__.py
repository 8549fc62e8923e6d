"""Packages as their consumers read them: from a folder or a zip, checked before they are parsed.

Needs pyarrow and nothing else. Downloading is `kzdata.remote`, checking a package whole
`kzdata.verification`, and the functions on the tables that kzdata brings along are `kzdata.shelf`.
"""
