"""Measures the desk: `python benchmarks/desk.py`. What a page, a check and a start cost, and how that grows with an authority.

The real command runs over a folder of its own. CPU is that of its process, as the kernel counts it, so a busy machine
changes less. Every figure is beside its limit, and beside what a check by the library costs at that moment; the exit
status is 1 where one is over its limit. It needs Linux.
"""

import argparse
import concurrent.futures
import contextlib
import datetime
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import governance

HERE = Path(__file__).resolve()
PAGE_MS, CHECK_MS, IDLE_MB, START_S, FOLD, FIRST_S = 10.0, 2.0, 60.0, 2.0, 2.0, 1.0
WRITERS, WRITES = 4, 600
FEW, MANY = 30, 300
PEOPLE = 10
"""How many people serve on a body, in the mean: 3,000 in an authority of 300."""
BOARD = {
    "school": {"category": "community"},
    "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7},
}
PAGES = {
    "home": "/",
    "check a board": "/check",
    "check, with its answer": "/check?school.category=community&seats.parent=1&seats.co_opted=5",
    "bodies": "/bodies",
    "a body": "/bodies/5",
    "people": "/bodies/5/people",
    "proposals": "/proposals",
    "a proposal": "/proposals/2",
    "audit": "/audit",
    "vacancies": "/vacancies",
    "calendar": "/calendar",
    "events": "/events",
    "rule book": f"/rules/{datetime.date.today()}/index.html",  # noqa: DTZ011
    "settings": "/settings",
}


class Desk:
    """One desk that runs over a folder."""

    def __init__(self, folder, *arguments):
        command = [
            sys.executable,
            "-m",
            "governance",
            "desk",
            "--data",
            str(folder),
            "--port",
            "0",
            "--no-browser",
        ]
        self.process = subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, text=True)
        address = urlsplit(self.process.stdout.readline().strip())
        self.host = address.netloc
        self.headers = {
            "Cookie": f"desk-{address.port}={address.query.removeprefix('t=')}",
            "Origin": f"http://{self.host}",
            "Content-Type": "application/json",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)

    @property
    def cpu(self):
        """Seconds of CPU that all its threads took; one that has ended meanwhile is past counting."""
        took = 0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            with contextlib.suppress(OSError):
                took += int((task / "schedstat").read_text().split()[0])
        return took / 1e9

    @property
    def memory(self):
        """Its share of the memory, in MB."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

    def ask(self, path, body=None):
        """Ask, and give the status."""
        connection = http.client.HTTPConnection(self.host, timeout=120)
        try:
            connection.request("POST" if body else "GET", path, body, self.headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def once(self, path):
        """Give the CPU of one answer, in seconds."""
        before = self.cpu
        self.ask(path)
        return self.cpu - before

    def took(self, path, body=None, times=15):
        """Give the median CPU of one answer, in milliseconds, once the first was given."""
        if (status := self.ask(path, body)) != http.HTTPStatus.OK:
            raise SystemExit(f"{path}: {status}")
        found = []
        for _ in range(times):
            before = self.cpu
            self.ask(path, body)
            found.append(1000 * (self.cpu - before))
        return statistics.median(found)


def fill(folder, number):
    """Fill an authority with so many bodies, those of the demonstration again and again, and people; say how many there are."""
    from governance.desk import start  # noqa: PLC0415 - Django is set up by it

    start.open_desk(folder)
    from django.db import transaction  # noqa: PLC0415

    from governance.desk import demo  # noqa: PLC0415
    from governance.desk.models import Appointment, Authority, Body, Diocese  # noqa: PLC0415

    authority, today = Authority.objects.get(), datetime.date.today()  # noqa: DTZ011
    demo.fill(authority, today)
    specs = tomllib.loads(Path(demo.__file__).with_name("authority.toml").read_text(encoding="utf-8"))[
        "bodies"
    ]
    dioceses = {one.faith: one for one in Diocese.objects.all()}
    with transaction.atomic():
        for place in range(len(specs), number):
            spec = specs[place % len(specs)]
            spec = spec | {"name": f"{spec['name']} {place}"}
            demo.add_body(authority, spec, dioceses, number=place, today=today)
        keys = list(Appointment.objects.order_by("pk").values_list("pk", flat=True))
        over = len(keys) - PEOPLE * number
        # Those beyond are taken from all over the registers; the chairs stay.
        spare = list(Appointment.objects.filter(offices=None).order_by("pk").values_list("pk", flat=True))
        gone = spare[:: max(1, len(spare) // max(1, over))][:over] if over > 0 else []
        Appointment.objects.filter(pk__in=gone).delete()
    print(f"{Body.objects.count()} bodies, {Appointment.objects.count()} people", flush=True)


def filled(folder, number):
    """Fill one in a process of its own, which says how many bodies and people it has."""
    subprocess.run([sys.executable, str(HERE), "--fill", str(number), str(folder)], check=True)
    return folder


def written(desk):
    """Write from several clients at once, and give how many were not answered as they should be."""

    def one(place):
        body = json.dumps(BOARD)
        return desk.ask(f"/api/v1/proposals?body={1 + place % 24}&title=No.{place}", body)

    with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
        answers = list(pool.map(one, range(WRITES)))
    return sum(answer not in {http.HTTPStatus.OK, http.HTTPStatus.CREATED} for answer in answers)


def yardstick(times=50):
    """Give the CPU of one check by the library, in milliseconds, now: a busy machine makes it dearer, too."""
    proposal = governance.parse(BOARD)
    found = []
    for _ in range(times):
        before = time.process_time()
        governance.check(proposal, on=datetime.date(2026, 9, 1))
        found.append(1000 * (time.process_time() - before))
    return statistics.median(found)


def measured(times):
    """Measure everything, and yield the name, the figure, its limit and its unit."""
    with tempfile.TemporaryDirectory() as place:
        # Others who work on the law of this machine would empty a cache that is shared.
        os.environ["GOVERNANCE_CACHE"] = str(Path(place) / "cache")
        few, many = filled(Path(place) / "few", FEW), filled(Path(place) / "many", MANY)
        with Desk(few) as desk:
            yield "start, until it prints its address", desk.cpu, START_S, "s of CPU"
            desk.ask("/about")
            yield "start, with its first page", desk.cpu, START_S, "s of CPU"
            yield "idle", desk.memory, IDLE_MB, "MB"
            small = {name: desk.took(path, times=times) for name, path in PAGES.items()}
            for name, took in small.items():
                yield f"page: {name}", took, PAGE_MS, "ms of CPU"
            body = json.dumps(BOARD)
            yield "check by the API", desk.took("/api/v1/check", body, times), CHECK_MS, "ms of CPU"
            verdict = desk.took("/api/v1/check?fields=verdict", body, times)
            yield "check by the API, its verdict alone", verdict, CHECK_MS, "ms of CPU"
            yield "memory after that", desk.memory, None, "MB"
        with Desk(many) as desk:
            desk.ask("/about")
            yield f"first page on {MANY} bodies", desk.once("/"), FIRST_S, "s of CPU"
            yield f"calendar file of {MANY} bodies", desk.once("/calendar.ics"), FIRST_S, "s of CPU"
            for name, path in PAGES.items():
                yield (
                    f"{MANY} bodies against {FEW}: {name}",
                    desk.took(path, times=times) / small[name],
                    FOLD,
                    "times",
                )
            for name in ("home", "audit", "vacancies", "calendar"):
                desk.ask("/api/v1/proposals?body=7&title=Another", body)
                yield (
                    f"{name} of {MANY} bodies, after a change",
                    1000 * desk.once(PAGES[name]),
                    None,
                    "ms of CPU",
                )
            yield f"memory with {MANY} bodies", desk.memory, None, "MB"
        with Desk(few) as desk:
            yield f"refused of {WRITES} writes by {WRITERS} at once", written(desk), 0, "writes"


def main():
    """Print each figure beside its limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=15, help="answers for each figure (default: 15)")
    parser.add_argument("--fill", nargs=2, metavar=("BODIES", "FOLDER"), help="only fill a folder")
    arguments = parser.parse_args()
    if arguments.fill:
        fill(Path(arguments.fill[1]), int(arguments.fill[0]))
        return
    over = 0
    for name, figure, limit, unit in measured(arguments.times):
        late = limit is not None and figure > limit
        over += late
        ratio = f"= {figure / yardstick():.0f} checks" if unit.startswith("ms") else ""
        of = "" if limit is None else f" of {limit:g}"
        print(f"{name:45} {figure:8.1f}{of} {unit:10} {ratio:14}{'OVER' * late}", flush=True)
    raise SystemExit(over > 0)


if __name__ == "__main__":
    main()
