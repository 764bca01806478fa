"""The page of the API: its commands run in a shell against a desk, and what it shows is what comes back."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from desk_running import running

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```\n(?:\n```json\n(.*?)```)?", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with running(tmp_path_factory.mktemp("data") / "office", "--demo") as one:
        yield one


def shown_in(shown, answer):
    """Tell whether an answer has all that the page shows of it, whatever else it has."""
    if isinstance(shown, dict):
        return all(key in answer and shown_in(value, answer[key]) for key, value in shown.items())
    return shown == answer


def test_every_command(desk, tmp_path):
    """In the order of the page, in one folder."""
    assert shutil.which("curl"), "these examples are run with curl: please install it"
    env = os.environ | {"START": desk.address, "DESK": desk.address.partition("/?t=")[0]}
    for command, shown in BLOCKS:
        done = subprocess.run(
            ["bash", "-euc", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert (0, "") == (done.returncode, done.stderr), command
        if shown:
            assert shown_in(json.loads(shown), json.loads(done.stdout)), f"{command}\n{done.stdout[:2000]}"
    assert b"PK" == (tmp_path / "instrument.docx").read_bytes()[:2]
    assert 2 == json.loads((tmp_path / "second.json").read_text())["version"]["number"]


def test_every_address():
    """None is left out of the page."""
    from governance.desk.api.routes import ROUTES

    named = re.sub(r"`(?:GET|POST) ", "`", PAGE)
    for route in ROUTES:
        address = re.sub(r"\{\w+\}", "ID", route.path).replace("/rules/ID", "/rules/NAME")
        part = address.removeprefix("/bodies/ID")
        assert f"`{address}`" in named or f"`{part}`" in named, address
