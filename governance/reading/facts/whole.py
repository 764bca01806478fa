"""Whether a name was read to its end: it ends where the clause that holds it ends, never at a stop or a comma inside.

A value is stated only where it fills its clause: nothing stands after it but the sign that ends the clause (or the day, after
who makes the instrument), and no sign within it could be the end of it. Any other is given, and called a doubt. So is a
clause that says who appoints, or what the ethos is, in words that were not understood: it is asked about, and not missing.
"""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from governance.reading.board.unread import LINE, gave
from governance.reading.evidence import Evidence
from governance.reading.text.passages import Passage
from governance.reading.text.signs import plain, sentences

UNCERTAIN: Final = "it is not certain where it begins and ends"
_CUT_OFF: Final = "its line does not end as the others do, and may be cut off"
_PRINTED: Final = "it may be parted or cut off where a printed line ended"

_NAMES: Final = re.compile(
    r"school\.name|instrument\.(?:governing_body|made_by)|foundation\.(?:appointers|ex_officio)\.\d+\.[a-z_]+"
)
_FREE: Final = re.compile(
    r"school\.name|schools\.\d+\.(?:name|ethos)|ethos\.description|foundation\.(?:name|trust_deed)"
    r"|instrument\.(?:governing_body|made_by|nominating_body)"
    r"|foundation\.(?:appointers|ex_officio)\.\d+\.(?!number)[a-z_]+"
)
_PARTED: Final = re.compile(
    r"(?<!\S)(?!(?:a|an|as|at|by|in|is|of|on|or|to|up|no|de|la|le|st|ss|ce|rc|va|vc)(?!\S)|[AI&](?!\S))[a-z]{1,2}(?!\S)"
    r"|(?<!\S)[A-Z][a-z]? (?!(?:of|and|the|in|for|at|with|on|by)(?!\S))[a-z]+(?!\S)"
)
"""One or two small letters that are no word, or the first letters of a word parted from the rest of it."""
_STOPS: Final = (*".;:,\"”’')", "; and")
_SHORTEST: Final = 40
_ENDS: Final = re.compile(r"[\"”'’]?\s*+[.;,]?\s*+(?:and)?\s*")
_THEN: Final = {
    "instrument.made_by": re.compile(
        r"\A\s+on\s+(?:(?:the\s+)?(?:\w+\s+)?\d(?:(?!\son\s)[^.;]){0,40}|\[[^\]]*\])\.?"
    ),
    "foundation.appointers.by": re.compile(r", in respect of .+"),
    "schools.name": re.compile(r"\A(?:\s*\(.*|, an? .*)"),
    "foundation.name": re.compile(r"\. The trust deed relating to the school is .*", re.DOTALL),
}
_BEFORE: Final = re.compile(
    r"(?i)(?:^|(?<![\s\]]):|[\-=|(\"“'‘]|(?<![A-Za-z])(?:is|are|be|by|of|as|called|named|follows|case))\s*$"
)
_A_CLAUSE: Final = re.compile(
    r"\((?i:[a-z ]*(?:unit|aided|controlled|school))\)$|[\[\];|:]|\(\s*\d|\.{2}|[\"“”]|,\s*(?:and|which|who|that|acting|on|after|in|under|with)(?![a-z])"
    r"|(?<![a-z])(?:is|are|was|were|has|have|shall|may|must|will|takes?|comes?|made|sealed|dated)(?![a-z])"
)
_CLAUSES: Final = {
    "foundation.appointers": re.compile(
        r"(?is)\A(?!.*(?:ex[ -]?officio|substitute))(?=.*(?:foundation|trust) governor).*(?:appoint|nominat|vested|entitled)"
    ),
    "ethos.description": re.compile(
        r"(?is)\A(?!.*(?:governor|instrument of))(?=.*(?:religious|ethos|christian|catholic|church|faith|gospel))"
        r".*(?:school|it) (?:will|shall|is to|aims|seeks|was founded|is part)"
    ),
}
"""What a clause on a key of a proposal speaks of, and what makes it another."""
_INNER: Final = re.compile(r"(?<!\w)['‘]|['’](?!\w)")
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:[A-Za-z]{1,3}|(?:[A-Za-z]\.)+[A-Za-z])$")


def certain(evidence: Sequence[Evidence], read: Sequence[Passage], *, printed: bool) -> list[Evidence]:
    """Call inferred a name, or other words that somebody chose, whose end its line does not show; those of a PDF are `printed`."""
    ended = [passage.text.endswith(_STOPS) for passage in read if len(passage.text) > _SHORTEST]
    stopped = bool(ended) and 2 * sum(ended) >= len(ended)
    parted = _parted(read)

    # A line without a mark behind one that has a mark may be the rest of it.
    goes_on = {
        one.where
        for one, after in itertools.pairwise(read)
        if one.line.mark and not (after.line.mark or after.line.cells or after.opens)
    }

    def doubt(one: Evidence) -> str:
        name, words = _NAMES.fullmatch(one.field), str(one.value)
        last = one.where in goes_on and one.words.endswith(words)
        if name and (stopped or last) and not one.words.endswith(_STOPS):
            return _CUT_OFF
        free = isinstance(one.value, str) and _FREE.fullmatch(one.field)
        if free and (one.where in parted or not _fills(one)):
            return UNCERTAIN
        return _PRINTED if printed and name and (words.isupper() or _PARTED.search(words)) else ""

    return [one.inferred(why) if one.sure == "stated" and (why := doubt(one)) else one for one in evidence]


def _parted(read: Sequence[Passage]) -> set[object]:
    """Give the places of lines whose marks may be of a name: one that parts a line, and a number alone in its list."""
    places = Counter(passage.where for passage in read)
    parted: set[object] = {one for one, count in places.items() if count > 1 and str(one) and one.row is None}
    marks: dict[int, dict[int, Passage]] = {}
    for passage in read:
        if passage.under is not None and (number := passage.line.mark.strip("(.) ")).isdecimal():
            marks.setdefault(passage.under.number, {})[int(number)] = passage
    for own in marks.values():
        parted |= {one.where for number, one in own.items() if not {number - 1, number + 1} & own.keys()}
    return parted


def _fills(one: Evidence) -> bool:
    words, value = " ".join(one.words.split()), " ".join(one.value.split())
    before, found, after = words.rpartition(value) if value else (words, "", "")
    then = _THEN.get(re.sub(r"\.\d+", "", one.field))
    ended = _ENDS.fullmatch(after) or (then is not None and then.fullmatch(after))
    if not found or not ended or not _BEFORE.search(before):
        return False
    quoted, closed = before.rstrip()[-1:], after.lstrip()[:1]
    inner = quoted in "'‘" and _INNER.search(value)
    whole = one.field == "instrument.governing_body" and closed in tuple("\"'”’") and not inner
    if quoted in tuple("\"'“‘") and not whole:
        return False
    if one.field.endswith(("ethos", "ethos.description")):
        return True
    # A single stop after a short word may be of the word or of the clause.
    stopped = after.lstrip("\"”'’").startswith(".") and not value.endswith(".")
    if (stopped and _SHORT.search(value)) or (value.endswith(".") and not after.startswith((".", " on"))):
        return False
    clause = one.field != "foundation.trust_deed" and _A_CLAUSE.search(value)
    return len(sentences(plain(value))) <= 1 and not clause


def in_other_words(
    read: Sequence[Passage], evidence: Sequence[Evidence], taken: Collection[int]
) -> Iterator[Evidence]:
    """Find the clauses that say who appoints, or what the ethos is, in words that were not understood."""
    used = {passage.number for passage in gave(read, evidence)} | {*taken}
    left = [one for one in read if one.number not in used and len(one.text) >= _SHORTEST]
    for key, told in _CLAUSES.items():
        known = any(one.field.startswith(key) for one in evidence)
        if passage := next((one for one in left if not known and told.match(one.text)), None):
            yield Evidence(key, None, passage.words, passage.where, "unread", LINE)
