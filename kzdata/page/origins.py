"""What a page calls each source, and in which language its words are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kzdata.escapes import html
from kzdata.schema.dataset import SourceTable


class Origin(NamedTuple):
    """A source's title, and its language (BCP 47), empty where that is not known."""

    title: str
    language: str = ""

    @property
    def lang(self) -> str:
        """The attribute that names the language of an element.

        >>> Origin("Headline", "pt_BR").lang, Origin("a.txt").lang
        (' lang="pt-BR"', '')
        """
        return f' lang="{html(self.language.replace("_", "-"))}"' if self.language else ""


class Origins:
    """Origins by the file names of sources, from the columns of the table of sources as shown.

    A source is called by the field `title` of that table, and by its file where there is none.
    """

    def __init__(self, listed: SourceTable, columns: Mapping[str, Sequence[str | None]]) -> None:
        files = columns[listed.file]
        rows = zip(files, columns.get("title", files), columns[listed.language], strict=True)
        self._known = {
            file: Origin(title or file, language or "") for file, title, language in rows if file
        }

    def __getitem__(self, file: str) -> Origin:
        """The origin of a source, whether or not the table as shown has it."""
        return self._known.get(file, Origin(file))
