"""What is denied is not read, or says the other thing."""

import pytest

from kzdata.readers import quantities


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("en", "It cannot hold more than 20 guests", ["at_most"]),
        ("en", "The fine must not be lower than 20 euros", ["at_least"]),
        ("en", "Landlords may not raise rents by more than 2%", ["at_most"]),
        ("en", "The fee has not been raised by more than 2%", ["at_most"]),
        ("en", "Fees must not fall by less than 2%", ["at_least"]),
        ("en", "It did not say that rents rose by more than 2%", ["more_than"]),
        ("en", "Rents will not only rise by more than 2%", ["more_than"]),
        ("en", "Minors must not be held at the border for longer than 24 hours", ["at_most"]),
        ("en", "Asylum seekers are not allowed to stay there for more than 90 days", ["at_most"]),
        ("en", "Nobody can be detained for more than three days", ["at_most"]),
        ("en", "He has not been seen for more than two years", ["more_than"]),
        ("en", "Dogs must not be left in cars that weigh more than two tonnes", ["more_than"]),
        ("en", "No candidate won more than 30 per cent", ["at_most"]),
        ("en", "No ticket costs less than 30 euros", ["at_least"]),
        ("en", "No injuries were reported in a crash of more than 30 cars", ["more_than"]),
        ("en", "Turnout had not yet reached 33 per cent", ["less_than"]),
        ("en", "The river has not yet exceeded four metres", ["at_most"]),
        ("en", "The hall could not be built for less than $40 million", ["at_least"]),
        ("en", "They will not sell the striker for less than £60m", ["at_least"]),
        ("en", "It can't run on fewer than 300 workers", ["at_least"]),
        ("en", "He could not say why it was sold for less than £60m", ["less_than"]),
        ("en", "They made transfers, none of which exceeded $50,000", ["at_most"]),
        ("en", "They made transfers, one of which exceeded $50,000", ["more_than"]),
        ("en", "They refused to pay more than £40", ["at_most"]),
        ("en", "He refused to take less than $40", ["at_least"]),
        ("en", "He left without spending more than $40", ["at_most"]),
        ("en", "Firms are banned from charging more than £40", ["at_most"]),
        ("en", "Firms are banned from more than 40 towns", ["more_than"]),
        ("en", "The cost is unlikely to exceed 40 euros", ["at_most"]),
        ("en", "The cost is not expected to exceed 40 euros", ["at_most"]),
        ("en", "The cost is expected to exceed 40 euros", ["more_than"]),
        ("en", "He failed to say why more than 40 left", ["more_than"]),
        ("en", "It was not until more than 40 homes burned", ["more_than"]),
        ("it", "I minori non possono essere trattenuti per più di 24 ore", ["at_most"]),
        ("it", "Il latte non va conservato in frigo per oltre tre giorni", ["at_most"]),
        ("it", "Il terzino non potrà giocare per più di due mesi", ["more_than"]),
        ("it", "Nessun club può schierare più di cinque stranieri", ["at_most"]),
        ("it", "Nessun ferito nel crollo di oltre 30 case", ["more_than"]),
        ("it", "L'affluenza non aveva ancora raggiunto il 33 per cento", ["less_than"]),
        ("it", "Gli iscritti non sono ancora arrivati a 300", ["less_than"]),
        ("it", "Il prezzo non ha ancora superato i due euro", ["at_most"]),
        ("it", "I canoni non possono aumentare di oltre il 2%", ["at_most"]),
        ("it", "non può ridurre le squadre di più di 20 giocatori", ["more_than"]),
        ("it", "Non supererà quest'anno le 3.500 tonnellate", ["at_most"]),
        ("it", "Il costo non ha superato nel 2025 i 300 euro", ["at_most"]),
        ("it", "Non supereranno a fine anno quota 2.000 iscritti", ["at_most"]),
        ("it", "Non solo supererà quest'anno le 3.500 tonnellate", ["more_than"]),
        ("it", "Se non piove oggi, supererà quest'anno le 3.500 tonnellate", ["more_than"]),
        ("it", "La sala non contiene più di 200 persone", ["at_most"]),
        ("it", "non può essere superiore a 500 euro", ["at_most"]),
        ("ru", "Зал не вмещает больше 200 зрителей", ["at_most"]),
        ("ru", "Не вернулись более 20 человек", []),
        ("ru", "не может быть меньше 500 рублей", ["at_least"]),
        ("kk", "оқушы саны 25-тен аспауы тиіс", ["at_most"]),
        ("kk", "20 литрден артық берілмейді", ["at_most"]),
        ("kk", "20 литрден артық су берілмейді", []),
        ("kk", "20-дан артық келмеді", []),
    ],
)
def test_a_denied_verb_turns_a_comparison_or_takes_it_away(language, text, bounds):
    assert [found.bound for found in quantities.read(text, language)] == bounds


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("it", "Gli esuberi non sono 300 ma 430", [430]),
        ("it", "Gli esuberi non sono stati circa 300", []),
        ("it", "Gli esuberi non sono ancora 300", []),
        ("it", "Il tasso non era al 12 per cento", []),
        ("it", "Non solo gli esuberi sono 300", [300]),
        ("en", "The lay-offs have not been 300", []),
        ("en", "There weren't 40 deputies in the hall", []),
        ("en", "The club hasn't 300 members", []),
        ("ru", "В городе не было 300 школ", []),
        ("en", "He was jailed not for two years but for five", [5]),
        ("en", "It is found not in two cities but in five", [5]),
        ("en", "never in 20 years", [20]),
        ("ru", "Вернулся не через два года, а через пять", [5]),
        ("ru", "не на 20 рублей, а на 30", [30]),
        ("ru", "не более чем на 20 рублей", [20]),
        ("it", "non per due anni ma per cinque", [5]),
        ("it", "mai in 20 anni", [20]),
        ("kk", "Ауылда 12 үй жоқ", []),
        ("kk", "Бізде 20 бос жұмыс орны жоқ", []),
        ("kk", "Мұнда 300-ден астам маман болған жоқ", []),
        ("kk", "Бұл ауылда 15 мұғалім болмады", []),
        ("kk", "Қоймада 200 тонна астық болмады", []),
        ("kk", "Бір де бір үй салынбады", []),
        ("kk", "Екінің бірі кетті", []),
        ("kk", "Мұндай жан мыңның бірі", []),
        ("kk", "14 адамнан емес, 12 адамнан алды", [12]),
        ("kk", "Үйді 5 мың теңгеге сатқан емес", []),
        ("kk", "14 адамның жағдайы ауыр емес", [14]),
        ("kk", "5 ауылда су таза емес", [5]),
        ("kk", "12 ауылда мектеп жоқ", [12]),
        ("kk", "30 мектептің спортзалы жоқ", [30]),
        ("kk", "Үйлердің 30-ында газ жоқ", [30]),
        ("kk", "Үйлердің 30-дан астамында газ жоқ", [30]),
        ("kk", "12 бала келген жоқ", [12]),
        ("kk", "12 үй дайын болмады", [12]),
        ("kk", "Үш адам туралы мәлімет жоқ", [3]),
        ("kk", "Ауылда үш күн су болмады", [3]),
        ("ru", "Света не было три дня", [3]),
        ("ru", "Связи не будет несколько суток", [None]),
        ("it", "È falso che nel crollo siano morte 40 persone", []),
        ("it", "Non è affatto vero che chiuderanno da 20 a 30 negozi", []),
        ("it", "È vero che chiuderanno 30 negozi", [30]),
        ("it", "Nega di aver ricevuto 30 mila euro, ma ammette 3 incontri", [3]),
        ("it", "Ha smentito che i 12 caccia siano partiti", [12]),
        ("it", "Smentita la notizia di 40 morti: 12 i feriti", [12]),
        ("it", "La notizia di 40 morti è stata smentita", []),
        ("it", "La notizia di 40 morti è arrivata nella notte", [40]),
        ("it", "Esclusi 30 candidati", [30]),
        ("en", "It is not true that 40 workers were sacked", []),
        ("en", "The firm denied claims that 40 workers were sacked", []),
        ("en", "It is true that 40 workers were sacked", [40]),
        ("en", "They were denied 40 visas", [40]),
        ("ru", "Неправда, что погибли 40 человек", []),
        ("ru", "Правда, погибли 40 человек", [40]),
    ],
)
def test_as_many_as_something_is_not_are_not_read(language, text, numbers):
    assert [found.number for found in quantities.read(text, language)] == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The government denies that 300 people were held."),
        ("en", "The minister rejected claims that 300 people were held."),
        ("en", "There is no evidence that more than 300 people were held."),
        ("en", "False reports that 300 people had been held spread."),
        ("en", "It is not the case that 300 people were held."),
        ("ru", "Министр отрицает, что задержаны 300 человек."),
        ("ru", "Неправда, что задержаны 300 человек."),
        ("ru", "Министерство опровергло сообщения о задержании 300 человек."),
        ("ru", "Не подтвердилась информация о 300 задержанных."),
        ("ru", "Полиция не подтвердила гибель 300 человек."),
        ("ru", "Информация о 300 задержанных не соответствует действительности."),
        ("ru", "Слухи о 300 задержанных опровергли в министерстве."),
        ("ru", "Сообщения о 300 задержанных — фейк."),
        ("ru", "Никаких 300 задержанных нет."),
        ("ru", "Ни о каких 300 задержанных речи не идёт."),
        ("it", "Il ministro nega che 300 persone siano state fermate."),
        ("it", "Non è vero che 300 persone sono state fermate."),
        ("kk", "Полиция 300 адамның ұсталғанын жоққа шығарды."),
        ("kk", "300 адам ұсталды деген ақпарат жалған."),
        ("kk", "«300 адам ұсталды» деген хабар шындыққа сәйкес келмейді."),
        ("kk", "300 адамның ұсталғаны рас емес."),
        ("kk", "300 адамның ұсталғаны расталған жоқ."),
    ],
)
def test_a_number_of_what_is_said_to_be_untrue_is_not_read(language: str, text: str) -> None:
    assert quantities.read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He did not deny that 300 people were held."),
        ("en", "He denied that the 300 people were held."),
        ("en", "It is true that 300 people were held."),
        ("en", "There is no doubt that 300 people were held."),
        ("en", "It is not clear that 300 people were held."),
        ("en", "He denied it, and said that 300 people were held."),
        ("en", "Reports that 300 people were held were confirmed."),
        ("ru", "Министр не отрицает, что задержаны 300 человек."),
        ("ru", "Полиция подтвердила информацию о 300 задержанных."),
        ("ru", "Подтвердились данные о 300 задержанных."),
        ("ru", "Информация о 300 задержанных соответствует действительности."),
        ("ru", "По данным полиции, задержаны 300 человек, остальное — фейк."),
        ("ru", "Задержаны 300 человек, сообщил он, но слухи об убитых не подтвердились."),
        ("it", "È vero che 300 persone sono state fermate."),
        ("kk", "Полиция 300 адамның ұсталғанын растады."),
        ("kk", "300 адам жалған құжат жасаған."),
        ("kk", "Сот 300 адамның жалған куәлік бергенін анықтады."),
        ("kk", "300 адам ұсталды, ал өлгендер бар деген ақпарат жалған."),
    ],
)
def test_a_number_of_what_is_not_said_to_be_untrue_is_read(language: str, text: str) -> None:
    assert [quantity.number for quantity in quantities.read(text, language)] == [300]


@pytest.mark.parametrize(
    "text",
    [
        "Сегодня у нас нет 300 специалистов.",
        "300 специалистов у нас нет.",
        "В районе нет даже этих необходимых 300 мест.",
        "300 мест в районе никогда не было и не будет.",
        "Более 300 мест нет.",
        "Президенту нет 300 лет.",
    ],
)
def test_what_is_said_to_be_missing_is_not_read(text: str) -> None:
    assert quantities.read(text, "ru") == []


@pytest.mark.parametrize(
    "text",
    [
        "В 300 сёлах воды нет.",
        "Более чем в 300 школах интернета нет.",
        "Денег на 300 школ нет.",
        "Построено 300 школ, а учителей нет.",
        "Света нет уже 300 дней.",
        "Такого снега 300 лет не было.",
        "Нет данных о 300 пропавших.",
        "300 депутатов сказали нет.",
    ],
)
def test_what_is_there_is_read_where_something_else_is_missing(text: str) -> None:
    assert [quantity.number for quantity in quantities.read(text, "ru")] == [300]
