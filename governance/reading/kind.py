"""What kind of document it is: whether these Regulations cover it, and whether it tells of one board at all."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Final, Literal

import attrs

from governance.documents.reader.passages import Passage
from governance.documents.reader.understood import Remark

Scope = Literal["", "academy", "wales", "guidance"]
"""Why no board is read out of it; "" where one may be."""

ENOUGH: Final = 2
"""The weight that the marks of a kind must come to; one plain mark has it alone."""

_MOST: Final = 400_000


@attrs.frozen
class Mark:
    """A phrase that tells of a kind, with its weight."""

    kind: Scope
    words: str
    weight: int


@lru_cache(maxsize=1)
def marks() -> tuple[tuple[Mark, ...], dict[str, str]]:
    """Load the phrases, and what is said of each kind."""
    data = tomllib.loads(
        (resources.files("governance.reading.phrases") / "kinds.toml").read_text(encoding="utf-8")
    )
    found = [Mark(one["kind"], words, one["weight"]) for one in data["mark"] for words in one["words"]]
    return tuple(found), {one["kind"]: one["says"] for one in data["kind"]}


def out_of_scope(read: Sequence[Passage], *, named: bool) -> Remark | None:
    """Say why no board is read out of a document; None where one may be. `named` says that it names a school."""
    found, says = marks()
    weights: dict[str, int] = {}
    first: dict[str, Passage] = {}
    length = 0
    lower = []
    for passage in read:
        length += len(passage.text)
        if length > _MOST:
            break
        lower.append((passage, f" {passage.text.lower()} "))
    for mark in found:
        quoted = next((one for one, text in lower if mark.words in text), None)
        if quoted is not None:
            weights[mark.kind] = weights.get(mark.kind, 0) + mark.weight
            first.setdefault(mark.kind, quoted)
    if named:
        weights.pop("guidance", None)
    kind = max(weights, key=lambda one: weights[one], default="")
    if not kind or weights[kind] < ENOUGH:
        return None
    return Remark("note", says[kind], ((first[kind].words, first[kind].where),))
