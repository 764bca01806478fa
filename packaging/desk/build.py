"""Builds the desk's stylesheet of govuk-frontend with npm: `python packaging/desk/build.py`.

Where npm is missing or cannot get its packages, the desk takes its own small sheet, and this says so.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SHEET = HERE.parents[1] / "governance" / "desk" / "static" / "desk" / "govuk.css"
OF = ("desk.scss", "package-lock.json")
"""What the sheet is made of."""


def build(*, again: bool = False) -> str:
    """Build the sheet where it is not there or older than what it is made of, or in any case `again`, and say what was done."""
    if (
        not again
        and SHEET.exists()
        and SHEET.stat().st_mtime >= max((HERE / name).stat().st_mtime for name in OF)
    ):
        return "The desk's stylesheet is there."
    npm = shutil.which("npm") or shutil.which("npm", path=str(Path(sys.executable).parent))
    if npm is None:
        return "npm was not found: the desk takes its own small stylesheet."
    new = SHEET.with_suffix(".new")
    sass = HERE / "node_modules" / "sass" / "sass.js"
    node = shutil.which("node", path=str(Path(npm).parent)) or "node"
    steps = (
        (npm, "ci", "--omit=optional", "--ignore-scripts", "--silent"),
        (node, sass, "--style=compressed", "--no-source-map", "--load-path=node_modules", "desk.scss", new),
    )
    for step in steps:
        done = subprocess.run(list(map(str, step)), cwd=HERE, check=False, capture_output=True, text=True)  # noqa: S603 - our own steps
        if done.returncode:
            return f"npm could not build the desk's stylesheet, so it takes its own small one: {done.stderr.strip()[-300:]}"
    new.replace(SHEET)
    return "Built the desk's stylesheet of govuk-frontend."


if __name__ == "__main__":
    print(build(again="--again" in sys.argv))  # noqa: T201 - a script says what it did
