"""The work of `governance desk`: the data folder, the database, the token of the run, the server and the browser."""

import gc
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final, NoReturn

from governance.desk import folder as at
from governance.desk.backup import NAME, back_up
from governance.desk.folder import StartError
from governance.desk.settings import BODY_BYTES, HOST, UPLOAD_BYTES, Run, configure

PORT: Final = 8000
"""The port of the desk, unless somebody names one."""
_THREADS: Final = 4
_VALUES: Final = 20_000
"""After so many new values what is no longer used is looked for: an answer on all bodies makes a million."""


def open_desk(folder: Path, *, port: int = 0, database: str = "", token: str = "") -> Run:
    """Make the data folder ready and the database current, with a copy made before it is changed."""
    at.make(folder)
    run = Run(folder, port, token or secrets.token_urlsafe(32), at.secret(folder), database)
    _configure(run)
    migrate(run)
    return run


def look_into(folder: Path, *, database: str = "") -> None:
    """Make ready to read a database that is there, and change nothing; StartError where there is none."""
    if not database and not (folder / NAME).exists():
        raise StartError(f"{folder}: holds no database. Name the folder with --data.")
    _configure(Run(folder, 0, "", secrets.token_urlsafe(32), database))


def _configure(run: Run) -> None:
    try:
        configure(run)
    except ValueError as error:
        raise StartError(f"{error}. Write postgresql://user@host/name.") from None


def migrate(run: Run) -> None:
    """Bring the tables up to date; where that changes a database that has some, copy it first."""
    from django.db import connection  # noqa: PLC0415 - Django is there once it is set up

    from governance.desk.models import OFFICE, Authority, Membership, User  # noqa: PLC0415

    if run.database:
        _refuse_silent(connection)
    else:
        _refuse_damaged(connection)
    if _not_applied(connection):
        _apply(run, connection)
    if not run.database:
        (run.folder / NAME).chmod(0o600)
    office, _ = User.objects.get_or_create(username=OFFICE, defaults={"password": "!"})
    authority = Authority.objects.order_by("pk").first() or Authority.objects.create(name="Our authority")
    Membership.objects.get_or_create(user=office, authority=authority, role="officer")


def _not_applied(connection: Any) -> set[tuple[str, str]]:
    """Name the migrations that the database does not have, by the names of their files: to load them is slow."""
    from django.apps import apps  # noqa: PLC0415 - as above
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    there = {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in Path(app.path, "migrations").glob("[0-9]*.py")
    }
    return there - MigrationRecorder(connection).applied_migrations().keys()


def _apply(run: Run, connection: Any) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    due = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if due and executor.loader.applied_migrations and not run.database:
        back_up(run.folder, why=f"before-{due[0][0].name}")
    call_command("migrate", verbosity=0, interactive=False)


def _refuse_silent(connection: Any) -> None:
    """Raise StartError where the server of the database does not answer."""
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 - as above
    from django.db import OperationalError  # noqa: PLC0415

    try:
        connection.ensure_connection()
    except OperationalError:
        raise StartError(
            "The database does not answer. Check its address, and that its server is running."
        ) from None
    except ImproperlyConfigured:
        raise StartError('PostgreSQL needs one extra more: pip install "governance[desk,postgres]"') from None


def _refuse_damaged(connection: Any) -> None:
    """Raise StartError where the file of the database is damaged: work on it would lose more."""
    from django.db import DatabaseError  # noqa: PLC0415 - as above

    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            (found,) = cursor.fetchone()
    except DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise StartError(f"The database is damaged: {found}. Put a copy back: governance desk restore COPY.")


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


def listen(port: int | None) -> socket.socket:
    """Take the port, on this machine alone; nought takes any that is free, and so does none where ours is taken."""
    if port is None:
        try:
            return listen(PORT)
        except StartError:
            return listen(0)
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
    port: int | None = None,
    database: str = "",
    demo: bool = False,
    browser: bool = True,
    say: Callable[[str], Any] = print,
) -> None:
    """Serve the desk until it is stopped. The start address is said alone on a line."""
    from waitress import create_server  # noqa: PLC0415 - the extra has it, and only serving needs it

    at.make(folder)
    held = at.hold(folder)
    taken = listen(port)
    run = open_desk(folder, port=taken.getsockname()[1], database=database)
    if demo:
        fill_demo()
    from governance.desk.jobs import pick_up  # noqa: PLC0415 - as below
    from governance.desk.look import today  # noqa: PLC0415
    from governance.desk.on_file import check_again  # noqa: PLC0415

    pick_up()
    check_again(today())
    from governance.desk import urls  # noqa: F401, PLC0415 - all that the pages need
    from governance.desk.wsgi import application  # noqa: PLC0415 - the settings must be there before it

    server = create_server(
        application,
        sockets=[taken],
        threads=_THREADS,
        ident=None,
        max_request_body_size=UPLOAD_BYTES + BODY_BYTES,
    )
    signal.signal(signal.SIGTERM, _stop)
    # What is loaded by now stays: no page should pay for a search through it, nor for one at every few hundred values.
    gc.collect()
    gc.freeze()
    gc.set_threshold(_VALUES, 10, 10)
    address = f"{run.origin}/?t={run.token}"
    say(address)
    if browser:
        import webbrowser  # noqa: PLC0415 - only where one is to be opened

        # A browser of the terminal would hold the desk up.
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
        held.close()


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise SystemExit(0)
