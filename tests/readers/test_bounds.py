"""What bounds a number in a noun, an adjective or over another word, and never leaves it exact."""

import pytest

from kzdata.readers import durations, quantities

BOUNDS = [
    ("en", "face a minimum fine of RM10,000", "at_least"),
    ("en", "sets a minimum jail term of 12 lashes", "at_least"),
    ("en", "a maximum fine of £5,000", "at_most"),
    ("en", "has a maximum capacity of 9,400 people", "at_most"),
    ("en", "a maximum permitted speed of 80 km/h", "at_most"),
    ("en", "imposed a cap of 250 visitors", "at_most"),
    ("en", "an upper limit of 45 pupils", "at_most"),
    ("en", "an upper age limit of 35", "at_most"),
    ("en", "a lower age limit of 35", "at_least"),
    ("en", "The rule caps each list at eight patients", "at_most"),
    ("en", "The bill would cap rent rises at 5 per cent", "at_most"),
    ("en", "The law limits overtime to 24 litres", "at_most"),
    ("en", "They cut speed limits in the city to 20 mph", "exactly"),
    ("en", "Its new cap lifts the bill to £1,849", "exactly"),
    ("en", "He won 40 caps for Wales", "exactly"),
    ("en", "Remittances edged past $2bn", "more_than"),
    ("en", "He drove past 40 cars", "exactly"),
    ("en", "All but 200 homes have power", "exactly"),
    ("en", "paid more often than the 2,795 others", "exactly"),
    ("en", "Sales will pass $3bn this year", "more_than"),
    ("en", "Inflation passed 10 per cent in May", "more_than"),
    ("en", "The senate will pass 12 bills", "exactly"),
    ("en", "He costs rarely more than £40", "at_most"),
    ("en", "fees of £40 upwards", "at_least"),
    ("en", "a price nudging £40", "about"),
    ("en", "Likely 300 people were on board", "about"),
    ("en", "Potentially 300 people are affected", "about"),
    ("en", "The estimated cost of the bridge is $300 million", "about"),
    ("en", "The approximate number of victims was 300", "about"),
    ("en", "Damage was estimated by insurers at $300 million", "about"),
    ("en", "The army estimated its losses at 300 men", "about"),
    ("en", "It is estimated to have killed 300 people", "about"),
    ("en", "A conservative estimate is 300 people", "about"),
    ("en", "An estimate of 300 dead was given", "about"),
    ("en", "According to UN estimates, 300 people drowned", "about"),
    ("en", "The UN estimates that 300 people drowned", "about"),
    ("en", "The toll: 300 people (preliminary estimate)", "about"),
    ("en", "Its upper estimate of £300 was beaten", "exactly"),
    ("en", "It is 300 above the estimate", "exactly"),
    ("en", "The estimate was wrong and 300 people came", "exactly"),
    ("it", "Una frana di 900 metri cubi circa si è staccata", "about"),
    ("it", "Trecento vigili del fuoco circa sono al lavoro", "about"),
    ("it", "30 chilometri di curve in circa un'ora", "exactly"),
    ("it", "Costerà tre milioni di euro almeno, dicono", "at_least"),
    ("it", "Ci vorranno due miliardi di euro come minimo per questo", "at_least"),
    ("it", "15 milioni di euro più o meno", "about"),
    ("it", "40 milioni di euro circa, secondo il ministero", "about"),
    ("it", "ha visitato 200 paesi di montagna almeno una volta", "exactly"),
    ("it", "ha sfondato a luglio quota 300", "more_than"),
    ("it", "hanno superato lo scorso anno le 12mila unità", "more_than"),
    ("it", "supera di slancio gli 800mila", "more_than"),
    ("it", "ha sfiorato ieri i 40 euro", "about"),
    ("it", "ha superato la Spagna con i 30 gol", "exactly"),
    ("it", "supera il milione e trecentomila", "more_than"),
    ("it", "non toccherà i 2.400 soci", "less_than"),
    ("en", "a lower limit of 45 pupils", "at_least"),
    ("en", "restricted to 80 people", "at_most"),
    ("en", "is likely to top 900 dollars", "more_than"),
    ("en", "a crowd estimated at 900 people", "about"),
    ("en", "anyone over the age of 65", "more_than"),
    ("en", "children under the age of 12", "less_than"),
    ("en", "passed the 80 million mark", "more_than"),
    ("en", "crossed the 80 million euro threshold", "more_than"),
    ("en", "The death toll has passed 320", "more_than"),
    ("en", "rose above the 4.5-metre mark", "more_than"),
    ("en", "passed the 80 bills", "exactly"),
    ("en", "reached the 80 million mark", "exactly"),
    ("en", "employs 90-some people", "about"),
    ("en", "At least another 900 people", "at_least"),
    ("en", "At least a further 900 people", "at_least"),
    ("en", "Up to another 900 people", "at_most"),
    ("en", "more than an additional 900 people", "more_than"),
    ("en", "a further 900 people", "exactly"),
    ("en", "the minimum wage of 900 euros", "exactly"),
]


@pytest.mark.parametrize(("language", "text", "bound"), BOUNDS, ids=[row[1] for row in BOUNDS])
def test_a_number_has_the_bound_that_the_words_in_front_say(language, text, bound):
    assert [found.bound for found in quantities.read(text, language)] == [bound]


@pytest.mark.parametrize(
    ("language", "text", "value", "bound"),
    [
        ("en", "faces a maximum sentence of 12 years", "P12Y", "at_most"),
        ("en", "faces a minimum jail term of 12 years", "P12Y", "at_least"),
        ("en", "waited at least another three weeks", "P3W", "at_least"),
        ("en", "waited for the best part of three weeks", "P3W", "about"),
        ("en", "for three successive days", "P3D", "exactly"),
        ("en", "waited three further weeks", "P3W", "exactly"),
    ],
)
def test_a_length_has_the_bound_that_the_words_in_front_say(language, text, value, bound):
    assert [(d.value, d.bound) for d in durations.read(text, language)] == [(value, bound)]
