"""An instrument of law, taken from the cache where it was read before, else from its files."""

import functools
from typing import TYPE_CHECKING

import attrs

from governance.law.provision import Instrument
from governance.law.store.cache import cached
from governance.law.store.folder import raw_files, stamp, whole

if TYPE_CHECKING:
    from pathlib import Path


@functools.cache
def instrument(folder: str, *, root: "Path | None" = None) -> Instrument:
    """Give the instrument in `rules/FOLDER`; LawError for everything that is wrong with its files."""
    return cached(folder, _stamp(folder, root), lambda: _load(folder, root))


@functools.cache
def board_law(folder: str) -> Instrument:
    """Give of an instrument only what a board is checked against, which is quicker to take from the cache."""
    return cached(f"{folder}-boards", _stamp(folder), lambda: _for_boards(instrument(folder)))


def _load(folder: str, root: "Path | None") -> Instrument:
    from governance.law.store.loader import load_instrument  # noqa: PLC0415 - cattrs is slow to load, and rarely needed

    return load_instrument(folder, root=root)


def _stamp(folder: str, root: "Path | None" = None) -> str:
    return stamp(whole(raw_files(folder, str(root) if root else None))).hex()


def _for_boards(law: Instrument) -> Instrument:
    """Leave out the rules about people, the examples, and what only a reader of the law wants."""
    provisions = (
        attrs.evolve(
            provision,
            rules=tuple(rule for rule in provision.rules if rule.stage is None),
            not_encoded=(),
            footings=(),
            examples=(),
        )
        for provision in law.provisions
    )
    return attrs.evolve(law, provisions=tuple(one for one in provisions if one.rules))
