"""The category of school, its foundation and its religious character."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.model.names import SCHOOL_CATEGORIES
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Remark, Sure
from governance.reading.phrases.said import Said, find, said_in
from governance.reading.text.clause import stated
from governance.reading.text.passages import Passage

WITHOUT_CHARACTER: Final = ("community", "community special", "maintained nursery", "pupil referral unit")
"""Categories of school that have no religious character, whatever they are called."""
KNOWN: Final = (*SCHOOL_CATEGORIES, "pupil referral unit")

BECAUSE: Final = {
    "title": "the title says so",
    "alone": "a line says so and nothing else",
    "unit": "it speaks of a management committee or a pupil referral unit",
    "name": "the name of the school says so",
    "became": "the document says so in passing",
    "passing": "the document says so in passing",
    "federation": "it speaks of a federation",
}
"""Why a category is inferred, by what tells of it; the first that is there is believed."""

_BRACKETED: Final = re.compile(r"\((?!trust\))[^()]*\)", re.IGNORECASE)
_NURSERY: Final = re.compile(r"^(?!.*(?:\band\b|&|Infant|Primary|Junior|First)).*\bNursery School\b")
_FEDERATION: Final = re.compile(r"(?:body|board) of the [A-Z][^.;:]{0,80}Federation")
_MOST_OF_A_CLAUSE: Final = 400
_MOST_OF_A_TITLE: Final = 12
_TITLES: Final = 3
_LONGEST_TITLE: Final = 90


@attrs.frozen
class Kind:
    """What is read of the kind of school."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()


Told = Sequence[tuple[Passage, Said, Evidence]]


def category_in(text: str) -> str | None:
    """Give the one category of school that a text states; None where it states none, or several.

    >>> category_in("a Roman Catholic voluntary aided school")
    'voluntary aided'
    """
    return next(iter(found)) if len(found := categories_in(text)) == 1 else None


def categories_in(text: str) -> set[str]:
    """Give every category of school that a text states."""
    return {str(one.value) for one in find("category", text) if one.field == "of_category"}


def character_in(text: str) -> str | None:
    """Give the religious character that a text shows; None where it shows none, or several.

    >>> character_in("Elton CE VC Primary School")
    'Church of England'
    """
    found = {str(one.value) for one in find("category", text) if one.field == "of_character"}
    return next(iter(found)) if len(found) == 1 else None


def kind_of_school(read: Sequence[Passage], *, name: Evidence | None, federation: Evidence | None) -> Kind:
    """Find what kind of school the document is about; `name` is the evidence for its name."""
    if federation is not None:
        return Kind((federation,))
    told = [(passage, *one) for passage in read for one in said_in("category", passage)]
    evidence, remarks = _by_clause(told)
    if not evidence:
        evidence = list(_inferred(read, told, name))[:1]
    foundation = [
        one
        for passage, said, one in told
        if said.field == "school.foundation" and len(passage.text) <= _MOST_OF_A_CLAUSE
    ]
    best = [one for one in foundation if one.value == "qualifying"] or foundation
    character = list(_designated(told))
    # An instrument in the form of the Regulations states a religious character if there is one.
    if not character and not foundation and (not evidence or evidence[0].value not in WITHOUT_CHARACTER):
        character = list(_shown(told, name))
    return Kind((*evidence, *best[:1], *character), tuple(remarks))


def _by_clause(told: Told) -> tuple[list[Evidence], list[Remark]]:
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    for passage, said, one in told:
        if said.field == "school.category" and not any(
            other.field == "clause" for p, other, _ in told if p is passage
        ):
            evidence.append(one)
        if said.field != "clause":
            continue
        words = str(one.value).split("(under")[0].strip()
        found, because = categories_in(words), ""
        if len(found) > 1 and len(outside := categories_in(_BRACKETED.sub(" ", words))) == 1:
            found, because = outside, "what stands in brackets is left out"
        if found == {"community", "pupil referral unit"}:
            found = {"pupil referral unit"}
        if len(found) == 1:
            sure: Sure = "inferred" if because else "stated"
            evidence.append(stated("school.category", next(iter(found)), passage, sure=sure, because=because))
        elif words.strip(" .:-_…") and len(cells_of(passage)) <= 1:
            remarks.append(_not_known(passage, words, found))
    return evidence, remarks


def _not_known(passage: Passage, said: str, found: set[str]) -> Remark:
    import difflib  # noqa: PLC0415 - only where a category is not known

    quotes = ((passage.words, passage.where),)
    if found:
        return Remark("note", f"The category is given as several: {', '.join(sorted(found))}", quotes)
    near = difflib.get_close_matches(
        said.strip(" .").lower().removesuffix(" school"), KNOWN, n=1, cutoff=0.75
    )
    suggestion = f"Did they mean {near[0]}?" if near else f"It is one of: {', '.join(KNOWN)}."
    says = f"“{said.strip(' .')}” is not a category of school that the law knows. {suggestion}"
    return Remark("advice", says, quotes)


def _inferred(read: Sequence[Passage], told: Told, name: Evidence | None) -> Iterator[Evidence]:
    """Infer the category from the title, a line alone, the name, or what is said in passing."""
    first = {passage.number for passage in read[:_MOST_OF_A_TITLE]}
    for field in ("title", "alone", "unit"):
        for passage, said, one in told:
            if said.field == field and (field != "title" or passage.number in first):
                yield _category(one, str(one.value), field)
    yield from _by_name(read, name)
    became = [one for _, said, one in told if said.field == "became"]
    passing = became or [one for _, said, one in told if said.field == "passing"]
    if len({one.value for one in passing}) == 1:
        yield _category(passing[0], str(passing[0].value), "passing")


def _category(one: Evidence, category: str, field: str) -> Evidence:
    because = BECAUSE[field]
    return attrs.evolve(one, field="school.category", value=category, sure="inferred", because=because)


def _by_name(read: Sequence[Passage], name: Evidence | None) -> Iterator[Evidence]:
    if name is not None:
        by_name = {one for one in categories_in(str(name.value)) if one.startswith("voluntary")}
        if len(by_name) == 1:
            yield _category(name, by_name.pop(), "name")
        if _NURSERY.search(str(name.value)):
            yield _category(name, "maintained nursery", "name")
        if "federation" in str(name.value).lower():
            yield _category(name, "federation", "federation")
    for passage in read:
        if _FEDERATION.search(passage.words) or any(
            one.field == "federation" for one in find("category", passage.text)
        ):
            yield _category(stated("", "", passage), "federation", "federation")
    for passage in read[:_TITLES]:
        if len(passage.text) < _LONGEST_TITLE and _NURSERY.search(passage.words):
            yield _category(stated("", "", passage), "maintained nursery", "name")


def _designated(told: Told) -> Iterator[Evidence]:
    """Read the religious character that the document states."""
    for _, said, one in told:
        if said.field == "school.religious_character":
            yield one
            return
        if said.field not in ("designated", "character"):
            continue
        words = _in_brackets(str(one.value)) if said.field == "designated" else str(one.value)
        known = character_in(words)
        none = words.lower() in ("none", "n/a", "a", "no", "does not apply")
        if none and said.field == "designated":
            continue
        value = "none" if none else words if said.field == "designated" or known is None else known
        yield attrs.evolve(one, field="school.religious_character", value=value)
        return


def _in_brackets(words: str) -> str:
    """Give what stands before the bracket that closes: "Anglican (Church of England)) and ..."."""
    depth = 1
    for place, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return words[:place].strip()
    return words.strip()


def _shown(told: Told, name: Evidence | None) -> Iterator[Evidence]:
    """Infer the religious character from the name of the school, or from what is said of it."""
    field = "school.religious_character"
    if name is not None and (character := character_in(str(name.value))):
        yield attrs.evolve(name, field=field, value=character, sure="inferred", because=BECAUSE["name"])
        return
    for wanted, because in (
        ("shows", "the document speaks of it so"),
        ("sign", "it speaks of what that church alone has"),
    ):
        for passage, said, one in told:
            shown = said.field == wanted and (one.value if wanted == "sign" else character_in(passage.text))
            if shown:
                yield attrs.evolve(one, field=field, value=shown, sure="inferred", because=because)
                return
