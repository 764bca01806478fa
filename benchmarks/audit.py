"""Measures `governance audit` of a folder of Word documents: `python benchmarks/audit.py`.

It makes the documents itself, as many for each category of school as for federations and for units, each with a board and
a name of its own. Half hold their facts in content controls, and half were drafted with `--plain` and are read by their
words alone. It prints the processor time of all processes, and the most memory that one of them takes, beside that for a
tenth of the documents. It needs Linux.
"""

import argparse
import itertools
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from questions import a_board, bodies

import governance

LIMIT = 8.0
"""Seconds of processor time for 1,000 documents."""
FLAT = 1.1
"""How many times as much memory ten times as many documents may take."""
PLACES = ("Rift House", "St Mary’s", "Holmes Chapel", "Ash Lane", "The Grange", "Mt. Pleasant", "Norton")


def main():
    """Make the documents, audit a tenth of them and then all, and print what it took; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1_000, help="how many documents (default: 1000)")
    parser.add_argument(
        "--processes", type=int, default=os.cpu_count(), help="as `governance audit` takes them"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="make the documents in this folder, and leave them"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch, "documents")
        make(folder, arguments.count)
        files = sorted(folder.glob("*.docx"))
        _, tenth = audited(files[: arguments.count // 10], arguments.processes)
        seconds, whole = audited(files, arguments.processes)
    limit = LIMIT * arguments.count / 1_000
    print(f"{arguments.count} documents: {seconds:.1f} s of processor time; limit {limit:.1f}")
    print(f"memory: {whole:.0f} MB, {whole / tenth:.2f} times that of a tenth of them; limit {FLAT}")
    raise SystemExit(seconds > limit or whole > FLAT * tenth)


def make(folder, count):
    """Draft instruments, the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = Random(1)  # noqa: S311 - a sample, not a secret
    kinds = {}
    for body in bodies():
        kinds.setdefault(body.data["school"]["category"], []).append(body)
    for number, kind in zip(range(count), itertools.cycle(kinds.values())):
        body = chance.choice(kind)
        school = {**body.data["school"], "name": f"{PLACES[number % len(PLACES)]} School {number}"}
        instrument = {
            **body.data["instrument"],
            "governing_body": f"The governing body of {school['name']}",
            "made_by": "Hartlepool Borough Council",
            "made_on": body.on,
        }
        data = {**body.data, "school": school, "instrument": instrument, "seats": a_board(chance, body)}
        if listed := data.get("schools"):
            data["schools"] = [
                {**one, "name": f"{PLACES[at]} Infants {number}"} for at, one in enumerate(listed)
            ]
        proposal = governance.parse(data)
        made = governance.draft(proposal, on=body.on, anyway=True, plain=number % 2 == 0)
        (folder / f"{number:05}.docx").write_bytes(made)


def audited(files, processes):
    """Audit some files; give the processor time of all processes, and the most megabytes that one of them took."""
    names = [os.fspath(file) for file in files]
    command = [sys.executable, "-m", "governance", "audit", "--processes", str(processes), *names]
    # Compiled, as pip installs it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"The audit went wrong:\n{done.stderr}{done.stdout[-2_000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, after.ru_maxrss / 1024


if __name__ == "__main__":
    main()
