"""A text as the whole reader understands it, for the tests of its parts."""

from governance.documents.reader.intake import transcribe_text
from governance.documents.reader.understand import understand


def read(text):
    return understand(transcribe_text(text))
