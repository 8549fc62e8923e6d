"""Write `kzdata/readers/languages/<code>/cldr.json` from CLDR: months, weekdays, territory names.

Run `python tools/cldr_tables.py`. Needs Babel, which carries CLDR; the readers need neither. The
same Babel gives the same bytes. `--check` writes nothing and exits 1 where a file would differ.
"""

import argparse
import json
import sys
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

LANGUAGES = ("en", "it", "kk", "ru")
FOLDER = Path(__file__).parents[1] / "kzdata" / "readers" / "languages"

NO_TERRITORY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
"""Two-letter codes of CLDR that are no country or territory of ISO 3166-1 (XK, Kosovo, stays)."""


def names(locale: Locale, what: str, width: str) -> list[list[str]]:
    """The names of the months (`months`) or weekdays from Monday (`days`), all forms of each.

    CLDR has two contexts, `format` (beside a day) and `stand-alone`, which differ in Russian.
    """
    contexts = [getattr(locale, what)[context][width] for context in ("format", "stand-alone")]
    keys = sorted(contexts[0])
    return [list(dict.fromkeys(context[key] for context in contexts)) for key in keys]


def table(language: str) -> dict[str, object]:
    """What one language's file holds."""
    locale = Locale(language)
    return {
        "source": f"Unicode CLDR {get_cldr_version()}",
        "license": "Unicode-3.0",
        "months": names(locale, "months", "wide"),
        "months_short": names(locale, "months", "abbreviated"),
        "weekdays": names(locale, "days", "wide"),
        "weekdays_short": names(locale, "days", "abbreviated"),
        "territories": {
            code: name
            for code, name in sorted(locale.territories.items())
            if len(code) == 2 and code.isalpha() and code not in NO_TERRITORY
        },
    }


def text(language: str) -> str:
    """The whole text of one language's file."""
    return json.dumps(table(language), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the files, or with `--check` compare them; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check = parser.parse_args().check
    stale = []
    for language in LANGUAGES:
        path = FOLDER / language / "cldr.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != text(language):
            stale.append(path)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text(language), encoding="utf-8", newline="\n")
    for path in stale:
        print(path.relative_to(FOLDER), "differs" if check else "written")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
