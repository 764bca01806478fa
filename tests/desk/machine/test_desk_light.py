"""The core stays as light as it was: it knows nothing of the desk, and works without the extra."""

import subprocess
import sys

EXTRA = ("django", "jinja2", "govuk_frontend_jinja", "waitress", "whitenoise", "psycopg", "mcp")

EVERYTHING = """
import sys
from importlib import import_module
from pathlib import Path
import governance

root = Path(governance.__file__).parent
for file in sorted(root.rglob("*.py")):
    parts = file.relative_to(root).with_suffix("").parts
    if parts[0] != "desk" and parts[-1] not in ("__main__", "pdf_child", "table_child"):
        import_module(".".join(("governance", *parts)).removesuffix(".__init__"))
found = {name.partition(".")[0] for name in sys.modules} & set(sys.argv[1:])
print(",".join(sorted(found | {name for name in sys.modules if name.startswith("governance.desk")})))
"""

WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in EXTRA:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

EXTRA = sys.argv.pop(1).split(",")
sys.meta_path.insert(0, Missing())
from governance.cli import main
main()
"""


def run(script, *arguments):
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=False, text=True
    )


def test_nothing_of_the_extra_is_imported():
    """Every module but those of the desk is imported, and none brings it in."""
    done = run(EVERYTHING, *EXTRA)
    assert (0, "", "\n") == (done.returncode, done.stderr, done.stdout)


def test_without_the_extra():
    """One line says what to install; the other commands are as they were."""
    done = run(WITHOUT, ",".join(EXTRA), "desk")
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert 'pip install "governance[desk]"' in done.stderr
    checked = run(WITHOUT, ",".join(EXTRA), "check", "examples/rift-house.toml")
    assert (0, "") == (checked.returncode, checked.stderr)
    assert "desk" in run(WITHOUT, ",".join(EXTRA), "--help").stdout
