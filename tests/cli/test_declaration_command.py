"""`governance declaration`, through its public door."""

import docx
import pytest
from click.testing import CliRunner

from governance.cli import main


def run(*arguments):
    return CliRunner().invoke(main, ["declaration", *map(str, arguments)], catch_exceptions=False)


def test_it_writes_what_a_candidate_signs(tmp_path):
    """By the trade's words for the governor."""
    path = tmp_path / "declaration.docx"
    done = run(
        "co-opted governor", "--category", "community", "--on", "2026-11-29", "--school", "Hill", "-o", path
    )
    assert (0, f"Wrote {path}.\n") == (done.exit_code, done.stdout)
    assert 'Note: GOVERNOR "co-opted governor" is read as co_opted.\n' == done.stderr
    words = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert ["Declaration of eligibility", "Co-opted governor, Hill"] == words[:2]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("parent", "--category", "pupil referral unit"), 3, "are not encoded here"),
        (("staff", "--category", "community", "--by", "appointment"), 2, "it is by election"),
        (("vicar", "--category", "community"), 2, "is not one of those known"),
        (("parent", "--category", "community"), 2, "Say where to write"),
    ],
    ids=["not encoded", "no such way", "no such governor", "nowhere to write"],
)
def test_where_nothing_is_written(arguments, status, says):
    """The status tells why."""
    done = run(*arguments)
    assert status == done.exit_code
    assert says in done.stderr
