"""The category of school, its foundation and its religious character."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Remark, Sure
from governance.reading.facts.names import BODY, NAME
from governance.reading.facts.school_category import said_in_passing
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import first_sentence, sentences

CATEGORIES: Final = {
    "voluntary aided": ("voluntary aided", "voluntary-aided", "vol aided", "aided"),
    "voluntary controlled": ("voluntary controlled", "voluntary-controlled", "vol controlled", "controlled"),
    "community special": ("community special",),
    "foundation special": ("foundation special",),
    "foundation": ("foundation (trust)", "foundation/trust", "foundation", "trust"),
    "maintained nursery": ("maintained nursery", "local authority nursery", "community nursery", "nursery"),
    "community": ("community",),
    "pupil referral unit": ("pupil referral",),
}
"""Each category of school with the words that state it in a clause on the category."""
CATEGORY_CAPITALS: Final = {"voluntary aided": "VA", "voluntary controlled": "VC"}

CHARACTERS: Final = {
    "Church of England": ("church of england", "c of e", "cofe", "c.of.e.", "c. of e.", "c.e.", "anglican"),
    "Roman Catholic": ("roman catholic", "catholic", "r.c."),
    "Methodist": ("methodist",),
    "Jewish": ("jewish",),
    "Muslim": ("muslim", "islamic"),
    "Sikh": ("sikh",),
    "Hindu": ("hindu",),
    "Quaker": ("quaker",),
    "Greek Orthodox": ("greek orthodox",),
    "Seventh-day Adventist": ("seventh-day adventist", "seventh day adventist"),
}
"""Each religious character with the words that show it in the name of a school or what is said of its ethos."""
WITHOUT_CHARACTER: Final = ("community", "community special", "maintained nursery", "pupil referral unit")
"""Categories of school that have no religious character, whatever they are called."""

SIGNS: Final = (
    (
        "Church of England",
        re.compile(
            r"diocesan board of education|parochial church council|(?-i:\bPCC\b)|archdeacon", re.IGNORECASE
        ),
    ),
    ("Roman Catholic", re.compile(r"canon law|latin rite", re.IGNORECASE)),
)
"""Bodies and words that only one church has."""
_CHARACTER_CAPITALS: Final = {"Church of England": "CE|CofE|CoE", "Roman Catholic": "RC"}


def _table(table: dict[str, tuple[str, ...]], capitals: dict[str, str]) -> "re.Pattern[str]":
    groups = []
    for number, (name, words) in enumerate(table.items()):
        phrases = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        exact = f"|(?-i:{capitals[name]})" if name in capitals else ""
        groups.append(rf"(?P<g{number}>(?:{phrases}{exact}))")
    return re.compile(rf"(?<![a-z])(?:{'|'.join(groups)})(?![a-z])", re.IGNORECASE)


_CATEGORY: Final = _table(CATEGORIES, CATEGORY_CAPITALS)
_CHARACTER: Final = _table(CHARACTERS, _CHARACTER_CAPITALS)

_CLAUSE: Final = re.compile(
    # "Category of governor | Number" heads a table of seats, and says nothing of the school.
    r"(?:the )?(?:school )?(?P<plainly>category|type|status)(?![a-z])(?!\s+(?:of\s+)?(?:governor|member|seat|number|how many|total|terms? of|no\.))(?: of (?:the )?school)?\s*(?:(?:is|shall be)(?![a-z])|[:\-=])*\s*(?P<value>.*)$"
    r"|(?:it|the school|this school|the nursery|the name)\s+(?:is|shall be)\s+(?:categorised as |designated as )?(?:an? |in the category of )?(?P<is>(?!designated)[^.;]{0,120})",
    re.IGNORECASE,
)
_SCHOOL_IS_A: Final = re.compile(
    r"(?:school|nursery|college) is an? (?P<is>[a-z -]{3,60}?) school(?![a-z])", re.IGNORECASE
)
_TITLE: Final = re.compile(r"instruments? of (?:government|governance|governors)", re.IGNORECASE)
_OTHER_WORDS: Final = r"(?:primary|secondary|infant|junior|first|middle|high|upper|all-through|special|church|of|england|catholic|roman|day|mixed|school|maintained|co-educational|grammar|comprehensive|nursery|and|\s|-|')"
_ONLY_KIND: Final = re.compile(rf"(?:{_OTHER_WORDS}|an?(?![a-z])|\\(trust\\))*", re.IGNORECASE)
_OF_SEATS_TOO: Final = ("community", "foundation", "trust", "nursery")
_BRACKETED: Final = re.compile(r"\((?!trust\))[^()]*\)", re.IGNORECASE)
_IN_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?:(?P<va>VA|(?:Voluntary )?Aided)|(?P<vc>VC|(?:Voluntary )?Controlled))(?![A-Za-z])(?=[^.:]*(?:School|Infant|Junior|Primary|Academy|Nursery))"
)
_NURSERY: Final = re.compile(r"^(?!.*(?:\band\b|&|Infant|Primary|Junior|First)).*\bNursery School\b")
_FOUNDATIONS: Final = (
    (
        "none",
        re.compile(
            r"\b(?:it|school|college) does not have a foundation(?: or equivalent(?: body)?)?(?:,? (?:and|nor) (?:is not|is it) a qualifying)?",
            re.IGNORECASE,
        ),
    ),
    ("none", re.compile(r"\bwithout a foundation\b|\bhas no foundation\b", re.IGNORECASE)),
    (
        "qualifying",
        re.compile(
            r"\b(?<!not )(?:and )?is a qualifying foundation school|\bit is a foundation school [^.]*\bqualifying foundation\b",
            re.IGNORECASE,
        ),
    ),
    ("foundation", re.compile(r"\b(?:it|the school) has a foundation\b", re.IGNORECASE)),
)
_DESIGNATED: Final = (
    re.compile(
        r"designated as having an? religious character\s*\((?P<value>[^()]{2,80}(?:\([^()]*\))?[^()]*)\)",
        re.IGNORECASE,
    ),
    re.compile(r"(?:has|having) (?:an? )?(?P<value>[A-Z][A-Za-z ]{2,40}?) religious character"),
    re.compile(
        r"^(?:the )?religious character(?: of the school)?\s*(?:is|:|-)\s*(?P<value>[^.;:]{2,60})(?:[.;]|$)",
        re.IGNORECASE,
    ),
)
_NO_CHARACTER: Final = re.compile(
    r"(?:does not have|has no|is not designated as having an?) (?:a )?religious character|^religious character\s*[:\-]\s*(?:none|n/?a|does not apply)\b",
    re.IGNORECASE,
)
_SHOWS_CHARACTER: Final = re.compile(
    r"ethos|founded by|catholic school|christian|character|trust deed|diocesan board|church in parish",
    re.IGNORECASE,
)
_MOST_OF_A_TITLE: Final = 12


@attrs.frozen
class Kind:
    """What is read of the kind of school."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()


def category_in(text: str) -> str | None:
    """Give the one category of school that a text states; None where it states none, or several.

    >>> category_in("a Roman Catholic voluntary aided school")
    'voluntary aided'
    """
    return next(iter(found)) if len(found := categories_in(text)) == 1 else None


def categories_in(text: str) -> set[str]:
    """Give every category of school that a text states."""
    names = list(CATEGORIES)
    return {names[int(match.lastgroup[1:])] for match in _CATEGORY.finditer(text) if match.lastgroup}


def character_in(text: str) -> str | None:
    """Give the religious character that a text shows; None where it shows none, or several.

    >>> character_in("Elton CE VC Primary School")
    'Church of England'
    """
    names = list(CHARACTERS)
    found = {names[int(match.lastgroup[1:])] for match in _CHARACTER.finditer(text) if match.lastgroup}
    return next(iter(found)) if len(found) == 1 else None


def kind_of_school(read: Sequence[Passage], *, name: Evidence | None, federation: Evidence | None) -> Kind:
    """Find what kind of school the document is about; `name` is the evidence for its name."""
    if federation is not None:
        return Kind((federation,))
    evidence, remarks = _by_clause(read)
    evidence = evidence or list(_by_title(read)) or list(_alone(read)) or list(_by_name(read, name))
    if not evidence and (told := said_in_passing(read, name)):
        evidence = [told]
    foundation = list(_foundation(read))
    character = list(_designated(read))
    # An instrument in the form of the Regulations states a religious character if there is one.
    if not character and not foundation and (not evidence or evidence[0].value not in WITHOUT_CHARACTER):
        character = list(_shown(read, name))
    return Kind((*evidence, *foundation, *character), tuple(remarks))


def _by_clause(read: Sequence[Passage]) -> tuple[list[Evidence], list[Remark]]:
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    for passage in read:
        match = _CLAUSE.match(passage.text)
        beneath = passage.first and re.fullmatch(
            r"(?:the )?(?:school )?(?:category|type|status)(?: of (?:the )?school)?\W*",
            passage.context,
            re.IGNORECASE,
        )
        if beneath:
            plainly, said = True, passage.text
        elif match:
            plainly, said = bool(match["plainly"]), match["value"] or match["is"] or ""
        elif inside := _SCHOOL_IS_A.search(passage.text):
            of_a_name = NAME.match(passage.text) or BODY.match(passage.text)
            if of_a_name and inside.start() < first_sentence(passage.text):
                continue  # "The name of the school is Hill School is a community school" states a name.
            plainly, said = False, inside["is"]
        else:
            continue
        words = said[: next((end for _, end in sentences(said)), 0)].split("(under")[0].strip()
        found = categories_in(words) if plainly or _is_a_school(words) else set()
        because = ""
        if len(found) > 1 and len(outside := categories_in(_BRACKETED.sub(" ", words))) == 1:
            found, because = outside, "what stands in brackets is left out"
        if found == {"community", "pupil referral unit"}:
            found = {"pupil referral unit"}
        if len(found) == 1:
            sure: Sure = "inferred" if because else "stated"
            evidence.append(stated("school.category", next(iter(found)), passage, sure=sure, because=because))
        elif plainly and words.strip(" .:-_…") and len(cells_of(passage)) <= 1:
            remarks.append(_not_known(passage, words, found))
    return evidence, remarks


def _is_a_school(words: str) -> bool:
    """Whether words state a category and nothing else: "a Roman Catholic voluntary aided primary school"."""
    match = _CATEGORY.search(words)
    if match is None:
        return False
    before, after = words[: match.start()], words[match.end() :]
    return bool(
        _ONLY_KIND.fullmatch(before) and _ONLY_KIND.match(after) and "school" in f"{words} school".lower()
    )


def _not_known(passage: Passage, said: str, found: set[str]) -> Remark:
    import difflib  # noqa: PLC0415 - only where a category is not known

    quotes = ((passage.words, passage.where),)
    if found:
        return Remark("note", f"The category is given as several: {', '.join(sorted(found))}", quotes)
    near = difflib.get_close_matches(
        said.strip(" .").lower().removesuffix(" school"), list(CATEGORIES), n=1, cutoff=0.75
    )
    suggestion = f"Did they mean {near[0]}?" if near else f"It is one of: {', '.join(CATEGORIES)}."
    return Remark(
        "advice", f"“{said.strip(' .')}” is not a category of school that the law knows. {suggestion}", quotes
    )


def _by_title(read: Sequence[Passage]) -> Iterator[Evidence]:
    for passage in read[:_MOST_OF_A_TITLE]:
        if not _TITLE.search(passage.text):
            continue
        said = _TITLE.sub("", passage.text)
        rest = re.sub(rf"{_OTHER_WORDS}|s\b", "", _CATEGORY.sub("", said), flags=re.IGNORECASE).strip(
            " :-.,()"
        )
        found = category_in(said)
        if found and not rest and " and " not in said.lower():
            yield stated("school.category", found, passage, sure="inferred", because="the title says so")
            return


def _alone(read: Sequence[Passage]) -> Iterator[Evidence]:
    """Read a line that says nothing but a category: "Community school."."""
    for passage in read:
        match = _CATEGORY.search(passage.text) if len(passage.text) < _LONGEST_TITLE else None
        if match is None or ("school" not in passage.text.lower() and match[0].lower() in _OF_SEATS_TOO):
            continue
        rest = passage.text[: match.start()] + passage.text[match.end() :]
        found = categories_in(passage.text)
        if _ONLY_KIND.fullmatch(rest.strip(" .;:,()")) and len(found) == 1:
            because = "a line says so and nothing else"
            yield stated("school.category", next(iter(found)), passage, sure="inferred", because=because)
            return


def _by_name(read: Sequence[Passage], name: Evidence | None) -> Iterator[Evidence]:
    """Deduce the category from what the body or the school is called."""
    for passage in read:
        if _UNIT.search(passage.text):
            because = "it speaks of a management committee or a pupil referral unit"
            yield stated("school.category", "pupil referral unit", passage, sure="inferred", because=because)
            return
    because = "the name of the school says so"
    if name is not None:
        found = _category_of_name(name.value)
        if found:
            yield attrs.evolve(name, field="school.category", value=found, sure="inferred", because=because)
            return
    for passage in read:
        headed = _HEADED.match(passage.text) if len(passage.text) < _LONGEST_TITLE else None
        if headed and (found := category_in(headed[1])):
            yield stated("school.category", found, passage, sure="inferred", because=because)
            return
    for passage in read[:_TITLES]:
        if len(passage.text) < _LONGEST_TITLE and _NURSERY.search(passage.words):
            yield stated("school.category", "maintained nursery", passage, sure="inferred", because=because)
            return


def _category_of_name(name: str) -> str | None:
    match = _IN_NAME.search(f"{name} School")
    if match:
        return "voluntary aided" if match["va"] else "voluntary controlled"
    return "maintained nursery" if _NURSERY.search(name) else None


_UNIT: Final = re.compile(
    r"(?:name|membership|composition|constitution) of (?:the )?management committee|^(?:the )?management committee (?:shall|will|is|has|consists|compris|of|for)|management committee for the pupil referral|pupil referral (?:unit|service)s?(?![a-z])|(?-i:\bPRU\b)|has a management committee",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(r"[^:;.]{3,60} (?:School|College|Nursery) \(([^()]{2,40})\)\W*$")
_TITLES: Final = 3
_LONGEST_TITLE: Final = 90


def _foundation(read: Sequence[Passage]) -> Iterator[Evidence]:
    for passage in read:
        if len(passage.text) > 400:  # noqa: PLR2004 - a clause on the category is short
            continue
        text = passage.text
        if "oundation" not in text:
            continue
        if "qualifying" in text and re.search(
            r"(?:and|it) is a qualifying foundation school", text, re.IGNORECASE
        ):
            yield stated("school.foundation", "qualifying", passage)
            return
        for said, pattern in _FOUNDATIONS:
            if said != "qualifying" and pattern.search(text):
                yield stated("school.foundation", said, passage)
                return


def _designated(read: Sequence[Passage]) -> Iterator[Evidence]:
    """Read the religious character that the document states."""
    field = "school.religious_character"
    for passage in read:
        for pattern in _DESIGNATED:
            if match := pattern.search(passage.text):
                words = value(passage, *match.span("value"))
                if words.lower() in ("none", "n/a", "a", "no"):
                    continue
                known = character_in(words)
                exact = pattern is _DESIGNATED[0]
                yield stated(field, words if exact or known is None else known, passage)
                return
        if _NO_CHARACTER.search(passage.text):
            yield stated(field, "none", passage)
            return


def _shown(read: Sequence[Passage], name: Evidence | None) -> Iterator[Evidence]:
    """Deduce the religious character from the name of the school, or from what is said of it."""
    field = "school.religious_character"
    if name is not None and (character := character_in(name.value)):
        yield attrs.evolve(
            name, field=field, value=character, sure="inferred", because="the name of the school says so"
        )
        return
    for passage in read:
        if _SHOWS_CHARACTER.search(passage.text) and (character := character_in(passage.text)):
            yield stated(field, character, passage, sure="inferred", because="the document speaks of it so")
            return
    for sign, pattern in SIGNS:
        for passage in read:
            if pattern.search(passage.text):
                yield stated(
                    field, sign, passage, sure="inferred", because="it speaks of what that church alone has"
                )
                return
