"""Makes the public record of an England that is not, and measures the audit of it: `python benchmarks/england.py`.

The files have the shape of the Department's downloads (135 columns of establishments, 14 of governors), and what was
found wrong in the real ones: two encodings, days in two styles, years that mean none, terms that are too long, ended or
end before they begin, a chair's own row, a person twice, bodies that no maintained school has, single seats held twice.
With --real FOLDER the summary of the extract of 20 October 2016 is printed beside it.
"""

import argparse
import csv
import datetime
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DAY = datetime.date(2026, 11, 1)
SCHOOLS, ROWS = 10_700, 126_000
OTHERS = 41_300
"""Establishments of other types, or closed, which the same file has."""
TYPES = {
    "Community school": ("01", 48),
    "Voluntary aided school": ("02", 23),
    "Voluntary controlled school": ("03", 14),
    "Foundation school": ("05", 5),
    "Community special school": ("07", 5),
    "Foundation special school": ("12", 1),
    "Local authority nursery school": ("15", 4),
}
OTHER_TYPES = {"Academy converter": "34", "Other independent school": "11", "Pupil referral unit": "14"}
HEAD = "Ex-officio by virtue of office as headteacher/principal"
STAFF = "Elected by school staff"
AUTHORITY = "Nominated by LA and appointed by GB"
PARENT = "Elected by parents"
BOARD = "Appointed by GB/board"
FOUNDATION = "Appointed by foundation/Trust"
SHARES = {HEAD: 0.59, STAFF: 0.77, AUTHORITY: 0.71, PARENT: 0.9}
"""How many schools of the extract of 2016 have one recorded."""
AGAIN = {HEAD: 0.02, STAFF: 0.1, AUTHORITY: 0.05}
"""How many have one more than there can be."""
ELSE = {
    BOARD: 70,
    PARENT: 18,
    "Parent appointed by GB/board due to no election candidates": 4,
    "Nominated by other body and appointed by GB": 3,
    "Appointed by LA": 2,
    "Appointed by academy members": 0.3,
}
WITH_FOUNDATION = {
    FOUNDATION: 60,
    "Foundation/sponsor members": 15,
    "Ex-officio foundation governor (appointed by foundation by virtue of the office they hold)": 15,
}
NAMED = [
    "URN",
    "LA (code)",
    "LA (name)",
    "EstablishmentNumber",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "EstablishmentStatus (name)",
    "ReligiousCharacter (name)",
    "TrustSchoolFlag (name)",
    "FederationFlag (name)",
]
COLUMNS = 135
GOVERNANCE = [
    "GID",
    "URN",
    "UID",
    "Companies House Number",
    "Role",
    "Title",
    "Forename 1",
    "Forename 2",
    "Surname",
    "Date of appointment",
    "Date term of office ends/ended",
    "Appointing body",
    "Original signatory member",
    "Original chair of trustees",
]
LINKS = ["URN", "Group UID", "Group Name", "Group Type (code)", "Group Type", "Group Status"]


def main() -> None:
    """Make the files and audit them, each time in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--real", type=Path, help="the folder with the extract of 2016, without names")
    parser.add_argument("--make", type=Path, help="only make the files of England, in this folder")
    arguments = parser.parse_args()
    if arguments.make:
        arguments.make.mkdir(parents=True, exist_ok=True)
        make(arguments.make, SCHOOLS, ROWS)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for schools in (1_000, 5_000, SCHOOLS, 20_000):
            files = make(folder, schools, schools * ROWS // SCHOOLS)
            for processes in (1, 2) if schools == SCHOOLS else (1,):
                print(f"{schools:>6} schools, {processes} at once: {measured(files, processes)}")
        if arguments.real:
            print(json.dumps(real(arguments.real, folder), indent=1))


def measured(files: list[Path], processes: int) -> str:
    """Audit files, and say what it took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "governance", "gias", "audit", *map(str, files), "--json"]
    with subprocess.Popen([*command, "--processes", str(processes)], stdout=subprocess.DEVNULL) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{work:.1f} s of work, {wall:.1f} s by the clock, {used.ru_maxrss / 1024:.0f} MB at most, status {child.returncode}"


def make(folder: Path, schools: int, rows: int) -> list[Path]:
    """Write the three files of an England with so many open maintained schools, always the same."""
    chance = random.Random(schools)  # noqa: S311 - a benchmark
    urns = list(range(100_000, 100_000 + schools))
    paths = [
        folder / f"{name}{DAY:%Y%m%d}.csv" for name in ("edubasealldata", "governanceladata", "alllinksdata")
    ]
    federated = set(chance.sample(urns, schools // 8))
    with paths[0].open("w", encoding="cp1252", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        table.writerow([*NAMED, *(f"Column {n}" for n in range(len(NAMED), COLUMNS))])
        kinds = {}
        for urn in urns:
            row = establishment(chance, urn, urn in federated)
            kinds[urn] = row[6]
            table.writerow(row)
        for n in range(OTHERS * schools // SCHOOLS):
            kind, code = chance.choice(list(OTHER_TYPES.items()))
            status = chance.choice(("Open", "Closed"))
            table.writerow(
                padded(
                    [200_000 + n, "301", "Nowhere", 1000, f"Other {n}", code, kind, status, "None", "", ""]
                )
            )
    with paths[1].open("w", encoding="cp1252", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        table.writerow(GOVERNANCE)
        gid = 0
        for n, urn in enumerate(urns):
            most = (n + 1) * rows // schools
            for body in board(
                chance, kinds[urn], most - gid if chance.random() < 0.3 else 7 + chance.randrange(9)
            ):
                if gid < most + 9:
                    table.writerow(governor(chance, gid, urn, body))
                    gid += 1
    with paths[2].open("w", encoding="cp1252", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        table.writerow(LINKS)
        for n, urn in enumerate(sorted(federated)):
            table.writerow([urn, 1_000 + n // 2, f"Federation {n // 2}", "01", "Federation", "Open"])
    return paths


def establishment(chance: random.Random, urn: int, federated: bool) -> list[object]:  # noqa: FBT001 - a column
    """Make one open maintained school."""
    (kind, (code, _)) = chance.choices(list(TYPES.items()), [weight for _, weight in TYPES.values()])[0]
    character = chance.choice(("Does not apply", "Church of England", "Roman Catholic", "None", ""))
    trust = chance.choice(("Supported by a trust", "Not supported by a trust", "Not applicable"))
    flag = "Supported by a federation" if federated else "Not under a federation"
    name = f"St {chance.choice(('Zoë', 'Mary', 'Anne'))}’s School {urn}"
    return padded(
        [
            urn,
            "301",
            f"Authority {urn % 152}",
            2000 + urn % 5000,
            name,
            code,
            kind,
            "Open",
            character,
            trust,
            flag,
        ]
    )


def padded(cells: list[object]) -> list[object]:
    """Fill a row up to the number of columns that the file has."""
    return [*cells, *("Some text" for _ in range(COLUMNS - len(cells)))]


def board(chance: random.Random, kind: object, many: int) -> list[str]:
    """Give the appointing bodies of the rows of one school."""
    found = [body for body, share in SHARES.items() if chance.random() < share]
    found += [body for body, share in AGAIN.items() if chance.random() < share]
    others = ELSE | WITH_FOUNDATION if str(kind).startswith(("Voluntary", "Foundation")) else ELSE
    return found + chance.choices(list(others), list(others.values()), k=max(many - len(found), 0))


def governor(chance: random.Random, gid: int, urn: int, body: str) -> list[object]:
    """Make one row, with what is wrong in one of so many."""
    start = DAY - datetime.timedelta(days=chance.randrange(-20, 1_800))
    length = chance.choices((1460, 1461, 1464, 1095, 2921, 7500, 0, -30), (55, 16, 2, 14, 3, 1, 0.1, 0.3))[0]
    end: object = start + datetime.timedelta(days=length)
    end = chance.choices((f"{end:%d/%m/%Y}", f"{end:%d-%m-%Y}", "", "31/12/9999"), (90, 5, 4, 1))[0]
    begin = "01/01/1900" if chance.random() < 0.002 else f"{start:%d/%m/%Y}"
    role = "Chair of Governors" if chance.random() < 0.09 else "Governor"
    # One in a hundred is the person of another row of the same school.
    person = f"Person {gid}" if chance.random() > 0.01 else f"Person {gid % 1000}"
    return [gid, urn, "", "", role, "", "A", "", person, begin, end, body, "", ""]


def real(source: Path, folder: Path) -> dict[str, object]:
    """Audit the extract of 2016, once with federated schools as schools of their own, and give the summaries."""

    def rows(name: str) -> list[dict[str, str]]:
        with gzip.open(source / name, "rt", encoding="utf-8") as file:
            return list(csv.DictReader(file, delimiter="\t"))

    ethos = {row["urn"]: row["religious-ethos"] for row in rows("ethos_2016.tsv.gz")}
    maintained = {row["la-maintained-school-eng"]: row for row in rows("la-maintained_2016.tsv.gz")}
    governance = folder / "governanceladata20161020.csv"
    governance.write_bytes(gzip.decompress((source / "gov2016.csv.gz").read_bytes()))
    found = {}
    for name, alone in (("each school alone", True), ("federated schools told", False)):
        path = folder / "edubasealldata20161020.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["URN", "EstablishmentName", *NAMED[6:7], *NAMED[8:]])
            for row in rows("types_2016.tsv.gz"):
                urn = row["urn"]
                more = maintained.get(urn, {})
                trust = "Supported by a trust" if more.get("foundation-trust") else "Not supported by a trust"
                federated = more.get("school-federation") and not alone
                flag = "Supported by a federation" if federated else "Not under a federation"
                table.writerow(
                    [urn, f"School {urn}", row["establishment-type"], ethos.get(urn, ""), trust, flag]
                )
        command = [sys.executable, "-m", "governance", "gias", "audit", str(path), str(governance), "--json"]
        answer = subprocess.run(command, capture_output=True, check=True)
        summary = json.loads(answer.stdout)["summary"]
        found[name] = {key: summary[key] for key in ("all", "enough_recorded", "by_kind")}
    return found


if __name__ == "__main__":
    main()
