"""Feeds the document reader with damaged files until time is up: `python benchmarks/fuzz_reader.py --seconds 60`.

Instruments drafted from the examples, as Word, PDF and text, are changed byte by byte and piece by piece, and read.
Only the reader's own errors may come out; anything else stops the run, and the file that did it is kept.
With `--growth` it doubles what an enemy might repeat instead, and says where the work grows more than it should.
"""

import argparse
import copy
import hashlib
import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from growth import growth
from lxml import etree

from governance.documents.instrument.draft import draft
from governance.errors import GovernanceError
from governance.files.pdf import to_pdf
from governance.model import load
from governance.reading.intake.intake import transcribe_bytes
from governance.reading.understand import understand

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("rift-house", "voluntary-aided", "federation-community", "pupil-referral-unit")
ODD = (
    "",
    "0",
    "-1",
    "1",
    "99999999999",
    "x",
    "%1%2%9",
    "none",
    "\u00ad",
    "１",
    "continue",
    "begin",
    "end",
    "16",
)
TOKENS = (
    b"0",
    b"-1",
    b"99999999999",
    b"1 0 R",
    b"2 0 R",
    b"[",
    b">>",
    b"null",
    b"/Kids",
    b"/Prev",
    b"(",
    b"stream",
)
SLOW = 15


def main():
    """Run until time is up, and print how the files came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long to run (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="which changes to make (default: 1)")
    parser.add_argument("--only", choices=("docx", "pdf", "txt"), help="only files of this kind")
    parser.add_argument(
        "--intake", action="store_true", help="only take the files in, without understanding them"
    )
    parser.add_argument(
        "--growth",
        nargs="?",
        const="",
        metavar="WORD",
        help="say where the work grows; only cases of this name",
    )
    arguments = parser.parse_args()
    if arguments.growth is not None:
        raise SystemExit(growth(arguments.growth) > 0)
    chance = random.Random(arguments.seed)  # noqa: S311 - the same files for the same seed
    whole = [(kind, data) for kind, data in originals() if arguments.only in (None, kind)]
    outcomes, slowest = Counter(), 0
    end = time.monotonic() + arguments.seconds
    while time.monotonic() < end:
        kind, data = chance.choice(whole)
        changed = change(kind, data, chance)
        begun = time.monotonic()
        try:
            outcomes[kind, outcome(changed, f"fuzz.{kind}", arguments.intake)] += 1
        except Exception:  # noqa: BLE001 - this is what we look for
            keep(changed, kind)
            raise SystemExit(traceback.format_exc()) from None
        taken = time.monotonic() - begun
        if taken > SLOW:
            keep(changed, kind)
            raise SystemExit(f"took {taken:.1f} seconds")
        slowest = max(slowest, taken)
    for (kind, how), count in sorted(outcomes.items()):
        print(f"{count:7} {kind:5} {how}")
    print(f"{outcomes.total():7} files, the slowest in {slowest:.2f} seconds")


def originals():
    """Draft the examples, as Word, PDF and text."""
    words = {name: draft(load(ROOT / "examples" / f"{name}.toml"), anyway=True) for name in EXAMPLES}
    for name, data in words.items():
        yield "docx", data
        lines = transcribe_bytes(data, source=f"{name}.docx").lines
        yield "txt", "\r\n".join(f"{line.mark} {line.words}" for line in lines).encode()
    for data in to_pdf(words).values():
        yield "pdf", data


def outcome(data, source, intake_only):
    """Read one file and say in a few words what came of it."""
    try:
        transcript = transcribe_bytes(data, source=source)
        if intake_only:
            return "taken in"
        understood = understand(transcript)
    except GovernanceError as error:
        return f"refused: {re.sub('[0-9][0-9,]*', 'n', error.wrong)[:70]}"
    return "understood" if understood.data else "nothing understood"


def keep(data, kind):
    """Keep the file that did it, under a name of its own."""
    path = Path(f"fuzz-{hashlib.sha256(data).hexdigest()[:8]}.{kind}")
    path.write_bytes(data)
    print(f"kept as {path}", file=sys.stderr)


def change(kind, data, chance):
    """Change a file a few times: its bytes, or its pieces."""
    if kind == "docx" and chance.random() < 0.8:
        return change_docx(data, chance)
    if kind == "pdf" and chance.random() < 0.6:
        return change_tokens(data, chance)
    return change_bytes(data, chance)


def change_bytes(data, chance):
    """Flip, cut, repeat and swap bytes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(changed) + 1), chance.choice((1, 1, 4, 60, 2000))
        piece = changed[at : at + length]
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = chance.randbytes(1)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = piece * chance.choice((1, 2, 50))
            case 3:
                elsewhere = chance.randrange(len(changed) + 1)
                changed[elsewhere : elsewhere + length] = piece
    return bytes(changed)


def change_tokens(data, chance):
    """Put other tokens in the place of those between the streams of a PDF."""
    tokens = [found.span() for found in re.finditer(rb"(?<=[ /\[\n])[A-Za-z0-9.]{1,20}(?=[ /\]>\n])", data)]
    for start, end in sorted(chance.sample(tokens, min(len(tokens), chance.randint(1, 6))), reverse=True):
        data = data[:start] + chance.choice((*TOKENS, data[slice(*chance.choice(tokens))])) + data[end:]
    return data


def change_docx(data, chance):
    """Move, repeat, nest and take away elements of one part of a Word file, and put odd values in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(("word/document.xml",) * 3 + ("word/numbering.xml", "word/styles.xml", *parts))
    if chance.random() < 0.2:
        parts[name] = change_bytes(parts[name], chance)
    else:
        root = etree.fromstring(parts[name])
        for _ in range(chance.randint(1, 10)):
            change_element(root, chance)
        parts[name] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()


def change_element(root, chance):
    """Change one element of a part."""
    elements = list(root.iter("*"))[:20_000]
    one, other = chance.choice(elements), chance.choice(elements)
    piece = copy.deepcopy(one)
    match chance.randrange(6):
        case 0 if one is not root:
            one.getparent().remove(one)
        case 1:
            other.append(piece)
        case 2:
            for _ in range(chance.choice((1, 5, 80))):
                nested = copy.deepcopy(piece)
                nested.append(piece)
                piece = nested
                if len(etree.tostring(piece)) > 200_000:
                    break
            other.append(piece)
        case 3 if one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(ODD))
        case 4:
            one.tag = other.tag
        case 5:
            one.text = chance.choice((*ODD, "two parent governors", "1 September 2025"))


if __name__ == "__main__":
    main()
