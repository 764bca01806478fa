"""The reader against documents of every shape: how often it is right, and that it never makes believe."""

import corpus
import pytest

from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.understand import understand

ONE_FACTOR = corpus.one_factor()
BY_CHANCE = corpus.documents(2026, 150)
ENOUGH = 0.95
OF_SHAPE = (
    "plain",
    "form",
    "order of",
    "seat mark",
    "clause mark",
    "clauses",
    "dirt",
    "bodies",
    "before",
    "title",
)
"""What the way into a Word file can change; what only the words change is read as text."""


def as_text(sample, **how):
    return corpus.judge(sample.truth, understand(transcribe_text(corpus.text(sample, **how))))


def as_word(sample, how):
    return corpus.judge(
        sample.truth, understand(transcribe_bytes(corpus.word(sample, how), source="sample.docx"))
    )


def told(samples, read):
    """What was read wrong, by document."""
    marked = ((sample.name, corpus.wrong(read(sample))) for sample in samples)
    return {name: [str(mark) for mark in marks] for name, marks in marked if marks}


def stated_wrongly(samples, read):
    """The wrong values that were called stated, by document."""
    marked = ((sample.name, [mark for mark in read(sample) if mark.wrongly_stated]) for sample in samples)
    return {name: [str(mark) for mark in marks] for name, marks in marked if marks}


class TestOneFactor:
    """A document that is plain but for one thing is read right throughout, whatever that thing is."""

    def test_as_text(self):
        """Every label, number, mark, date, sentence, order and kind of dirt."""
        assert {} == told(ONE_FACTOR, as_text)

    def test_as_word(self):
        """The same of every shape, with numbers that Word makes."""
        shaped = [sample for sample in ONE_FACTOR if sample.name.startswith(OF_SHAPE)]
        assert {} == told(shaped, lambda sample: as_word(sample, "direct"))

    @pytest.mark.parametrize("between", ["\t", "   "])
    def test_tables_as_text(self, between):
        """A table that was pasted, its cells apart by tabs or by wide spaces."""
        tables = [sample for sample in ONE_FACTOR if any(part.cells for part in sample.parts)]
        assert {} == told(tables, lambda sample: as_text(sample, between=between))


class TestByChance:
    """Realistic combinations: every seat right in 95 of 100 documents, and no wrong value stated in any."""

    @pytest.mark.parametrize("how", ["text", *corpus.WORD])
    def test_seats(self, how):
        """In every format, and however lists are numbered."""
        samples = BY_CHANCE if how == "text" else BY_CHANCE[:20]
        marked = [as_text(sample) if how == "text" else as_word(sample, how) for sample in samples]
        right = sum(not corpus.wrong(marks, "seats") for marks in marked)
        assert right >= ENOUGH * len(marked)
        assert [] == [str(mark) for marks in marked for mark in marks if mark.wrongly_stated]


class TestUnseen:
    """Documents that others wrote, in the manner of published ones, without having seen the reader."""

    def test_seats(self):
        """Every seat right in 95 of 100, and no wrong value stated in any."""
        marked = [as_text(sample) for sample in corpus.unseen()]
        right = sum(not corpus.wrong(marks, "seats") for marks in marked)
        assert right >= ENOUGH * len(marked)
        assert [] == [str(mark) for marks in marked for mark in marks if mark.wrongly_stated]


class TestHandMade:
    """Documents of shapes that nobody listed."""

    def test_no_wrong_value_is_stated(self):
        """What the reader cannot make out it leaves, or says how it came to it."""
        assert {} == stated_wrongly(corpus.hand_made(), as_text)

    def test_seats(self):
        """Every seat right in nine of ten."""
        samples = corpus.hand_made()
        right = sum(not corpus.wrong(as_text(sample), "seats") for sample in samples)
        assert right >= 0.9 * len(samples)


class TestAfterPublished:
    """Documents recomposed after published ones."""

    def test_seats(self):
        """Every seat right in nine of ten, and no wrong value stated in any."""
        marked = [as_text(sample) for sample in corpus.after_published()]
        right = sum(not corpus.wrong(marks, "seats") for marks in marked)
        assert right >= 0.9 * len(marked)
        assert [] == [str(mark) for marks in marked for mark in marks if mark.wrongly_stated]


class TestFresh:
    """Documents that were written before the reader saw them."""

    def test_everything(self):
        """Each value is right."""
        assert {} == told(corpus.fresh(), as_text)

    def test_outside(self):
        """A document that the law does not cover is said to be outside."""
        read = {one.name: understand(transcribe_text(corpus.text(one))) for one in corpus.fresh(outside=True)}
        assert [] == [name for name, understood in read.items() if not understood.outside]


class TestCorpus:
    """The corpus itself."""

    def test_the_same_seed_gives_the_same_documents(self):
        """So that a failure can be looked at again."""
        assert corpus.documents(7, 20) == corpus.documents(7, 20)
        assert corpus.documents(7, 20) != corpus.documents(8, 20)

    def test_no_two_variants_have_one_name(self):
        """A failure names its cause."""
        names = [sample.name for sample in ONE_FACTOR]
        assert len(names) == len(set(names))

    def test_every_document_has_its_total_in_its_seats(self):
        """The truths add up, where a document gives a total."""
        for sample in (*ONE_FACTOR, *BY_CHANCE):
            assert sample.truth.total in (None, sum(sample.truth.seats.values()))
