"""The wheel, built and installed where nothing else is, with the law inside it."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_installed_wheel_does_the_main_job(tmp_path):
    """In an environment of its own, away from the checkout, it checks and drafts Rift House."""
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(tmp_path), str(ROOT)],
        check=True,
        cwd=tmp_path,
    )
    (wheel,) = tmp_path.glob("governance-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "governance/rules/constitution-2012/regulation-13.toml" in names
    assert not [name for name in names if name.startswith(("tests/", "rules/"))]
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([str(binaries / "python"), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    example, out = ROOT / "examples" / "rift-house.toml", tmp_path / "out.docx"
    governance = str(binaries / "governance")
    checked = subprocess.run(
        [governance, "check", str(example)], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert (0, "LAWFUL, on condition: Rift House Primary School") == (
        checked.returncode,
        checked.stdout.splitlines()[0],
    )
    drafted = subprocess.run([governance, "draft", str(example), "-o", str(out)], cwd=tmp_path, check=False)
    assert (0, True) == (drafted.returncode, zipfile.is_zipfile(out))
