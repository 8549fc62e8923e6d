"""What each list of a language's words means is said where it is declared."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from kzdata.readers.lexicon import vocabularies
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.lexicon.vocabularies import Vocabulary

for module in iter_modules(vocabularies.__path__):
    import_module(f"{vocabularies.__name__}.{module.name}")

DECLARED = sorted(
    (each for each in Vocabulary.__subclasses__() if each.__module__.startswith("kzdata.")),
    key=lambda each: each.__name__,
)


@pytest.mark.parametrize("declared", DECLARED, ids=lambda each: each.__name__)
def test_every_list_is_named_where_its_class_says_what_it_means(declared: type) -> None:
    parts = {type(part) for part in vars(lexicon("en")).values()}
    own = {name for name, kind in declared.__annotations__.items() if kind not in parts}
    assert [name for name in sorted(own) if f"`{name}`" not in (declared.__doc__ or "")] == []
