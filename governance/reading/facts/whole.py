"""Whether a name was read to its end: it ends where the clause that holds it ends, never at a stop or a comma inside.

A value is stated only where it fills its clause: nothing stands after it but the sign that ends the clause (or the day, after
who makes the instrument), nothing of it was left out in front, and no sign within it could be the end of it. Any other
is given, and called a doubt.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.text.passages import Passage
from governance.reading.text.signs import plain, sentences

UNCERTAIN: Final = "it is not certain where it begins and ends"

_FREE: Final = re.compile(
    r"(?:school\.name|schools\.\d+\.(?:name|ethos)|ethos\.description|instrument\.(?:governing_body|made_by|nominating_body)"
    r"|foundation\.(?:name|trust_deed)|foundation\.(?:appointers|ex_officio)\.\d+\.(?!number)[a-z_]+)"
)
_ENDS: Final = re.compile(r"[\"”'’]?\s*[.;,]?\s*(?:and)?\s*")
_THEN: Final = {
    "instrument.made_by": re.compile(
        r"\s+on\s+(?:(?:the\s+)?(?:\w+\s+)?\d(?:(?!\son\s)[^.;]){0,40}|\[[^\]]*\])\.?"
    ),
    "foundation.appointers.by": re.compile(r", in respect of .+"),
    "schools.name": re.compile(r"(?:\s*\(.*|, an? .*)"),
    "foundation.name": re.compile(r"\. The trust deed relating to the school is .*", re.DOTALL),
}
_BEFORE: Final = re.compile(
    r"(?:^|(?<![\s\]]):|[\-=|(\"“'‘]|(?<![A-Za-z])(?:is|are|be|by|of|as|called|named|follows|case))\s*$",
    re.IGNORECASE,
)
_A_CLAUSE: Final = re.compile(
    r"[\[\];|:]|\(\s*\d|\.{2}|[\"“”]|(?<![a-z])(?:is|are|was|were|has|have|shall|may|must|will|takes?|comes?|made|sealed|dated)(?![a-z])|,\s*(?:and|which|who|that|acting|on|after|in|under|with)(?![a-z])"
)
_OPENING: Final = ('"', "'", "“", "‘")
_CLOSING: Final = ('"', "'", "”", "’")
_INNER: Final = re.compile(r"(?<!\w)['‘]|['’](?!\w)")
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:[A-Za-z]{1,3}|(?:[A-Za-z]\.)+[A-Za-z])$")


def certain(evidence: Sequence[Evidence], read: Sequence[Passage]) -> list[Evidence]:
    """Call inferred a name, or other words that somebody chose, whose end the clause does not show."""
    parted = _parted(read)
    return [
        attrs.evolve(one, sure="inferred", because=UNCERTAIN)
        if one.sure == "stated"
        and isinstance(one.value, str)
        and _FREE.fullmatch(one.field)
        and (one.where in parted or not _fills(one))
        else one
        for one in evidence
    ]


def _parted(read: Sequence[Passage]) -> set[object]:
    """Give the places of lines whose marks may be of a name: one that parts a line, and a number alone in its list."""
    places = Counter(passage.where for passage in read)
    parted: set[object] = {
        place for place, count in places.items() if count > 1 and str(place) and place.row is None
    }
    marks: dict[int, dict[int, Passage]] = {}
    for passage in read:
        if passage.under is not None and (number := passage.line.mark.strip("(.) ")).isdecimal():
            marks.setdefault(passage.under.number, {})[int(number)] = passage
    for own in marks.values():
        parted |= {one.where for number, one in own.items() if not {number - 1, number + 1} & own.keys()}
    return parted


def _fills(one: Evidence) -> bool:
    words, value = " ".join(one.words.split()), " ".join(one.value.split())
    start = words.rfind(value)
    if start < 0:
        return False
    before, after = words[:start], words[start + len(value) :]
    then = _THEN.get(re.sub(r"\.\d+", "", one.field))
    ended = _ENDS.fullmatch(after) or (then is not None and then.fullmatch(after))
    if not ended or not _BEFORE.search(before):
        return False
    quoted = before.rstrip()[-1:]
    if quoted in _OPENING and (
        after.lstrip()[:1] not in _CLOSING
        or one.field != "instrument.governing_body"
        or (quoted in "'‘" and _INNER.search(value))
    ):
        return False
    if one.field.endswith(("ethos", "ethos.description")):
        return True
    # A single stop after a short word may be of the word or of the clause.
    stopped = after.lstrip("\"”'’").startswith(".") and not value.endswith(".")
    if (stopped and _SHORT.search(value)) or (value.endswith(".") and not after.startswith((".", " on"))):
        return False
    deed = one.field == "foundation.trust_deed"
    return len(sentences(plain(value))) <= 1 and (deed or not _A_CLAUSE.search(value))
