"""Whether a bare weekday is past or to come, as the verb of its clause tells."""

import pytest

from kzdata.readers import dates
from kzdata.readers.dates.tenses import direction

TOLD = [
    ("en", "The two delegations will meet again on Monday, the ministry announced.", "ahead"),
    ("en", "On Monday, the delegations will meet again.", "ahead"),
    ("en", "Officials said the talks will resume on Monday.", "ahead"),
    ("en", "The wounded are to be flown home on Friday.", "ahead"),
    ("en", "The hearing is expected to begin on Tuesday.", "ahead"),
    ("en", "A court in Canberra will hand down its ruling on Monday in a case.", "ahead"),
    ("en", "He said on Monday that they will meet.", "back"),
    ("en", "The strike began on Friday and will last a week.", "back"),
    ("en", "He signed his will on Monday.", "back"),
    ("en", "A man arrested on Monday will appear in court.", "back"),
    ("en", "Will Hunt resigned on Monday.", "back"),
    ("en", "The attack on Monday will be remembered.", "either"),
    ("en", "Monday's vote will be repeated.", "either"),
    ("en", "Lawyers will defend the men arrested on Monday.", "either"),
    ("en", "The treaty will be signed at Monday's talks.", "ahead"),
    ("en", "The strike begins on Monday.", "ahead"),
    ("en", "MPs vote on Monday.", "ahead"),
    ("en", "The vote due on Monday was put off.", "either"),
    ("en", "He spoke ahead of Monday's talks.", "either"),
    ("ru", "Заседание перенесли на понедельник.", "ahead"),
    ("it", "La Camera vota giovedì.", "ahead"),
    ("it", "Il vertice di venerdì si terrà a Roma.", "ahead"),
    ("ru", "Переговоры состоятся в понедельник.", "ahead"),
    ("ru", "Стороны в понедельник проведут переговоры.", "ahead"),
    ("ru", "В пятницу начнётся суд.", "ahead"),
    ("ru", "Министр сообщил в пятницу, что суд начнётся осенью.", "back"),
    ("ru", "Забастовка в порту началась в пятницу.", "back"),
    ("ru", "Выступят задержанные в пятницу.", "either"),
    ("ru", "Представители двух стран в понедельник встретятся в Вене.", "ahead"),
    ("ru", "Движение по мосту перекроют в понедельник.", "ahead"),
    ("ru", "В понедельник банк выплатит дивиденды.", "ahead"),
    ("ru", "В понедельник «Кайрат» сыграет с «Астаной».", "ahead"),
    ("ru", "В понедельник «Кайрат» сыграл с «Астаной».", "back"),
    ("ru", "Поезд отправляется в понедельник.", "ahead"),
    ("ru", "Сборная в понедельник встречается с командой Дании.", "either"),
    ("ru", "Водители в понедельник перекрыли трассу.", "back"),
    ("ru", "Компания, которая занимается перевозками, заявила в понедельник о росте.", "back"),
    ("kk", "Кездесу дүйсенбі күні өтеді.", "ahead"),
    ("kk", "Жиналыс дүйсенбі күні болады деп хабарлады министрлік.", "ahead"),
    ("kk", "Делегация дүйсенбі күні Астанаға келеді.", "ahead"),
    ("kk", "Министрлер дүйсенбі күні Венада бас қосады, деді өкіл.", "ahead"),
    ("kk", "Парламент дүйсенбі күні жаңа заңды қарайды.", "ahead"),
    ("kk", "Министр дүйсенбі күні Венаға барып, келіссөз жүргізеді.", "ahead"),
    ("kk", "Министр дүйсенбі күні Венаға барып, келіссөз жүргізді.", "back"),
    ("kk", "Тараптар дүйсенбі күні келісімге қол қойды.", "back"),
    ("kk", "Тараптар дүйсенбі күні келісімге қол қояды.", "ahead"),
    ("kk", "Полиция дүйсенбі күні апат болғанын хабарлайды.", "back"),
    ("kk", "Депутаттар дүйсенбі күні жаңа төрағаны сайлады.", "either"),
    ("kk", "Дүкен дүйсенбі күні жұмыс істемейді.", "either"),
    ("kk", "Порттағы ереуіл дүйсенбі күні басталды.", "back"),
    ("it", "I tranvieri torneranno a incrociare le braccia venerdì, salvo un accordo.", "ahead"),
    ("it", "Venerdì si terrà il processo.", "ahead"),
    ("it", "La riunione è prevista venerdì.", "ahead"),
    ("it", "Lo sciopero nel porto è iniziato venerdì, però durerà poco.", "back"),
    ("it", "La sfilata di sabato sarà ripetuta.", "either"),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD, ids=[row[1] for row in TOLD])
def test_the_verb_of_its_clause_tells_where_a_weekday_lies(language, text, told):
    (weekday,) = [one for one in dates.read(text, language) if one.weekday]
    assert direction(text, weekday.words, language) == told
