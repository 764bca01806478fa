"""The same page by docxtpl: our own instrument as its template, with a field for each thing a proposal says."""

import datetime
import io

import docx
from docxtpl import DocxTemplate

import governance
from governance.english import day_words
from governance.model.names import seat_words


def template(proposal):
    """Give the template and its fields: each run of the page that says something of this school is a field."""
    page = docx.Document(io.BytesIO(governance.draft(proposal, plain=True)))
    said = values(proposal)
    fields = {}
    for paragraph in page.paragraphs:
        for run in paragraph.runs:
            if run.text.strip("“”") in said:
                name = f"field_{len(fields)}"
                fields[name] = run.text
                run.text = f"{{{{ {name} }}}}"
    out = io.BytesIO()
    page.save(out)
    return out.getvalue(), fields


def rendered(made):
    """Render the template, as a batch does for each school: docxtpl must open it anew each time."""
    data, fields = made
    page = DocxTemplate(io.BytesIO(data))
    page.render(fields)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def words(data):
    """Give the text of a page, paragraph by paragraph."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def values(proposal):
    """Give what a proposal says, as the page says it."""
    given = (proposal.school.name, proposal.instrument.governing_body, proposal.instrument.made_by)
    days = (proposal.instrument.made_on, proposal.instrument.effective_on)
    counts = {seat: count for seat, count in proposal.seats.counts().items() if count}
    found = {*given, str(proposal.seats.sum()), f"The governing body of {proposal.school.name}"}
    found |= {day_words(day) for day in days if isinstance(day, datetime.date)}
    return found | {f"{count} {seat_words(seat, count)}" for seat, count in counts.items()}
