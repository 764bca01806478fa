"""Word files into tagged PDFs (PDF/UA), by LibreOffice where it is installed.

The Word file is the product: a PDF carries the time it was made, so the same input is not the same bytes.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from governance.errors import DocumentError
from governance.files.office import INSTALL, convert, find

# PDF/A-2 and PDF/UA: headings, lists and tables are tagged, and a reader shows the title instead of the file's name.
_CHOICES = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "SelectPdfVersion": {"type": "long", "value": "2"},
    # A content control is a fact in a sentence, and no field of a form to be filled in.
    "ExportFormFields": {"type": "boolean", "value": "false"},
}
_FILTER = f"pdf:writer_pdf_Export:{json.dumps(_CHOICES)}"
_AT_ONCE = 200
_SECONDS_TO_START = 120
_SECONDS_EACH = 15


def office() -> str:
    """Find LibreOffice; DocumentError says how to install it."""
    found = find()
    if found is None:
        raise DocumentError(
            f"A PDF is made by LibreOffice, which was not found. {INSTALL}, or leave out --pdf and save the Word file "
            "as a PDF from Word."
        )
    return found


def to_pdf(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Convert Word files, by name, into PDFs by the same names, in as few starts of LibreOffice as can be.

    A file that it could not convert is not among them. DocumentError where LibreOffice is not there, or does not answer.
    """
    program = office()
    names = list(files)
    made: dict[str, bytes] = {}
    for start in range(0, len(names), _AT_ONCE):
        some = {name: files[name] for name in names[start : start + _AT_ONCE]}
        made |= _convert(program, some)
    return made


def _convert(program: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Work in a folder of our own, so that no name of a file and no other LibreOffice on this machine matters."""
    with tempfile.TemporaryDirectory(prefix="governance-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        for number, data in enumerate(files.values()):
            (home / f"{number}.docx").write_bytes(data)
        names = [f"{number}.docx" for number in range(len(files))]
        seconds = _SECONDS_TO_START + _SECONDS_EACH * len(files)
        done = convert(program, home, names, _FILTER, seconds=seconds)
        if done is None:
            raise DocumentError(
                f"LibreOffice did not answer within {seconds:g} seconds. Try again with fewer files, or without --pdf."
            )
        if done.returncode:
            reason = done.stdout.decode(errors="replace").strip()
            raise DocumentError(
                f"LibreOffice could not make the PDF (exit status {done.returncode}). {reason}"
            )
        results = {name: home / "out" / f"{number}.pdf" for number, name in enumerate(files)}
        return {name: path.read_bytes() for name, path in results.items() if path.is_file()}
