"""A unit is what a number counts, not what another thing is of."""

import pytest

from kzdata.readers.verdicts import Cited, pieces
from kzdata.readers.verdicts.judgement import judge
from kzdata.selectors import Span


@pytest.mark.parametrize(
    ("language", "text", "unit", "accepted"),
    [
        ("en", "40 people-carriers", "people", False),
        ("en", "12 man-hours", "man", False),
        ("en", "12 soldiers' wives", "soldiers", False),
        ("en", "12 soldiers’ wives", "soldiers", False),
        ("en", "12 women's shelters", "women", False),
        ("en", "12 people-carriers", "people-carriers", True),
        ("en", "12 soldiers' wives", "soldiers' wives", True),
        ("en", "12 weeks' notice", "weeks", True),
        ("en", "12 soldiers - all of them men", "soldiers", True),
        ("kk", "12 адам-сағат", "адам", False),
        ("kk", "18%-ға ұлғайтты", "%", True),
        ("en", "40 UN-led missions", "UN", False),
        ("ru", "12 женщин-солдат", "женщин", True),
        ("it", "12 navi-cisterna", "navi", True),
    ],
)
def test_a_unit_is_no_part_of_another_thing(language, text, unit, accepted):
    cited = pieces([Cited(text, language, (Span(0, len(text)),))])
    claim = {"number": text[:2], "unit": (unit,)}
    assert judge("quantity", claim, cited).accepted is accepted
