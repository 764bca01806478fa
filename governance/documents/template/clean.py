"""What a council's template may bring with it: words, lines and pictures of its own, and nothing that reaches outside.

A link to the web is left as plain words; a picture or template kept elsewhere, an embedded object, a chart or another
document put into this one is left out, each with a note. What would run or fetch something by itself is refused.
"""

import posixpath
import re

import attrs
from lxml import etree

from governance.documents.template.names import MC, RELATIONS, R, W, drop, unwrap, within
from governance.errors import UnreadableError
from governance.files.archive import Archive

PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
"""The kinds of picture that are kept, by the ending of their names."""

# Fields that fetch something or run something when the document is opened, printed or brought up to date.
_FETCHES = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT|INCLUDE|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE
)
_OUT = (
    *("altChunk", "object", "control", "subDoc", "dataBinding", "del", "moveFrom", "footnoteReference"),
    *("endnoteReference", "commentReference", "commentRangeStart", "commentRangeEnd", "printerSettings"),
    *("sectPrChange", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "numberingChange"),
)
_UNWRAPPED = ("ins", "moveTo")
_KINDS = {
    "aFChunk": "another document put into it",
    "attachedTemplate": "a template attached to it",
    "chart": "a chart",
    "control": "a control",
    "image": "a picture",
    "oleObject": "an embedded object",
    "package": "an embedded object",
    "subDocument": "another document put into it",
}
RUNS = frozenset(("aFChunk", "control", "oleObject", "package", "subDocument"))
"""The kinds of part that hold another program's document, or a program."""
_VML = ("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office")
_HOLDERS = (f"{MC}AlternateContent", f"{W}drawing", f"{W}pict")


@attrs.frozen
class Relation:
    """A part that another part names: by which id, of which kind, and where; `outside` where it is not in the file."""

    id: str
    kind: str
    target: str
    outside: bool = False


def relations(archive: Archive, name: str) -> tuple[Relation, ...]:
    """List what one part names, in the order of the file."""
    folder, file = posixpath.split(name)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    if path.lower() not in archive.names:
        return ()
    found = []
    for node in archive.xml(path).iter(f"{RELATIONS}Relationship"):
        target = node.get("Target") or ""
        outside = node.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = (node.get("Type") or "").rpartition("/")[2]
        found.append(Relation(node.get("Id") or "", kind, target, outside))
    return tuple(found)


def keepable(relation: Relation, archive: Archive) -> bool:
    """Whether a part is a picture inside the file, of a kind that is kept."""
    ending = posixpath.splitext(relation.target)[1].lower().lstrip(".")
    inside = not relation.outside and relation.target.lower() in archive.names
    return inside and relation.kind == "image" and ending in PICTURES


def clean(
    root: etree._Element, named: tuple[Relation, ...], kept: frozenset[str], place: str
) -> tuple[str, ...]:
    """Take out of a part, in place, all that is not kept, and say what; UnreadableError for what runs by itself."""
    _refuse_fields(root, place)
    notes = [left_out(place, relation) for relation in named if relation.kind in RUNS]
    for tag in _OUT:
        for node in within(root, f".//w:{tag}"):
            drop(node)
    for tag in _UNWRAPPED:
        for node in within(root, f".//w:{tag}"):
            unwrap(node)
    _still_vml(root)
    by_id = {relation.id: relation for relation in named}
    for node, attribute in _references(root):
        if node.get(attribute, "") not in kept:
            notes += _mend(node, attribute, by_id.get(node.get(attribute, "")), place)
    return tuple(dict.fromkeys(notes))


def _refuse_fields(root: etree._Element, place: str) -> None:
    instructions = [node.get(f"{W}instr", "") for node in root.iter(f"{W}fldSimple")]
    # One instruction may be cut into several pieces.
    instructions += [
        "".join(node.text or "" for node in paragraph.iter(f"{W}instrText"))
        for paragraph in root.iter(f"{W}p")
    ]
    for instruction in instructions:
        found = _FETCHES.search(instruction)
        if found:
            raise UnreadableError(
                f"Its {place} has a field {found[0].upper()}, which brings in something from outside the file",
                "Take the field out of the template in Word, and put words or a picture in its place.",
            )


def _still_vml(root: etree._Element) -> None:
    """Take addresses out of the older kind of drawing, which may name a picture without a relationship."""
    for node in root.iter():
        if isinstance(node.tag, str) and etree.QName(node).namespace in _VML:
            for attribute in list(node.attrib):
                if etree.QName(attribute).localname in {"src", "href", "althref"}:
                    del node.attrib[attribute]


def _references(root: etree._Element) -> list[tuple[etree._Element, str]]:
    """Find every place that names another part, and by which attribute."""
    return [
        (node, attribute)
        for node in root.iter()
        for attribute in map(str, node.attrib)
        if attribute.startswith(R) or attribute.endswith("}relid")
    ]


def _mend(node: etree._Element, attribute: str, relation: Relation | None, place: str) -> list[str]:
    """Take away one reference to what is not kept, and as little around it as can be."""
    target = f" ({relation.target})" if relation and relation.outside else ""
    match etree.QName(node).localname:
        case "hyperlink":
            del node.attrib[attribute]
            unwrap(node)
            return [f"{place}: a link{target} was left as plain words"]
        case "hlinkClick" | "hlinkHover":
            drop(node)
            return [f"{place}: a link{target} on a picture was taken off"]
        case "svgBlip":
            extension = node.getparent()
            if extension is not None:
                drop(extension)
            return []
        case "blip" if attribute == f"{R}link" and node.get(f"{R}embed"):
            del node.attrib[attribute]
            return [f"{place}: a link to a picture{target} was taken off; the picture in the file was kept"]
    holders = [above for above in (node, *node.iterancestors()) if above.tag in _HOLDERS]
    drop(holders[-1] if holders else node)
    return [left_out(place, relation)] if relation and relation.kind not in {"header", "footer"} else []


def left_out(place: str, relation: Relation) -> str:
    """Say in a sentence what was not taken over."""
    what = _KINDS.get(relation.kind, f"a part of the kind {relation.kind}")
    target = f" kept outside the file ({relation.target})" if relation.outside else ""
    return f"{place}: {what}{target} was left out"


def refuse_macros(archive: Archive, types: etree._Element) -> None:
    """Refuse a template that holds programs, under whatever name."""
    declared = " ".join(node.get("ContentType", "") for node in types).lower()
    holds = "macroenabled" in declared or "vbaproject" in declared
    if holds or any("vbaproject" in name or "vbadata" in name for name in archive.names):
        raise UnreadableError(
            "It holds macros", "Ask whoever keeps it to save it in Word as .dotx, without macros."
        )
