"""`python -m kzdata` is the command line."""

from kzdata.cli import main

main()
