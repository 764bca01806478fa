"""The effect of the law is the effect that was looked at and kept."""

from lawful_boards import SNAPSHOT, lines


def test_the_lawful_boards_are_those_that_were_kept():
    """No lawful board of up to twenty seats comes or goes unseen, for any kind of body in any period."""
    assert SNAPSHOT.read_text(encoding="utf-8").splitlines() == list(lines())
