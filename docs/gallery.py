"""Draws the gallery: the instrument of every example as pictures of its pages, and `docs/gallery.md` that shows them.

`python docs/gallery.py`, or `make gallery`. It wants LibreOffice and poppler's `pdftoppm`.
"""

import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs

import governance
from governance.english import day_words
from governance.files.pdf import to_pdf
from governance.model.names import CATEGORIES

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"
DOTS_PER_INCH = 64
NOT_DRAFTED = frozenset({"people.toml"})
"""Examples of something else than an instrument."""

HEAD = """# Gallery: an instrument for every kind of body

Each picture is a page of the Word file that `governance draft` writes for one of the proposals in `examples/`. The
schools are made up, but for Rift House; the words on religious ethos are each school's own, and ours here.
`make gallery` draws this page anew.
"""


@attrs.frozen
class Entry:
    """One example: its file, what it shows, and the command that drafts it."""

    path: Path
    proposal: governance.Proposal
    shows: str

    @property
    def changes(self) -> bool:
        """Tell whether its annex is drawn too: where it says which instrument it replaces."""
        return self.proposal.instrument.replaces is not None

    @property
    def command(self) -> str:
        """What to type."""
        option = " --changes" if self.changes else ""
        return f"governance draft examples/{self.path.name}{option} -o {self.path.stem}.docx"


def entries() -> list[Entry]:
    """Give every example that is a proposal of an instrument, by category and then by name."""
    found = []
    for path in sorted(EXAMPLES.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        if path.name not in NOT_DRAFTED and "school" in tomllib.loads(text):
            shows = text.splitlines()[0].removeprefix("# ")
            found.append(Entry(path, governance.load(path), shows))
    return sorted(found, key=lambda one: (CATEGORIES.index(one.proposal.school.category), one.path.stem))


def draw(made: list[Entry], images: Path) -> None:
    """Draft every example and write each page as a small grey picture: NAME-1.png, NAME-2.png."""
    files = {one.path.stem: governance.draft(one.proposal, changes=one.changes) for one in made}
    shutil.rmtree(images, ignore_errors=True)
    images.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in to_pdf(files).items():
            pdf = Path(folder, f"{name}.pdf")
            pdf.write_bytes(data)
            command = ["pdftoppm", "-png", "-gray", "-r", str(DOTS_PER_INCH), str(pdf), str(images / name)]
            subprocess.run(command, check=True)  # noqa: S603 - no shell reads it


def page(made: list[Entry], images: Path) -> str:
    """Write the page: for each example what it shows, the command and the pictures."""
    return "\n".join([HEAD, *(line for one in made for line in _lines(one, images))])


def _lines(one: Entry, images: Path) -> Iterator[str]:
    name = one.proposal.school.name
    stem = f"{one.path.stem}-"
    pages = sorted(path for path in images.glob("*.png") if path.stem.removeprefix(stem).isdigit())
    effective = one.proposal.instrument.effective_on
    whose = f"{name}, {day_words(effective)}" if effective else f"{name}"
    yield f"## {whose}\n"
    yield f"{one.shows} [`examples/{one.path.name}`](../examples/{one.path.name})\n"
    yield f"```console\n$ {one.command}\n```\n"
    for number, picture in enumerate(pages, start=1):
        alt = f"Page {number} of {len(pages)} of the instrument of government of {whose}"
        yield f"![{alt}](gallery/{picture.name})"
    yield ""


if __name__ == "__main__":
    gallery, pictures = entries(), DOCS / "gallery"
    draw(gallery, pictures)
    (DOCS / "gallery.md").write_text(page(gallery, pictures), encoding="utf-8")
