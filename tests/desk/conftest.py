"""A desk for tests: the demonstration in a temporary folder, made once, and each test in a transaction that is undone.

`client` is let in, `stranger` is not. `office` is the user and `authority` what it works for. The database is a file, or
where GOVERNANCE_DATABASE names one, that of PostgreSQL: `machine/test_desk_postgres.py` runs these tests there, too.
"""

import datetime
import os

import pytest

TODAY = datetime.date(2026, 11, 30)
"""The day on which the demonstration of the tests was made."""
PORT = 8000
DATABASE = os.environ.get("GOVERNANCE_DATABASE", "")
TOKEN = "the-token-of-the-run"  # noqa: S105 - of a test


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """Set the desk up, with the demonstration in it."""
    from governance.desk import start

    run = start.open_desk(tmp_path_factory.mktemp("desk"), port=PORT, token=TOKEN, database=DATABASE)
    from governance.desk.demo import fill
    from governance.desk.models import Authority

    fill(Authority.objects.get(), TODAY)
    return run


@pytest.fixture(autouse=True)
def undone(desk):
    """Undo what a test writes."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def stranger(desk):
    """Ask without the token."""
    from django.test import Client

    return Client(headers={"host": f"127.0.0.1:{PORT}"}, raise_request_exception=True)


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
