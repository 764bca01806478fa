"""The nearest lawful boards as a short letter, and why there is none as another."""

from collections.abc import Callable, Iterator

from governance.answers.repair import POLICY, NearestBoard, Repairs
from governance.answers.space.impossible import Impossible
from governance.answers.words import seats_words
from governance.english import day_words, listed
from governance.letters.page import wrap
from governance.model import Proposal
from governance.model.names import member_words


def repair_letter(answer: Repairs, proposal: Proposal) -> str:
    """Write the letter."""
    return "\n".join(_lines(answer, proposal))


def impossible_lines(answer: Impossible) -> Iterator[str]:
    """Say which provisions and wishes clash, the steps of the proof, and what can be had instead."""
    yield from ("", "These cannot all be kept; without any one of them they can")
    for clash in answer.clashes:
        yield from wrap(clash.says, "  - ", "    ")
        if clash.citation:
            yield f"    {clash.citation}  {clash.url}"
    yield from ("", "Why, step by step")
    for number, step in enumerate(answer.steps, start=1):
        yield from wrap(step, f"{number:3}. ", "     ")
    if answer.nearest:
        yield from ("", "What can be had instead, all else as you wish it")
        for offer in answer.nearest:
            yield from wrap(f"{offer}.", "  - ", "    ")


def _lines(answer: Repairs, proposal: Proposal) -> Iterator[str]:
    yield f"{_headline(answer)}: {proposal.school.name or answer.proposal}"
    total = "a number of" if answer.total is None else answer.total
    says = member_words if proposal.school.category == "pupil referral unit" else str
    yield (
        f"{answer.proposal}: {total} {says('governors')}, {proposal.school.category}; "
        f"the law of {day_words(answer.on)} ({answer.regime})"
    )
    if answer.wishes:
        yield from wrap(f"You asked for {listed(list(answer.wishes))}.", "", "")
    if answer.mend:
        yield from ("", "What has to be mended, the seats apart")
        for one in answer.mend:
            yield from wrap(f"{one}.", "  - ", "    ")
    if answer.impossible:
        yield from impossible_lines(answer.impossible)
        return
    if answer.fits:
        return
    if answer.staff:
        yield ""
        yield from wrap(f"No seat need be moved if {answer.staff}.", "", "")
    for number, board in enumerate(answer.boards, start=1):
        yield ""
        yield from board_lines(number, board, says)
    yield ""
    yield from wrap(f"Ranked by: {'; '.join(POLICY)}.", "", "")


def _headline(answer: Repairs) -> str:
    if answer.impossible:
        return "IMPOSSIBLE"
    if not answer.fits:
        return "LAWFUL, but not as you wish" if answer.lawful else "NEAREST LAWFUL BOARDS"
    if answer.lawful is False:
        return "NO SEAT NEED BE MOVED"
    return (
        "NOTHING TO REPAIR, lawful" if answer.lawful else "NO SEAT NEED BE MOVED, but it cannot be told yet"
    )


def board_lines(number: int, board: NearestBoard, says: Callable[[str], str] = str) -> Iterator[str]:
    """Say what a board has, how it is come by, and on what it depends, in words as `says` gives them."""
    moved = "1 seat moved" if board.moved == 1 else f"{board.moved} seats moved"
    yield from wrap(
        says(f"{board.total} governors, {moved}: {'; '.join(board.moves)}."), f"{number:3}. ", "     "
    )
    yield from wrap(says(f"{seats_words(board.seats)}."), "     ", "     ")
    for lost in board.lost:
        yield from wrap(says(f"In post: {lost}."), "     ", "     ")
    for condition in board.conditions:
        yield from wrap(says(f"Provided that {condition}."), "     ", "     ")
    for one in board.mend:
        yield from wrap(f"Also to be mended: {one}.", "     ", "     ")
