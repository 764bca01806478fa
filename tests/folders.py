"""A folder of instruments as an officer may find it: drafts of our examples, proposals, and files of all sorts."""

import zipfile
from pathlib import Path

import governance

EXAMPLES = Path(__file__).parents[1] / "examples"
DRAFTED = ("rift-house", "rift-house-2015", "voluntary-aided", "community-special", "qualifying-foundation")


def filled_folder(folder: Path) -> Path:
    """Fill a folder with five drafts, two unlawful ones, two proposals and six files that are no instruments."""
    for name in ("drafts", "unlawful", "strange"):
        (folder / name).mkdir()
    for name in DRAFTED:
        data = governance.draft(governance.load(EXAMPLES / f"{name}.toml"))
        (folder / "drafts" / f"{name}.docx").write_bytes(data)
    for name in ("too-small", "one-parent"):
        data = governance.draft(governance.load(EXAMPLES / "unlawful" / f"{name}.toml"), anyway=True)
        (folder / "unlawful" / f"{name}.docx").write_bytes(data)
    for name in ("foundation.toml", "doubtful/federation-gap.toml"):
        (folder / Path(name).name).write_bytes((EXAMPLES / name).read_bytes())
    strange = folder / "strange"
    (strange / "empty.docx").write_bytes(b"")
    (strange / "empty.txt").write_bytes(b"")
    (strange / "minutes.txt").write_text("Minutes of a meeting. It rained.\n", "utf-8")
    (strange / "not-a-proposal.json").write_text('{"scripts": []}', "utf-8")
    (strange / "torn.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\n")
    with zipfile.ZipFile(strange / "hostile.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<a>" * 5_000_000)
        archive.writestr("word/document.xml", b"\0" * 50_000_000)
    return folder
