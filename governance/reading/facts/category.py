"""The category of school, its foundation and its religious character."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.model.names import SCHOOL_CATEGORIES
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Remark
from governance.reading.phrases.said import find, said_in
from governance.reading.text.clause import closed, stated
from governance.reading.text.passages import Passage

WITHOUT_CHARACTER: Final = ("community", "community special", "maintained nursery", "pupil referral unit")
"""Categories of school that have no religious character, whatever they are called."""
KNOWN: Final = (*SCHOOL_CATEGORIES, "pupil referral unit")

CATEGORY: Final = "school.category"
_CHARACTER: Final = "school.religious_character"
_BY_NAME: Final = "the name of the school says so"
_BESIDES: Final = "what is in brackets behind it is another category"
FEDERAL: Final = "it speaks of a federation"
_NURSERY: Final = re.compile(r"(?i)^(?!.*(?:\band\b|&|Infant|Primary|Junior|First)).*\bNursery School\b")

Kind = tuple[list[Evidence], list[Remark]]
"""What is read of the kind of school, and remarks on it."""
Told = Sequence[tuple[Passage, Evidence]]


def category_in(text: str, field: str = "of_category") -> str | None:
    """Give the one category of school (or religious character) that a text states; None where it states none, or several."""
    return next(iter(found)) if len(found := categories_in(text, field)) == 1 else None


def categories_in(text: str, field: str = "of_category") -> set[str]:
    """Give every category of school that a text states, or every religious character."""
    return {str(one.value) for one in find("category", text) if one.field == field}


def kind_of_school(read: Sequence[Passage], *, name: Evidence | None, federation: Evidence | None) -> Kind:
    """Find what kind of school the document is about; `name` is the evidence for its name."""
    if federation is not None:
        return [federation], []
    told = [(passage, one) for passage in read for one in said_in("category", passage)]
    evidence, remarks = _by_clause(told)
    if not evidence and (one := next(_inferred(told, name), None)):
        evidence = [attrs.evolve(one, field=CATEGORY)]
    foundation = sorted(_of(told, "school.foundation"), key=lambda one: one.value != "qualifying")
    character = next(_designated(told), None)
    # An instrument in the form of the Regulations states a religious character if there is one.
    if not character and not foundation and (not evidence or evidence[0].value not in WITHOUT_CHARACTER):
        character = next(_shown(told, name), None)
    return [*evidence, *foundation[:1], *([character] if character else [])], remarks


def _of(told: Told, *fields: str) -> Iterator[Evidence]:
    """Give what is told of some fields, the first of them first."""
    for field in fields:
        yield from (one for _, one in told if one.field == field)


def _by_clause(told: Told) -> Kind:
    evidence, remarks = [*_of(told, CATEGORY)], list[Remark]()
    for passage, words in ((passage, str(one.value)) for passage, one in told if one.field == "clause"):
        known = category_in(words)
        if category := known or category_in(words.partition("(")[0]):
            evidence.append(stated(CATEGORY, category, passage, because="" if known else _BESIDES))
        elif words.strip(" .:-_…") and len(cells_of(passage)) <= 1:
            remarks.append(_not_known(passage, words.strip(" ."), categories_in(words)))
    return evidence, remarks


def _not_known(passage: Passage, said: str, found: set[str]) -> Remark:
    import difflib  # noqa: PLC0415 - only where a category is not known

    quotes = ((passage.words, passage.where),)
    if found:
        return Remark("note", f"The category is given as several: {', '.join(sorted(found))}", quotes)
    near = difflib.get_close_matches(said.lower().removesuffix(" school"), KNOWN, n=1, cutoff=0.75)
    suggestion = f"Did they mean {near[0]}?" if near else f"It is one of: {', '.join(KNOWN)}."
    return Remark("advice", f"“{said}” is not a category of school that the law knows. {suggestion}", quotes)


def _inferred(told: Told, name: Evidence | None) -> Iterator[Evidence]:
    """Infer the category from the title, a line alone, the name, or what is said in passing."""
    yield from _of(told, "title", "alone", "unit")
    if name is not None:
        words = str(name.value)
        voluntary = [one for one in categories_in(words) if re.match("voluntary|.+ special", one)]
        known = voluntary if len(voluntary) == 1 else ["maintained nursery"] if _NURSERY.search(words) else []
        yield from (name.inferred(_BY_NAME, value=one) for one in known)
        if "federation" in words.lower():
            yield name.inferred(FEDERAL, value="federation")
    yield from (attrs.evolve(one, value="federation") for one in _of(told, "federation"))
    passing = [*_of(told, "became")] or [*_of(told, "passing")]
    if len({one.value for one in passing}) == 1:
        yield passing[0]


def _designated(told: Told) -> Iterator[Evidence]:
    """Read the religious character that the document states."""
    yield from _of(told, _CHARACTER)
    for one in _of(told, "designated", "character"):
        words = str(one.value)[: closed(str(one.value))].strip()
        none = words.lower() in ("none", "n/a", "a", "no", "does not apply")
        shown = category_in(words, "of_character")
        yield attrs.evolve(one, field=_CHARACTER, value="none" if none else shown or words)


def _shown(told: Told, name: Evidence | None) -> Iterator[Evidence]:
    """Infer the religious character from the name of the school, or from what is said of it."""
    if name is not None and (character := category_in(str(name.value), "of_character")):
        yield name.inferred(_BY_NAME, field=_CHARACTER, value=character)
    for passage, one in told:
        if one.field == "shows" and (shown := category_in(passage.text, "of_character")):
            yield attrs.evolve(one, field=_CHARACTER, value=shown)
    yield from (attrs.evolve(one, field=_CHARACTER) for one in _of(told, "sign"))
