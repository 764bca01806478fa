"""The audit as a letter, a workbook and a page: each says of every body what was found, and what a record cannot show."""

import datetime
import io
import itertools

import openpyxl
import pytest
from gias_files import AUTHORITY, BOARD, SCHOOL, STAFF, governors, write
from lxml import html

from governance.documents.public_record import page
from governance.gias.audit.letter import letter
from governance.gias.audit.sheet import sheet
from governance.gias.audit.summary import summary
from governance.gias.audit.workers import audit_all
from governance.gias.letter import letter as import_letter
from governance.gias.load import load

ON = datetime.date(2026, 11, 1)
BODIES = {
    "1": BOARD,
    "2": (*BOARD, STAFF),
    "3": BOARD[2:],
    "4": (*BOARD[1:], BOARD[-1]),
    "5": (*BOARD, AUTHORITY),
}
NAMES = {"2": "<script>alert(1)</script>", "3": "=1+1"}


@pytest.fixture
def record(tmp_path):
    """Give a record of five schools of two authorities."""
    schools = [
        SCHOOL
        | {
            "URN": urn,
            "EstablishmentName": NAMES.get(urn, f"School {urn}"),
            "LA (name)": f"Authority {int(urn) % 2}",
        }
        for urn in BODIES
    ]
    rows = [one for urn, bodies in BODIES.items() for one in governors(*bodies, urn=urn)]
    return load(write(tmp_path, schools=schools, governors=rows))


@pytest.fixture
def bodies(record):
    """Audit them."""
    return audit_all(record, ON)


def test_summary(bodies):
    """Each body is counted once in each of the groups that it is of, and shares are of the group."""
    counts = summary(bodies)
    assert counts.all.grades["contradicts the law"] == 2
    assert counts.all.as_json()["grades"]["contradicts the law"] == {"bodies": 2, "share": 40.0}
    assert (counts.all.bodies, counts.enough.bodies) == (5, 4)
    assert {name: group.bodies for name, group in counts.by_authority.items()} == {
        "Authority 0": 2,
        "Authority 1": 3,
    }
    assert sum(group.bodies for group in counts.by_kind.values()) == 5
    assert sum(counts.all.empty.values()) == 3
    assert counts.by_evidence == {"record": 5}


def test_letter(bodies):
    """What needs attention stands first."""
    text = letter(bodies, summary(bodies), ON)
    assert "never shows that a board is unlawful" in text
    assert text.index("(5; ") < text.index("(3; ") < text.index("(4; ")


def test_import_letter(record):
    """The types are counted, which is the honest way to say how many schools there are."""
    assert "Community school: 5 open" in import_letter(record)


def test_sheet(bodies):
    """There is a row for each body, and no cell is a formula."""
    table = openpyxl.load_workbook(io.BytesIO(sheet(bodies, ON))).active
    rows = list(table.iter_rows(min_row=2))
    assert [row[1].value for row in rows] == ["2", "5", "3", "4", "1"]
    assert "more than 1" in rows[0][8].value
    assert not any(cell.data_type == "f" for row in rows for cell in row)


@pytest.fixture
def made(bodies, record):
    """Give the page as a browser has it."""
    return html.fromstring(page(bodies, summary(bodies), record, ON).decode())


def test_page_stands_alone(made):
    """Nothing is fetched and nothing runs."""
    assert not made.xpath("//script | //link | //img | //@src | //iframe")
    assert all(address.startswith("#") for address in made.xpath("//@href"))
    assert all(made.xpath(f"//*[@id='{address[1:]}']") for address in made.xpath("//@href"))


def test_page_is_accessible(made):
    """It has a language, one main heading and no gap among headings, named tables and a drawing with words."""
    assert made.xpath("/html/@lang") == ["en-GB"]
    levels = [int(one.tag[1]) for one in made.xpath("//h1 | //h2 | //h3")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    tables = made.xpath("//table")
    assert len(tables) == 6
    assert all(one.xpath("caption") and one.xpath("thead//th[@scope='col']") for one in tables)
    assert all(row.xpath("th[@scope='row']") for row in made.xpath("//tbody/tr"))
    (drawing,) = made.xpath("//svg")
    named = drawing.get("aria-labelledby").split()
    assert [one.tag for name in named for one in drawing.xpath(f"*[@id='{name}']")] == ["title", "desc"]


def test_page_has_every_body_in_three_orders(made, bodies):
    """Every body stands in each of the three tables."""
    tables = made.xpath("//table")[-3:]
    orders = [[row[1].text_content() for row in one.xpath("tbody/tr")] for one in tables]
    assert all(sorted(order) == sorted(one.urn for one in bodies) for order in orders)
    assert len({tuple(order) for order in orders}) == 3


def test_page_is_the_same(bodies, record):
    """The same audit makes the same page."""
    assert page(bodies, summary(bodies), record, ON) == page(bodies, summary(bodies), record, ON)


def test_page_says_what_could_not_be_read(tmp_path, bodies):
    """Whoever reads the page knows what is not in it, and not in which folder it was."""
    paths = write(tmp_path, schools=[SCHOOL], governors=governors(*BOARD))
    paths.append(tmp_path / "alllinksdata20261102.csv")
    paths[-1].write_bytes(b"HTTP Status 404")
    made = page(bodies, summary(bodies), load(paths), ON).decode()
    assert "<li>alllinksdata20261102.csv: It is an error message" in made
    assert str(tmp_path) not in made
