"""Long work that can be left: it is done beside the pages, and its row says how far it is and what came of it."""

import contextlib
import logging
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from django.conf import settings
from django.db import connections, transaction
from django.utils import timezone

from governance.desk.changes import schools_of, take_schools
from governance.desk.events import record
from governance.desk.look import today
from governance.desk.models import Authority, Document, Job
from governance.desk.public_record import audited, schools
from governance.desk.store import forget, keep
from governance.errors import GovernanceError

FOLDER: Final = "waiting"
STOPPED: Final = "stopped"
OPEN: Final = ("waiting", "running")
_AT_ONCE: Final = 2
"""How many documents are read at once: the pages are to be answered meanwhile."""
_SECONDS: Final = 900.0
"""How long the public record of all England may take."""
_DAY: Final = re.compile(r"20\d{6}")
_STOPPED: Final = "It was stopped before it was done."
_NOT_KNOWN: Final = "It failed, and we do not know why. Please report it."

log = logging.getLogger("desk")


class StoppedError(Exception):
    """Somebody stopped the work."""


def ask(authority: Authority, kind: str, title: str, files: Sequence[tuple[str, bytes]], *, by: str) -> Job:
    """Put work into the list, with the files that it is about; their names stay in the row."""
    job: Job = Job.objects.create(
        authority=authority,
        kind=kind,
        title=title,
        by=by,
        of=len(files) if kind == "documents" else None,
        given={"names": [name for name, _ in files]},
    )
    folder = folder_of(job)
    folder.mkdir(mode=0o700, parents=True)
    for number, (name, data) in enumerate(files):
        place = folder / f"{number:05}{_ending(name)}"
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(data)
    return job


def begin(job: Job) -> None:
    """Do the work in a thread of its own."""
    threading.Thread(target=_apart, args=(job.pk,), daemon=True).start()


def pick_up() -> None:
    """Say of work that a stop of the desk cut short that it was stopped."""
    for job in Job.objects.filter(status__in=OPEN):
        _ended(job, STOPPED, "The desk was stopped before it was done.")


def do(pk: int) -> None:
    """Do the work, and keep what came of it; what goes wrong is said in the row."""
    job = Job.objects.get(pk=pk)
    if not Job.objects.filter(pk=pk, status="waiting").update(status="running", started_at=timezone.now()):
        _ended(job, STOPPED, _STOPPED)
        return
    job.refresh_from_db()
    try:
        WORK[job.kind](job)
        _ended(job, "done", job.says)
    except StoppedError:
        _ended(job, STOPPED, _STOPPED)
    except GovernanceError as error:
        _ended(job, "failed", str(error).replace(str(folder_of(job)), ""))
    except Exception as error:  # noqa: BLE001 - the row says so, and the desk goes on
        log.warning("a job failed with %s", type(error).__name__)
        _ended(job, "failed", _NOT_KNOWN)


def stop(job: Job) -> None:
    """Ask that it stops before the next step."""
    Job.objects.filter(pk=job.pk, status__in=OPEN).update(status=STOPPED)


def apply(job: Job, *, by: str) -> int:
    """Put the schools that the public record lists among the bodies of the desk, and say how many were new or changed."""
    with transaction.atomic():
        many = take_schools(job.authority, job.result["schools"], by=by)
        job.result = {**job.result, "applied": many}
        job.save()
        facts = {"new or changed": many}
        record(job.authority, by, "imported the public record", job, says=job.title, facts=facts)
    return many


def forget_result(job: Job, *, by: str) -> None:
    """Forget what came of it: the names of the files may be somebody's."""
    with transaction.atomic():
        document = job.document
        job.given, job.result, job.document = {}, None, None
        job.save()
        if document is not None:
            forget(document)
        record(job.authority, by, "forgot what came of a job", job, says=job.title)


def folder_of(job: Job) -> Path:
    """Give the folder of the files that wait to be worked on."""
    folder: Path = settings.DESK.folder
    return folder / FOLDER / str(job.pk)


def _apart(pk: int) -> None:
    try:
        do(pk)
    finally:
        connections.close_all()


def _ended(job: Job, status: str, says: str) -> None:
    job.status, job.says, job.ended_at = status, says, timezone.now()
    with transaction.atomic():
        job.save()
        verb = {"done": "finished", STOPPED: "stopped"}.get(status, "could not finish")
        record(job.authority, job.by, f"{verb} a job", job, says=job.title)
    with contextlib.suppress(OSError):
        shutil.rmtree(folder_of(job))


def _files(job: Job) -> list[Path]:
    return sorted(folder_of(job).iterdir())


def _ending(name: str) -> str:
    """Give the end of a name, with the day that the name of a download has: nothing else of a name is on the disk."""
    ending = Path(name).suffix.lower()
    day = _DAY.search(name)
    return f"{f'-{day[0]}' if day else ''}{ending if ending[1:].isalnum() and ending.isascii() else ''}"


def _step(job: Job, done: int) -> None:
    """Say how far it is; StoppedError where somebody wants it to end."""
    if Job.objects.filter(pk=job.pk, status=STOPPED).exists():
        raise StoppedError
    Job.objects.filter(pk=job.pk).update(done=done)
    job.done = done


def _documents(job: Job) -> None:
    """Read and check a folder of documents, as `governance audit` does."""
    from governance.audit.row import in_order  # noqa: PLC0415 - the audit is slow to load, and so is Excel
    from governance.audit.sheet import sheet  # noqa: PLC0415
    from governance.audit.workers import audit  # noqa: PLC0415

    files = _files(job)
    names = dict(zip(map(str, files), job.given["names"], strict=True))
    found = []
    rows: Any = audit(files, today=today(), processes=_AT_ONCE)
    with contextlib.closing(rows):
        for row in rows:
            found.append(row)
            _step(job, len(found))
    named = in_order(_named(found, names))
    job.document = _kept(job, sheet(named, today=today()), "xlsx")
    job.result = {"rows": [row.as_json() for row in named]}


def _named(rows: Iterable[Any], names: dict[str, str]) -> Iterable[Any]:
    return (attrs.evolve(row, file=names.get(row.file, row.file)) for row in rows)


def _schools(job: Job) -> None:
    """Read the public record, and lay its schools of this authority beside those of the desk."""
    found = _by_worker(job, schools)
    mine = schools_of(job.authority, found["schools"])
    job.result = {"schools": mine, "said": found["said"]}
    job.says = f"{len(mine)} schools of this authority are new or differ."


def _record(job: Job) -> None:
    """Hold the public record against the law, as `governance gias audit` does."""
    found = _by_worker(job, audited)
    data = Path(found["sheet"]).read_bytes()
    job.document = _kept(job, data, "xlsx")
    job.result = {"grades": found["grades"], "said": found["said"], "on": found["on"]}


def _by_worker(job: Job, task: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """Do a task in a process of its own, which a stop ends."""
    from governance.audit.workers import Worker  # noqa: PLC0415 - as above

    worker = Worker(task, _SECONDS)
    try:
        worker.begin(str(folder_of(job)))
        while not worker.pipe.poll(1):
            _step(job, 0)
        found = worker.finish()
    finally:
        worker.stop()
    if "wrong" in found:
        raise GovernanceError(found["wrong"])
    return found


def _kept(job: Job, data: bytes, ending: str) -> Document:
    return keep(job.authority, data, kind="other", suffix=ending, title=job.title, by=job.by)


WORK: Final[dict[str, Callable[[Job], None]]] = {
    "documents": _documents,
    "schools": _schools,
    "record": _record,
}
"""What is done for each kind of job."""
