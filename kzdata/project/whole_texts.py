"""What a package that carries the whole texts of its sources asks of their names and number."""

from collections.abc import Collection, Iterator

from kzdata.catalog import manifest, names
from kzdata.findings import Finding, Place, Rule
from kzdata.package.write import listed
from kzdata.schema import Dataset
from kzdata.seeds import FOLDER, SUMS
from kzdata.verification.files import CARRIED

NAME_NOT_PORTABLE = Rule(
    name="source-name-not-portable",
    doc="""\
Checks, where the dataset says `redistribute: full`, that the name of each source means
one file on every system: no `:`, no device's name, no part that begins with a dot or
ends in a space or dot, no two names that differ in case or in Unicode's normal form
alone, at most 255 characters with `sources/` in front.

The texts are published under these names, and no package that holds others is opened.

Example: `note 10:30.txt`, where Windows takes `:` for a drive or stream.

Instead: before publishing, give the file another name, also in seeds/SHA256SUMS.""",
)

TOO_MANY_FILES = Rule(
    name="too-many-files",
    doc=f"""\
Checks, where the dataset says `redistribute: full`, that the package has no more files
than a package may have, which is {manifest.FILES:,}.

A package that lists more is not opened.

Example: {manifest.FILES + 1:,} sources.

Instead: publish the cited words alone, by `redistribute: excerpts`.""",
)


def faults(dataset: Dataset, sources: Collection[str]) -> Iterator[Finding]:
    """What forbids that the package carries the texts of these sources."""
    first: dict[str, str] = {}
    for name in sources:
        other = first.setdefault(names.folded(name), name)
        why = names.fault(f"{CARRIED}/{name}")
        if other is not name:
            why = f"differs from `{other}` in case or normal form alone"
        if why:
            message = f"the name `{name}` {why}, and the text is published under it"
            yield NAME_NOT_PORTABLE(
                message, at=Place(path=f"{FOLDER}/{name}"), help="rename it before it is published"
            )
    count = listed(dataset, len(sources))
    if count > manifest.FILES:
        message = f"the package would have {count:,} files, more than {manifest.FILES:,}"
        help = "publish the cited words alone, by `redistribute: excerpts` in dataset.yaml"
        yield TOO_MANY_FILES(message, at=Place(path=SUMS), help=help)
