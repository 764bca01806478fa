"""The examples in the phrase files: what each entry reads, and how a reader without it is made."""

from governance.reading.board import scan
from governance.reading.intake.intake import transcribe_text
from governance.reading.phrases import language as loading
from governance.reading.phrases import lexer, words
from governance.reading.phrases.language import files
from governance.reading.understand import understand

BOARD = "2 parent governors\n1 LA governor\n1 staff governor\n1 head teacher\n5 co-opted governors\n"
SEATS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}


def use(monkeypatch, data):
    """Make the reader use these files."""
    made = loading.load(data.values())
    monkeypatch.setattr(lexer, "language", lambda: made)
    monkeypatch.setattr(scan, "language", lambda: made)
    forget()


def forget():
    for remembered in (lexer.lex, words.named, words.sentence_of):
        remembered.cache_clear()


def entries():
    """Every entry with its file, its table, and each of its words; "" for a form."""
    for name, data in files().items():
        for kind, own in data.items():
            for place, entry in enumerate(own):
                for key in ("words", "exact") if kind == "words" else ("",):
                    for word in entry.get(key, ()) if key else ("",):
                        yield name, kind, place, key, word


def numbers(gives):
    """What an example gives, written "parent 2, staff 1"."""
    return {one.rsplit(" ", 1)[0]: int(one.rsplit(" ", 1)[1]) for one in gives.split(", ") if one}


def read(text):
    """The seats, the total, the second total and the limit on staff that a text gives."""
    return given(understand(transcribe_text(text)))


def given(found):
    other = {"second_total": "second", "co_opted_staff_most": "cap"}
    return {
        key: value for key, value in found.data.get("seats", {}).items() if value and value != "unknown"
    } | {name: found.also[field] for field, name in other.items() if field in found.also}


def holds(entry, word):
    """Whether the example of an entry comes out, with one of its words.

    `reads` gives `gives`, and leaves `opens` unknown, where it is there; `beside` a whole list it changes nothing of it, and leaves nothing in doubt.
    """
    if "beside" in entry:
        found = understand(transcribe_text(BOARD + entry["beside"].format(word)))
        seats = {one.field.removeprefix("seats."): one for one in found.evidence if "seats." in one.field}
        told = {key: one.value for key, one in seats.items()}
        return told == SEATS and {one.sure for one in seats.values()} == {"stated"}
    found = understand(transcribe_text(entry["reads"].format(word)))
    unknown = {key for key, value in found.data.get("seats", {}).items() if value == "unknown"}
    opens = "opens" not in entry or {entry["opens"]} - {""} == unknown
    return opens and given(found) == numbers(entry["gives"])
