"""Draws the gallery: the instrument of every example, five papers and a letter as pictures, and `docs/gallery.md` that shows them.

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


@attrs.frozen
class Paper:
    """One report: its name, what it shows, the proposals it is on, the house style and the officer's words."""

    name: str
    shows: str
    files: tuple[str, ...]
    house: str | None = None

    @property
    def command(self) -> str:
        """What to type."""
        files = " ".join(f"examples/{name}.toml" for name in self.files)
        house = f" --house {self.house}" if self.house else ""
        return f"governance report {files}{house} --paper {self.words} -o {self.name}-report.docx"

    @property
    def words(self) -> str:
        """Name the file of the officer's words."""
        return f"examples/papers/{self.name}.toml"

    def made(self) -> bytes:
        """Write it."""
        root = EXAMPLES.parent
        proposals = [governance.load(EXAMPLES / f"{name}.toml") for name in self.files]
        house = root / self.house if self.house else None
        return governance.report(proposals, house=house, paper=root / self.words, strict=True)


PAPERS = (
    Paper("rift-house", "The founding case: a committee's paper of 18 September 2018.", ("rift-house",)),
    Paper(
        "voluntary-aided",
        "A voluntary aided school: a cabinet member's decision.",
        ("variations/voluntary-aided",),
        "examples/house-styles/cabinet-member.toml",
    ),
    Paper(
        "three-schools",
        "Three schools in one paper: an officer's delegated decision, which the officer signs.",
        ("variation", "variations/voluntary-aided", "variations/voluntary-controlled"),
        "examples/house-styles/officer-decision.toml",
    ),
    Paper(
        "federation",
        "A federation that is to be formed: a committee's paper.",
        ("federation-controlled-and-community",),
        "examples/house-styles/committee.toml",
    ),
    Paper(
        "pupil-referral-unit",
        "A pupil referral unit: an officer's delegated decision.",
        ("variations/pupil-referral-unit",),
        "examples/house-styles/officer-decision.toml",
    ),
)


RETURNED = "unlawful/voluntary-aided-of-ten.toml"
SENDER, DATED = "Governor Services", "2026-11-29"


def letter() -> bytes:
    """Write the letter that returns a draft."""
    proposal = governance.load(EXAMPLES / RETURNED)
    return governance.letter(governance.check(proposal), proposal, dated=DATED, sender=SENDER)


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
    """Draft every example, paper and letter, and write each page as a small grey picture: NAME-1.png, NAME-2.png."""
    files = {one.path.stem: governance.draft(one.proposal, changes=one.changes) for one in made}
    files |= {f"paper-{one.name}": one.made() for one in PAPERS}
    files["letter-returned"] = letter()
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
    instruments = (line for one in made for line in _lines(one, images))
    papers = (line for one in PAPERS for line in _of_a_paper(one, images))
    letters = _of_the_letter(images)
    return "\n".join(
        [HEAD, *instruments, "# Gallery: papers for a decision\n", *papers, "# Gallery: a letter\n", *letters]
    )


def _of_the_letter(images: Path) -> Iterator[str]:
    yield "A draft that is unlawful goes back to the chair of governors.\n"
    command = f'governance check examples/{RETURNED} --letter returned.docx --from "{SENDER}" --dated {DATED}'
    yield f"```console\n$ {command}\n```\n"
    yield from _pictures("letter-returned", "the letter that returns a draft", images)
    yield ""


def _of_a_paper(one: Paper, images: Path) -> Iterator[str]:
    title = one.shows.partition(":")[0]
    yield f"## {title}\n"
    yield f"{one.shows}\n"
    yield f"```console\n$ {one.command}\n```\n"
    yield from _pictures(f"paper-{one.name}", f"the paper “{title}”", images)
    yield ""


def _lines(one: Entry, images: Path) -> Iterator[str]:
    name = one.proposal.school.name
    effective = one.proposal.instrument.effective_on
    whose = f"{name}, {day_words(effective)}" if effective else f"{name}"
    yield f"## {whose}\n"
    yield f"{one.shows} [`examples/{one.path.name}`](../examples/{one.path.name})\n"
    yield f"```console\n$ {one.command}\n```\n"
    yield from _pictures(one.path.stem, f"the instrument of government of {whose}", images)
    yield ""


def _pictures(stem: str, of: str, images: Path) -> Iterator[str]:
    pages = [path for path in images.glob("*.png") if path.stem.removeprefix(f"{stem}-").isdigit()]
    pages.sort(key=lambda path: int(path.stem.rpartition("-")[2]))
    for number, picture in enumerate(pages, start=1):
        yield f"![Page {number} of {len(pages)} of {of}](gallery/{picture.name})"


if __name__ == "__main__":
    gallery, pictures = entries(), DOCS / "gallery"
    draw(gallery, pictures)
    (DOCS / "gallery.md").write_text(page(gallery, pictures), encoding="utf-8")
