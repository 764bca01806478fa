"""A record as one file: it takes the place of the downloads, and holds no name."""

import datetime
import io
import zipfile

import pytest
from gias_files import BOARD, CO_OPTED, LINK, SCHOOL, STAFF, governors, write

from governance.gias.audit.workers import audit_all
from governance.gias.load import load
from governance.gias.register import packed

ON = datetime.date(2026, 11, 1)
SCHOOLS = [
    SCHOOL | {"EstablishmentName": "=Rift, “House”", "ReligiousCharacter (name)": "Roman Catholic"},
    SCHOOL
    | {
        "URN": "2",
        "TypeOfEstablishment (name)": "Foundation school",
        "TrustSchoolFlag (name)": "Supported by a trust",
    },
    SCHOOL | {"URN": "3", "FederationFlag (name)": "Supported by a federation"},
    SCHOOL | {"URN": "4", "FederationFlag (name)": "Supported by a federation"},
    SCHOOL
    | {
        "URN": "5",
        "FederationFlag (name)": "",
        "EstablishmentStatus (name)": "",
        "TrustSchoolFlag (name)": "",
    },
]


@pytest.fixture
def record(tmp_path):
    """Give a record with every sort of thing that a body can have."""
    rows = governors(*BOARD, STAFF)
    rows.append(rows[1] | {"GID": "30", "Role": "Chair of Governors", "Appointing body": CO_OPTED})
    for urn in "2345":
        rows += governors(*BOARD, urn=urn, first=1)
    links = [LINK | {"URN": urn} for urn in ("3", "4", "7")]
    return load(write(tmp_path, schools=SCHOOLS, governors=rows, links=links))


def test_round_trip(tmp_path, record):
    """What is written is read as it was, but for the types of schools that are not maintained."""
    path = tmp_path / "register.zip"
    path.write_bytes(packed(record))
    again = load([path])
    assert again.day == record.day
    assert audit_all(again, ON) == audit_all(record, ON)
    assert [(one.name, one.foundations, one.federated, one.open) for one in again.bodies.values()] == [
        (one.name, one.foundations, one.federated, one.open) for one in record.bodies.values()
    ]
    assert not again.faults
    assert not again.refused
    assert packed(again) == packed(record)


def test_without_establishments(tmp_path):
    """Where no establishment file was read, the register says no more of the schools than the rows do."""
    record = load(write(tmp_path, governors=governors(*BOARD)))
    path = tmp_path / "register.zip"
    path.write_bytes(packed(record))
    assert audit_all(load([path]), ON) == audit_all(record, ON)


def test_no_name_and_no_formula(record):
    """No name of a governor stands in the file, and no cell that a spreadsheet would work out."""
    with zipfile.ZipFile(io.BytesIO(packed(record))) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "P1" not in text
    assert '"=' not in text
