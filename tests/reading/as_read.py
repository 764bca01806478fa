"""A text as the whole reader understands it, for the tests of its parts."""

from governance.reading.intake.intake import transcribe_text
from governance.reading.understand import understand


def read(text):
    return understand(transcribe_text(text))
