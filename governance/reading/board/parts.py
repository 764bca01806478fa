"""The words about an item that stand beside it, in brackets or after "including", and the head teacher whom they count in it."""

import bisect
import itertools
import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.board.items import Item
from governance.reading.phrases.lexer import Token, letters, start_of

_FARTHEST: Final = 60
_MOST: Final = 9
_ANYWHERE: Final = 10**9
_COUNTED: Final = re.compile("x?N(?=$|G$|(?P<more>[:,;-]))")
_PART_ENDS: Final = re.compile(r"[;.]|,&?D?[Na]|,&?D?H|,&?C|&D?N(?![uc]|Va)[^&,;.]{0,4}?[CA]|$")
"""Where a part ends: at a stop, or at a comma or an "and" before the next seats."""
_HEAD_BEHIND: Final = re.compile(
    # "one reserved for the head", "the head being one of them", "who is the head teacher"; "Ms A, headteacher, and Mr B"
    "[,:-]?(?:N[uVT][uVTD]{0,3}H|[uTD]{0,3}HW|uVDH(?=[;.]|$))"
    "|G?[-:][^NC#;.:-]{0,9}[us],[^NC#;.:-]{0,60}H[^NC#;.:-]{0,60}"
    "|G?[-:][^;.,-]{1,14}(?:,&D?H)?"
)
_IN_STAFF: Final = {"staff", "head_teacher"}
_ONE_OF_THEM: Final = re.compile("(N|(?:^|(?<=[,&:-]))a)(?!H)")
_AND_SOMEBODY: Final = re.compile("^[(:,.-]{0,2}D?H&[us]{1,3}$")
"""The head teacher and a name: "Headteacher & EF"."""
STOP: Final = re.compile("[.;]|$")
_REST: Final = re.compile("Du?N,?$")
"""Some of those told of before: "the other seven, of whom three are parents"."""
_ALL_TOLD: Final = re.compile("(?:^|[.;])D?CG?[^NCHAXR#.;:]*,N$")
_SEATS_BEFORE: Final = re.compile(
    "CG?(?:[^NCHAXR.;:KB]|(?<=[Tu])B|(?<=[Tu]D)B)*N?$|(?:[CHR]G?:|[CHRA.;:KB]V?)[^CHR.;:KB]*$"
)
_ENDS: Final = ("", ".", ";", "(")
_NEVER_CLOSED: Final = re.compile("[;.]|(?<=[us)A])(?=N[CH])|$")
_OWN_NUMBER: Final = re.compile("(?:^|[;,:.&])D?CG?[:=x-]?N$")
"""A category with its number behind it, no part of which what follows can count: "staff governors 3 including the head"."""
_OF_TOTAL: Final = re.compile("[N#]u?G{1,2},?ID?H.?$")
"""All the governors, of whom the next words name one: "14 governors, including the head teacher"."""
_HOW_MANY: Final = re.compile("BN(?=[,;.]|$)")
_ALL_OF_THEM: Final = re.compile("[,:-]?(?:uV)?DH")
"""The whole of the staff: "1 staff governor, who is the head teacher", or "(the head teacher)"."""


@attrs.frozen
class Part:
    """Words about an item before them: in brackets, or after "including"; `at` is their place among the main words."""

    at: int
    tokens: tuple[Token, ...]
    bracket: bool


def parted(tokens: Sequence[Token]) -> tuple[list[Token], list[Part]]:
    """Take what stands in brackets, and what "including" begins, out of a sentence; a number alone in brackets stays."""
    main: list[Token] = []
    parts: list[Part] = []
    form = letters(tokens)
    at = 0
    while at < len(tokens):
        token, end = tokens[at], at + 1
        told = letters(main[-_FARTHEST:]) if token.letter == "I" else ""
        if token.letter == "(":
            closes = _closes(form, at)
            end, inner = closes + (form[closes : closes + 1] == ")"), tokens[at + 1 : closes]
            own = letters(inner)
            # "Foundation governors (6 in total)".
            whole = own == "NO" and not set(letters(main)) & set("N#")
            if counted := _COUNTED.match(own[:1] if whole else own):
                inner, more = inner[: counted.end()], inner[counted.end() :]
                if not (main and main[-1].letter == "N" and main[-1].value == inner[-1].value):
                    main.append(Token("#", token.start, inner[-1].end, inner[-1].value))
                if more and counted["more"]:
                    parts.append(Part(len(main), tuple(more), bracket=True))
            elif re.fullmatch("D?[CH]G?", own) and _unlabelled(main):
                main += inner
            elif own:
                parts.append(Part(len(main), tuple(inner), bracket=True))
        elif _item_before(told) and _HOW_MANY.match(form, end):
            # "The foundation governors, of whom there are ten".
            main[len(main) - (main[-1].letter == ",") :] = [tokens[at + 2]._replace(letter="#")]
            end = at + 3
        elif _ALL_TOLD.search(told) and form[end : end + 1] in _ENDS:
            main[-2:] = [main[-1]._replace(letter="#")]  # "Parent governors are elected, two of them."
        elif _item_before(told) or _REST.search(told) or _OF_TOTAL.search(told + form[at : end + 2]):
            end = _PART_ENDS.search(form, end).start()  # type: ignore[union-attr]
            if form[at + 1 : end] in ("", "N") and main[-1].letter != "N":
                main.append(token._replace(letter="W"))  # "the head teacher among them", "the head being one"
            else:
                of_them = told.endswith("N") and not told.endswith("xN") and not _OWN_NUMBER.search(told)
                numbered = [main.pop()] if of_them else []
                parts.append(Part(len(main), (*numbered, *tokens[at + 1 : end]), bracket=False))
        elif token.letter != ")":
            main.append(token._replace(letter="u") if token.letter == "I" else token)
        at = end
    return main, parts


def _unlabelled(main: Sequence[Token]) -> bool:
    """Whether a bracket gives the category of the words before it: "2 (parents)", "chosen by the board (co-opted) - 5"."""
    labelled = len(main) > _FARTHEST or set(letters(main)) & set("CHAXRN")
    return bool(main) and (main[-1].letter == "N" or not labelled)


def _closes(form: str, at: int) -> int:
    """Give where the bracket closes that opens at a place, or where its words end if nothing closes it."""
    depths = itertools.accumulate((sign == "(") - (sign == ")") for sign in form[at:])
    never: int = _NEVER_CLOSED.search(form, at + 1).start()  # type: ignore[union-attr]
    return next((at + n for n, depth in enumerate(depths) if depth == 0), never)


def _item_before(told: str) -> bool:
    """Whether some seats stand before a word such as "including", so that what follows is a part of them."""
    own = None if told.endswith("VN") else _SEATS_BEFORE.search(told)
    return own is not None and (own[0][0] in "CHR" or (own[0][0] == "A" and own[0][1:2] != "V"))


def heads_apart(form: str, main: Sequence[Token], items: list[Item], parts: Sequence[Part]) -> list[Item]:
    """Give the head teacher a seat of its own where words beside the staff count it among them."""
    result: list[Item] = []
    skip = -1
    for n, item in enumerate(items):
        if item.start < skip:
            continue
        result.append(item)
        may_hold = item.category == "staff" or item.by_whom == "office"
        region, end = _beside(main, form, item, parts, items[n + 1 : n + 1 + _MOST]) if may_hold else ([], 0)
        head = next((one for one in region if one.letter == "H"), None)
        if head is None:
            continue
        own = letters(region)
        alone = Item("head_teacher", 1, head.start, head.end, form="alone", alone=True)
        others = sum(1 if one.letter == "a" else one.value for one in region if one.letter in "Na")
        inside: int | None = None
        if set(own[: own.index("H")][-3:]) & set("yn"):
            result.append(attrs.evolve(alone, definite=True, besides=True))
        elif item.count and _ALL_OF_THEM.fullmatch(own) and region[-1].many == (item.count > 1):
            result[-1:], skip = apart(item, heads=item.count), end
        elif item.count is None:
            inside = None if item.doubt else others
        elif item.count > 1 and others in (0, 1, item.count - 1, item.count):
            inside, skip = item.count - 1, end
        if inside:
            result[-1:] = apart(attrs.evolve(item, end=max(skip, item.end)), inside)
    return result


def apart(item: Item, others: int | None = None, heads: int = 1) -> list[Item]:
    """Give those of an item besides the head teacher whom it counts, and the head teacher."""
    besides = (item.count or 0) - heads if others is None else others
    own = attrs.evolve(item, count=besides, head_inside=item.category == "staff", alone=False)
    return [own, attrs.evolve(own, category="head_teacher", count=heads)]


def _beside(
    main: Sequence[Token], form: str, item: Item, parts: Sequence[Part], behind_it: Sequence[Item]
) -> tuple[Sequence[Token], int]:
    """Give the words that explain an item: those in brackets or after "including", or behind it in its own clause."""
    following = behind_it[0].start if behind_it else _ANYWHERE
    near = bisect.bisect_left(parts, item.start, key=lambda one: start_of(one.tokens[0]))
    told = (
        part.tokens
        for part in parts[near : near + _MOST]
        if item.start <= part.tokens[0].start < following and "H" in letters(part.tokens)
    )
    first, behind = next(told, ()), bisect.bisect_left(main, item.end, key=start_of)
    other = next((one.start for one in behind_it if one.category not in _IN_STAFF), _ANYWHERE)
    until = min(bisect.bisect_left(main, other, key=start_of), behind + _FARTHEST)
    until = min(until, STOP.search(form, behind).start())  # type: ignore[union-attr]
    if behind < until and adds_up([*first, *main[behind:until]], item.count):
        return [*first, *main[behind:until]], main[until - 1].end
    match = _HEAD_BEHIND.match(form, behind)
    if first or match is None or "H" not in match[0]:
        return first, item.end
    return main[slice(*match.span())], main[match.end() - 1].end


def adds_up(region: Sequence[Token], count: int | None) -> bool:
    """Whether the head teacher and others of whom some words tell are so many staff, and the words name nobody else."""
    own = letters(region)
    others = sum(
        region[match.start(1)].value if match[1] == "N" else 1 for match in _ONE_OF_THEM.finditer(own)
    )
    named = {one.value for one in region if one.letter in "CHA"}
    others = others or len(_AND_SOMEBODY.findall(own))
    return bool(count and 0 < others == count - 1 and "head_teacher" in named <= _IN_STAFF)
