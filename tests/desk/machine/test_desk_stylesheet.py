"""The stylesheet: built of govuk-frontend without what is GOV.UK's own, and a small one where it cannot be built."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
MADE_OF = ROOT / "packaging" / "desk"
STATIC = ROOT / "governance" / "desk" / "static" / "desk"


def test_the_lock_names_no_address():
    """It has the version and the hash of each package, and nothing of where somebody got it."""
    lock = json.loads((MADE_OF / "package-lock.json").read_text())
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert not [name for name, one in packages.items() if "resolved" in one]


def test_the_sheet_is_in_our_own_dress():
    """What was built has no font, crown or crest of GOV.UK, and fetches nothing; the repository does not hold it."""
    subprocess.run([sys.executable, MADE_OF / "build.py"], check=True, capture_output=True)
    for sheet in STATIC.glob("*.css"):
        assert not re.search(r"GDS|@font-face|crown|crest|url\(|@import", sheet.read_text()), sheet
    listed = subprocess.run(["git", "ls-files", STATIC], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "govuk.css" not in listed.stdout


def test_without_npm(tmp_path):
    """It says that the desk takes its own small sheet, and leaves nothing behind."""
    shutil.copytree(MADE_OF, tmp_path / "packaging" / "desk", ignore=shutil.ignore_patterns("node_modules"))
    build = tmp_path / "packaging" / "desk" / "build.py"
    done = subprocess.run(
        [sys.executable, "-S", build], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert "its own small" in done.stdout
    assert not (tmp_path / "governance").exists()


def test_the_small_sheet_is_small():
    """It is for where nothing can be built, and grows no second design system."""
    assert (STATIC / "plain.css").stat().st_size < 5_000
