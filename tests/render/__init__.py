"""Findings that the tests of every form show."""

from kzdata.findings import Finding, Label, Place, Rule, place

RECORD = "figures:\n  - figure_id: a\n    value: 25\n    bound: exactly\n"
SOURCE = (
    "Title\n\nIn the past ten years more than 800 service members have carried out missions. There "
    "are 14 UN missions, four involving military personnel from Kazakhstan. Twenty Kazakh service "
    "members make up the contingent, which is stationed in Lebanon and in Western Sahara.\n"
)
UNREAD = Rule(name="value-not-in-evidence", doc="Checks that words say values.\n\nThey may not.\n")
LOOSE = Rule(name="weak-evidence", doc="Checks that words are tight.", severity="warning")
GONE = Rule(name="no-such-seed", doc="Checks that seeds are there.")


def at(path: str, text: str, words: str) -> Place:
    """The place where `words` first stand in `text`."""
    start = text.index(words)
    return place(path, text, start, start + len(words))


def findings() -> list[Finding]:
    """One of each kind: two files, one file whole, two places on one line, a warning."""
    return [
        UNREAD(
            "`value` is 25, but the evidence says 20",
            at=at("data/records/a.yaml", RECORD, "25"),
            label="curated value",
            also=[Label(place=at("seeds/002.txt", SOURCE, "Twenty"), message="read as 20")],
            help="correct the value, or list `value` under `inferred` and say why",
        ),
        LOOSE(
            "the evidence of `value` holds 2 numbers",
            at=at("data/records/b.yaml", "figures: [{value: 14, unit: mission}]", "14"),
            also=[
                Label(place=at("seeds/002.txt", SOURCE, "14"), message="14 missions"),
                Label(place=at("seeds/002.txt", SOURCE, "four"), message="4"),
                Label(place=at("seeds/002.txt", SOURCE, "ten"), message="10"),
            ],
        ),
        GONE("`seeds/x.txt` is not there", at=Place(path="seeds/SHA256SUMS"), label="not listed"),
    ]


HOSTILE = "]]></failure><script>\x1b]0;x\x07\u202e\u200b\ud800\n::set-output name=a::b\n##[group]x"


def hostile() -> Finding:
    """A finding of which every text is an attack."""
    here = Place(path=HOSTILE, line=3, column=5, length=2, excerpt=f"abcd{HOSTILE}")
    label = Label(place=Place(path=HOSTILE), message=HOSTILE)
    return GONE(HOSTILE, at=here, label=HOSTILE, also=[label], help=HOSTILE)
