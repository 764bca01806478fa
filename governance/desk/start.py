"""The work of `governance desk`: the data folder, the database, the token of the run, the server and the browser."""

import os
import secrets
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final, NoReturn

from governance.desk.backup import back_up
from governance.desk.settings import HOST, UPLOAD_BYTES, Run, configure
from governance.errors import GovernanceError

_OURS: Final = 0o700
_THREADS: Final = 4
_FORM: Final = 1_000_000
"""What a form with a file may have besides the file."""


class StartError(GovernanceError):
    """The desk cannot be started, and what to do."""


def default_folder() -> Path:
    """Give the folder in which a program keeps what is its user's."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "governance-desk"


def open_desk(folder: Path, *, port: int = 0, database: str = "", token: str = "") -> Run:
    """Make the data folder ready and the database current, with a copy made before it is changed."""
    try:
        folder.mkdir(mode=_OURS, parents=True, exist_ok=True)
        secret = _secret(folder)
    except OSError as error:
        raise StartError(
            f"{folder}: cannot be used: {error.strerror or error}. Name another with --data."
        ) from None
    run = Run(folder, port, token or secrets.token_urlsafe(32), secret, database)
    try:
        configure(run)
    except ValueError as error:
        raise StartError(f"{error}. Write postgresql://user@host/name.") from None
    migrate(run)
    return run


def migrate(run: Run) -> None:
    """Bring the tables up to date; where that changes a database that has some, copy it first."""
    from django.core.management import call_command  # noqa: PLC0415 - Django is there once it is set up
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    from governance.desk.models import OFFICE, Authority, Membership, User  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    due = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if due:
        if executor.loader.applied_migrations and not run.database:
            back_up(run.folder, why=f"before-{due[0][0].name}")
        call_command("migrate", verbosity=0, interactive=False)
    if not run.database:
        (run.folder / "desk.sqlite3").chmod(0o600)
    office, _ = User.objects.get_or_create(username=OFFICE, defaults={"password": "!"})
    authority = Authority.objects.order_by("pk").first() or Authority.objects.create(name="Our authority")
    Membership.objects.get_or_create(user=office, authority=authority, role="officer")


def fill_demo() -> None:
    """Make the demonstration where there is nothing yet; StartError where there is an office's own work."""
    from governance.desk.demo import fill  # noqa: PLC0415 - as above
    from governance.desk.look import today  # noqa: PLC0415
    from governance.desk.models import Authority, Body  # noqa: PLC0415

    authority = Authority.objects.order_by("pk").get()
    if authority.demo:
        return
    if Body.objects.exists():
        raise StartError(
            "The data folder holds the work of an office. Name another for the demonstration with --data."
        )
    fill(authority, today())


def listen(port: int) -> socket.socket:
    """Take the port, on this machine alone; nought takes any that is free."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
    except OSError as error:
        taken.close()
        raise StartError(
            f"Port {port} cannot be used: {error.strerror or error}. Name another with --port."
        ) from None
    return taken


def serve(
    folder: Path,
    *,
    port: int,
    database: str = "",
    demo: bool = False,
    browser: bool = True,
    say: Callable[[str], Any] = print,
) -> None:
    """Serve the desk until it is stopped. The start address is said alone on a line."""
    from waitress import create_server  # noqa: PLC0415 - the extra has it, and only serving needs it

    taken = listen(port)
    run = open_desk(folder, port=taken.getsockname()[1], database=database)
    if demo:
        fill_demo()
    from governance.desk.wsgi import application  # noqa: PLC0415 - the settings must be there before it

    server = create_server(
        application,
        sockets=[taken],
        threads=_THREADS,
        ident=None,
        max_request_body_size=UPLOAD_BYTES + _FORM,
    )
    signal.signal(signal.SIGTERM, _stop)
    address = f"{run.origin}/?t={run.token}"
    say(address)
    if browser:
        webbrowser.open(address)
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _secret(folder: Path) -> str:
    """Give the secret of a data folder, made at the first start and read by its owner alone."""
    path = folder / "secret"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii").strip()
