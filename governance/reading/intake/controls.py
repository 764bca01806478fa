"""The facts that a Word file of ours holds in content controls: found, and their words masked for the grammar.

A key that no proposal has is no fact of ours, and its control is left as it is. So is one inside another, and so are all
where there are more than any instrument has.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final

import attrs
from lxml import etree

from governance.files.controls import title
from governance.model.names import EXTRA_FOUNDATION, FOUNDATION_PARENT, SEATS, STAFF_AND_HEAD
from governance.reading.intake.lines import tidy
from governance.reading.intake.styles import W, value
from governance.reading.intake.transcript import Control, Line

MOST_CONTROLS: Final = 1_000
"""The most controls that are looked at; an instrument of ours has some fifty."""

APPENDIX: Final = "appendix"
"""The key of the title under which a report has an instrument."""

_SDT: Final = f"{W}sdt"
_LONGEST_TITLE: Final = 100
_SEAT: Final = "|".join(SEATS)
_ONE: Final = r"\d{1,2}"
_KEY: Final = re.compile(
    rf"""seats\.(?:{_SEAT}|total|{FOUNDATION_PARENT}|{EXTRA_FOUNDATION}|{STAFF_AND_HEAD})
      | school\.(?:name|category|foundation|religious_character)
      | schools\.{_ONE}\.(?:name|category|religious_character|ethos|seats\.(?:{_SEAT}))
      | instrument\.(?:governing_body|made_by|made_on|effective_on|replaces|nominating_body|sponsor_names\.{_ONE})
      | foundation\.(?:name|trust_deed)
      | foundation\.appointers\.{_ONE}\.(?:by|number|basis|school)
      | foundation\.ex_officio\.{_ONE}\.(?:office|school|removal_requested_by|substitute_appointed_by)
      | terms\.(?:all|{_SEAT}|fixed_by_appointer\.{_ONE})
      | ethos\.description
      | {APPENDIX}""",
    re.VERBOSE,
)

_MASKS: Final = {
    "name": "{} School",
    "school": "{} School",
    "governing_body": "The governing body of {} School",
    "made_by": "{} Council",
    "nominating_body": "the {} Trust",
    "sponsor_names": "{} Limited",
    "trust_deed": "the deed of {}",
    "by": "the {} Trust",
    "basis": "after consulting {}",
    "office": "the vicar of {}",
    "removal_requested_by": "the Bishop of {}",
    "substitute_appointed_by": "the Bishop of {}",
    "ethos": "{}.",
    "description": "{}.",
}
"""The plain words that stand for free ones, by the last word of the key."""

_ALL_MASKS: Final = (*_MASKS.values(), "the {} Foundation")
_OF_SCHOOL: Final = ("school.name", "instrument.governing_body")
NOBODY: Final = "no body"
"""What our instruments say where no body nominates a community governor."""
_ENDING: Final = 5
_TAGS: Final = ["".join(letters) for letters in product("QXZ", "qxz", "qxz", "wvk")]


def mask_of(key: str) -> str | None:
    """Give the words that stand for those of a key, with a place for its token; None where they are not free."""
    *_, before, last = ("", *key.split("."))
    if before == "foundation" and last == "name":
        return "the {} Foundation"
    return _MASKS.get(before if last.isdecimal() else last)


@attrs.frozen
class _Found:
    key: str
    title: str
    text: str
    content: etree._Element


def found(body: etree._Element, words: Callable[[etree._Element, etree._Element], str]) -> list[_Found]:
    """Find the controls with a key of ours, each with its words; none where they are more than any instrument has.

    `words` reads an element of a paragraph.
    """
    taken: set[etree._Element] = set()
    result: list[_Found] = []
    keyed = ((control, key) for control in body.iter(_SDT) if (key := _key(control)))
    for control, key in islice(keyed, MOST_CONTROLS):
        around = list(control.iterancestors())
        paragraph = next((one for one in around if one.tag == f"{W}p"), None)
        content = control.find(f"{W}sdtContent")
        if paragraph is not None and content is not None and taken.isdisjoint(around):
            taken.add(control)
            said = value(control.find(f"{W}sdtPr"), "alias") or ""
            result.append(_Found(key, said, words(content, paragraph).strip(), content))
    return [] if next(keyed, None) else result


def _key(control: etree._Element) -> str:
    properties = control.find(f"{W}sdtPr")
    for name in ("tag", "alias"):
        said = value(properties, name) or ""
        key = said.split(" ", 1)[0] if len(said) <= _LONGEST_TITLE else ""
        if _KEY.fullmatch(key):
            return key
    return ""


def tokens(lines: Sequence[Line], number: int) -> list[str]:
    """Give so many words that stand in no line; none where there are none to be had."""
    text = " ".join(line.words for line in lines)
    start = next((tag for tag in _TAGS if tag not in text), None)
    if start is None:
        return []
    endings = ("".join(letters) for letters in product("aeiou", "bdfglmnprst", "aeiou", "bdfglmnprst"))
    return [f"{start}{ending}y" for ending in islice(endings, number)]


def put(facts: Sequence[_Found], words: Sequence[str]) -> None:
    """Put a word in the place of each fact."""
    for fact, word in zip(facts, words, strict=True):
        properties = fact.content.getparent()
        for prompt in () if properties is None else properties.findall(f"{W}sdtPr/{W}showingPlcHdr"):
            prompt.clear()
            prompt.tag = f"{W}label"
        fact.content[:] = []
        etree.SubElement(etree.SubElement(fact.content, f"{W}r"), f"{W}t").text = word


def placed(
    facts: Sequence[_Found], words: Sequence[str], lines: Sequence[Line]
) -> tuple[tuple[Control, ...], tuple[Line, ...]]:
    """Find each word in the lines, and mask what is free; what stands in no line is no fact."""
    by_word: dict[str, _Found] = dict(zip(words, facts, strict=True))
    pattern = re.compile(rf"{words[0][:-_ENDING]}\w{{{_ENDING}}}")
    lines = _instrument(lines, by_word, pattern)
    keys = {word: f" {fact.key} " for word, fact in by_word.items()}
    shared: dict[str, str] = {}
    for word, fact in by_word.items():
        shared.setdefault(_shares(fact), word)
    stands = {word: shared[_shares(fact)] for word, fact in by_word.items()}
    masks = {word: _masked(fact, stands[word]) for word, fact in by_word.items()}
    controls = tuple(
        Control(
            fact.key,
            fact.text,
            line.where,
            title(fact.key, _swap(line.words, keys, pattern)) == fact.title,
            stands[word],
        )
        for line in lines
        for word in dict.fromkeys(pattern.findall(line.words))
        if word in by_word
        for fact in (by_word[word],)
        if fact.key != APPENDIX
    )
    return controls, tuple(_each(lines, masks, pattern))


def _instrument(
    lines: Sequence[Line], by_word: Mapping[str, _Found], pattern: re.Pattern[str]
) -> Sequence[Line]:
    """Give the lines of the instrument: of a report with one appendix, the lines from its title on."""
    starts = [
        place
        for place, line in enumerate(lines)
        if any(word in by_word and by_word[word].key == APPENDIX for word in pattern.findall(line.words))
    ]
    return lines[starts[0] :] if len(starts) == 1 else lines


def _shares(fact: _Found) -> str:
    """Tell by what a fact shares its word with others: the same name has the same, and a body that of its school."""
    return "school.name" if fact.key in _OF_SCHOOL else f"{mask_of(fact.key)} {fact.text}"


def unmasked(controls: Sequence[Control]) -> Callable[[str], str]:
    """Give what puts the facts of these controls back into masked words."""
    facts: dict[str, str] = {}
    for one in controls:
        if mask := mask_of(one.key):
            facts.setdefault(mask.format(one.token).casefold(), one.text)
            facts.setdefault(one.token.casefold(), one.text)
    if not facts:
        return str
    word = rf"({controls[0].token[:-_ENDING]}\w{{{_ENDING}}})"
    fore = "|".join(sorted({re.escape(mask.split("{}")[0]) for mask in _ALL_MASKS}, key=len, reverse=True))
    aft = "|".join(sorted({re.escape(mask.split("{}")[1]) for mask in _ALL_MASKS}, key=len, reverse=True))
    pattern = re.compile(rf"({fore}){word}({aft})", re.IGNORECASE)

    def back(match: re.Match[str]) -> str:
        before, token, after = match.groups()
        for whole, left in (
            (match[0], ("", "")),
            (token + after, (before, "")),
            (before + token, ("", after)),
        ):
            if whole.casefold() in facts:
                return facts[whole.casefold()].join(left)
        return f"{before}{facts.get(token.casefold(), token)}{after}"

    return lambda text: pattern.sub(back, text)


def _masked(fact: _Found, word: str) -> str:
    mask = mask_of(fact.key)
    if mask is None or not fact.text or fact.text.casefold() == NOBODY:
        return tidy(fact.text).replace("\t", " ")
    return mask.format(word)


def _each(lines: Sequence[Line], masks: Mapping[str, str], pattern: re.Pattern[str]) -> Iterator[Line]:
    for line in lines:
        words = _swap(line.words, masks, pattern)
        cells = tuple(_swap(cell, masks, pattern) for cell in line.cells)
        yield line if words == line.words else attrs.evolve(line, words=words, cells=cells)


def _swap(text: str, by: Mapping[str, str], pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda word: by.get(word[0], word[0]), text)
