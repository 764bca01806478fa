"""The threat model names a test for each line, and each is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_each_line_has_its_test():
    """What a line promises is held by a test of that name."""
    rows = [
        line
        for line in (ROOT / "docs" / "desk-threats.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and "---" not in line
    ][1:]
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    for row in rows:
        named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", row)
        assert named, row
        for file, name in named:
            assert f"def {name}(" in texts[file], row
