"""What is handed on: a source archive, and the wheel built from it, installed where nothing else is."""

import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from desk_running import running

ROOT = Path(__file__).parents[1]
NO_ADDRESS = ("email", "url")
"""What pyroma misses and we do not have: the program has no home page yet."""


def run(*command, **options):
    return subprocess.run(list(map(str, command)), check=False, capture_output=True, text=True, **options)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Build the source archive, and from it the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "-o", folder, ROOT)
    assert 0 == done.returncode, done.stdout + done.stderr
    (wheel,), (archive,) = folder.glob("governance-*.whl"), folder.glob("governance-*.tar.gz")
    return wheel, archive


def test_what_is_in_the_wheel(made):
    """The program, the law and the licence, and nothing that only we need."""
    names = zipfile.ZipFile(made[0]).namelist()
    assert "governance/rules/constitution-2012/regulation-13.toml" in names
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]
    assert not [name for name in names if name.startswith(("tests/", "rules/", "docs/"))]
    with tarfile.open(made[1]) as archive:
        sources = {name.partition("/")[2] for name in archive.getnames()}
    assert {"CHANGELOG.md", "LICENSE", "README.md"} <= sources


def test_an_index_would_take_it(made):
    """`twine check` finds nothing, and `pyroma` misses nothing but an address."""
    twine = run(sys.executable, "-m", "twine", "check", "--strict", *made)
    assert 0 == twine.returncode, twine.stdout
    pyroma = run(sys.executable, "-m", "pyroma", made[1])
    remarks = [line for line in pyroma.stdout.splitlines() if line.startswith(("Your ", "The ", "You "))]
    assert [] == [line for line in remarks if not any(word in line for word in NO_ADDRESS)]
    assert "Final rating: " in pyroma.stdout


def test_it_says_whose_it_is_and_what_may_be_done_with_it(made):
    """Whoever procures software asks for the licence first."""
    archive = zipfile.ZipFile(made[0])
    (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    about = Parser().parsestr(archive.read(name).decode())
    assert ("MIT", "the governance authors") == (about["License-Expression"], about["Author"])


def test_the_installed_wheel_does_the_main_job(made, tmp_path):
    """In an environment of its own, away from the checkout, it checks and drafts Rift House.

    With the extra it opens the desk: it has the pages, the tables and a stylesheet, and needs no npm.
    """
    venv.create(tmp_path / "env")
    binaries = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    python, governance = binaries / "python", binaries / "governance"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, str(made[0])], check=True)
    example, out = ROOT / "examples" / "rift-house.toml", tmp_path / "out.docx"
    checked = run(governance, "check", example, cwd=tmp_path)
    assert (0, "LAWFUL, on condition: Rift House Primary School") == (
        checked.returncode,
        checked.stdout.splitlines()[0],
    )
    drafted = run(governance, "draft", example, "-o", out, cwd=tmp_path)
    assert (0, True) == (drafted.returncode, zipfile.is_zipfile(out))
    assert "last compared with its sources on" in run(governance, "--version", cwd=tmp_path).stdout
    without = run(governance, "desk", cwd=tmp_path)
    assert (2, True) == (without.returncode, 'pip install "governance[desk]"' in without.stderr)

    subprocess.run([*pip, f"{made[0]}[desk]"], check=True)
    with running(tmp_path / "data", "--demo", python=python, cwd=tmp_path) as desk:
        page = desk.ask("/check", Cookie=desk.cookie)[2]
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
        assert "no school here is real" in page
        assert [200, 200] == [desk.ask(sheet, Cookie=desk.cookie)[0] for sheet in sheets]
