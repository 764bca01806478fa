"""Changes the code one place at a time, and tells which changes no test notices: `make mutate`.

mutmut makes the mutants of the modules that pyproject.toml names, and runs for each the tests of those named there
that reach it; a mutant that the type checker refuses needs none. Every survivor must stand in docs/mutation.toml with
the reason why it may live, and nothing else may: the run fails on a survivor that is not listed, and on one that is
listed and was killed. What the list says is written for readers to docs/mutation.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

from mutmut.configuration import config
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parents[1]
MUTANTS = ROOT / "mutants"
LIST = ROOT / "docs" / "mutation.toml"
PAGE = ROOT / "docs" / "mutation.md"
KILLED = ("killed", "timeout")
TYPES = "caught by type check"
UNTRIED = "not checked"


def main():
    """Run mutmut, and compare what lived with the list; 1 where they differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="*", help="modules whose path matches this: '*/repair.py'")
    parser.add_argument("--children", type=int, default=os.cpu_count(), help="how many to try at once")
    parser.add_argument("--again", action="store_true", help="try again what an earlier run found alive")
    parser.add_argument("--no-run", action="store_true", help="compare what an earlier run found")
    arguments = parser.parse_args()
    os.chdir(ROOT)
    modules = [module for module in config().only_mutate if fnmatch(module, arguments.only)]
    if arguments.again:
        forget(modules)
    if not arguments.no_run:
        run(modules, arguments.children)
    found = {module: results(module) for module in modules}
    alive = {
        key: name
        for module in modules
        for name, status in found[module].items()
        if status not in (*KILLED, TYPES, UNTRIED)
        for key in [(module, *change(name, status))]
    }
    told = tomllib.loads(LIST.read_text())
    listed = {key(one): one["why"] for one in told.get("survivor", ())}
    unlisted = [name for place, name in alive.items() if place not in listed]
    untried = {module for module in modules if UNTRIED in found[module].values()}
    killed = [place for place in listed if place[0] in {*modules} - untried and place not in alive]
    for name in unlisted:
        print(f"\nNo test notices {name}, and {LIST.name} does not say why it may live:\n{diff(name)}")
    for module, function, was, now in killed:
        print(f"\n{LIST.name} lists a mutant that is killed or no longer made: {module}, {function}")
        print(f"- {was}\n+ {now}")
    print(f"\n{table(found)}")
    if len(modules) == len(config().only_mutate):
        PAGE.write_text(page(found, listed, told["ran"]))
    return int(bool(unlisted or killed or untried))


def run(modules, children):
    """Have mutmut make and try the mutants of some modules; what it tried before and nothing changed, it leaves."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "HYPOTHESIS_PROFILE": "mutate"}
    # The law that a mutant read must not be kept for others.
    environment["GOVERNANCE_CACHE"] = "off"
    names = [module.removesuffix(".py").replace("/", ".") + ".*" for module in modules]
    # Those that are named are tried anew each time.
    named = names if len(modules) < len(config().only_mutate) else []
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(children), *named]
    subprocess.run(command, env=environment, check=False)


def forget(modules):
    """Have what lived count as not tried, and the tests that reach each function be found anew."""
    (MUTANTS / "mutmut-stats.json").unlink(missing_ok=True)
    for kept in (path for module in modules if (path := MUTANTS / f"{module}.meta").exists()):
        told = json.loads(kept.read_text())
        codes = told["exit_code_by_key"]
        told["exit_code_by_key"] = {
            name: code if status_by_exit_code[code] in (*KILLED, TYPES) else None
            for name, code in codes.items()
        }
        kept.write_text(json.dumps(told, indent=4))


def results(module):
    """Give what came of each mutant of a module, by its name."""
    kept = json.loads((MUTANTS / f"{module}.meta").read_text())
    return {name: status_by_exit_code[code] for name, code in kept["exit_code_by_key"].items()}


def change(name, status):
    """Give the function that a mutant is of, what stood there, and what stands there now."""
    mangled = name.rsplit(".", 1)[-1].rsplit("__mutmut_", 1)[0]
    function = mangled.removeprefix("xǁ").replace("ǁ", ".") if "ǁ" in mangled else mangled.removeprefix("x_")
    lines = diff(name).splitlines()[2:]
    was, now = ("\n".join(line[1:].strip() for line in lines if line[:1] == sign) for sign in "-+")
    return function, was, now if status == "survived" else f"{now} [{status}]"


def diff(name):
    """Show what a mutant changes."""
    return get_diff_for_mutant(name)


def key(entry):
    """Give the place of a listed survivor."""
    return tuple(entry[part].strip() for part in ("module", "function", "was", "now"))


def table(found):
    """Count what became of the mutants of each module."""
    lines = [
        "| module | mutants | not tried | refused by the types | killed by tests | alive | killed |",
        "|---|---|---|---|---|---|---|",
    ]
    counts = {module: Counter(statuses.values()) for module, statuses in found.items()}
    for module, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        killed, of = sum(count[one] for one in KILLED), count.total() - count[TYPES] - count[UNTRIED]
        share = f"{killed} of {of} that the types let through ({killed / max(of, 1):.0%})"
        numbers = (count.total(), count[UNTRIED], count[TYPES], killed, of - killed, share)
        lines.append(f"| {module} | {' | '.join(map(str, numbers))} |")
    return "\n".join(lines)


def page(found, listed, ran):
    """Write what was found, and every survivor with the reason why it may live."""
    lines = [
        "# What the tests do not notice",
        "",
        "`make mutate` changes the code of these modules one place at a time, and runs the tests that reach it. It fails",
        "where a change goes unnoticed that is not listed here, and where one that is listed is noticed. This page is",
        "written by it from `mutation.toml`; where a run was broken off, it counts what was not tried.",
        "",
        ran,
        "",
        table(found),
        "",
    ]
    for module in found:
        entries = [(place, why) for place, why in listed.items() if place[0] == module]
        if entries:
            lines += [f"## {module}", ""]
        for (_, function, was, now), why in entries:
            lines += [f"- `{function}`: {why}", "", "  ```diff"]
            lines += [f"  - {line}" for line in was.splitlines()]
            lines += [*(f"  + {line}" for line in now.splitlines()), "  ```", ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
