"""A desk for tests: the demonstration in a temporary folder, made once, and each test in a transaction that is undone.

`client` is let in, `stranger` is not. `office` is the user and `authority` what it works for. The database is a file, or
where GOVERNANCE_DATABASE names one, that of PostgreSQL: `machine/test_desk_postgres.py` runs these tests there, too.
"""

import datetime
import os
import re

import pytest

TODAY = datetime.date(2026, 11, 30)
"""The day on which the demonstration of the tests was made."""
PORT = 8000
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "desk_(\w+)"')
STANDING = 'UPDATE "desk_instrument"'
OF_BODIES = {
    *(
        "appointment",
        "approval",
        "authority",
        "body",
        "bodyschool",
        "copysent",
        "instrument",
        "meeting",
        "move",
    ),
    *("office", "proposal", "proposalversion", "school"),
}
"""The tables that the pages on all bodies are made of: what is kept of them is kept until an event tells of a change.

How an instrument stands is no change: it is checked anew each day, before any page of that day is made.
"""
DATABASE = os.environ.get("GOVERNANCE_DATABASE", "")
TOKEN = "the-token-of-the-run"  # noqa: S105 - of a test


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """Set the desk up, with the demonstration in it."""
    from governance.desk import start

    run = start.open_desk(tmp_path_factory.mktemp("desk"), port=PORT, token=TOKEN, database=DATABASE)
    from governance.desk.demo import fill
    from governance.desk.look import today
    from governance.desk.models import Authority
    from governance.desk.on_file import check_again

    fill(Authority.objects.get(), TODAY)
    check_again(today())
    return run


@pytest.fixture(autouse=True)
def undone(desk):
    """Undo what a test writes, and forget what was kept of the test before, for a fixture writes without an event."""
    from django.db import transaction

    from governance.desk import everybody

    everybody._known.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def stranger(desk):
    """Ask without the token; whatever a request changes of the bodies, an event must tell of it."""
    from django.db import connection
    from django.test import Client

    class Told(Client):
        def request(self, **given):
            wrote = []

            def seen(execute, sql, params, many, context):
                wrote.extend(table for table in WRITES.findall(sql) if not sql.startswith(STANDING))
                return execute(sql, params, many, context)

            with connection.execute_wrapper(seen):
                response = super().request(**given)
            assert not (OF_BODIES & {*wrote}) or "event" in wrote, given["PATH_INFO"]
            return response

    return Told(headers={"host": f"127.0.0.1:{PORT}"}, raise_request_exception=True)


@pytest.fixture
def client(stranger):
    """Ask as the office does, after the start address was opened."""
    stranger.get(f"/?t={TOKEN}")
    return stranger


@pytest.fixture
def office(desk):
    """Give the one user of a desk on one's own machine."""
    from governance.desk.models import the_office

    return the_office()


@pytest.fixture
def authority(desk):
    """Give the authority of the demonstration."""
    from governance.desk.models import Authority

    return Authority.objects.get()
