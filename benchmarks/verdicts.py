"""Prints what many verdicts cost: `python benchmarks/verdicts.py [--boards 100000]`, in the environment of the program.

Random boards of every kind of school are put to `governance check --jsonl --verdicts`, one JSON proposal a line.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

KINDS = (
    "community",
    "community special",
    "foundation",
    "voluntary aided",
    "voluntary controlled",
    "maintained nursery",
)


def main():
    """Write the boards, run the command and print its processor time and memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--boards", type=int, default=100_000, help="how many boards (default: 100000)")
    count = parser.parse_args().boards
    pick = random.Random(2027)  # noqa: S311 - a sample, not a secret
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(f"{json.dumps(board(pick, number))}\n" for number in range(count))
        file.flush()
        command = [sys.executable, "-m", "governance", "check", "--jsonl", "--verdicts", file.name]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
    print(
        f"{count} verdicts: {usage.ru_utime + usage.ru_stime:.1f} s of the processor, {usage.ru_maxrss // 1024} MB"
    )


def board(pick, number):
    """A board that is lawful or nearly so, of any kind."""
    category = pick.choice(KINDS)
    seats = {
        "parent": pick.randint(1, 5),
        "local_authority": pick.choice((1, 1, 1, 2)),
        "staff": pick.choice((1, 1, 1, 2)),
        "head_teacher": 1,
        "co_opted": pick.randint(0, 9),
        "foundation": pick.randint(0, 9) if category.startswith(("foundation", "voluntary")) else 0,
    }
    school = {"name": f"School {number}", "category": category}
    if category == "foundation":
        school["foundation"] = "foundation"
    day = f"{pick.randint(2016, 2026)}-{pick.randint(1, 12):02}-01"
    return {
        "school": school,
        "seats": {**seats, "total": sum(seats.values())},
        "instrument": {"effective_on": day},
    }


if __name__ == "__main__":
    main()
