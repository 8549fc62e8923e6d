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
        ("en", "30 square metres", "metres", False),
        ("en", "30 square metres", "square metres", True),
        ("en", "30 sq. ft", "ft", False),
        ("en", "30 cubic metres of sand", "metres", False),
        ("en", "30 metres, square in front", "metres", True),
        ("en", "30 boats carrying migrants", "migrants", False),
        ("en", "30 boats carrying migrants", "boats", True),
        ("en", "30 men wearing masks", "masks", False),
        ("en", "lost 30 of them holding fuel", "fuel", False),
        ("en", "30 training camps", "camps", True),
        ("en", "30 arms smuggling cases", "cases", True),
        ("en", "trains using 30 women drivers", "drivers", True),
        ("it", "30 navi contenenti petrolio", "petrolio", False),
        ("en", "30 men and women", "women", False),
        ("en", "30 men and women", "men and women", True),
        ("it", "30 uomini e donne", "donne", False),
        ("ru", "двое взрослых и ребёнок", "ребёнок", False),
        ("ru", "двое взрослых и ребёнок", "взрослых", True),
        ("ru", "30 врачей и детских медсестёр", "медсестёр", False),
        ("ru", "30 новых и старых домов", "домов", True),
        ("ru", "30 военных и гражданских самолётов", "самолётов", True),
        ("kk", "екі ересек пен бала", "бала", False),
        ("kk", "30 қалалық және ауылдық мектеп", "мектеп", True),
        ("en", "30 km/h", "h", False),
        ("en", "30 km/h", "km/h", True),
        ("en", "30 km/h", "km", False),
        ("en", "5 µg/m3", "µg", False),
        ("en", "30 men/women", "men", False),
        ("en", "30 euros/month", "euros", True),
        ("en", "30 nautical miles", "miles", False),
        ("en", "30 nautical miles", "nautical miles", True),
        ("en", "4.2 light-years away", "years", False),
        ("en", "30 kilowatt-hours", "hours", False),
        ("en", "30 light lorries", "lorries", True),
        ("en", "30 passenger ships", "ships", True),
        ("en", "30 square-metre flats", "metre", False),
        ("ru", "30 морских миль", "миль", False),
        ("ru", "30 морских пехотинцев", "пехотинцев", True),
        ("ru", "30 км/ч", "км", False),
        ("kk", "30 теңіз милі", "милі", False),
        ("kk", "30 км/сағ", "км", False),
        ("it", "30 miglia nautiche", "miglia", False),
        ("it", "30 anni luce", "anni", False),
        ("ru", "30 квадратных метров", "метров", False),
        ("ru", "30 тыс. кв. м", "м", False),
        ("ru", "30 тыс. кв. м", "кв. м", True),
        ("ru", "30 кв.м", "м", False),
        ("ru", "30 метров", "метров", True),
        ("kk", "30 шаршы метр", "метр", False),
        ("kk", "30 шаршы км", "км", False),
        ("it", "30 metri quadrati", "metri", False),
        ("it", "30 metri quadrati", "metri quadrati", True),
    ],
)
def test_a_unit_is_no_part_of_another_thing(language, text, unit, accepted):
    cited = pieces([Cited(text, language, (Span(0, len(text)),))])
    claim = {"unit": (unit,)}
    assert judge("quantity", claim, cited).accepted is accepted
