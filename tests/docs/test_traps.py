"""The page of traps is whole, and everything it names exists."""

import re
from pathlib import Path

import click
import pytest

from governance.cli import main
from governance.law.library import library
from governance.model import Seats
from governance.model.proposal import Instrument as SchoolInstrument

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "traps.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
ROWS = [
    (section, *(cell.strip() for cell in row))
    for section, text in SECTIONS.items()
    for row in re.findall(r"^\| *(\w+) *\|([^\n|]*)\|([^\n|]*)\|$", text, re.MULTILINE)
    if row[0] != "trap"
]
FOLDERS = {volume.folder: volume.law for volume in library()}
NAMES = {
    entry.id
    for law in FOLDERS.values()
    for provision in law.provisions
    for entry in (*provision.rules, *provision.footings)
}
FACTS = {field.name for kind in (Seats, SchoolInstrument) for field in kind.__attrs_attrs__}


def numbers(section):
    """The traps of a section, in their order."""
    return [number for where, number, *_ in ROWS if where == section]


def command_exists(name):
    """Whether the words after `governance` name a command."""
    found = main
    for word in name.split()[1:]:
        found = found.get_command(click.Context(found), word)
        if found is None:
            return False
    return True


def place_exists(name, said):
    """Whether a folder has a reading of that name, or lists that paragraph as not encoded."""
    folder, _, what = name.partition(": ")
    provisions = FOLDERS[folder].provisions
    if "reading" in said.lower() and any(one.id == what for p in provisions for one in p.readings):
        return True
    return "not encoded" in said.lower() and any(
        one.para == what for p in provisions for one in p.not_encoded
    )


def exists(name, said):
    """Whether what stands between backticks exists."""
    if name.startswith("governance "):
        return command_exists(name)
    if ": " in name:
        return place_exists(name, said)
    if "/" in name:
        return (ROOT / name).exists()
    return name in NAMES or name in FACTS


def test_every_trap_of_the_constitution():
    """The 29 traps of the first list stand once each."""
    assert [str(number) for number in range(1, 30)] == numbers("SI 2012/1034")


def test_every_trap_around_it():
    """The 34 traps of the second list stand once each, and 13a among them."""
    expected = [str(number) for number in range(1, 35)]
    expected.insert(13, "13a")
    assert expected == numbers("The law around it")


def test_nothing_else():
    """There are no other sections, and no row without its three cells."""
    assert {"SI 2012/1034", "The law around it"} == set(SECTIONS)
    rows = [line for text in SECTIONS.values() for line in text.splitlines() if re.match(r"\| *\d", line)]
    assert len(ROWS) == len(rows)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_everything_named_exists(row):
    """Every reading, rule, paragraph, command, key and file that a row names is there."""
    _, _, what, where = row
    assert what
    assert where
    missing = [name for name in re.findall(r"`([^`]+)`", where) if not exists(name, where)]
    assert [] == missing


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_something_is_named_or_said(row):
    """A row names something, or says why it needs nothing."""
    where = row[3]
    assert "`" in where or where.startswith("Needs none")
