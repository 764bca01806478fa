"""LibreOffice as a second reader of our Word files: it opens each and exports it to PDF."""

from governance.files import pdf


def to_pdf(docx, tmp_path):
    """Open a Word file in LibreOffice and give the path of its PDF."""
    return many_to_pdf({"document": docx}, tmp_path)["document"]


def many_to_pdf(files, tmp_path):
    """Open many Word files, by name, in one start of LibreOffice, and give the path of the PDF of each.

    One that LibreOffice cannot open fails the test by its name.
    """
    made = pdf.to_pdf(files)
    assert [] == [name for name in files if name not in made], "LibreOffice could not open these"
    paths = {}
    for number, (name, data) in enumerate(made.items()):
        paths[name] = tmp_path / f"{number}.pdf"
        paths[name].write_bytes(data)
    return paths
