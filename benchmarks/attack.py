"""Attacks the answers with random questions: `python benchmarks/attack.py --seconds 60`, or `make attack`.

Boards, repairs, impossible wishes, options and open seats are held to oracles that share nothing with `rules/`, for every
kind of body and period, and drafts with hostile names are read back. Each run takes a fresh seed, which it prints; with
`--seed` the same questions come again. It prints how many questions of each kind were asked and every disagreement,
and exits with 1 where there is one.
"""

import argparse
import re
import secrets
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from questions import PARTS, ROOT, Body, a_board, bodies, open_board, some_wishes
from reference import (
    a_filling,
    every_board,
    largest_listed,
    limits_of,
    meets,
    nearer,
    parts_within,
    some_board,
    total,
)

import governance
from governance.answers.fast import lawful, lawful_boards
from governance.answers.options import options
from governance.answers.repair import repair
from governance.answers.space.impossible import smallest_conflict, why_impossible
from governance.answers.space.ranges import within
from governance.answers.space.space import Constraint, space
from governance.answers.space.wishes import wishes
from governance.answers.unknowns import unknowns
from governance.documents.instrument.draft import draft
from governance.errors import GovernanceError
from governance.files.pdf import to_pdf
from governance.law import book_for
from governance.model.names import SEATS
from governance.reading.intake.intake import transcribe_bytes
from governance.reading.understand import understand

Found = Iterator[str]
FAR = 200
"""Numbers of seats are asked about up to this."""


def boards(chance: Random) -> Found:
    """The check, its verdict alone and many boards at once say what the oracle says."""
    body = chance.choice(bodies())
    seats = a_board(chance, body, most=chance.choice((9, 30, FAR)))
    expected = fits(body, seats)
    told = body.proposal(seats)
    if (governance.check(told).lawful is not False) is not expected:
        yield f"check: {body.name} {seats}: lawful is {expected}"
    if (lawful(told) is not False) is not expected:
        yield f"lawful: {body.name} {seats}: lawful is {expected}"
    if len(set(seats) & set(body.parts)) == len(body.parts):
        columns = {name: [count] for name, count in {**seats, **body.asks.get("given", {})}.items()}
        if lawful_boards(book_for(told, body.on), columns) != [expected]:
            yield f"lawful_boards: {body.name} {seats}: lawful is {expected}"


def repairs(chance: Random) -> Found:
    """Every board offered is lawful, as far as it says, and none that is lawful is nearer."""
    body = chance.choice(bodies())
    seats = a_board(chance, body)
    told = {part: seats[part] for part in body.parts if part in seats}
    now = {seat: seats.get(seat, 0) for seat in SEATS}
    answer = repair(body.proposal(seats))
    what = f"repair: {body.name} {seats}"
    if answer.fits is not fits(body, seats):
        yield f"{what}: the seats may stay is {answer.fits}"
    if answer.impossible:
        if some_board(body, limits_of({**told, **no_more(body, told)})):
            yield f"{what}: there is a board"
        return
    for board in answer.boards:
        if not fits(body, {**board.seats, **told}):
            yield f"{what}: {dict(board.seats)} is offered and is not lawful"
        if board.moved != moved(board.seats, now):
            yield f"{what}: {dict(board.seats)} is {moved(board.seats, now)} moves away, not {board.moved}"
    if not answer.boards:
        return
    nearest = answer.boards[0].moved
    if nearest <= 4:
        others = nearer(now, body.categories, nearest - 1)
    else:
        others = (a_nearer(chance, now, body, nearest - 1) for _ in range(3000))
    for other in others:
        if fits(body, {**other, **told}) and moved(other, now) < nearest:
            yield f"{what}: {other} is nearer than {nearest}"
            return


def impossible(chance: Random) -> Found:
    """What is called impossible has no board; what clashes can be kept without any one of it; the offers hold."""
    body = chance.choice(bodies())
    wanted = some_wishes(chance, body, most=chance.choice((12, 30, FAR)))
    here = space(book_for(body.proposal({}), body.on), body.asks.get("given", {}), wishes(wanted))
    answer = why_impossible(here)
    expected = some_board(body, limits_of(wanted))
    what = f"impossible: {body.name} {wanted}"
    if (answer is None) is not (expected is not None):
        yield f"{what}: a board is {expected}"
    if answer is None:
        return
    core = smallest_conflict(here)
    for number in core:
        board = here.first(among=here.given | core - {number})
        if board is None or any(not keeps(body, here.constraints[one], board) for one in core - {number}):
            yield f"{what}: without {here.constraints[number].says} {board}"
        elif keeps(body, here.constraints[number], board):
            yield f"{what}: {board} keeps all that clashes"
    for _ in range(300):
        board = a_board(chance, body, most=FAR)
        sums = {"total": total(board), "others": total(board) - board.get("foundation", 0)}
        board |= {part: board.get(part, chance.randint(0, board.get(PARTS[part], 0))) for part in PARTS}
        if all(keeps(body, here.constraints[number], board | sums) for number in core):
            yield f"{what}: {board} keeps all that clashes"
    if len(wanted) == 1 and answer.nearest:
        yield from offers(chance, body, wanted, answer.nearest[0], what)


def offers(chance: Random, body: Body, wanted: dict[str, Any], offer: str, what: str) -> Found:
    """Each number that is offered can be had, and none between it and the wish."""
    ((name, number),) = wanted.items()
    least, most = number if isinstance(number, tuple) else (number, number)
    for offered in (
        int(digits or 0)
        for digits in re.findall(r"(\d+|no\b)", offer.partition(" instead ")[0].replace("no ", "0 "))
    ):
        between = (
            range(offered + 1, least)
            if least is not None and offered < least
            else range((most or 0) + 1, offered)
        )
        if not some_board(body, limits_of({name: offered})):
            yield f"{what}: {offered} is offered and cannot be had"
        for one in chance.sample(between, min(len(between), 15)):
            if some_board(body, limits_of({name: one})):
                yield f"{what}: {one} is nearer than {offered}"
                return


def keeps(body: Body, one: Constraint, board: dict[str, int]) -> bool:
    """Tell whether a board keeps a constraint, by the words of the rule and not by what was made of them."""
    if one.rule is None:
        return one.holds(board)
    text = re.sub(r"(\d+(?:/\d+|%)?) +(?=[a-z])", r"(\1) * ", one.rule.require.text).replace("%)", "/100)")
    left, sign, right = re.split(r"\s*(>=|<=|==)\s*", text)
    numbers = dict.fromkeys(SEATS, 0) | board | body.asks.get("given", {})
    # Both sides times 300, so that a third and a hundredth come out whole.
    sides = [eval(side, {}, numbers) for side in (left, right)]  # noqa: S307 - a rule of our own
    apart = round((sides[0] - sides[1]) * 300)
    return {">=": apart >= 0, "<=": apart <= 0, "==": apart == 0}[sign]


def every_option(chance: Random) -> Found:
    """The boards listed are exactly the lawful ones; where there are none so small, the least total is right."""
    body = chance.choice(bodies())
    wanted = some_wishes(chance, body, most=chance.choice((12, 30, 60)))
    what = f"options: {body.name} {wanted}"
    try:
        answer = options(on=body.on, wanted=wanted, **body.asks)
    except governance.CannotTellError as error:
        if "more than" not in str(error):
            yield f"{what}: {error}"
        return
    limits = limits_of(wanted)
    if (answer.impossible is None) is not (some_board(body, limits) is not None):
        yield f"{what}: impossible is {answer.impossible is not None}"
    seen = [{seat: board.seats[seat] for seat in SEATS} for board in answer.boards]
    upto = min(answer.largest, largest_listed(body))
    expected = [
        board
        for board in every_board(body)
        if total(board) <= upto and meets(board, limits) and parts_within(body, board, limits)
    ]
    listed = {tuple(board.values()) for board in seen if sum(board.values()) <= upto}
    if listed != {tuple(board.get(seat, 0) for seat in SEATS) for board in expected}:
        yield f"{what}: {len(listed)} boards of up to {upto} instead of {len(expected)}"
    if len({tuple(board.values()) for board in seen}) != len(seen):
        yield f"{what}: a board twice"
    for board in chance.sample(seen, min(len(seen), 40)):
        if not (meets(board, limits) and parts_within(body, board, limits)):
            yield f"{what}: {board} is listed"
    if answer.beyond is not None:
        for size, there in ((answer.beyond, True), (answer.beyond - 1, False)):
            low = limits.get("total", (0, None))[0]
            if (some_board(body, limits | {"total": (low, size)}) is not None) is not there:
                yield f"{what}: the least total is not {answer.beyond}"


def open_seats(chance: Random) -> Found:
    """Each number that is said will do, and no other; what is called lawful whatever it is never fails."""
    body = chance.choice(bodies())
    seats = open_board(chance, body, most=chance.choice((9, 30, FAR)))
    answer = unknowns(body.proposal(seats))
    what = f"unknowns: {body.name} {seats}"
    (case,) = answer.cases
    told = {part: seats[part] for part in body.parts if part in seats}
    limits = limits_of({**seats, **no_more(body, told)})
    if (case.verdict == "unlawful") is not (some_board(body, limits) is None):
        yield f"{what}: {case.verdict}"
    for name, ranges in case.values.items():
        ends = {end + step for one in ranges for end in one if end is not None for step in (-1, 0, 1)}
        for number in sorted(ends | {0, 1, 31, chance.randint(0, 40), chance.randint(0, FAR)}):
            whole = seats.get(PARTS.get(name, ""), "unknown")
            if number < 0 or (whole != "unknown" and number > whole):
                continue
            able = some_board(body, limits | {name: (number, number)}) is not None
            if able is not within(number, ranges):
                yield f"{what}: {name} of {number} is {able}, said is {ranges}"
    for _ in range(20):
        filled = a_filling(chance, seats)
        if case.verdict == "lawful" and not fits(body, filled):
            yield f"{what}: lawful whatever it is, but not {filled}"
        if case.verdict == "unlawful" and fits(body, filled):
            yield f"{what}: unlawful whatever it is, but not {filled}"


NAMES = (
    "Mt. Pleasant Primary School", "Gt. Osier and Lt. Osier C.E. School", "Bp. Wren's School, Nr. Osier",
    "Osier Borough Council, the local authority", "St. Anne's Sch. (Osier)", "Osier Academies Trust Ltd.",
    "Hill School, which is a community school", "The School at No. 7, High St.", "“Fern” School", "Fern [Lower] School",
    "Rowan; Osier & Elm School", "School of 12 parent governors", "St John's R.C. School (a) and (b)", "Llwyn-y-Bryn",
    "The “Old” School: Upper", "O'Hara's / D'Arcy's School", "3 Rivers School", "Elm School, Osier, Northshire",
    "The Co-op School", "Ash School - Lower Site", "Saint Zoë's École", "N.E. Osier Jnr. Mixed & Inf. School",
)  # fmt: skip
TAILS = ("", "", "", " and others", ", Osier", " (Lower)", " Ltd.", " Sch.", " Jnr.", " & Co.", ", the Trust")
ETHOS = (
    "The school keeps faith (a) with its pupils; (b) with its parish.",
    "Every child matters. 12 of them more than most, e.g. those of St. Anne.",
    "The ethos is: truth, and nothing else [...]",
    "“Serve one another”, as Bp. Wren wrote in 1924; so the school serves.",
    "There are 2 parent governors in every good school, no. 1 said.",
)
NAMED = {
    "school": ("name", "local_authority"),
    "instrument": ("governing_body", "made_by"),
    "foundation": ("trust_deed", "name"),
    "appointers": ("by",),
    "ex_officio": ("office", "removal_requested_by", "substitute_appointed_by"),
    "schools": ("name",),
}
"""The keys of a proposal whose words are free, by the table that holds them."""


def a_draft(chance: Random) -> tuple[str, dict[str, str], governance.Proposal] | None:
    """Give a proposal with hostile names, the example it comes from, and every value as it is written; None where none is made."""
    path = chance.choice(sorted((ROOT / "examples").glob("*.toml")))
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    hostile(chance, data)
    try:
        proposal = governance.parse(data)
        draft(proposal, anyway=True)
    except GovernanceError:
        return None
    return path.stem, {field: typed(value) for field, value in flat(data)}, proposal


def round_trip(chance: Random) -> Found:
    """What a draft states is read back as it was; without its controls a value may be a doubt, but not changed and stated."""
    if one := a_draft(chance):
        for plain in (False, True):
            yield from changed(one, draft(one[2], anyway=True, plain=plain), "draft.docx", plain=plain)


def round_trips_by_pdf(seed: int, count: int) -> Found:
    """The same of drafts that LibreOffice made PDFs of, which have no controls."""
    chances = (Random(f"{seed} pdf {number}") for number in range(count))  # noqa: S311
    drafts = {f"{number}.docx": one for number, chance in enumerate(chances) if (one := a_draft(chance))}
    made = to_pdf({name: draft(one[2], anyway=True) for name, one in drafts.items()})
    yield from (f"round trip: {name} did not become a PDF" for name in drafts.keys() - made.keys())
    for name, data in made.items():
        yield from changed(drafts[name], data, "draft.pdf", plain=True)


def changed(
    one: tuple[str, dict[str, str], governance.Proposal], made: bytes, source: str, *, plain: bool
) -> Found:
    """Tell which values of a draft are read otherwise and called stated, or are not what their control holds."""
    stem, written, _ = one
    transcript = transcribe_bytes(made, source=source)
    evidence = understand(transcript).evidence
    read = {field: (one.sure, value) for one in evidence for field, value in flat({one.field: one.value})}
    for field, expected in written.items():
        sure, value = read.get(field, ("", None))
        value = value if value is None else typed(value)
        held = any(control.key == field for control in transcript.controls)
        if value != expected and (held or sure == "stated"):
            how = "by words alone" if plain else "from its control" if held else "from a file with controls"
            yield f"round trip: {stem}: {field} was {expected!r} and is read as {value!r}, {how}"


def typed(value: Any) -> str:
    """Give a value as it is typed: a document has the printer's apostrophes, and spaces of its own."""
    return " ".join(str(value).split()).replace("’", "'")


def hostile(chance: Random, data: dict[str, Any]) -> None:
    """Put other words into a proposal wherever they are free."""
    tables = [(key, table) for key, table in data.items() if isinstance(table, dict)]
    tables += [(key, one) for key in ("schools",) for one in data.get(key, ())]
    foundation = data.get("foundation", {})
    tables += [(key, one) for key in ("appointers", "ex_officio") for one in foundation.get(key, ())]
    for name, table in tables:
        for key in NAMED.get(name, ()):
            if key in table and chance.random() < 0.6:
                table[key] = chance.choice(NAMES) + chance.choice(TAILS)
    if "ethos" in data and chance.random() < 0.7:
        data["ethos"]["description"] = chance.choice(ETHOS)


def flat(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value with its place, as the reader writes it."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        place = f"{path}.{key}" if path else str(key)
        if isinstance(value, dict | list):
            yield from flat(value, place)
        else:
            yield place, value


def fits(body: Body, seats: dict[str, int]) -> bool:
    """Tell whether a board is lawful with those of whom nothing is said as they serve it best."""
    told = {part: seats[part] for part in body.parts if part in seats}
    board = {name: count for name, count in seats.items() if name not in PARTS}
    return parts_within(body, board, limits_of({**told, **no_more(body, told)})) is not None


def no_more(body: Body, told: dict[str, int]) -> dict[str, int]:
    """Give what a proposal tells by saying nothing: that no foundation governors are added because of sponsors."""
    return (
        {"extra_foundation": 0} if "extra_foundation" in body.parts and "extra_foundation" not in told else {}
    )


def moved(one: dict[str, int], other: dict[str, int]) -> int:
    """Count the seats moved from one board to another."""
    changes = [one.get(seat, 0) - other.get(seat, 0) for seat in SEATS]
    return max(sum(c for c in changes if c > 0), -sum(c for c in changes if c < 0))


def a_nearer(chance: Random, now: dict[str, int], body: Body, moves: int) -> dict[str, int]:
    """Give a board no more than so many seats moved from one, by chance."""
    board = dict(now)
    for _ in range(moves):
        board[chance.choice(body.categories)] += 1
        seat = chance.choice([seat for seat in SEATS if board[seat]])
        board[seat] -= 1
    for _ in range(chance.randint(0, 2)):
        board[chance.choice(body.categories)] += 1
    return board


ATTACKS: dict[str, Callable[[Random], Found]] = {
    "boards": boards,
    "repair": repairs,
    "impossible": impossible,
    "options": every_option,
    "unknowns": open_seats,
    "round trip": round_trip,
}


def main() -> None:
    """Run each attack for its share of the time, or so many times; print the counts; 1 where any disagrees."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long to run, all in all (default: 60)")
    parser.add_argument("--count", type=int, help="how many questions of each kind, instead of --seconds")
    parser.add_argument("--seed", type=int, help="which questions to ask (default: a fresh one each time)")
    parser.add_argument("--only", choices=tuple(ATTACKS), help="only one of the attacks")
    parser.add_argument("--pdf", type=int, metavar="N", help="read N drafts back from PDFs, and nothing else")
    arguments = parser.parse_args()
    seed = secrets.randbelow(10**9) if arguments.seed is None else arguments.seed
    print(f"seed {seed}")
    if arguments.pdf:
        said = list(round_trips_by_pdf(seed, arguments.pdf))
        print(*said, f"{arguments.pdf} drafts by PDF, {len(said)} wrong", sep="\n")
        raise SystemExit(1 if said else 0)
    chosen = [arguments.only] if arguments.only else list(ATTACKS)
    asked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for name in chosen:
        end = time.monotonic() + arguments.seconds / len(chosen)
        while asked[name] < arguments.count if arguments.count else time.monotonic() < end:
            question = f"{seed} {name} {asked[name]}"
            asked[name] += 1
            for said in ATTACKS[name](Random(question)):  # noqa: S311 - the same questions for the same seed
                wrong[name] += 1
                print(f"  {said}")
        print(f"{name:12} {asked[name]:8} asked {wrong[name]:6} wrong", flush=True)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
