"""Screen 2 answers on a document as `governance check` does on its file, as long as nothing is corrected."""

import json
import re

import pytest
from click.testing import CliRunner
from test_desk_read import DATED, ROOT, TEXT, fields, said, upload

from governance import draft, load
from governance.cli import main

EXAMPLES = [
    path
    for path in sorted((ROOT / "examples").glob("*.toml"))
    if path.stem not in {"people", "rift-house-2015"}
]
TEXTS = {
    "inferred": TEXT.format(name="Hill School", parents="two") + DATED,
    "of 2007": TEXT.format(name="Hill School", parents="four").replace("co-opted", "community")
    + "This instrument of government comes into effect on 18 September 2008.\n",
    "older words": TEXT.format(name="Hill School", parents="two") + "One LEA governor.\n",
    "community governors now": TEXT.format(name="Hill School", parents="two").replace("co-opted", "community")
    + DATED,
    "no category": TEXT.format(name="Hill School", parents="two").replace(
        "The school is a community school.\n", ""
    )
    + DATED,
    "no seats": "The name of the school is Hill School.\nThe school is a community school.\n",
    "nothing of it": "Dear Sir or Madam, thank you for your letter.\n",
    "an academy": "The Hill Academy is an academy. Articles of association of the academy trust.\n",
}
WORDS = {
    "True": ("Lawful",),
    "False": ("Unlawful",),
    "None": ("Cannot tell", "No answer yet", "By kind of school"),
}


def the_same(client, data, name, path):
    path.write_bytes(data)
    answer = CliRunner().invoke(main, ["check", str(path), "--json"]).stdout
    lawful = json.loads(answer)["lawful"]
    page = upload(client, data, name)
    assert any(f">{word}" in page.content.decode() for word in WORDS[str(lawful)]), (lawful, said(page))
    again = client.get(page.request["PATH_INFO"], fields(page))
    verdict = re.compile(r'desk-verdict desk-verdict--(\w+)"')
    assert verdict.findall(page.content.decode()) == verdict.findall(again.content.decode())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("plain", [True, False], ids=["plain", "held"])
def test_drafts(client, path, plain, tmp_path):
    """Each instrument that the examples make, with its facts in content controls and without."""
    data = draft(load(path), anyway=True, plain=plain)
    the_same(client, data, "x.docx", tmp_path / "x.docx")


@pytest.mark.parametrize("name", TEXTS)
def test_texts(client, name, tmp_path):
    """Words that leave something open, or that are of older law."""
    the_same(client, TEXTS[name].encode(), "x.txt", tmp_path / "x.txt")
