"""The name of a person in the parts that GIAS takes it in; a name in one cell is taken apart only where it has one reading."""

from collections.abc import Mapping, Sequence

from governance.files.columns import fold
from governance.gias.sheet_words import FORENAME, MIDDLE, SURNAME, TITLE

TITLES = (
    "Mr",
    "Mrs",
    "Miss",
    "Ms",
    "Mx",
    "Dr",
    "Prof",
    "Professor",
    "Revd",
    "Rev",
    "Reverend",
    "Fr",
    "Father",
    "Sister",
    "Cllr",
    "Sir",
    "Dame",
)
"""The titles that are told where no list of them is given."""
_TWO = 2


def in_parts(names: Mapping[str, str], titles: Sequence[str]) -> dict[str, str]:
    """Give the parts by the column of each; without a surname where that cannot be told.

    >>> in_parts({"name": "Mrs Pat Example"}, ["Mr", "Mrs"])
    {'Title': 'Mrs', 'Forename 1': 'Pat', 'Surname': 'Example'}
    >>> in_parts({"name": "Example, Pat"}, []), in_parts({"name": "Pat van Example"}, [])
    ({'Forename 1': 'Pat', 'Surname': 'Example'}, {})
    """
    title, rest = names.get("title", ""), names.get("name", "")
    surname, forename = names.get("surname", ""), names.get("forename", "")
    if not surname and rest:
        whole = rest.split()
        if not title and whole and _known(whole[0], titles):
            title, whole = whole[0], whole[1:]
        if rest.count(",") == 1 and not forename:
            surname, _, forename = (part.strip() for part in " ".join(whole).partition(","))
        elif len(whole) == _TWO and not forename:
            forename, surname = whole
        elif len(whole) == 1 and forename:
            surname = whole[0]
    if not surname:
        return {}
    found = {
        TITLE: _known(title, titles) or title,
        FORENAME: forename,
        MIDDLE: names.get("middle", ""),
        SURNAME: surname,
    }
    return {column: text for column, text in found.items() if text}


def _known(title: str, titles: Sequence[str]) -> str:
    """Give a title as the list has it; empty where it is not in the list."""
    return next((one for one in titles if fold(one) == fold(title)), "")
