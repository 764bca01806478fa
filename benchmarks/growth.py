"""Doubles what an enemy might repeat, and says where the work grows more than 2.5-fold: what is linear doubles.

Every pattern that a module keeps, every stage of reading and every kind of file gets runs of each sign, or of each part.
Each is first made so large that its growth can be told, and then compared with half of it.
"""

import importlib
import io
import math
import pkgutil
import re
import string
import time
import zipfile
from collections.abc import Mapping

import attrs

import governance
from governance.documents.template import read_template
from governance.errors import GovernanceError
from governance.files import budget
from governance.model.reading import loads
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.text.extent import cleared, readable
from governance.reading.text.paragraphs import paragraphs
from governance.reading.text.passages import passages
from governance.reading.understand import understand

FOLD = 2.5
LEAST = 0.004
"""Seconds of work below which nothing can be told of its growth."""
TOLD, AGAIN = 0.04, 10
"""Seconds after which the clock can be trusted, and how often what is short is done at the most until then."""
ENOUGH = 0.1
"""Seconds of work at which there is no need to make a case larger."""
JUMP = 8
"""How many times as large a case is made at the most, before it is looked at again."""
PATTERN = 8_000
"""The length of a text in which each pattern is looked for."""
SIGNS = (
    *(
        "-",
        "- ",
        "(",
        "( ",
        ")",
        "[",
        "] ",
        '"',
        "'",
        ",",
        ", ",
        ".",
        ". ",
        "_",
        ":",
        "; ",
        "/",
        "%",
        "*",
        " ",
        "\t",
    ),
    *(
        "1",
        "1 ",
        "1. ",
        "1, ",
        "(1) ",
        "(a) ",
        "9/",
        "01/09/2020, ",
        "1 September 2020, ",
        "a",
        "a ",
        "A",
        "A ",
        "St. ",
    ),
    *(
        "two ",
        "two, ",
        "each ",
        "one each ",
        "parent ",
        "parent governors ",
        "2 parent governors, ",
        "2 parents and ",
        "The two parents are elected. ",
        "staff including the head ",
        "staff - the head ",
        "up to 2 ",
        "1 | 2 | ",
        "ex officio ",
        "governors: ",
    ),
    *(
        "the ",
        "of the ",
        "and ",
        "and, ",
        "school ",
        "Primary School, ",
        "total ",
        "from 1 to ",
        "elected by ",
    ),
)


def patterns():
    """Give every pattern that a module keeps, alone or in a table, once and by its name; the desk reads no files itself."""
    seen = set()
    for module in modules(governance):
        for name, value in vars(module).items():
            for place, one in enumerate(kept(value) if not name.startswith("__") else ()):
                if isinstance(one.pattern, str) and one not in seen:
                    seen.add(one)
                    yield f"{module.__name__.removeprefix('governance.')}.{name} {place}", one


def modules(package):
    """Give every module but those that set a process up when they are loaded."""
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if found.name != "governance.desk" and not found.name.endswith(("_child", "__main__")):
            yield (module := importlib.import_module(found.name))
            if found.ispkg:
                yield from modules(module)


def kept(value):
    """Give the patterns in a value."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        for one in value.items():
            yield from kept(one)
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from kept(one)
    elif attrs.has(type(value)):
        yield from kept(tuple(getattr(value, field.name, None) for field in attrs.fields(type(value))))


STAGES = {
    "taken in": transcribe_text,
    "cleared": lambda text: cleared(readable(transcribe_text(text))),
    "joined": lambda text: paragraphs(transcribe_text(text)),
    "in passages": lambda text: passages(paragraphs(readable(transcribe_text(text)))),
    "understood": lambda text: understand(transcribe_text(text)),
}
SHAPES = {
    "a paragraph": lambda sign, n: (sign * n)[:n],
    "paragraphs": lambda sign, n: "\n\n".join([(sign * 1_000)[:1_000]] * (n // 1_000 + 1)),
    "full lines": lambda sign, n: "\n".join([(sign * 90)[:90]] * (n // 90 + 1)),
    "short lines": lambda sign, n: "\n".join([sign] * (n // 10 + 1)),
}

OOXML = "http://schemas.openxmlformats.org/"
SPACE = f'xmlns:w="{OOXML}wordprocessingml/2006/main"'
SCHOOL = '[school]\ncategory = "community"\nnonsense = 1\n[seats]\nparent = 2\n'
FEDERATION = '[school]\ncategory = "federation"\n[seats]\nparent = 2\n'


def word(body, styles="", numbering=""):
    """Make a Word file, stored as it is so that it never looks like a bomb."""
    parts = {"document": f"<w:body>{body}</w:body>", "styles": styles, "numbering": numbering}
    links = "".join(
        f'<Relationship Id="{kind}" Type="{OOXML}officeDocument/2006/relationships/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering")
    )
    relations = f'<Relationships xmlns="{OOXML}package/2006/relationships">{{}}</Relationships>'
    main = f'<Relationship Id="a" Type="{OOXML}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{OOXML}package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": relations.format(main),
        "word/_rels/document.xml.rels": relations.format(links),
        **{f"word/{name}.xml": f"<w:{name} {SPACE}>{content}</w:{name}>" for name, content in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return out.getvalue()


def listed(n):
    """Paragraphs, each in a list of its own."""
    return "".join(
        f'<w:p><w:pPr><w:numPr><w:numId w:val="{at}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        for at in range(n)
    )


def lists(n, levels="", *, lent=False):
    """Give lists, each of a pattern of its own or all of one."""
    own = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:numStyleLink w:val="s{at}"/></w:abstractNum>'
        for at in range(n)
    )
    one = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    nums = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at if lent else 0}"/></w:num>' for at in range(n)
    )
    return (own if lent else one) + nums


def chain(n, kind):
    """Styles that lead one to the next, by what they are based on or by the list they ask for."""
    link = (
        '<w:basedOn w:val="s{}"/>'
        if kind == "based"
        else '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    )
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="{at}"/>{link.format(at + 1)}</w:style>'
        for at in range(n)
    )


def nested(before, inner, after, deep=12):
    """Put something inside something, again and again."""
    return before * deep + inner + after * deep


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
DELETED = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>words of a paragraph</w:t></w:r></w:p>"
TEXT = "<w:p><w:r><w:t>words</w:t></w:r></w:p>"
CELL = "<w:tbl><w:tr><w:tc>"
ROW = f"<w:tr>{('<w:tc>' + TEXT + '</w:tc>') * 20}</w:tr>"
BLANK, OPEN, SHUT, NINE, LISTED, COMMUNITY = " ", "[", "]", "9", '"A", ', "community "


def parted(n):
    """Give a key of so many parts."""
    return ".".join("a" * n)


def changes(n):
    """Give a paragraph of changes."""
    return "<w:p>" + "<w:ins><w:r/></w:ins><w:del><w:r/></w:del>" * n + "</w:p>"


DOCUMENTS = {
    "lists": lambda n: word(listed(n), numbering=lists(n)),
    "levels of lists": lambda n: word(
        listed(n), numbering=lists(n, "".join(f'<w:lvl w:ilvl="{at}"/>' for at in range(n)))
    ),
    "links of lists": lambda n: word(listed(n), chain(n, "listed"), lists(n, lent=True)),
    "links of styles": lambda n: word(
        "".join(
            f'<w:p><w:pPr><w:pStyle w:val="s{at}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' for at in range(n)
        ),
        chain(n, "based"),
    ),
    "ends deleted": lambda n: word(DELETED * n),
    "prompts in prompts": lambda n: word(
        nested(PROMPT, "<w:p>" + "<w:t/>" * n + "</w:p>", "</w:sdtContent></w:sdt>", 60)
    ),
    "tables in tables": lambda n: word(nested(CELL, TEXT * n, "</w:tc></w:tr></w:tbl>")),
    "rows": lambda n: word(f"<w:tbl>{ROW * (n // 20 + 1)}</w:tbl>"),
    "runs": lambda n: word("<w:p>" + "<w:r><w:t>1 </w:t></w:r>" * n + "</w:p>"),
    "fields": lambda n: word("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n + "</w:p>" + TEXT),
    "changes": lambda n: word(changes(n) + TEXT),
}
TEMPLATES = {
    "styles": lambda n: word(TEXT, chain(n, "based")),
    "lists": lambda n: word(TEXT, numbering=lists(n)),
    "changes": lambda n: word(changes(n)),
    "sections": lambda n: word("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * n),
    "words": lambda n: word(TEXT * n),
}
PROPOSALS = {
    "blanks": lambda n: f"{SCHOOL}{BLANK * n * 10}\n",
    "lines of blanks": lambda n: SCHOOL + f"{BLANK * 45}\n" * n,
    "a bracket and blanks": lambda n: f'{SCHOOL}[ethos]\ndescription = """\n[{BLANK * n * 10}a\n"""\n',
    "parts of a key": lambda n: f"{parted(n)} = 1\n{SCHOOL}",
    "parts of a table": lambda n: f"{SCHOOL}[{parted(n)}]\n",
    "tables of many parts": lambda n: SCHOOL + f"[[{parted(15)}]]\n" * n,
    "unknown keys": lambda n: SCHOOL + "".join(f"parents{at} = 1\n" for at in range(n)),
    "brackets": lambda n: f"{SCHOOL}x = {OPEN * n}{SHUT * n}\n",
    "digits": lambda n: f"{SCHOOL}staff = {NINE * n * 10}\n",
    "schools": lambda n: FEDERATION + '[[schools]]\nname = "A"\ncategory = "community"\n' * (n // 10),
    "letters": lambda n: f'[school]\ncategory = "{COMMUNITY * n}"\n[seats]\n',
    "names": lambda n: f"{SCHOOL}[instrument]\nsponsor_names = [{LISTED * n}]\n",
    "JSON in JSON": lambda n: '{"school": ' * n + "1" + "}" * n,
}


def taken(work, given, least=0.0):
    """Give the seconds of processor time that the work takes; None where it goes beyond the budget of a file.

    What is short is done again and again, since the clock of a virtual machine may tick but every few milliseconds; what
    the clock on the wall says is over before `least` is as good as nothing.
    """
    times, started, begun = 0, time.perf_counter(), time.process_time()
    while (spent := time.process_time() - begun) < TOLD and times < AGAIN:
        times += 1
        try:
            with budget.of("growth"):
                work(given)
        except budget.OverBudgetError:
            return None
        except GovernanceError:
            pass
        if times == 1 and time.perf_counter() - started < least:
            return 0.0
    return spent / times


def grown(work, made, least, most):
    """Make a case large enough to tell, and say how it grew where it grew too much."""
    n = least
    while (now := taken(work, made(n), LEAST)) is not None and now < ENOUGH and n < most:
        # So many times as large that it would take enough, if twice as much took twice as long.
        n = min(most, n * min(JUMP, 2 ** math.ceil(math.log2(ENOUGH / max(now, LEAST)))))
    if now is None:
        return f"{n}: more than a file may take"
    if now < LEAST:
        return ""
    half = taken(work, made(n // 2)) or now
    for _ in range(2):  # once may be chance
        if now <= FOLD * half:
            return ""
        half = max(half, taken(work, made(n // 2)) or now)
        now = min(now, taken(work, made(n)) or now)
    return f"{n}: {now:.3f} seconds, {now / half:.1f} times as many as for {n // 2}"


def looked_for(pattern, run):
    """Look for a pattern in every way: as the whole of a run that ends otherwise, anywhere in it, and between words."""
    pattern.fullmatch(f"{run}§")
    for text in (f"{run}§", f"Governors {run} governors"):
        for _ in pattern.finditer(text):
            pass


def cases():
    """Give each case: what is tried, with what, the work, how the file is made, and from and to how many of its parts."""
    for name, pattern in patterns():
        for sign in (*SIGNS, *string.ascii_letters):
            yield (
                f"pattern {name}",
                repr(sign),
                lambda run, pattern=pattern: looked_for(pattern, run),
                lambda n, sign=sign: (sign * n)[:n],
                PATTERN,
                PATTERN,
            )
    for stage, work in STAGES.items():
        for shape, made in SHAPES.items():
            for sign in SIGNS:
                yield (
                    f"{shape} {stage}",
                    repr(sign),
                    work,
                    lambda n, sign=sign, made=made: made(sign, n),
                    4_000,
                    128_000,
                )
    for kinds, work, what in (
        (DOCUMENTS, lambda data: understand(transcribe_bytes(data, source="x.docx")), "document"),
        (TEMPLATES, read_template, "template"),
        (PROPOSALS, loads, "proposal"),
    ):
        for name, made in kinds.items():
            yield what, name, work, made, 500, 64_000


def growth(only=""):
    """Try every case whose name holds `only`, print where the work grows too much, and give how many do."""
    begun, tried, found = time.process_time(), 0, set()
    for name, sign, *case in cases():
        # One sign is enough to know that a pattern is to be mended.
        if only in f"{name}, {sign}" and not (name.startswith("pattern") and name in found):
            tried += 1
            if says := grown(*case):
                found.add(name)
                print(f"{name}, {sign}: {says}", flush=True)
    print(
        f"{tried} cases in {time.process_time() - begun:.0f} seconds; {len(found)} patterns, stages and kinds of file "
        f"in which twice as much takes more than {FOLD:g} times as long"
    )
    return len(found)
