"""What is said beside a document: it fills in what the document lacks, as evidence like any other."""

from collections.abc import Mapping

import attrs

from governance.model.beside import FLAGS, contradiction, contradicts, fill_in
from governance.reading.evidence import Evidence, Understood
from governance.reading.evidence_words import quoted
from governance.reading.intake.transcript import Where


def with_beside(understood: Understood, beside: Mapping[str, str]) -> Understood:
    """Fill in what a document lacks; ContradictionError, with its words, where it says otherwise or says two things."""
    fields = {f"school.{key}": key for key in beside}
    said = {
        fields[one.field]: quoted(one.words, one.where)
        for one in understood.evidence
        if one.field in fields
        and (one.sure == "conflict" or contradicts(fields[one.field], beside[fields[one.field]], one.value))
    }
    source = understood.transcript.source
    if said:
        raise contradiction(source, beside, said)
    data = fill_in(understood.data, beside, source=source)
    before = understood.data.get("school", {})
    given = [key for key in beside if before.get(key) is None]
    return attrs.evolve(
        understood,
        data=data,
        evidence=(
            *(one for one in understood.evidence if fields.get(one.field) not in given),
            *(Evidence(f"school.{key}", beside[key], FLAGS[key], Where(), "stated") for key in given),
        ),
    )
