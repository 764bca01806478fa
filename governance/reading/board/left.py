"""What a sentence leaves over: the parts of it that give a number, and no seats and no total."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from governance.reading.board.items import Claim, Item, Left
from governance.reading.phrases.lexer import Token

_QUANTITY: Final = re.compile(r"[&uD.()-]{0,3}(?:[Nz#]|b[^NCHAO]{0,3}[Nz#])|[&D.()-]{0,2}u?a(?![oQ]|u?t)")
"""A part that begins with a number, a limit or an article; what stands before says no category and no law."""
_PEOPLE: Final = re.compile("[CHAG]|[Nz#][^o:]{0,4}T")
_SHARE: Final = re.compile("[eIlhwR]")
"""Words of belonging or of law; people in post, vacancies, and those who hold no seat."""
_PART: Final = re.compile("[^,;.&:]+")
_FOR_ALL: Final = "foundation"


def left_over(
    main: Sequence[Token], form: str, items: Sequence[Item], used: Collection[int], claims: Sequence[Claim]
) -> Iterator[Left]:
    """Find them; parts that together are the seats before them explain these, and are not left over."""
    claimed = {claim.start for claim in claims if not claim.if_it_fits}
    free = [n not in used and token.start not in claimed for n, token in enumerate(main)]
    found: dict[int, list[tuple[Left, str]]] = {}
    for part in _PART.finditer(form):
        first, last = part.span()
        tokens, own = main[first:last], part[0]
        numbers = [one for n, one in enumerate(tokens, first) if one.letter in "N#" and free[n]]
        begins = all(free[first:last]) and _QUANTITY.match(own) and not _SHARE.search(own)
        if numbers or begins or "z" in own:
            starts = [one.start for one in (*numbers, *(one for one in tokens if one.letter == "z"))]
            start = min(starts, default=tokens[0].start)
            people = bool(begins) and bool(_PEOPLE.search(own))
            categories = tuple(dict.fromkeys(str(one.value) for one in tokens if one.letter in "CHA"))
            value = sum(one.value for one in numbers)
            one = Left(start, tokens[-1].end, categories, value, people, limit="z" in own or "b" in own)
            before = sum(item.end <= one.start for item in items)
            found.setdefault(before, []).append((one, own))
    for before, parts in found.items():
        item = items[before - 1] if before and all(one.people for one, _ in parts) else None
        together, count = sum(one.value for one, _ in parts), item.count or 0 if item else 0
        whole = len(parts) > 1 and together == count > 0
        shares = item is not None and item.category == _FOR_ALL and 0 < together < count
        if not whole and not (shares and all("T" in own for _, own in parts)):
            yield from (one for one, _ in parts)
