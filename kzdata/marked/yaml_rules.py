"""The rules of YAML as kzdata reads it. `kzdata.marked.yaml` applies them."""

from kzdata.findings import Rule

SYNTAX = Rule(
    name="yaml-syntax",
    doc="""\
Checks that a file is YAML.

The parser cannot go on from where it lost its way, so nothing else in this file was
checked.

    exact: He said: no

Correct the line. Text that holds `: ` or ` #`, or begins with one of
`[ ] { } , & * ! | > ' " % @` or a grave accent, needs quotation marks around it.
""",
)

EMPTY = Rule(
    name="yaml-empty",
    doc="""\
Checks that a file says something.

A file that is empty, or holds comments alone, is usually the trace of an editor or a
program that failed while it wrote.

    # figures of the first article

Write the file, or remove it.
""",
)

ALIAS = Rule(
    name="yaml-alias",
    doc="""\
Checks that a file uses no anchors (`&name`), aliases (`*name`) or merge keys (`<<`).

With them a few lines can stand for gigabytes, and a value is no longer written where it
is used, so that no place can be shown for it.

    bound: &usual exactly

Write the value out where it belongs. Text that begins with `&` or `*` needs quotation
marks around it.
""",
)

TAG = Rule(
    name="yaml-tag",
    doc="""\
Checks that a file uses no tags (`!!str`, `!point`).

Tags tell a program how to build a value, and have been used to make it run code. Here
the schema alone says of which type a value is.

    value: !!int "20"

Remove the tag. Text that begins with `!` needs quotation marks around it.
""",
)

DIRECTIVE = Rule(
    name="yaml-directive",
    doc="""\
Checks that a file has no directives (`%YAML`, `%TAG`).

They change how the rest of the file is read, which is the same for all files here.

    %YAML 1.1

Remove the line.
""",
)

MANY_DOCUMENTS = Rule(
    name="yaml-many-documents",
    doc="""\
Checks that a file holds one document.

A line `---` in the middle of a file starts another document, which many programs never
read.

    figures: []
    ---
    quotes: []

Put the other document into a file of its own, or remove the line.
""",
)

KEY_NOT_TEXT = Rule(
    name="key-not-text",
    doc="""\
Checks that every key of a mapping is text.

YAML lets a list, a mapping or null name a value; no table has such a field. Most often
a key was forgotten, or braces were meant as text.

    {unit}: person

Write a name, or put quotation marks around the text.
""",
)

LINE_SEPARATOR = Rule(
    name="yaml-line-separator",
    doc="""\
Checks that a file holds no U+0085, U+2028 or U+2029.

YAML 1.1 ends a line at these characters and YAML 1.2 does not, and they cannot be seen:
the same file would say two things.

    exact: "Twenty\\u2028Kazakh" (the character itself, not its escape)

Replace the character by a space or a line end. A quotation of words around such a
character needs no more: any white space equals any other.
""",
)

TOO_MANY_FAULTS = Rule(
    name="too-many-faults",
    doc="""\
Says that reading a file was given up, since it holds too many faults.

What stands behind this place was not checked.

    [*a, *a, *a, *a, *a, *a, *a, *a, ...

Correct the faults that are shown and run the command again.
""",
)
