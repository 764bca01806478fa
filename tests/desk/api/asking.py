"""How the tests ask the API, and the examples as a program sends them."""

import json
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[3]
EXAMPLES = [
    path
    for path in sorted((ROOT / "examples").rglob("*.toml"))
    if "seats" in tomllib.loads(path.read_text("utf-8"))
]
STAMPS = ("law_day", "regime", "rules_hash", "tool_version")


def body(path):
    return json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))


def post(client, address, sent, **headers):
    data = sent if isinstance(sent, bytes | str) else json.dumps(sent)
    return client.post(f"/api/v1{address}", data, content_type="application/json", headers=headers)
