"""Downloads of the public record become bodies, whatever was done to the files; what cannot be read is named."""

import datetime
import zipfile
from pathlib import Path

import pytest
from gias_files import BOARD, GOVERNOR, LINK, SCHOOL, governors, table, write, zipped
from hypothesis import given
from hypothesis import strategies as st

from governance.errors import UnreadableError
from governance.gias.load import load
from governance.gias.record import Record


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Give the files of one school with the smallest board."""
    return write(tmp_path, schools=[SCHOOL], governors=governors(*BOARD))


def said(record: Record) -> str:
    """Give everything that is said of the files."""
    return "\n".join(record.said)


def test_a_body(files):
    """A school is what the establishment file says, and its governors are those of the governance file."""
    record = load(files)
    body = record.bodies["100001"]
    assert (body.name, body.authority, body.laestab) == ("Rift House Primary School", "Hartlepool", "8052004")
    assert (body.kind, body.religious_character, body.federated, body.open) == (
        "community",
        None,
        False,
        True,
    )
    assert [one.appointing_body for one in body.entries] == list(BOARD)
    assert (body.entries[0].appointed_on, body.entries[0].ends_on) == (
        datetime.date(2025, 9, 1),
        datetime.date(2029, 8, 31),
    )
    assert len({one.person for one in body.entries}) == len(BOARD)
    assert record.day == datetime.date(2026, 11, 1)
    assert said(record) == ""


def test_no_names(files):
    """Nobody's name remains, of a governor or of a head."""
    shown = repr(load(files))
    assert "P1" not in shown
    assert "Nobody" not in shown


def test_zip(tmp_path, files):
    """The zip as downloaded is read as the files in it; other files in it are named."""
    other = tmp_path / "readme.csv"
    other.write_bytes(b"a,b\r\n1,2\r\n")
    record = load([zipped(tmp_path / "extract.zip", *files, other)])
    assert record.bodies == load(files).bodies
    assert "readme.csv: It is none of the Department's files" in said(record)


def test_a_proposal(tmp_path, files):
    """A proposal among the files is called one."""
    proposal = tmp_path / "hill-road.toml"
    proposal.write_text('[school]\ncategory = "community"\n')
    assert "hill-road.toml: It is a proposal, and no file of the record" in said(load([*files, proposal]))


def test_a_folder(tmp_path, files):
    """Of a folder the tables and the zips are read."""
    (tmp_path / "readme.txt").write_text("Downloads", encoding="utf-8")
    assert load([tmp_path]) == load(files)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_encodings_and_line_ends(tmp_path, end, encoding):
    """Each encoding and each end of a line is read, and nothing is to be said of it."""
    school = SCHOOL | {"EstablishmentName": "St Zoë’s"}
    path = tmp_path / "schools.csv"
    path.write_bytes(table([school], end=end, encoding=encoding))
    record = load([path])
    assert record.bodies["100001"].name == "St Zoë’s"
    assert said(record) == ""


def test_two_encodings_in_one_file(tmp_path):
    """Each line is read in its own encoding."""
    names = ["Zoë", "Chloë", "Léa"]
    rows = [SCHOOL | {"URN": f"10000{n}", "EstablishmentName": name} for n, name in enumerate(names)]
    lines = table(rows, encoding="utf-8").splitlines(keepends=True)
    lines[2] = lines[2].decode().encode("cp1252")
    path = tmp_path / "schools.csv"
    path.write_bytes(b"".join(lines))
    record = load([path])
    assert [one.name for one in record.bodies.values()] == names
    assert "line 3: The file is written in two encodings" in said(record)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/08/2018", datetime.date(2018, 8, 31)),
        ("31-08-2018", datetime.date(2018, 8, 31)),
        ("2018-08-31", datetime.date(2018, 8, 31)),
        ("", None),
        ("01/01/1900", None),
        ("31/12/9999", None),
    ],
)
def test_days(tmp_path, cell, day):
    """Both styles are read, and what stands for no day is none; there is nothing to say of it."""
    rows = governors("Elected by parents", **{"Date term of office ends/ended": cell})
    record = load(write(tmp_path, schools=[SCHOOL], governors=rows))
    assert record.bodies["100001"].entries[0].ends_on == day
    assert said(record) == ""


def test_a_day_that_is_none(tmp_path):
    """A day that cannot be read is named with its line, and the row is kept."""
    rows = governors("Elected by parents", **{"Date of appointment": "31/02/2018"})
    record = load(write(tmp_path, schools=[SCHOOL], governors=rows))
    assert record.bodies["100001"].entries[0].appointed_on is None
    assert 'line 2: "31/02/2018" is no day' in said(record)


def test_columns_by_heading(tmp_path):
    """Columns are found in any order, unknown ones are passed over, and missing ones are named."""
    school = {"New": "x", **dict(reversed(SCHOOL.items()))}
    del school["TrustSchoolFlag (name)"]
    record = load(write(tmp_path, schools=[school]))
    assert record.bodies["100001"].kind == "community"
    assert "it has no column TrustSchoolFlag (name)." in said(record)


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("LA Nursery School", "", "maintained nursery"),
        ("Local authority nursery school", "15", "maintained nursery"),
        ("Voluntary Aided School", "", "voluntary aided"),
        ("", "1", "community"),
        ("", "03", "voluntary controlled"),
    ],
)
def test_types(tmp_path, name, code, kind):
    """A type is told by its name of any year, or else by its code."""
    school = SCHOOL | {"TypeOfEstablishment (name)": name, "TypeOfEstablishment (code)": code}
    assert load(write(tmp_path, schools=[school])).bodies["100001"].kind == kind


def test_counts(tmp_path):
    """Types are counted by status, and the rows of others by what those are."""
    schools = [
        SCHOOL,
        SCHOOL | {"URN": "2", "TypeOfEstablishment (name)": "Pupil referral unit"},
        SCHOOL | {"URN": "3", "EstablishmentStatus (name)": "Closed"},
        SCHOOL | {"URN": "4", "EstablishmentStatus (name)": "Open, but proposed to close"},
    ]
    rows = [GOVERNOR | {"GID": urn, "URN": urn} for urn in ("100001", "2", "3", "4", "5", "")]
    record = load(write(tmp_path, schools=schools, governors=rows))
    assert record.types == {
        "Community school": {"Open": 1, "Closed": 1, "Open, but proposed to close": 1},
        "Pupil referral unit": {"Open": 1},
    }
    assert set(record.bodies) == {"100001", "4"}
    assert record.elsewhere == {
        "Pupil referral unit": 1,
        "Community school (closed)": 1,
        "not among the establishments": 1,
        "no URN": 1,
    }
    kept = sum(len(one.entries) for one in record.bodies.values())
    assert kept + sum(record.elsewhere.values()) == len(rows)


@pytest.mark.parametrize(
    ("trust", "foundations"),
    [
        ("Supported by a trust", ("foundation", "qualifying")),
        ("Not supported by a trust", ("none", "foundation")),
        ("Supported by a single-academy trust~Supported by a trust", ("foundation", "qualifying")),
        ("", ("none", "foundation", "qualifying")),
    ],
)
def test_foundation(tmp_path, trust, foundations):
    """The trust flag leaves open what it does not tell."""
    school = SCHOOL | {"TypeOfEstablishment (name)": "Foundation school", "TrustSchoolFlag (name)": trust}
    assert load(write(tmp_path, schools=[school])).bodies["100001"].foundations == foundations


def test_federations(tmp_path):
    """The file of group links says which schools are one federation; the flag alone says that there is one."""
    schools = [SCHOOL | {"URN": urn, "FederationFlag (name)": "Supported by a federation"} for urn in "1234"]
    links = [LINK | {"URN": "1"}, LINK | {"URN": "2"}, LINK | {"URN": "3", "Group Status": "Closed"}]
    links += [LINK | {"URN": "3", "Group UID": "8", "Group Type": "Trust", "Group Type (code)": "02"}]
    links += [LINK | {"URN": "4", "Group UID": "7", "Group Type": ""}, LINK | {"Group UID": ""}]
    bodies = load(write(tmp_path, schools=schools, links=links)).bodies
    assert bodies["1"].federation == bodies["2"].federation
    assert bodies["1"].federation.schools == ("1", "2")
    assert bodies["3"].federation is None
    assert bodies["4"].federation.schools == ("4",)
    assert bodies["3"].federated


def test_a_row_of_a_federation(tmp_path):
    """A row that has the number of a federation and no URN is of the federation."""
    schools = [SCHOOL | {"URN": urn} for urn in "12"]
    rows = [GOVERNOR | {"URN": "", "UID": "9"}, GOVERNOR | {"URN": "", "UID": "10"}]
    record = load(
        write(tmp_path, schools=schools, governors=rows, links=[LINK | {"URN": urn} for urn in "12"])
    )
    assert len(record.bodies["1"].entries) == 1
    assert record.elsewhere == {"no URN": 1}


def test_much_that_is_wrong(tmp_path):
    """However much is wrong, what is said of it can be read."""
    rows = [GOVERNOR | {"GID": str(n), "Date of appointment": f"{n}/99/2018"} for n in range(400)]
    record = load(write(tmp_path, schools=[SCHOOL], governors=rows))
    assert len(record.faults) < 40
    assert sum(one.many for one in record.faults) == 400
    assert len(record.bodies["100001"].entries) == 400


def test_a_row_in_two_files(tmp_path, files):
    """The same row in two downloads counts once."""
    again = tmp_path / "governancealldata20261101.csv"
    again.write_bytes(table(governors(*BOARD, "Elected by parents")))
    twice = tmp_path / "again.csv"
    twice.write_bytes(files[1].read_bytes())
    record = load([*files, twice])
    assert len(record.bodies["100001"].entries) == len(BOARD)
    assert said(record) == ""
    assert len(load([*files, again]).bodies["100001"].entries) == len(BOARD) + 1


@pytest.mark.parametrize(
    "page", [b'{"code":"error.notFound.extract.callback"}', b"HTTP Status 404 - x", b"<html></html>", b"\n<!DOCTYPE html>"]
)  # fmt: skip
def test_error_pages(tmp_path, files, page):
    """An error that was saved under the name of a table is named with its day, and the other files are read."""
    path = tmp_path / "alllinksdata20261102.csv"
    path.write_bytes(page)
    record = load([path, *files])
    assert "there was no extract of 2 November 2026. Download that of another day" in said(record)
    assert len(record.bodies["100001"].entries) == len(BOARD)


@pytest.mark.parametrize("kept", [3, 40, 200, -30])
def test_truncated_zip(tmp_path, files, kept):
    """Of a zip that is cut off nothing is read, and the other files are."""
    whole = zipped(tmp_path / "extract.zip", files[1]).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[:kept])
    record = load([tmp_path / "cut.zip", *files])
    assert len(record.refused) == 1
    assert len(record.bodies["100001"].entries) == len(BOARD)


def test_damaged_zip(tmp_path, files):
    """A zip whose contents are not what was packed is told before anything of it is used."""
    whole = bytearray(zipped(tmp_path / "extract.zip", files[1]).read_bytes())
    whole[90:100] = bytes(10)
    (tmp_path / "bad.zip").write_bytes(whole)
    assert "cut off or damaged" in said(load([tmp_path / "bad.zip", *files]))


@pytest.mark.parametrize(
    "data", [b"", b"a,b\r\n1,2\r\n", b"\x89PNG\0\0\0", b"URN,Name\n1,x\n", b"," * 1_200_000]
)
def test_no_extract(tmp_path, data):
    """A file of another kind alone is an error that names it and says what to give."""
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=r"x\.csv"):
        load([path])


def test_a_million_columns(files):
    """A line of a million columns costs itself alone."""
    data = files[1].read_bytes().splitlines(keepends=True)
    for bad in (b"1," * 400_000, b"x," * 1_000_000):
        files[1].write_bytes(b"".join((*data[:3], bad + b"\r\n", *data[3:])))
        record = load(files)
        assert len(record.bodies["100001"].entries) == len(BOARD)
        assert ", line 4: " in said(record)


def test_cut_off_in_a_row(files):
    """A last row that breaks off is named, and the others are kept."""
    files[1].write_bytes(files[1].read_bytes()[:-12])
    record = load(files)
    assert len(record.bodies["100001"].entries) == len(BOARD) - 1
    assert ", line 8: " in said(record)


def test_a_quotation_mark_within_a_cell(tmp_path):
    """A mark that nobody doubled is named, and the row is kept."""
    path = tmp_path / "schools.csv"
    path.write_bytes(table([SCHOOL]).replace(b"Rift House", b'The "Rift House'))
    record = load([path])
    assert "Rift House" in record.bodies["100001"].name
    assert "line 2: A quotation mark stands alone" in said(record)


@given(st.data())
def test_open_quotation_mark(tmp_path_factory, data):
    """A quotation mark that is lost or added in a row costs at most that row, and never the rest of the file."""
    many = 40
    rows = table(governors(*["Elected by parents"] * many)).splitlines(keepends=True)
    line = data.draw(st.integers(1, many))
    place = data.draw(st.integers(0, len(rows[line]) - 3))
    bad = rows[line][:place] + b'"' + rows[line][place + data.draw(st.integers(0, 1)) :]
    path = tmp_path_factory.mktemp("gias") / "governanceladata20261101.csv"
    path.write_bytes(b"".join((*rows[:line], bad, *rows[line + 1 :])))
    record = load([path])
    gids = {one.gid for body in record.bodies.values() for one in body.entries}
    assert {str(n) for n in range(1, many + 1)} - gids <= {str(line)}
    if len(gids) < many:
        assert f"line {line + 1}: " in said(record) or record.elsewhere


def test_a_line_within_a_cell(tmp_path):
    """A cell that goes over two lines is one cell."""
    school = SCHOOL | {"EstablishmentName": "Rift\nHouse"}
    record = load(write(tmp_path, schools=[school, SCHOOL | {"URN": "2"}]))
    assert record.bodies["100001"].name == "Rift\nHouse"
    assert set(record.bodies) == {"100001", "2"}


def test_no_word_where_a_day_should_be(tmp_path):
    """Where the columns of a row are shifted, a name stands in the place of a day, and is not shown."""
    rows = governors(*BOARD)
    rows[0]["Date of appointment"] = "Secretname"
    record = load(write(tmp_path, schools=[SCHOOL], governors=rows))
    assert "Secretname" not in said(record)
    assert "line 2: A text is no day" in said(record)


@pytest.mark.parametrize(
    ("first", "says"),
    [
        (b"Secretname,Pat,100001,01/09/2025\n", "its first line is a row, and no heading"),
        (b"GID,URN,Role,Date of appointment\n1,2,Governor,\n", "would need the column Appointing body"),
        (b"Order,Customer\n1,2\n", 'its heading begins "Order" and "Customer"'),
        (b"\xef\xbb\xbf\n", "its first line has no heading"),
    ],
)
def test_what_stands_instead(tmp_path, files, first, says):
    """It is said what a file has in the place of the heading, and never a row."""
    path = tmp_path / "x.csv"
    path.write_bytes(first)
    whole = said(load([path, *files]))
    assert says in whole
    assert "Secretname" not in whole


def test_hidden_files(tmp_path, files):
    """What a Mac puts beside each file is no download."""
    (tmp_path / "._governanceladata20261101.csv").write_bytes(b"\0\5\x16\7")
    path = zipped(tmp_path / "extract.zip", *files)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/extract/._governanceladata20261101.csv", b"\0\5\x16\7")
    for paths in ([path], [tmp_path]):
        assert "._" not in said(load(paths))


def test_governors_of_others(files):
    """A file of governors that has none of a school of the establishments is not used, and named."""
    for row in ({"URN": "", "UID": "16001"}, {"URN": "999999"}):
        files[1].write_bytes(table(governors(*BOARD, **row)))
        record = load(files)
        assert not record.has("governance")
        assert "None of its rows is of a school" in said(record)


def test_a_column_twice(files):
    """Of two columns of one heading the first is read, and that is said."""
    head, *rows = files[1].read_bytes().split(b"\r\n")
    files[1].write_bytes(b"\r\n".join((head + b',"Role"', *(row + b',"x"' for row in rows if row))))
    record = load(files)
    assert "it has more than one column Role. The first was read." in said(record)
    assert {one.role for one in record.bodies["100001"].entries} == {"Governor"}
