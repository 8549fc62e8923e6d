"""The rules of `seeds/` and its list: which files are sources, and that none of them changes."""

from kzdata.findings import Rule

SUMS_MALFORMED = Rule(
    name="sums-malformed",
    doc="""\
Checks that each line of seeds/SHA256SUMS is a SHA-256 in lower-case hexadecimal, two
spaces (or a space and `*`), and the name of a file in seeds/.

`sha256sum -c` must be able to check the sources without this library.

Example: a line with an MD5, a tab, or no file name.

Instead: write the line with `cd seeds && sha256sum NAME >> SHA256SUMS`.""",
)

LISTED_TWICE = Rule(
    name="source-listed-twice",
    doc="""\
Checks that seeds/SHA256SUMS names each file once.

Of two lines, nobody knows which one was published.

Example: two lines for `a.txt`, with different hashes.

Instead: keep the line that was published first; a corrected source is a new file.""",
)

MISSING = Rule(
    name="source-missing",
    doc="""\
Checks that each file that seeds/SHA256SUMS names is there.

Evidence cannot be looked up in a source that is gone.

Example: `a.txt` was renamed to `b.txt`.

Instead: put the file back, unchanged and under its old name.""",
)

CHANGED = Rule(
    name="source-changed",
    doc="""\
Checks that each source has the SHA-256 of its line in seeds/SHA256SUMS.

Else anyone could edit a source until it says what the record says.

Example: one letter of `a.txt` was changed, or `a.txt` and `b.txt` were swapped.

Instead: put the published bytes back; a corrected source is a new file with a new line.""",
)

NOT_LISTED = Rule(
    name="source-not-listed",
    doc="""\
Checks that each file in seeds/ is named in seeds/SHA256SUMS.

What is not listed could change without anyone's notice.

Example: `b.txt` was added to the folder and not to the list.

Instead: add it with `cd seeds && sha256sum b.txt >> SHA256SUMS`.""",
)

EMPTY = Rule(
    name="source-empty",
    doc="""\
Checks that a source holds more than white space.

Nothing can be quoted from an empty file; often a download failed.

Example: `a.txt` of 0 bytes.

Instead: save the document again, as a new file.""",
)

DUPLICATED = Rule(
    name="source-duplicated",
    severity="warning",
    doc="""\
Checks that no two sources hold the same bytes.

The same document under two names looks like two witnesses.

Example: `a.txt` and `copy-of-a.txt`.

Instead: before publishing, keep one of them.""",
)
