"""The head teacher within the staff: "2 staff governors including the head teacher" is one and one."""

import bisect
import itertools
import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.board.items import Item
from governance.reading.board.parts import Part
from governance.reading.phrases.lexer import Token, letters, start_of

_MOST: Final = 9


def heads_apart(main: Sequence[Token], form: str, items: list[Item], parts: Sequence[Part]) -> list[Item]:
    """Give the head teacher a seat of its own where words beside the staff count it among them."""
    result: list[Item] = []
    skip = -1
    for n, item in enumerate(items):
        if item.start < skip:
            continue
        result.append(item)
        following = items[n + 1].start if n + 1 < len(items) else 10**9
        region, end = _beside(main, form, item, parts, following) if item.category == "staff" else ([], 0)
        head = next((one for one in region if one.letter == "H"), None)
        if head is None:
            continue
        own = letters(region)
        alone = Item("head_teacher", 1, head.start, head.end, form="alone", alone=True)
        numbers = [1 if one.letter == "a" else one.value for one in region if one.letter in "Na"]
        inside: int | None = None
        if re.match("&D?H", own):
            result.append(alone)
        elif re.search("[yn][^H]{0,3}H", own):
            result.append(attrs.evolve(alone, definite=True, besides=True))
        elif item.count and _ALL_OF_THEM.fullmatch(own) and region[-1].many == (item.count > 1):
            result[-1] = attrs.evolve(item, count=0, head_inside=True)
            result.append(attrs.evolve(item, category="head_teacher", head_inside=True))
            skip = max(skip, end)
        elif item.count is None:
            inside = sum(numbers) if not item.doubt else None
        elif item.count > 1:
            others = sum(one.value for one in region if one.letter == "N")
            inside = item.count - 1 if others in (0, 1, item.count - 1, item.count) else None
            skip = skip if inside is None else max(skip, end)
        if inside:
            result[-1] = attrs.evolve(item, count=inside, head_inside=True, alone=False)
            result.append(attrs.evolve(result[-1], category="head_teacher", count=1))
    return _staff_told(result)


def _staff_told(items: list[Item]) -> list[Item]:
    """Read "staff: 3, the headteacher, plus 1 teacher and 1 other", whose parts are no seats besides."""
    for n, (item, head) in enumerate(itertools.pairwise(items)):
        if item.category == "staff" and head.category == "head_teacher":
            more = [one.count or 0 for one in items[n + 2 : n + 1 + _MOST] if one.category == "staff"]
            if item.count and more and item.count == sum(more) + 1:
                kept = [attrs.evolve(item, count=item.count - 1, head_inside=True)]
                kept.append(attrs.evolve(head, head_inside=True))
                return [*items[:n], *kept, *(one for one in items[n + 2 :] if one.category != "staff")]
    return items


_DASHED: Final = re.compile(r"G?[-:][^;.,-]{1,14}(?:,&D?H)?|,D?H&[Na]u{0,2}(?=[.;]|$)")

_BY_NAME: Final = re.compile("G?[-:][^NC#;.:-]{0,9}[us],[^NC#;.:-]{0,60}H[^NC#;.:-]{0,60}")
"""People after a mark, of whom one is the head: "Ms A, headteacher, and Mr B"."""
_AMONG: Final = re.compile("[,:-]?(?:N[uVT][uVTD]{0,3}H|[uTD]{0,3}HW)")
"""One of them who is the head: "one reserved for the headteacher", "the headteacher being one of them"."""

_WHO_IS: Final = re.compile(r"[,:-]?uVDH(?=[;.]|$)")
_ALL_OF_THEM: Final = re.compile("[,:-]?(?:uV)?DH")
"""The whole of the staff: "1 staff governor, who is the head teacher", or "(the head teacher)"."""


def _beside(
    main: Sequence[Token], form: str, item: Item, parts: Sequence[Part], following: int
) -> tuple[list[Token], int]:
    """Give the words that explain an item: those in brackets or after "including", or behind a dash in its own clause."""
    last = bisect.bisect_left(main, item.end, key=start_of) - 1
    near = bisect.bisect_left(parts, item.start, key=lambda one: start_of(one.tokens[0]))
    for part in parts[near : near + _MOST]:
        if item.start <= part.tokens[0].start < following and "H" in letters(part.tokens):
            return list(part.tokens), item.end
    for pattern in (_DASHED, _BY_NAME, _AMONG, _WHO_IS):
        match = pattern.match(form, last + 1)
        if match and "H" in match[0]:
            return list(main[match.start() : match.end()]), main[match.end() - 1].end
    return [], item.end
