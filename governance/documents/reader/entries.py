"""The seats that one line gives: a number and a category that stand together.

"2 parent governors", "Parents - 2", "Parent Governors (4)" and "x 2 parents" give two seats. A head teacher, and any
other category in the singular, is one seat without a number. Whatever stands between a number and a category
must be a word of the table `BETWEEN`; else the number is a number of something else.
"""

import functools
import re
from typing import Final, Literal

import attrs

from governance.documents.reader.beside import BETWEEN, CHANGES, HOLDING
from governance.documents.reader.days import days
from governance.documents.reader.labels import EX_OFFICIO, Label, labels
from governance.documents.reader.numbers import Number, numbers, value_of
from governance.documents.reader.pieces import Piece, brackets, cut, within
from governance.documents.reader.understood import Sure

Form = Literal["number first", "label first", "named", "limit"]
"""How a seat is written; a `limit` is a number that is not exact, or cannot be told."""

MOST_IN_A_SENTENCE: Final = 100
"""The most numbers, or categories, that are looked at together; a text that has more is no clause."""

_BETWEEN: Final = re.compile(
    rf"(?:[\s\-]*(?:{'|'.join(re.escape(w) for w in sorted(BETWEEN, key=len, reverse=True))})(?![a-z]))*[\s\-]*",
    re.IGNORECASE,
)
_TO_NUMBER: Final = re.compile(
    rf"[\s'\"]*(?:(?:governors?|members?|seats?|places?|positions?|numbers?)(?![a-z]))?\s*(?:(?:will |shall |would |may |to |together |then )?(?:{'|'.join(HOLDING)})(?![a-z]))?[\s\-:=.x*…_?]*",
    re.IGNORECASE,
)
_AFTER_NUMBER: Final = re.compile(
    r"\s*(?:(?:x|no\.?|governors?|members?|seats?|places?|positions?|elected|appointed|only|total|in total)(?![a-z])\s*)*"
    r"(?:$|[(),;.|\t:+=!?-]|with\b|of\b|who\b|by\b|at present|at the moment|from among)",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    r"\(\s*(?:x\s*)?(?P<n>[\w-]+(?:\s[\w-]+)?)\s*(?:x|governors?|members?|seats?|places?|positions?|in number|no\.?)?\s*(?:\s?[,:;-]\s*(?!\d+\s*\))[^()\d][^()]{0,100}|-\s\d{1,2} vacan[^()]{0,40})?\)",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    rf"(?<![a-z])(?:{'|'.join(CHANGES)})(?: (?:of|by|the|another|a further))*\s*$", re.IGNORECASE
)
_DEFINITE: Final = re.compile(r"(?<![a-z])(?:the|these|those|all|both|our|of)\s*$", re.IGNORECASE)
_NOTHING_BEFORE: Final = re.compile(
    r"[\s\-:.*x•'\"]*(?:(?:and|also|plus|with|the|a|an|we|our|its|comprising|being|of|has|have|is|are|single|sole|just|only|usual|of course|finally|lastly|there (?:is|are|shall be))\s+)*(?:x\s*)?[\s\-]*$",
    re.IGNORECASE,
)
_ENDS_IN_NUMBER: Final = re.compile(r"\([\w-]{1,12}\)[\s.;,]*$")
_SIGN: Final = re.compile(r"(?:[:=(-]|\.{2,}|…)\s*$")
_SHARED: Final = re.compile(
    r"(?<![a-z])(?:come|drawn|taken|chosen|elected|represent|from|are)(?![a-z])", re.IGNORECASE
)
_AND_OTHERS: Final = re.compile(
    r"\s*,\s*(?:from )?(?:the|our)(?! head)\s[^.;]*?\sand\s(?:from )?(?:the|our)\s", re.IGNORECASE
)
_SOME_OF: Final = re.compile(r"\s+of (?:the|our|its|those|these)\s*", re.IGNORECASE)
_TERM: Final = re.compile(
    r"(?<![a-z])terms?(?: of office)?(?: (?:of|for|served by))?(?: (?:the|an?|all|any|each))?\s*$",
    re.IGNORECASE,
)
_ARE: Final = re.compile(
    r"\s*(?:governors?|members?|people|places|seats)?\s*(?:are|is|being|include|including|comprise|comprising)\s*:?\s*(?:the|our)?\s*",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(r"(?<![a-z])of (?:the|these|those|our)(?![a-z])", re.IGNORECASE)
_APPOINTED_BY: Final = re.compile(
    r"\s*(?:are|is|shall be|will be|to be)\s+(?:appointed|nominated|chosen|selected)(?![a-z])", re.IGNORECASE
)
_SIGNS: Final = (": ", " - ")
_BESIDES: Final = re.compile(r"\s*(?:\+|plus)\s*(?P<n>\w+)\s*(?:vacanc|vacant|unfilled|empty)", re.IGNORECASE)
_MADE_UP_OF: Final = re.compile(
    r"(?:consists?|consisting|made up|comprised?|total|composed|committee|board|body|constitution|membership|format) of\s*$",
    re.IGNORECASE,
)
_REMEMBERED: Final = 2**15
_NEAR: Final = 40
_MOST_HEADS: Final = 4
_FEWEST_OPENED: Final = 3
_LISTED: Final = re.compile(r"\s*(?:$|[(,;.])")
_WITHIN: Final = re.compile(r"(?<![a-z])(?:being|is|are|comprising)(?![a-z])", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?<![a-z])an?(?: single| sole)?\s*$", re.IGNORECASE)
_NOT_SEATS: Final = re.compile(
    r"\s*[:=(.-]*\s*(?:n/?a|none|nil|not applicable|no)(?![a-z.]| ?\d)|\s*(?:'s?\s)?\s*(?:vacanc|vacant|post vacant|was\b|were\b|have\b|had\b|attended|resigned|whose|left\b|present\b|in post|will (?:leave|retire|become)"
    r"|posts? (?:is|are)|kept on|carried over|finish|retained|terms?\b|elections?|may\b|might\b|must\b|shall not|who)",
    re.IGNORECASE,
)
_NAMED_TAIL: Final = re.compile(
    r"\s*(?:$|[(\-:;,.+&?!]|and\b|plus\b|ex\b|of course|naturally|obviously|too\b|as well|always\b|by virtue|unless|(?:of|at|for) (?:the|this|our)(?: \w+)? (?:schools?|federation|unit|nursery|academy|college|centre)|by right|automatically|with\b|from\b|to be\b|elected\b|appointed\b|nominated\b"
    r"|(?:also |always )?(?:has|have|holds?|takes?|fills?|brings?|completes?|makes?)\b.{0,12}\b(?:places?|seats?|the (?:total|number|board|body|list|membership|team|\w+teen|ten|eleven|twelve)|up)\b"
    r"|(?:is|are|sits?|serves?|makes?)\b(?! not|.{0,12}invited).{0,25}\b(?:an? (?:\w+ )?(?:governor|member)|among us|one of us|on the (?:governing )?(?:board|body)|the numbers?)\b)",
    re.IGNORECASE,
)


@attrs.frozen
class Entry:
    """Seats of one category, as a line gives them, from `start` to `end` of its text.

    `count` is None where the number is a limit. `leads` says that the line begins with it, `definite` that it speaks of
    seats that were named before ("the two parent governors"). `vacant` is how many of the count were added as vacancies.
    """

    category: str
    count: int | None
    form: Form
    start: int
    end: int
    sure: Sure = "stated"
    because: str = ""
    leads: bool = False
    definite: bool = False
    vacant: int = 0


def entries(text: str) -> list[Entry]:
    """Find the seats that a plain text gives, in order.

    >>> [(entry.category, entry.count) for entry in entries("2 parents, a staff governor and the head teacher")]
    [('parent', 2), ('staff', 1), ('head_teacher', 1)]
    """
    return list(_entries(text))


@functools.lru_cache(maxsize=_REMEMBERED)
def _entries(text: str) -> tuple[Entry, ...]:
    named = labels(text)
    if not named:
        return ()
    shown = _without_days(text)
    counted = numbers(shown)
    if len(counted) > MOST_IN_A_SENTENCE or len(named) > MOST_IN_A_SENTENCE:
        return ()
    shown = _lists_opened(shown)
    inner = brackets(shown)
    found = []
    for start, end in cut(shown, [*inner, *((label.start, label.end) for label in named)]):
        own = tuple(n for n in counted if start <= n.start and n.end <= end)
        outer = [label for label in named if start <= label.start < end and not within(label.start, inner)]
        made = _first(Piece(shown, start, end, own, tuple(inner)), outer)
        if made is not None:
            found.append(made)
    return tuple(_with_vacancies(entry, shown) for entry in found)


def _lists_opened(text: str) -> str:
    """Take away the brackets around a whole list: "12 governors (2 parents, 1 staff, the head teacher)"."""
    for start, end in brackets(text):
        inside = text[start + 1 : end - 1]
        named = labels(inside)
        of = {label.category for label in named}
        counted = [one for one in numbers(inside) if one.kind == "count"]
        before = labels(text[max(0, start - _NEAR) : start])
        follows_label = before and not text[max(0, start - _NEAR) : start][before[-1].end :].strip()
        if len(of) < _FEWEST_OPENED or len(counted) < _FEWEST_OPENED - 1 or follows_label:
            continue
        text = f"{text[:start]};{inside};{text[end:]}"
    return text


def _with_vacancies(entry: Entry, text: str) -> Entry:
    """Count the vacancies that are added to those who serve: "3 + 3 vacancies" is six seats."""
    match = _BESIDES.match(text, entry.end)
    empty = value_of(match["n"]) if match else None
    if empty is None or entry.count is None:
        return entry
    because = f"{entry.count} who serve and {empty} vacancies are added up"
    return attrs.evolve(entry, count=entry.count + empty, sure="inferred", because=because, vacant=empty)


def _first(piece: Piece, outer: list[Label]) -> Entry | None:
    """Read the first category of a piece that has seats; a later one only where words lead it in."""
    for place, label in enumerate(outer):
        begin = _after_sign(piece, label) if place == 0 else _after_lead(piece, label)
        if begin is None:
            continue
        if made := _entry(piece.beginning(begin), label):
            return made
    return None


def _after_lead(piece: Piece, label: Label) -> int | None:
    """Find where seats begin after words that lead them in: "Foundation Lane School - 12 members: 3 parents"."""
    before = [n.start for n in piece.numbers if n.end <= label.start]
    lead = piece.text[piece.start : before[-1]].rstrip() if before else ""
    return before[-1] if lead.endswith((":", "-")) else None


def _after_sign(piece: Piece, label: Label) -> int:
    """Leave out words that a colon or a dash parts from the first category: "currently 13 - the head teacher"."""
    lead = _without_numbers(piece, label.start)
    place = max(lead.rfind(sign) + len(sign) if sign in lead else 0 for sign in _SIGNS)
    return piece.start + place if re.search("[a-z]{2}", lead[:place], re.IGNORECASE) else piece.start


def _without_numbers(piece: Piece, end: int) -> str:
    """Give the words before a place, with blanks for the numbers, whose own letters say nothing."""
    text = piece.outside(piece.start, end)
    for n in piece.numbers:
        if n.end <= end:
            text = text[: n.start - piece.start] + "0" * (n.end - n.start) + text[n.end - piece.start :]
    return text


def _entry(piece: Piece, label: Label) -> Entry | None:
    before = [n for n in piece.numbers if n.end <= label.start and not within(n.start, piece.brackets)]
    if before and _BETWEEN.fullmatch(between := piece.outside(before[-1].end, label.start)):
        if _PART_OF.search(between) and label.category != "staff":
            return None
        return _number_first(piece, label, before[-1])
    if after := _number_after(piece, label):
        lead = piece.text[piece.start : label.start]
        if _TERM.search(lead) or _CHANGE.search(lead) or "total" in lead.lower().split()[-1:]:
            return None
        if label.category == "head_teacher" and label.singular and after.value > _MOST_HEADS:
            return _named(piece, label)
        leads = bool(_NOTHING_BEFORE.fullmatch(lead))
        return _counted(label, after, "label first", end=max(after.end, label.end), leads=leads)
    if before and before[-1].kind == "count" and not _NAMED_TAIL.match(piece.after(label.end)):
        return None
    return _named(piece, label)


def _number_first(piece: Piece, label: Label, number: Number) -> Entry | None:
    lead, tail = piece.text[piece.start : number.start], piece.after(label.end)
    if _CHANGE.search(lead) or (_NOT_SEATS.match(tail) and not tail.strip().lower().startswith("who")):
        return None
    between = piece.text[number.end : label.start]
    if number.value > 1 and _SHARED.search(between) and _AND_OTHERS.match(piece.text, label.end):
        return None
    if number.value > 1 and label.category == "head_teacher" and _ARE.fullmatch(between):
        return _named(piece.beginning(label.start), label)
    if piece.numbers and _SOME_OF.fullmatch(lead, _last_number(piece, number) - piece.start):
        return None
    if number.kind == "part" and piece.text[number.start : number.end].lower().startswith("of wh"):
        return None
    definite = bool(_DEFINITE.search(lead)) and not _MADE_UP_OF.search(lead)
    leads = bool(_NOTHING_BEFORE.fullmatch(lead))
    return _counted(label, number, "number first", end=label.end, leads=leads, definite=definite)


def _last_number(piece: Piece, before: Number) -> int:
    """Give where the number before this one ends."""
    return max((n.end for n in piece.numbers if n.end <= before.start), default=piece.start)


def _counted(
    label: Label, number: Number, form: Form, *, end: int, leads: bool, definite: bool = False
) -> Entry | None:
    start = min(number.start, label.start)
    if number.kind == "part" and label.category == EX_OFFICIO:
        return None
    if number.kind != "count":
        return Entry(label.category, None, "limit", start, end, leads=leads)
    return Entry(label.category, number.value, form, start, end, leads=leads, definite=definite)


def _number_after(piece: Piece, label: Label) -> Number | None:
    """Find the number that follows a category: "Parents - 2", "Parent Governors (4)"."""
    text = piece.text
    tail = text[label.end :]
    alone = _ALONE.match(text, label.end + len(tail) - len(tail.lstrip()))
    for n in piece.numbers:
        if n.start < label.end:
            continue
        if alone and alone.start() <= n.start < alone.end():
            exact = n.kind == "count" and alone["n"].strip() == text[n.start : n.end].strip()
            return n if exact else None
        if within(n.start, piece.brackets):
            if n is piece.numbers[-1] and (last := _at_the_end(piece, label)):
                return last
            continue
        if not _TO_NUMBER.fullmatch(piece.outside(label.end, n.start)):
            return _at_the_end(piece, label)
        return n if n.kind != "part" and _AFTER_NUMBER.match(piece.after(n.end)) else None
    return None


def _at_the_end(piece: Piece, label: Label) -> Number | None:
    """Find the one number that ends the words on a category: "Parent governors, elected by the parents: 4"."""
    if _APPOINTED_BY.match(piece.text, label.end):
        return None
    in_brackets = bool(_ENDS_IN_NUMBER.search(piece.after(label.end)))
    after = [
        n
        for n in piece.numbers
        if n.start >= label.end and n.kind != "part" and (in_brackets or not within(n.start, piece.brackets))
    ]
    if in_brackets:
        after = after[-1:]
    if len(after) != 1 or after[0].kind != "count" or piece.after(after[0].end).strip(" ).;,"):
        return None
    return after[0] if _SIGN.search(piece.text[label.end : after[0].start]) else None


def _named(piece: Piece, label: Label) -> Entry | None:
    lead, tail = piece.text[piece.start : label.start], piece.after(label.end)
    if not _NOTHING_BEFORE.fullmatch(lead) or not _NAMED_TAIL.match(tail) or _NOT_SEATS.match(tail):
        return None
    holder = label.category == EX_OFFICIO and not label.words.lower().startswith(("ex", "foundation"))
    if holder and _WITHIN.search(lead):
        return None
    if not (label.singular or holder or _ARTICLE.search(lead)):
        return None
    if label.category == EX_OFFICIO and not _LISTED.match(tail):
        return None
    because = "named in the singular, without a number"
    if label.category == "head_teacher":
        because = "the head teacher is named without a number"
    return Entry(label.category, 1, "named", label.start, label.end, "inferred", because, leads=True)


def _without_days(text: str) -> str:
    for day in days(text):
        text = text[: day.start] + "_" * (day.end - day.start) + text[day.end :]
    return text
