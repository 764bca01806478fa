"""Who the document is about, and who makes it: school or federation, governing body, local authority."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.reading.evidence import Evidence
from governance.reading.phrases.words import value_of
from governance.reading.text.clause import stated, unquoted, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import first_sentence

_IS: Final = r"\s*(?:(?:is|shall be|will be)(?![a-z])|[:\-=])+\s*"
_BODY: Final = "(?:federated )?(?:governing body|governing board|governor body|board of governors(?:'s)?|management committee)"
_THING: Final = "(?:school|federation|group of units|unit|pupil referral unit|nursery|nursery school|college)"

NAME: Final = re.compile(
    rf"(?:the )?(?:(?:full |official )?name of (?:the |this )?{_THING}|{_THING}(?:'s)? name){_IS}(?P<value>.*)$|(?:school|federation|unit|name)\s*:\s*(?P<short>(?!.*govern(?:ing|ors?)(?![a-z])).+)$|(?:the )?{_THING} (?:is|shall be) (?:to be )?(?:known as|called|named)\s*:?\s*(?P<known>.+)$",
    re.IGNORECASE,
)
BODY: Final = re.compile(
    rf"(?:the )?(?:name of (?:the |this )?{_BODY}|{_BODY}(?:'s|')? name)(?:{_IS}(?P<value>.*))$|name\s*:\s*(?P<short>.*{_BODY}.*)$|(?:the |its )?{_BODY} (?:is |shall be |will be |to be )+(?:to be )?(?:known as|called|named)\s*:?\s*(?P<known>.+)$",
    re.IGNORECASE,
)
NAME_HEADING: Final = re.compile(
    rf"(?:the )?(?:name of (?:the )?{_THING}|{_THING}(?:'s)? name)\W*$", re.IGNORECASE
)
BODY_HEADING: Final = re.compile(
    rf"(?:the )?(?:name of (?:the )?{_BODY}|{_BODY}(?:'s|')? name)\W*$", re.IGNORECASE
)

_DAY_FOLLOWS: Final = r"\s+(?:on|dated)(?: the)?\s+(?=\d|\[|_|\.\.|…|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
MADE_BY: Final = re.compile(
    rf"(?<![a-z])by (?:an )?order of (?P<value>.+?)(?={_DAY_FOLLOWS}|[\s:,-]+(?=\d)|\s+(?:and|was) sealed|\s+to comply|\s+on behalf|,?\s+and (?:takes|comes|has)|\s+under\s|\s+in accordance|[;,]|\.?\s*$)",
    re.IGNORECASE,
)
_MADE_BY_OTHERWISE: Final = re.compile(
    rf"(?<![a-z])made by (?P<value>.{{4,90}}?){_DAY_FOLLOWS}", re.IGNORECASE
)
_MADE_BY_WHOLE: Final = re.compile(
    rf"(?<![a-z])by (?:an )?order of (?P<value>.+){_DAY_FOLLOWS}[^.;,]{{0,40}}\.?$", re.IGNORECASE
)
"""The clause that names the maker to its day: a comma in it belongs to the name."""
_OTHER_CLAUSE: Final = re.compile(
    r"(?<![a-z])(?:effect|force|takes?|comes?|came|under|accordance|comply|sealed|made|instrument|regulations?|behalf|dated)(?![a-z])|;",
    re.IGNORECASE,
)
_MADE: Final = re.compile(r"(?<![a-z])made(?![a-z])", re.IGNORECASE)

AUTHORITY_ENDS: Final = (
    "local education authority",
    "local authority",
    "education authority",
    "metropolitan borough council",
    "county borough council",
    "county council",
    "city council",
    "borough council",
    "district council",
    "metropolitan district council",
    "council",
    "lea",
    "la",
)
"""What an authority's name ends with."""
AUTHORITY_BEGINS: Final = (
    "the ",
    "royal ",
    "london borough of ",
    "metropolitan borough of ",
    "borough of ",
    "city of ",
    "county of ",
    "council of ",
    "city and county of ",
)
"""What an authority's name begins with."""
_NAMED_AUTHORITY: Final = re.compile(
    r"(?<![a-z])(?:London Borough of (?P<borough>[A-Z][\w'-]+(?: (?:(?:and|upon|with|on|the) )?[A-Z][\w'-]+){0,4})|(?:County|Borough|City|Metropolitan Borough|Local) (?:Council|Authority|Education Authority)(?! (?:[Gg]overnor|[Rr]epresent|[Nn]omin|[Mm]ember|[Aa]ppoint))|(?<!School )(?<!Parish )(?<!Church )(?<!Town )(?<!Governing )(?<!Pupil )(?<!Diocesan )(?<!The )(?<!the )Council(?! (?:[Gg]overnor|[Rr]epresent|[Nn]omin|[Mm]ember|[Aa]ppoint|of|for)))(?![A-Za-z])"
)
_CAPITAL: Final = re.compile(r"[A-Z][\w'.&-]{0,60}$")
_JOINS: Final = frozenset({"and", "with", "upon", "of", "on", "the", "in"})
_TITLE: Final = re.compile(
    r"instruments? of (?:government|governance|governors)\s*(?:of|for|[:\-,])?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SCHOOL_WORD: Final = re.compile(
    r"(?<![a-z])(?:school|nursery|college|academy|federation|unit)(?![a-z])", re.IGNORECASE
)
_SENTENCE_NAME: Final = re.compile(
    r"^(?P<value>[^:;]{3,90}?(?:School|College|Federation|Unit)(?: and Nursery(?: Unit)?)?)\s+(?:-\s|has \d|has (?:\w+) governors|will have)"
)
_NO_NAME: Final = re.compile(
    r"instrument|governing|governors|board of|categor(?:y|ies)|(?:type|status|name|number) of", re.IGNORECASE
)
_GENERIC: Final = re.compile(
    r"\W{0,40}(?:the |a |your |my |this |our )?(?:voluntary (?:aided|controlled)|community(?: and)?|foundation|special|maintained|nursery|federated|and|primary|[\s:\-]){0,20}schools?(?: with(?:out)? an? (?:separate )?foundation)?\W{0,40}$",
    re.IGNORECASE,
)
_BAR: Final = re.compile(r"\s?\|")
_CLAUSE_FOLLOWS: Final = re.compile(
    r",?\s(?:and|which|that)\s(?:is|are|has|have|shall|will|was|consists?|comprises?|comes?|takes?)(?![a-z])"
)
_ABOUT_THE_BODY: Final = re.compile(
    r"(?:the )?(?:(?:governance|governors?|governing (?:body|board)|board|composition|membership|constitution|make-?up|report|reconstitution|instruments?|who|what)[ -]+(?:of|at|for|on|-)?\s*(?:the )?)+",
    re.IGNORECASE,
)
_HEADLINE: Final = re.compile(
    r"(?P<value>[A-Z][^:;|]{2,80}?(?:School|SCHOOL|College|COLLEGE|Federation|FEDERATION|Referral Unit|Nursery|NURSERY)(?:(?:'s)? (?:and|&) (?:Nursery|Sixth Form|Children's Centre|Unit|College)[A-Za-z' ]{0,20})?)(?:\s*\(.{0,60}\))?(?:\s*[-:,.].{0,60})?$"
)
_BEFORE_A_LIST: Final = re.compile(
    r"(?P<value>[A-Z][^:;|.,]{2,80}?(?:School|College|Nursery|Academy))(?:\s*\([^()]{2,40}\))?\s*(?:[:\-]|(?=(?:has|to have|shall have|will have) ))"
)
_OF_A_SCAN: Final = re.compile(r"(?<![\w'])l(?=[nN][a-zA-Z])|(?<=[a-z])I(?=[a-z]|\b)")
_LONGEST_NAME: Final = 120
_KIND_LAST: Final = re.compile(
    r"\s?\((?:voluntary|community|foundation|maintained|special)[^()]{0,80}\)$|\s\d{1,2}[._)]\s.*$",
    re.IGNORECASE,
)
_HEADLINES: Final = 4
_SMALL_WORDS: Final = frozenset(
    {"of", "the", "and", "for", "in", "with", "at", "on", "upon", "by", "le", "de", "&", "c", "e"}
)
_BARE_NAME: Final = re.compile(r"name\s*:", re.IGNORECASE)
_NEXT_SENTENCE: Final = re.compile(r"\.\s+(?=(?:It|The school|This|Formerly|Its)\b)")


def names(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    """Find the names, and the numbers of the passages that only give a name."""
    found: list[Evidence] = []
    taken: set[int] = set()
    for passage in read:
        for field, clause, heading in (
            ("school.name", NAME, NAME_HEADING),
            ("instrument.governing_body", BODY, BODY_HEADING),
        ):
            if (name := _named(passage, clause, heading)) is not None:
                taken.add(passage.number)
                if (whole := _OF_A_SCAN.sub(_meant, name)) != name:
                    because = "letters that look misread in scanning were put right"
                    found.append(stated(field, whole, passage, sure="inferred", because=because))
                elif name and _never_closed(passage):
                    because = "the quotation mark is never closed, and some of the name may be missing"
                    found.append(stated(field, name, passage, sure="inferred", because=because))
                elif name:
                    found.append(stated(field, name, passage))
    in_full = [one for one in found if one.field == "school.name" and not _BARE_NAME.match(one.words)]
    if in_full:
        found = [one for one in found if one.field != "school.name" or not _BARE_NAME.match(one.words)]
    if not any(one.field == "school.name" for one in found):
        found += list(_from_title(read))
    return found, taken


def _meant(sign: "re.Match[str]") -> str:
    return "I" if sign[0] == "l" else "l"


def makers(read: Sequence[Passage]) -> list[Evidence]:
    """Find who makes the instrument, and the local authority that this shows."""
    found: list[Evidence] = []
    for passage in read:
        match = MADE_BY.search(passage.text) or _MADE_BY_OTHERWISE.search(passage.text)
        if match is None or not (_MADE.search(passage.text) or _MADE.search(passage.context)):
            continue
        whole = _MADE_BY_WHOLE.search(passage.text)
        if whole and not _OTHER_CLAUSE.search(whole["value"]):
            match = whole
        maker = value(passage, *match.span("value")).partition(" on [")[0]
        maker = passage.words[slice(*match.span("value"))].strip() if match is whole else maker
        if match.re is _MADE_BY_OTHERWISE and authority_name(maker) is None:
            continue
        if not maker or maker.startswith("["):
            continue
        found.append(stated("instrument.made_by", maker, passage))
        if name := authority_name(maker):
            found.append(
                stated(
                    "school.local_authority",
                    name,
                    passage,
                    sure="inferred",
                    because="it makes the instrument",
                )
            )
    return found or _mentioned(read)


def authority_name(words: str) -> str | None:
    """Give the place an authority is of; None where the words do not call it an authority or a council.

    >>> authority_name("the St. Helens Council Local Education Authority")
    'St. Helens'
    """
    name, before = words.strip(), ""
    called = False
    while name != before:
        before = name
        for end in AUTHORITY_ENDS:
            if name.lower().endswith(f" {end}"):
                name, called = name[: -len(end) - 1].strip(" ,"), True
        for begin in AUTHORITY_BEGINS:
            if name.lower().startswith(begin):
                name, called = name[len(begin) :].strip(), called or begin.strip() not in ("the", "royal")
    return name if called and name else None


def _named(passage: Passage, clause: "re.Pattern[str]", heading: "re.Pattern[str]") -> str | None:
    """Give the name that a passage states; "" where it is the clause and the name is blank, None where it is not."""
    match = clause.match(passage.text)
    if match is None:
        if not passage.first or not heading.match(passage.context):
            return None
        start = 0
    else:
        start = next(
            match.start(group)
            for group in ("value", "short", "known")
            if match.groupdict().get(group) is not None
        )
    rest = passage.text[start:]
    ends = [
        found.start()
        for pattern in (_NEXT_SENTENCE, _BAR, _CLAUSE_FOLLOWS)
        if (found := pattern.search(rest))
    ]
    return unquoted(value(passage, start, start + min(*ends, first_sentence(rest), len(rest))))


def _never_closed(passage: Passage) -> bool:
    """Whether a passage has a quotation mark that opens and none that closes."""
    return passage.text.count('"') == 1 or bool(re.search(r"(?:^|\s)'[^']+$", passage.text))


def _from_title(read: Sequence[Passage]) -> Iterator[Evidence]:
    for passage in read[:_TITLES]:
        match = _TITLE.match(passage.text)
        if match and _SCHOOL_WORD.search(match["value"]) and not _GENERIC.match(match["value"]):
            name = unquoted(_KIND_LAST.sub("", value(passage, match.start("value"))))
            if len(name) > _LONGEST_NAME:
                continue
            yield stated("school.name", name, passage, sure="inferred", because="it stands in the title")
            return
    told = [
        (passage, match)
        for passage in read
        if (match := _SENTENCE_NAME.match(passage.text)) and not _NO_NAME.search(match["value"])
    ]
    if len(told) == 1:
        passage, match = told[0]
        name = value(passage, *match.span("value"))
        yield stated(
            "school.name", name, passage, sure="inferred", because="the seats are said to be its own"
        )
        return
    for passage in read[:_HEADLINES]:
        name = _of_headline(passage)
        if name:
            because = "it stands at the head of the document"
            yield stated("school.name", name, passage, sure="inferred", because=because)
            return


def name_of(passage: Passage) -> str:
    """Give the name of the school that a passage states or begins with; "" where it does neither."""
    return (
        _named(passage, NAME, NAME_HEADING)
        or _of_headline(passage)
        or _in_capitals(passage, _BEFORE_A_LIST.match(passage.text))
    )


def _of_headline(passage: Passage) -> str:
    """Give the name of a school that a heading is, or begins with; "" where every other word is not of a name."""
    lead = _ABOUT_THE_BODY.match(passage.text)
    return _in_capitals(passage, _HEADLINE.match(passage.text, lead.end() if lead else 0))


def _in_capitals(passage: Passage, match: "re.Match[str] | None") -> str:
    if (
        match is None
        or passage.line.cells
        or _NO_NAME.search(match["value"])
        or _GENERIC.match(match["value"])
    ):
        return ""
    name = value(passage, *match.span("value"))
    words = [word.strip("(),'\"") for word in name.split()]
    return name if all(word[:1].isupper() or word in _SMALL_WORDS for word in words if word) else ""


_TITLES: Final = 12


def _mentioned(read: Sequence[Passage]) -> list[Evidence]:
    """Give the one authority that a document mentions by name."""
    found: dict[str, Passage] = {}
    for passage in read:
        words = passage.words.title().replace(" Of ", " of ") if passage.words.isupper() else passage.words
        for match in _NAMED_AUTHORITY.finditer(words):
            name = match["borough"] or _before(words[: match.start()])
            name = authority_name(f"{name} Council") or name if name else ""
            if name:
                found.setdefault(name, passage)
    if len(found) != 1:
        return []
    ((name, passage),) = found.items()
    return [
        stated(
            "school.local_authority", name, passage, sure="inferred", because="it is the only authority named"
        )
    ]


def _before(words: str) -> str:
    """Give the name in capitals that ends a text."""
    kept: list[str] = []
    for word in reversed(words.split()[-_LONGEST:]):
        if not (_CAPITAL.match(word) or (kept and word in _JOINS)):
            break
        if kept and kept[0] == "of" and word not in _OF_A_PLACE:
            break
        kept.insert(0, word)
    while kept and (kept[0] in _JOINS or kept[0].lower() in _NO_NAMES or value_of(kept[0]) is not None):
        kept.pop(0)
    return " ".join(kept)


_LONGEST: Final = 5
_OF_A_PLACE: Final = frozenset({"City", "County", "Borough", "Council", "Isle", "Vale", "Riding"})
_NO_NAMES: Final = frozenset(
    {
        "the",
        "a",
        "an",
        "our",
        "each",
        "nominated",
        "appointed",
        "by",
        "one",
        "no",
        "to",
        "from",
        "your",
        "local",
        "governors",
        "governor",
        "this",
    }
)
