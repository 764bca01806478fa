"""The title of a content control in our Word files: the key of what it holds, and a mark of the words around it.

Whoever reads the file tells by the mark whether those words still are what they were. Numbers, stops, small words and
the ends that tell one from several are not looked at, so that "2 parent governors; and" may become "1 parent governor."

>>> title("seats.parent", " seats.parent  parent governors; and")
'seats.parent f896'
>>> title("seats.parent", " seats.parent  parent governor.") == title("seats.parent", "seats.parent parent governors;")
True
>>> title("seats.parent", " seats.parent  staff governor.") == title("seats.parent", "seats.parent parent governors;")
False
"""

import functools
import re
import zlib
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_](?:[\w.]*\w)?")
_SMALL: Final = frozenset(("a", "an", "and", "are", "is"))


def title(key: str, around: str) -> str:
    """Give the title of the control for a key; `around` is its line, with the key of each control in its place."""
    return f"{key} {zlib.crc32(' '.join([key, *_words(around)]).encode()) & 0xFFFF:04x}"


@functools.lru_cache(maxsize=512)
def _words(around: str) -> tuple[str, ...]:
    """Give the words that are looked at; with keys in the places of facts, many lines of many documents are the same."""
    return tuple([word.removesuffix("s") for word in _WORD.findall(around.casefold()) if word not in _SMALL])
