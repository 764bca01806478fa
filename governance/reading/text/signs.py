"""The words of a document made alike: one sign for each quotation mark and dash, one space between words.

`tidy` keeps the words as printed but for their spaces; `plain` changes signs one for one, so that a place in the
one is the same place in the other.
"""

import functools
import itertools
import re
from typing import Final

from governance.english import UNITS
from governance.reading.intake.transcript import Line

MOST_CHARACTERS: Final = 8_000
"""A longer paragraph is read no further: no clause of an instrument is as long."""

_PLAIN: Final = str.maketrans("‘’‚‛´`′“”„‟″«»‐‑‒–—―−×﹕：", "'" * 7 + '"' * 7 + "-" * 7 + "x::")
ABBREVIATED: Final = re.compile(
    r"(?i)(?:\b(?:st|sts|dr|rev|revd|mr|mrs|ms|no|nos|reg|regs|para|approx|incl?|e\.g|i\.e|c of e)|\b[a-z])\.$"
)
UNFINISHED: Final = re.compile(
    r"(?i)(?<![\w/])(?:a|an|and|as|at|be|by|called|for|from|has|have|in|is|of|on|or|shall|than|that|the|to|was|were|which|with|&|sts?\.?|ss)$"
)
"""A word that nothing ends with."""
_HEADING: Final = re.compile(r"^([A-Z]{4}[A-Z ]{0,30})\.(?= [A-Z0-9])")
"""A heading in capitals at the head of its clause: "STATUS. Community."."""
_MISREAD: Final = re.compile(
    r"(?<![\w'.])l{1,2}(?![\w'])|(?<=\d)l(?=\d|st\b|\b)|(?<![\w'])l(?=\d|st\b)|(?<![\w'])I(?=ocal\b)|(?<=[a-z])I(?![A-Z'])(?=[a-z]|\b)"
)
_MEANT: Final = {"l": "1", "I": "l"}
_STOP: Final = re.compile(
    r"(?<!\.)(?:[.!]['\")]?\s+(?=['\"(]?[A-Z0-9])|\?['\")]?\s+(?=['\"(]?[A-Z]))"
    r"|\b(?:Total|TOTAL)[ :=-]{1,3}\d{1,2} (?=[A-Z][a-z]{1,40} (?!(?:[Gg]overnors|[Mm]embers)\b))(?!Governors|Members|Places|Seats)"
)
"""What ends a sentence; the total ends a list that runs on within its paragraph."""


def tidy(text: str) -> str:
    r"""Put one space between words, and leave out what cannot be seen.

    >>> tidy(" 2  parent\u00a0governors ")
    '2 parent governors'
    """
    words = " ".join(text[:MOST_CHARACTERS].split())
    return words if words.isprintable() else "".join(filter(str.isprintable, words))


@functools.lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Give every quotation mark, dash and colon its simple sign, and right what scanning misread; as long as before.

    >>> plain("the “Parents”"), plain("l staff govemor, lst May 20l5, TotaI")
    ('the "Parents"', '1 staff govemor, 1st May 2015, Total')
    """
    text = _MISREAD.sub(lambda match: _MEANT[match[0][0]] * len(match[0]), text.translate(_PLAIN))
    return _HEADING.sub(r"\1:", text)


_NOTE: Final = re.compile(r"\[[^\[\]]*\]")
_BEGINS_TO_COUNT: Final = ("incl", "count", "among", "of wh", "the head", "with the")
_NUMBER: Final = re.compile(rf"\d{{1,2}}|{'|'.join(UNITS)}", re.IGNORECASE)
_BESIDE: Final = re.compile(rf"\W{{0,9}}\b(?:{_NUMBER.pattern})\b", re.IGNORECASE)


def goes_on_within(before: str, after: str, opening: str, closing: str) -> bool:
    """Tell whether a text leaves a bracket or quotation open that the next one closes.

    >>> goes_on_within("3 staff (the head", "and two others)", "(", ")")
    True
    >>> goes_on_within("1 governor (of the council", "1 staff governor (elected)", "(", ")")
    False
    """
    closes = after.count(closing) > after.count(opening)
    return closes and before.count(opening) > before.count(closing)


def without_notes(text: str) -> str:
    """Blank out what stands in square brackets, places to fill in and notes to whoever does; as long as before.

    What is included stays, and a number alone behind words that have none.

    >>> without_notes("Staff [7] governors [two or more, head included]")
    'Staff [7] governors [           , head included]'
    """
    return _NOTE.sub(_noted, text)


def _noted(match: "re.Match[str]") -> str:
    says, whole = match[0][1:-1], match.string
    before = whole[whole.rfind("]", 0, match.start()) + 1 : match.start()]
    beside = _BESIDE.search(before) or _BESIDE.match(whole, match.end())
    if _NUMBER.fullmatch(says.strip()) and any(map(str.isalpha, before)) and not beside:
        return match[0]
    kept = "".join(part if _counts(part) else " " * len(part) for part in re.split("(?=[,;])", says))
    return f"[{kept}]" if kept.strip() else " " * len(match[0])


def _counts(part: str) -> bool:
    """Whether a part of a note says who is counted: "including the head", "head teacher included"."""
    own = part.strip(",; ").lower()
    head = "head" in own and any(one in own for one in _BEGINS_TO_COUNT[:3])
    return own.startswith(_BEGINS_TO_COUNT) or head


def said(line: Line) -> str:
    """Give the words of a line, tidy."""
    return tidy(line.words)


def with_mark(line: Line) -> str:
    """Give the words of a line behind its mark, tidy."""
    return f"{line.mark} {said(line)}".strip()


def sentences(text: str) -> list[tuple[int, int]]:
    """Give where each sentence of a plain text begins and ends; "St." and an initial end none."""
    ends = [
        stop.end()
        for stop in _STOP.finditer(text)
        if not ABBREVIATED.search(text, max(0, stop.start() - 12), stop.start() + 1)
    ]
    places = [0, *ends, len(text)]
    return [(start, end) for start, end in itertools.pairwise(places) if start < end]


def first_sentence(text: str) -> int:
    """Give where the first sentence of a plain text ends, where another begins with a word that begins sentences.

    >>> first_sentence("Mt. Pleasant School. The school is new.")
    21
    """
    return next((end for _, end in sentences(text) if BEGINS.match(text, end)), len(text))


BEGINS: Final = re.compile(
    r"(?:The|This|That|It|Its|There|Each|Every|All|An?|In|Made|Total|Category|Governors?|Where|If|No|Any|We|Our|They|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?![a-z])|\d"
)
