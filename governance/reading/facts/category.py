"""The category of school, its foundation and its religious character."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.model.names import SCHOOL_CATEGORIES
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Remark
from governance.reading.phrases.said import Said, find, said_in
from governance.reading.text.clause import closed, stated
from governance.reading.text.passages import Passage

WITHOUT_CHARACTER: Final = ("community", "community special", "maintained nursery", "pupil referral unit")
"""Categories of school that have no religious character, whatever they are called."""
KNOWN: Final = (*SCHOOL_CATEGORIES, "pupil referral unit")

CATEGORY: Final = "school.category"
_CHARACTER: Final = "school.religious_character"
_BY_NAME: Final = "the name of the school says so"
FEDERAL: Final = "it speaks of a federation"
_BRACKETED: Final = re.compile(r"(?i)\((?!trust\))[^()]*\)")
_NURSERY: Final = re.compile(r"^(?!.*(?:\band\b|&|Infant|Primary|Junior|First)).*\bNursery School\b")
_FEDERATION: Final = re.compile(r"(?:body|board) of the [A-Z][^.;:]{0,80}Federation")
_LONGEST_CLAUSE, _LONGEST_TITLE, _FIRST, _TITLES = 400, 90, 12, 3

Kind = tuple[list[Evidence], list[Remark]]
"""What is read of the kind of school, and remarks on it."""
Told = Sequence[tuple[Passage, Said, Evidence]]


def category_in(text: str) -> str | None:
    """Give the one category of school that a text states; None where it states none, or several."""
    return next(iter(found)) if len(found := categories_in(text)) == 1 else None


def categories_in(text: str, field: str = "of_category") -> set[str]:
    """Give every category of school that a text states, or every religious character."""
    return {str(one.value) for one in find("category", text) if one.field == field}


def character_in(text: str) -> str | None:
    """Give the religious character that a text shows; None where it shows none, or several."""
    return next(iter(found)) if len(found := categories_in(text, "of_character")) == 1 else None


def kind_of_school(read: Sequence[Passage], *, name: Evidence | None, federation: Evidence | None) -> Kind:
    """Find what kind of school the document is about; `name` is the evidence for its name."""
    if federation is not None:
        return [federation], []
    told = [(passage, *one) for passage in read for one in said_in("category", passage)]
    evidence, remarks = _by_clause(told)
    if not evidence and (one := next(_inferred(read, told, name), None)):
        evidence = [attrs.evolve(one, field=CATEGORY)]
    short = [one for passage, _, one in told if len(passage.text) <= _LONGEST_CLAUSE]
    foundation = [one for one in short if one.field == "school.foundation"]
    best = [one for one in foundation if one.value == "qualifying"] or foundation
    character = next(_designated(told), None)
    # An instrument in the form of the Regulations states a religious character if there is one.
    if not character and not foundation and (not evidence or evidence[0].value not in WITHOUT_CHARACTER):
        character = next(_shown(told, name), None)
    return [*evidence, *best[:1], *([character] if character else [])], remarks


def _by_clause(told: Told) -> Kind:
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    of_clauses = {passage.number for passage, said, _ in told if said.field == "clause"}
    for passage, said, one in told:
        if said.field == CATEGORY and passage.number not in of_clauses:
            evidence.append(one)
        if said.field != "clause":
            continue
        words, because = str(one.value).split("(under")[0].strip(), ""
        found = categories_in(words)
        if len(found) > 1 and len(outside := categories_in(_BRACKETED.sub(" ", words))) == 1:
            found, because = outside, "what stands in brackets is left out"
        if found == {"community", "pupil referral unit"}:
            found = {"pupil referral unit"}
        if len(found) == 1:
            evidence.append(stated(CATEGORY, found.pop(), passage, because=because))
        elif words.strip(" .:-_…") and len(cells_of(passage)) <= 1:
            remarks.append(_not_known(passage, words.strip(" ."), found))
    return evidence, remarks


def _not_known(passage: Passage, said: str, found: set[str]) -> Remark:
    import difflib  # noqa: PLC0415 - only where a category is not known

    quotes = ((passage.words, passage.where),)
    if found:
        return Remark("note", f"The category is given as several: {', '.join(sorted(found))}", quotes)
    near = difflib.get_close_matches(said.lower().removesuffix(" school"), KNOWN, n=1, cutoff=0.75)
    suggestion = f"Did they mean {near[0]}?" if near else f"It is one of: {', '.join(KNOWN)}."
    return Remark("advice", f"“{said}” is not a category of school that the law knows. {suggestion}", quotes)


def _inferred(read: Sequence[Passage], told: Told, name: Evidence | None) -> Iterator[Evidence]:
    """Infer the category from the title, a line alone, the name, or what is said in passing."""
    first = {passage.number for passage in read[:_FIRST]}
    for field in ("title", "alone", "unit"):
        for passage, said, one in told:
            if said.field == field and (field != "title" or passage.number in first):
                yield one
    words = str(name.value) if name is not None else ""
    voluntary = {one for one in categories_in(words) if one.startswith("voluntary")}
    nursery, federal = _NURSERY.search(words), "federation" in words.lower()
    known = [*voluntary] if len(voluntary) == 1 else []
    known += ["maintained nursery"] if nursery else ["federation"] if federal else []
    for category in known:
        because = FEDERAL if category == "federation" else _BY_NAME
        if name is not None:
            yield name.inferred(because, value=category)
    spoken = {passage.number for passage, said, _ in told if said.field == "federation"}
    for passage in read:
        if passage.number in spoken or _FEDERATION.search(passage.words):
            yield stated(CATEGORY, "federation", passage, because=FEDERAL)
    for passage in read[:_TITLES]:
        if len(passage.text) < _LONGEST_TITLE and _NURSERY.search(passage.words):
            yield stated(CATEGORY, "maintained nursery", passage, because=_BY_NAME)
    became = [one for _, said, one in told if said.field == "became"]
    passing = became or [one for _, said, one in told if said.field == "passing"]
    if len({one.value for one in passing}) == 1:
        yield passing[0]


def _designated(told: Told) -> Iterator[Evidence]:
    """Read the religious character that the document states."""
    for _, said, one in told:
        words = str(one.value)
        words = words[: closed(words)].strip() if said.field == "designated" else words
        none = words.lower() in ("none", "n/a", "a", "no", "does not apply")
        if said.field == _CHARACTER:
            yield one
        elif said.field == "designated" and not none:
            yield attrs.evolve(one, field=_CHARACTER, value=words)
        elif said.field == "character":
            yield attrs.evolve(one, field=_CHARACTER, value="none" if none else character_in(words) or words)


def _shown(told: Told, name: Evidence | None) -> Iterator[Evidence]:
    """Infer the religious character from the name of the school, or from what is said of it."""
    if name is not None and (character := character_in(str(name.value))):
        yield name.inferred(_BY_NAME, field=_CHARACTER, value=character)
    for wanted in ("shows", "sign"):
        for passage, said, one in told:
            shown = one.value if wanted == "sign" else character_in(passage.text)
            if said.field == wanted and shown:
                yield attrs.evolve(one, field=_CHARACTER, value=shown)
