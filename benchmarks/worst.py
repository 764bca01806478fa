"""Prints the worst of many random questions of each kind: `python benchmarks/worst.py`, or with `make bench`.

The questions are of every kind of body and period whose law is encoded. No answer about one board may take more than 50 ms
of the processor.
"""

import argparse
import contextlib
import random
import time

import questions

from governance.answers.options import options
from governance.answers.repair import repair
from governance.answers.space.impossible import why_impossible
from governance.answers.space.space import space
from governance.answers.space.wishes import wishes
from governance.answers.unknowns import unknowns
from governance.errors import GovernanceError
from governance.law import book_for


def worst(count):
    """Ask so many random questions of each kind, of every kind of body and period; the worst must take under 50 ms.

    A question counts with the lesser of two times by the processor's clock, so that what is done once for a law, such as
    reading it, is no part of it.
    """
    missed = 0
    for name, question in QUESTIONS.items():
        chance = random.Random(f"worst {name}")  # noqa: S311
        times = []
        for _ in range(count):
            body = chance.choice(questions.bodies())
            asked = question(chance, body)
            times.append((min(taken(asked) for _ in range(2)), body.name))
        times.sort()
        most, where = times[-1]
        late = most > SLOWEST
        missed += late
        label = f"{name}: the worst of {count}, in ms of the processor"
        median = f"median {times[count // 2][0] * 1000:.1f}"
        print(
            f"{label:58} {most * 1000:8.1f} {median:>15}  <= {SLOWEST * 1000:g}{'  MISSED' if late else ''}   ({where})",
            flush=True,
        )
    return missed


def taken(call):
    """Give the processor's time that a call takes."""
    start = time.process_time()
    with contextlib.suppress(GovernanceError):
        call()
    return time.process_time() - start


def a_repair(chance, body):
    """Ask for the nearest lawful boards, of a board that is settled or one with open seats, and maybe a total."""
    seats = chance.choice((questions.a_board, questions.open_board))(chance, body)
    known = sum(count for seat, count in seats.items() if seat in questions.SEATS and count != "unknown")
    total = chance.choice(({}, {"total": max(0, known + chance.randint(-2, 12))}))
    asked = body.proposal({**seats, **total})
    return lambda: repair(asked)


def open_seats(chance, body):
    """Ask on what it depends."""
    asked = body.proposal(questions.open_board(chance, body))
    return lambda: unknowns(asked)


def every_board_asked(chance, body):
    """Ask for every lawful board of a size."""
    total = chance.randint(0, 30)
    return lambda: options(on=body.on, wanted={"total": total}, **body.asks)


def why_not(chance, body):
    """Ask why what somebody wishes for cannot be, where it cannot."""
    wished = wishes(questions.some_wishes(chance, body, most=chance.choice((12, 30, 200))))
    book = book_for(body.proposal({}), body.on)
    return lambda: why_impossible(space(book, body.asks.get("given", {}), wished))


QUESTIONS = {
    "repair": a_repair,
    "impossible": why_not,
    "options of one size": every_board_asked,
    "unknowns": open_seats,
}
SLOWEST = 0.05


def main():
    """Print the worst of each kind; 1 where one takes too long."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000, help="questions of each kind (default: 1000)")
    raise SystemExit(1 if worst(parser.parse_args().count) else 0)


if __name__ == "__main__":
    main()
