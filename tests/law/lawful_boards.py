"""The whole effect of the law: how many boards of up to twenty seats are lawful, for every kind and period.

`python tests/law/lawful_boards.py` writes `lawful-boards.txt` anew. Read the difference before you commit it: each
line that changes is a change of law.
"""

import hashlib
from pathlib import Path

from governance.answers.space.space import seats_of, space
from governance.errors import CannotTellError
from governance.law import rule_book
from governance.law.facts import every_kind
from governance.law.store.instruments import board_law

SNAPSHOT = Path(__file__).with_name("lawful-boards.txt")
MOST = 20
SCHOOLS = (2, 3)
SCHOOL_CATEGORIES = (
    "community",
    "community special",
    "maintained nursery",
    "foundation",
    "foundation special",
    "voluntary controlled",
    "voluntary aided",
)
BODIES = {
    "constitution-2007": SCHOOL_CATEGORIES,
    "constitution-2012": SCHOOL_CATEGORIES,
    "federations-2012": ("federation",),
    "pupil-referral-units-2007": ("pupil referral unit",),
}
NO_FOUNDATION = SCHOOL_CATEGORIES[:3]


def lines():
    """Every kind and period, with the number of lawful boards by total and a digest of the boards themselves."""
    for folder, categories in BODIES.items():
        law = board_law(folder)
        varying = {"category", "foundation", "head_resigned", "mix"}
        if folder == "constitution-2007":
            varying.add("phase")
        for kind in every_kind(categories, varying=varying):
            if kind.category in NO_FOUNDATION and kind.foundation != "none":
                continue
            if kind.category.startswith("voluntary") and kind.foundation != "foundation":
                continue
            for given in _given(kind):
                before = None
                for since in law.change_days():
                    if since not in law.span:
                        continue
                    effect = _effect(law, since, kind, given)
                    if effect != before:
                        yield f"{folder} | {_named(kind, given)} | from {since} | {effect}"
                    before = effect


def _given(kind):
    if kind.category != "federation":
        return ({},)
    return tuple({"schools": n, "heads": n, "resigned_heads": 0} for n in SCHOOLS)


def _effect(law, day, kind, given):
    book = rule_book(law, day, kind)
    try:
        every = space(book, given)
    except CannotTellError as error:
        return f"cannot tell: {error}"
    counts, digest = {}, hashlib.sha256()
    boards = sorted({tuple(seats_of(board).items()) for board in every.boards(MOST)})
    for board in boards:
        total = sum(count for _, count in board)
        counts[total] = counts.get(total, 0) + 1
        digest.update(repr(board).encode())
    numbers = " ".join(f"{total}:{count}" for total, count in sorted(counts.items()))
    return f"{numbers or 'none'} | {digest.hexdigest()[:12]}"


def _named(kind, given):
    facts = [kind.category, kind.foundation, kind.mix, kind.phase]
    if kind.category != "federation" and kind.head_resigned:
        facts.append("head resigned")
    facts += [f"{given['schools']} schools"] if given else []
    return ", ".join(fact for fact in facts if fact)


if __name__ == "__main__":
    SNAPSHOT.write_text("\n".join(lines()) + "\n", encoding="utf-8")
