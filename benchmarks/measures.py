"""What is measured, against what, and the bar for each. Run by run.py in the environment of the peers."""

import cProfile
import io
import itertools
import json
import os
import pstats
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy
import openfisca_peer as openfisca
import page
import worst

import governance
from governance.answers.fast import lawful, lawful_boards
from governance.answers.repair import repair
from governance.answers.space.space import space
from governance.law import book_for
from governance.letters.check import letter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from boards import DAY, KINDS, SEVEN_SEATS, SMALLEST, proposal  # noqa: E402 - the tests' own kinds and boards
from brute_force import boards as every_board  # noqa: E402
from brute_force import lawful as by_hand  # noqa: E402

RIFT_HOUSE = ROOT / "examples" / "rift-house.toml"
NAMES = (*SEVEN_SEATS, "co_opted_staff")
MANY = 100_000
LARGEST = 12


@dataclass
class Ratio:
    """One comparison.

    `ours` and `theirs` are run in turn, `loops` times each; `faster` asks how many times
    faster ours is, else how many times as long it takes. `cold` is measured on the wall, all else by processor time.
    """

    name: str
    ours: Callable
    theirs: Callable
    bar: float | None
    faster: bool = True
    loops: tuple[int, int] = (1, 1)
    cold: bool = False


def run(runs, only, lines):
    """Print every ratio; 1 where a bar is missed."""
    missed = 0
    agree()
    print(f"\n{'what':58} {'median':>8} {'quartiles':>15}  {'bar':>6}")
    for ratio in ratios():
        if only and only not in ratio.name:
            continue
        found = sorted(pair(ratio) for _ in range(runs))
        low, median, high = statistics.quantiles(found, n=4)
        met = ratio.bar is None or (median >= ratio.bar if ratio.faster else median <= ratio.bar)
        missed += not met
        bar = "" if ratio.bar is None else f"{'>=' if ratio.faster else '<='} {ratio.bar:g}"
        mark = "" if met else "  MISSED"
        print(f"{ratio.name:58} {median:8.2f} {low:7.2f}{high:8.2f}  {bar:>6}{mark}", flush=True)
    if not only or only in "worst":
        missed += worst.worst(1000)
    if not only or only in "memory":
        missed += memory(lines)
    return int(missed > 0)


def pair(ratio):
    """Take one pair: by how many times ours is faster, or how many times as long it takes."""
    clock = time.perf_counter if ratio.cold else time.process_time
    times = []
    for call, loops in zip((ratio.ours, ratio.theirs), ratio.loops, strict=True):
        start = clock()
        for _ in range(loops):
            call()
        times.append((clock() - start) / loops)
    ours, theirs = times
    return theirs / ours if ratio.faster else ours / theirs


def ratios():
    """Give each comparison, its data made before anything is timed."""
    rules = openfisca.system()
    house = governance.load(RIFT_HOUSE)
    kind = ("community", "none")
    seats = {name: getattr(house.seats, name) or 0 for name in NAMES}
    one = lambda: openfisca.one(rules, kind, seats, DAY.isoformat())  # noqa: E731 - a column of calls reads as one
    start = [sys.executable, "-c", "pass"]
    check = [sys.executable, "-m", "governance", "check", str(RIFT_HOUSE)]
    yield Ratio(
        "cold `governance check`, in bare interpreter starts",
        lambda: quietly(check),
        lambda: quietly(start),
        8,
        faster=False,
        cold=True,
    )
    yield Ratio(
        "one check, verdict only: times faster than OpenFisca",
        lambda: lawful(house),
        one,
        20,
        loops=(200, 20),
    )
    yield Ratio(
        "one check, every finding in words: times faster",
        lambda: governance.check(house),
        one,
        5,
        loops=(50, 20),
    )
    yield Ratio(
        "one check and its letter: times faster",
        lambda: letter(governance.check(house), house),
        one,
        None,
        loops=(50, 20),
    )
    book = book_for(house, DAY)
    for name, rows in (("random boards", random_boards()), ("nearly lawful boards", nearly_lawful())):
        columns = {seat: list(column) for seat, column in zip(NAMES, zip(*rows, strict=True), strict=True)}
        arrays = {seat: numpy.array(column) for seat, column in columns.items()}
        yield Ratio(
            f"{MANY} {name}: times as long as OpenFisca",
            lambda columns=columns: lawful_boards(book, columns),
            lambda arrays=arrays: openfisca.many(rules, kind, arrays, DAY.isoformat()),
            3,
            faster=False,
        )
    yield Ratio(
        f"every lawful board to {LARGEST} seats: times faster than trying all",
        lambda: [enumerated(kind) for kind in KINDS],
        tried,
        None,
        loops=(3, 1),
    )
    wrong = [governance.load(path) for path in sorted((ROOT / "examples" / "unlawful").glob("*.toml"))]
    yield Ratio(
        "nearest lawful boards, for each example, in starts",
        lambda: [repair(one) for one in wrong],
        lambda: [quietly(start) for _ in wrong],
        None,
        faster=False,
        cold=True,
    )
    template = page.template(house)
    yield Ratio(
        "one instrument in a batch: times faster than docxtpl",
        lambda: governance.draft(house),
        lambda: page.rendered(template),
        5,
        loops=(10, 5),
    )


def quietly(command):
    """Run a command for its time alone: compiled, as installed, with a cache of its own."""
    environment = {**os.environ, "GOVERNANCE_CACHE": str(Path(sys.prefix) / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def agree():
    """Hold the peers to the same answers on random boards of every kind, and the same words on the page."""
    pick = random.Random(1)  # noqa: S311 - a sample, not a secret
    rules = openfisca.system()
    judged = lawfuls = 0
    for category, has in KINDS:
        kind = (category, has or "none")
        core = SMALLEST[category, has]
        rows = [
            {name: max(0, core.get(name, 0) + pick.choice((0, 0, 0, 0, 1, 2, -1))) for name in SEVEN_SEATS}
            for _ in range(300)
        ]
        for row in rows:
            row["co_opted_staff"] = pick.randint(0, min(2, row["co_opted"]))
        columns = {name: [row[name] for row in rows] for name in NAMES}
        theirs = openfisca.many(
            rules, kind, {name: numpy.array(column) for name, column in columns.items()}, DAY.isoformat()
        )
        ours = lawful_boards(book_for(proposal(category, has), DAY), columns)
        checked = [governance.check(proposal(category, has, **row), on=DAY).lawful for row in rows]
        single = openfisca.one(rules, kind, rows[0], DAY.isoformat())
        if not list(theirs) == ours == checked or single is not checked[0]:
            raise SystemExit(f"OpenFisca and the check do not agree on {category} {has or ''}")
        judged += len(rows)
        lawfuls += sum(ours)
    house = governance.load(RIFT_HOUSE)
    if page.words(governance.draft(house, plain=True)) != page.words(page.rendered(page.template(house))):
        raise SystemExit("docxtpl's page is not the same")
    print(
        f"OpenFisca and the check agree on {judged} boards, {lawfuls} of them lawful; docxtpl's page is the same."
    )


def random_boards():
    """Distinct boards at random, most of them unlawful for the first reason there is."""
    pick = random.Random(2)  # noqa: S311
    found = set()
    while len(found) < MANY:
        co_opted = pick.randint(0, 12)
        row = (pick.randint(0, 8), pick.randint(0, 2), pick.randint(0, 2), pick.randint(0, 1), co_opted)
        found.add((*row, pick.randint(0, 3), pick.randint(0, 3), pick.randint(0, co_opted)))
    return sorted(found, key=hash)


def nearly_lawful():
    """Distinct boards with the right staff, head teacher and local authority governor, so that every rule counts."""
    wide = ((p, 1, 1, 1, c, 0, 0, s) for p in range(2, 100) for c in range(2, 100) for s in range(min(c, 12)))
    rows = list(itertools.islice(wide, MANY))
    random.Random(3).shuffle(rows)  # noqa: S311
    return rows


def enumerated(kind):
    """Every lawful board of a kind, by the relations."""
    return list(space(book_for(proposal(*kind), DAY), {}).boards(LARGEST))


def tried():
    """Every lawful board of every kind, by trying all there are."""
    walked = list(every_board(LARGEST))
    return [[board for board in walked if by_hand(kind, *board, 0, resigned=False)] for kind in KINDS]


def memory(lines):
    """Compare the memory of a long --jsonl run with that of one a tenth as long: it must not grow."""
    peaks = []
    for count in (lines // 10, lines):
        command = [sys.executable, "-m", "governance", "check", "-", "--jsonl"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as child:
            for number in range(count):
                child.stdin.write(line(number))
            child.stdin.close()
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
        peaks.append(usage.ru_maxrss)
    ratio = peaks[1] / peaks[0]
    missed = ratio > 1.1
    name = f"memory of {lines} --jsonl lines against {lines // 10}"
    print(f"{name:58} {ratio:8.2f} {'':15}  <= 1.1{'  MISSED' if missed else ''}", flush=True)
    return int(missed)


def line(number):
    """One proposal as a line, each of another school and board."""
    given = {
        "school": {"name": f"School {number}", "category": "community"},
        "seats": {
            "parent": 2 + number % 7,
            "local_authority": 1,
            "staff": 1,
            "head_teacher": 1,
            "co_opted": number % 11,
        },
        "instrument": {"effective_on": f"{2013 + number % 12}-{1 + number % 12:02}-01"},
    }
    return json.dumps(given).encode() + b"\n"


def profile():
    """Show what one check costs, function by function."""
    house = governance.load(RIFT_HOUSE)
    governance.check(house)
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [governance.check(house) for _ in range(500)])
    out = io.StringIO()
    pstats.Stats(profiler, stream=out).sort_stats("tottime").print_stats(25)
    print(out.getvalue())
