"""The cache of the law that was read: quick, and never wrong."""

import os
import shutil

import pytest

from governance.law.store.cache import cached
from governance.law.store.files import hash_folder, rules_folder
from governance.law.store.instruments import instrument
from governance.law.store.loader import load_instrument

HASH = "a" * 64


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVERNANCE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def count_builds(value, builds):
    def build():
        builds.append(value)
        return value

    return build


def test_what_was_built_once_is_kept(folder):
    """The second time nothing is built."""
    builds = []
    assert ["law", "law"] == [cached("x", HASH, count_builds("law", builds)) for _ in range(2)]
    assert ["law"] == builds
    assert 1 == len(list(folder.iterdir()))


def test_other_law_is_built_anew_and_leaves_what_was_kept(folder):
    """A change of one rule file is another hash; two checkouts that are used in turn build each law once."""
    builds = []
    for _ in range(2):
        assert "old" == cached("x", HASH, count_builds("old", builds))
        assert "new" == cached("x", "b" * 64, count_builds("new", builds))
    assert ["old", "new"] == builds
    assert 2 == len(list(folder.iterdir()))


def test_only_the_last_of_many_are_kept(folder):
    """The cache does not grow with each change of a rule file, and another name keeps its own."""
    cached("x-y", HASH, lambda: "another")
    for number in range(12):
        cached("x", f"{number:064}", lambda number=number: number)
        # So that each is older than the next, however coarse the clock of the disk.
        for age, path in enumerate(sorted(folder.iterdir(), key=os.path.getmtime, reverse=True)):
            os.utime(path, (1_000_000_000 - age, 1_000_000_000 - age))
    builds = []
    assert list(range(4, 12)) == [cached("x", f"{n:064}", count_builds("anew", builds)) for n in range(4, 12)]
    assert "another" == cached("x-y", HASH, count_builds("anew", builds))
    assert [] == builds
    assert 9 == len(list(folder.iterdir()))


def test_two_instruments_do_not_displace_each_other(folder):
    """Each name has an entry of its own."""
    builds = []
    cached("x", HASH, count_builds("one", builds))
    cached("x/y", HASH, count_builds("two", builds))
    assert "one" == cached("x", HASH, count_builds("never", builds))
    assert 2 == len(list(folder.iterdir()))


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data[:0], lambda data: data[:-1] + bytes([data[-1] ^ 1])]
)
def test_a_damaged_entry_is_as_good_as_none(folder, damage):
    """Cut short, emptied or altered by one byte: built again, and mended."""
    builds = []
    cached("x", HASH, count_builds("law", builds))
    (entry,) = folder.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert "law" == cached("x", HASH, count_builds("law", builds))
    assert "law" == cached("x", HASH, count_builds("never", builds))
    assert ["law", "law"] == builds


def test_a_place_that_cannot_be_written_is_no_obstacle(tmp_path, monkeypatch):
    """A read-only or impossible cache only costs time."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("GOVERNANCE_CACHE", str(tmp_path / "file" / "cache"))
    builds = []
    assert ["law", "law"] == [cached("x", HASH, count_builds("law", builds)) for _ in range(2)]
    assert ["law", "law"] == builds


def test_it_can_be_turned_off(tmp_path, monkeypatch):
    """GOVERNANCE_CACHE=off keeps nothing."""
    monkeypatch.setenv("GOVERNANCE_CACHE", "off")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert "law" == cached("x", HASH, lambda: "law")
    assert [] == list(tmp_path.iterdir())


def test_only_the_owner_can_read_or_write_an_entry(folder):
    """Nobody else can put law into somebody's cache."""
    cached("x", HASH, lambda: "law")
    (entry,) = folder.iterdir()
    if os.name == "posix":
        assert 0 == (entry.stat().st_mode | folder.stat().st_mode) & 0o077
    assert entry.suffix == ".law"


def test_the_law_from_the_cache_is_the_law_from_its_files(folder, tmp_path):
    """Read, kept and read back, and after a change of one file the change is there."""
    root = tmp_path / "rules"
    shutil.copytree(rules_folder() / "constitution-2012", root / "constitution-2012")
    expected = load_instrument("constitution-2012")
    for _ in range(2):
        instrument.cache_clear()
        assert expected == instrument("constitution-2012", root=root)
    assert [path.name.startswith("constitution-2012-") for path in folder.iterdir()] == [True]
    changed = root / "constitution-2012" / "regulation-13.toml"
    changed.write_text(
        changed.read_text(encoding="utf-8").replace('"At least seven governors"', '"Seven or more"'),
        encoding="utf-8",
    )
    instrument.cache_clear()
    load_instrument.cache_clear()
    assert "Seven or more" in {rule.title for rule in instrument("constitution-2012", root=root).rules}
    instrument.cache_clear()


def test_the_hash_is_the_same_on_every_platform(tmp_path):
    """Line ends of Windows make no other law."""
    for name, end in (("a", b"\n"), ("b", b"\r\n")):
        (tmp_path / name / "x").mkdir(parents=True)
        (tmp_path / name / "x" / "instrument.toml").write_bytes(b"[instrument]" + end)
    assert hash_folder("x", root=tmp_path / "a") == hash_folder("x", root=tmp_path / "b")
