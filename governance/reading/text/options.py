"""Options and models: of several boards that a paper puts side by side, the one that was chosen."""

import re
from collections.abc import Sequence
from typing import Final

from governance.reading.text.passages import Passage

_KIND: Final = r"(?:model|option|proposal|scheme|choice|version|alternative|draft)"
_NAME: Final = r"(?:[a-h]|[1-9]|one|two|three|four|i{1,3}|iv)"
_CHOSEN: Final = (
    r"adopt(?:ed|s|ion)?|recommend(?:ed|s|ation)?|prefer(?:red|s|ence)?|agree(?:d|s|ment)?|approve[ds]?|approval|chosen|choose[sn]?|chose"
    r"|select(?:ed|s)?|accept(?:ed|s)?|favour(?:ed|s)?|support(?:ed|s)?|resolved|went (?:for|with)|go (?:for|with)|carried|implement(?:ed)?|successful"
)
_HEAD: Final = re.compile(rf"\W{{0,40}}{_KIND} (?P<name>{_NAME})(?![a-z0-9])", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"{_KIND} (?P<name>{_NAME})(?![a-z0-9])[^.;:]{{0,60}}?(?<![a-z])(?<!not )(?<!not be )(?:{_CHOSEN})(?![a-z])",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?<![a-z])(?<!not )(?<!not be )(?:{_CHOSEN})(?![a-z])[^.;]{{0,60}}?{_KIND} (?P<name>{_NAME})(?![a-z0-9])",
    re.IGNORECASE,
)
_FEWEST: Final = 2


def only_chosen(read: Sequence[Passage]) -> Sequence[Passage]:
    """Leave out the options that were not chosen, where a document has several and says which one was."""
    heads = {
        passage.number: match["name"].lower() for passage in read if (match := _HEAD.match(passage.text))
    }
    if len(set(heads.values())) < _FEWEST:
        return read
    chosen = _chosen(read)
    if chosen not in heads.values():
        return read
    kept = []
    for passage in read:
        head = passage.number if passage.number in heads else passage.under.number if passage.under else -1
        name = heads.get(head)
        if name is None or name == chosen or _chosen([passage]) == chosen:
            kept.append(passage)
    return kept


def _chosen(read: Sequence[Passage]) -> str:
    """Give the name of the one option that was chosen; "" where there is none, or more than one."""
    found = {
        match["name"].lower()
        for passage in read
        for pattern in (_AFTER, _BEFORE)
        for match in pattern.finditer(passage.text)
    }
    return found.pop() if len(found) == 1 else ""
