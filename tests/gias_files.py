"""Files of the public record, made for tests in the shape in which the Department gives them."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

SCHOOL = {
    "URN": "100001",
    "LA (code)": "805",
    "LA (name)": "Hartlepool",
    "EstablishmentNumber": "2004",
    "EstablishmentName": "Rift House Primary School",
    "TypeOfEstablishment (code)": "01",
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentStatus (name)": "Open",
    "ReligiousCharacter (name)": "Does not apply",
    "TrustSchoolFlag (name)": "Not applicable",
    "FederationFlag (name)": "Not under a federation",
    "HeadLastName": "Nobody",
}
GOVERNOR = {
    "GID": "1",
    "URN": "100001",
    "UID": "",
    "Companies House Number": "",
    "Role": "Governor",
    "Title": "",
    "Forename 1": "",
    "Forename 2": "",
    "Surname": "",
    "Date of appointment": "01/09/2025",
    "Date term of office ends/ended": "31/08/2029",
    "Appointing body": "Elected by parents",
}
LINK = {
    "URN": "100001",
    "Group UID": "9",
    "Group Name": "The Rift Federation",
    "Group Type (code)": "01",
    "Group Type": "Federation",
    "Group Status": "Open",
}
HEAD = "Ex-officio by virtue of office as headteacher/principal"
STAFF = "Elected by school staff"
PARENT = "Elected by parents"
AUTHORITY = "Nominated by LA and appointed by GB"
CO_OPTED = "Appointed by GB/board"
FOUNDATION = "Appointed by foundation/Trust"
BOARD = (HEAD, STAFF, PARENT, PARENT, AUTHORITY, CO_OPTED, CO_OPTED)
"""The smallest board that a community school may have."""


def table(rows: Iterable[Mapping[str, str]], *, end: str = "\r\n", encoding: str = "cp1252") -> bytes:
    """Write rows as the Department does: every cell in quotation marks."""
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), quoting=csv.QUOTE_ALL, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def governors(*bodies: str, urn: str = "100001", first: int = 1, **same: str) -> list[dict[str, str]]:
    """Give a row for each appointing body, each of another person."""
    return [
        GOVERNOR | {"GID": str(number), "URN": urn, "Surname": f"P{number}", "Appointing body": body} | same
        for number, body in enumerate(bodies, start=first)
    ]


def write(folder: Path, *, day: str = "20261101", **tables: Iterable[Mapping[str, str]]) -> list[Path]:
    """Write tables into a folder under the Department's names: schools, governors, links."""
    names = {"schools": "edubasealldata", "governors": "governanceladata", "links": "alllinksdata"}
    paths = []
    for name, rows in tables.items():
        path = folder / f"{names[name]}{day}.csv"
        path.write_bytes(table(rows))
        paths.append(path)
    return paths


def zipped(path: Path, *files: Path) -> Path:
    """Pack files into a zip with a folder, as the site gives them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, f"extract/{file.name}")
    return path
