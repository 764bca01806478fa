"""Which law there is, as one: told from what was kept as it is from the law itself."""

from governance.law.library import compared, edition, library, library_hash


def test_which_law_there_is(tmp_path, monkeypatch):
    """The hash and the day of the last comparison are the same where they are read, kept, and taken from what is kept."""
    monkeypatch.setenv("GOVERNANCE_CACHE", str(tmp_path))
    said = (library_hash(library()), compared(library()))
    for _ in range(2):
        edition.cache_clear()
        assert said == edition()
    assert 1 == len([*tmp_path.glob("library-*.law")])
