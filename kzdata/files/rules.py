"""What may be wrong with a file before any of its bytes is looked at."""

from kzdata.findings import Rule

OUTSIDE = Rule(
    name="path-outside-project",
    doc="""\
Checks that a file's name is relative and does not climb: no leading `/`, no `..`.

A name that leaves the project would let a record or a package read any file of the
machine.

Example: `../../etc/passwd` in `seeds/SHA256SUMS`.

Instead: copy the file into the project and name it from the project's root.""",
)

MALFORMED = Rule(
    name="path-malformed",
    doc="""\
Checks that a file's name is a plain POSIX path of at most 64 parts: no empty part, no
`.`, no backslash, no control or invisible character, valid UTF-8.

Such a name means different files on different systems, or reads as another name.

Example: `seeds//a.txt`, `seeds\\a.txt`.

Instead: rename the file, with letters, digits, `.`, `-` and `_`.""",
)

LINK = Rule(
    name="symbolic-link",
    doc="""\
Checks that no part of a file's name is a symbolic link.

A link may point outside the project, and to something else tomorrow.

Example: `seeds/a.txt` linked to `/home/ann/a.txt`.

Instead: put the file itself into the project.""",
)

NOT_REGULAR = Rule(
    name="not-a-regular-file",
    doc="""\
Checks that what is read is a regular file, and what is listed is a folder: no device,
pipe or socket.

Reading a pipe or device may wait for ever, or never end.

Example: a FIFO `data/records/a.yaml`.

Instead: put a regular file there.""",
)

TOO_LARGE = Rule(
    name="file-too-large",
    doc="""\
Checks that a file is within its size limit.

A file that was not meant to be read could fill the memory of the machine.

Example: a source of 3 GB.

Instead: split the file, or keep large tables as Parquet.""",
)

MISSING = Rule(
    name="file-missing",
    doc="""\
Checks that a file or folder that the project needs is there.

Without it, the rest cannot be checked.

Example: `schemas/dataset.yaml` is missing.

Instead: add the file, or correct the name where it is named.""",
)

UNREADABLE = Rule(
    name="file-unreadable",
    doc="""\
Checks that the system lets a file be read.

What cannot be read cannot be checked.

Example: a file without read permission.

Instead: give yourself the permission, or look at the disk.""",
)
