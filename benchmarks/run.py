"""Prints how this project compares with its peers, as ratios: `python benchmarks/run.py`, or `make bench`.

The peers are pinned in requirements.txt and installed into an environment of their own, .venv-bench, on the first
run. Every ratio is the median of pairs taken in turn, so that a busy machine is busy for both; the quartiles follow.
First the peers are held to the same answers: a comparison with something that does less would say nothing.
"""

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ENVIRONMENT = ROOT / ".venv-bench"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main():
    """Set the environment up where it is not there, and run the benchmarks in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="pairs for each ratio (default: 15)")
    parser.add_argument("--only", default="", help="only those whose name has this in it")
    parser.add_argument(
        "--lines", type=int, default=100_000, help="lines of the longer --jsonl run (default: 100000)"
    )
    parser.add_argument("--profile", action="store_true", help="show what one check costs instead")
    arguments = parser.parse_args()
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        install()
        os.environ.pop("PYTHONPATH", None)
        command = [str(PYTHON), str(HERE / "run.py"), *sys.argv[1:]]
        raise SystemExit(subprocess.run(command, check=False).returncode)
    import measures  # noqa: PLC0415 - the peers are only there in the environment of their own

    if arguments.profile:
        measures.profile()
    else:
        raise SystemExit(measures.run(arguments.runs, arguments.only, arguments.lines))


def install():
    """Make .venv-bench with the peers and this checkout in it; nothing where it is there and up to date."""
    stamp = ENVIRONMENT / "installed.txt"
    wanted = (HERE / "requirements.txt").read_text() + (ROOT / "pyproject.toml").read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing the peers into .venv-bench ...", flush=True)
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", str(ROOT)], check=True)
    subprocess.run([*pip, "--requirement", str(HERE / "requirements.txt")], check=True)
    (ENVIRONMENT / ".gitignore").write_text("*\n")
    stamp.write_text(wanted)


if __name__ == "__main__":
    main()
