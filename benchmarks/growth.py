"""Doubles what an enemy might repeat, and says where the work grows more than 2.5-fold: what is linear doubles.

Every pattern of the reader, every stage of reading and every kind of file gets runs of each sign, or of each part.
"""

import importlib
import io
import pkgutil
import re
import time
import zipfile

from governance import reading as reader
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
TOLD = 0.06
"""Seconds after which the clock can be trusted, and how often what is short is done at the most until then."""
AGAIN = 10
SHORT = 8_000
"""Where so many parts are the most, and all of them take less than LEAST, there is no need to double."""
ENOUGH = 0.15
"""Seconds of work at which there is no need to double again."""
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
    """Give every pattern that a module of the reader keeps, by its name."""
    for module in pkgutil.walk_packages(reader.__path__, f"{reader.__name__}."):
        for name, one in vars(importlib.import_module(module.name)).items():
            if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                yield f"{module.name.rpartition('.')[2]}.{name}", one


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


def taken(work, given):
    """Measure the work, and give the least of some times; None where it goes beyond the budget.

    What is short is done again and again, since the clock of a virtual machine may tick but every few milliseconds.
    """
    best = budget.SECONDS
    for _ in range(3):
        times, begun = 0, time.process_time()
        while (spent := time.process_time() - begun) < TOLD and times < AGAIN:
            times += 1
            try:
                with budget.of("growth"):
                    work(given)
            except budget.OverBudgetError:
                return None
            except GovernanceError:
                pass
        best = min(best, spent / times)
        if spent < LEAST or best > ENOUGH:
            break
    return best


def grown(work, made, least, most):
    """Double until it takes enough time to tell; give how many, the seconds and by how much they grew, where too much."""
    if most <= SHORT:
        whole = taken(work, made(most))
        if whole is not None and whole < LEAST:
            return ""
    before, n = 0.0, least
    while n <= most:
        now = taken(work, made(n))
        if now is None:
            return f"{n}: more than {budget.SECONDS:g} seconds"
        if before >= LEAST and now > FOLD * before:
            # Once may be chance.
            before, now = taken(work, made(n // 2)) or LEAST, taken(work, made(n)) or budget.SECONDS
            if now > FOLD * before:
                return f"{n}: {now:.3f} seconds, {now / before:.1f} times as many as for {n // 2}"
        if now > ENOUGH:
            return ""
        before, n = now, 2 * n
    return ""


def cases():
    """Give each case: what it is called, the work, how the file is made, and from and to how many of its parts."""
    for name, pattern in patterns():
        for sign in SIGNS:
            yield (
                f"pattern {name}, {sign!r}",
                lambda text, pattern=pattern: sum(1 for _ in pattern.finditer(text)),
                lambda n, sign=sign: f"Governors {(sign * n)[:n]} governors",
                1_000,
                8_000,
            )
    for stage, work in STAGES.items():
        for shape, made in SHAPES.items():
            for sign in SIGNS:
                yield (
                    f"{shape} {stage}, {sign!r}",
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
            yield f"{what}, {name}", work, made, 500, 64_000


def growth(only=""):
    """Try every case whose name holds `only`, print where the work grows too much, and give how many do."""
    found = tried = 0
    for name, work, made, least, most in cases():
        if only in name:
            tried += 1
            if says := grown(work, made, least, most):
                found += 1
                print(f"{name}: {says}", flush=True)
    print(f"{tried} cases, {found} in which twice as much takes more than {FOLD:g} times as long")
    return found
