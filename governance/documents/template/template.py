"""A council's template as a value: read once, and good for any number of documents."""

import posixpath
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import attrs
from lxml import etree

from governance.documents.template.clean import (
    RUNS,
    Relation,
    clean,
    keepable,
    left_out,
    refuse_macros,
    relations,
)
from governance.documents.template.lists import last_list
from governance.documents.template.names import TYPES, R, W, drop, written
from governance.documents.template.page import attests, shell, text_width
from governance.documents.template.settings import settings
from governance.documents.template.styles import Styles, merged
from governance.errors import UnreadableError, file_name
from governance.files import budget
from governance.files.archive import MOST_TOTAL, Archive, broken
from governance.files.package import base

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAINS = (f"{_WORD}document.main+xml", f"{_WORD}template.main+xml")
_STRICT = b"http://purl.oclc.org/ooxml/"
_SINGLE = ("theme", "fontTable")
_HEADS = ("header", "footer")
MOST_HEADS = 300
"""The most headers and footers a template may have: three of each for fifty sections."""
MOST_NOTES = 50
"""The most notes that are given on what was left out."""


OWN_BLOCK = "it has a place of its own to sign or seal, so an instrument in it gets no other"


@attrs.frozen
class Template:
    """A council's own Word template, made safe.

    `page` is its body with a mark where a document goes, and its sections. `heads` are its headers and footers, by
    name; `parts` everything else that goes into each document as it is, and `related` what each part names. `lists`
    are its own lists. `attests` tells that it has a place of its own to sign or seal. `notes` say what was left out, and what somebody should look at.
    """

    page: bytes
    width: int
    styles: Styles = attrs.field(repr=False, eq=False)
    lists: bytes | None = attrs.field(repr=False)
    last_list: int
    heads: Mapping[str, bytes] = attrs.field(repr=False)
    parts: Mapping[str, bytes] = attrs.field(repr=False)
    related: Mapping[str, tuple[Relation, ...]] = attrs.field(repr=False)
    even_and_odd: bool
    attests: bool
    notes: tuple[str, ...]


def load_template(path: Path | str) -> Template:
    """Read a template from a .docx or .dotx file; UnreadableError says what is wrong and what to do."""
    with budget.of(file_name(path)):
        try:
            with Path(path).open("rb") as file:
                data = file.read(MOST_TOTAL + 1)
        except OSError as error:
            raise UnreadableError(
                f"cannot be read: {error.strerror}", "Check the name of the file.", source=str(path)
            ) from None
        return read_template(data, source=str(path))


def read_template(data: bytes, *, source: str = "the template") -> Template:
    """Read a template from the bytes of a .docx or .dotx file; UnreadableError says what is wrong and what to do."""
    try:
        with budget.of(source):
            return _Reading(_archive(data)).template()
    except UnreadableError as error:
        raise UnreadableError(error.wrong, error.remedy, source=source) from None


class _Reading:
    """One template on its way to being a Template: what was kept so far, under the names that we give it."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.main = _main(archive)
        self.named = relations(archive, self.main)
        self.names: dict[str, str] = {}
        self.parts: dict[str, bytes] = {}
        self.related: dict[str, tuple[Relation, ...]] = {}
        self.notes: list[str] = []

    def template(self) -> Template:
        """Take over, part by part, what makes up the look of a document."""
        of_page = [one for one in self.named if one.kind in _HEADS and self._inside(one)]
        if len(of_page) > MOST_HEADS:
            raise UnreadableError(
                f"It has more than {MOST_HEADS} headers and footers", "Take out those that are not needed."
            )
        heads = {relation.id: (relation.kind, *self._cleaned(relation)) for relation in of_page}
        names = {
            key: f"word/{kind}{number}.xml" for number, (key, (kind, _, _)) in enumerate(heads.items(), 1)
        }
        for key, (_, _, kept) in heads.items():
            self.related[names[key]] = kept
        lists = self._only("numbering")
        self._note_what_stays_behind()
        for kind in _SINGLE:
            root = self._only(kind)
            self.parts[f"word/{kind}.xml"] = (
                written(root) if root is not None else base()[f"word/{kind}.xml"].encode()
            )
        kept_settings, even_and_odd = settings(self._only("settings", lenient=True))
        self.parts["word/settings.xml"] = written(kept_settings)
        page = self._page(names)
        width = text_width(page)
        signs = attests(page)
        if signs:
            self.notes.append(OWN_BLOCK)
        theirs = self._only("styles")
        shown = {relation.target for relation in self.related["word/document.xml"]}
        after = last_list(lists)
        styles = merged(
            theirs if theirs is not None else etree.Element(f"{W}styles", nsmap={"w": W.strip("{}")}),
            width,
            after,
        )
        return Template(
            page=written(page),
            width=width,
            styles=styles,
            lists=None if lists is None else written(lists),
            last_list=after,
            heads=MappingProxyType(
                {names[key]: written(root) for key, (_, root, _) in heads.items() if names[key] in shown}
            ),
            parts=MappingProxyType(dict(self.parts)),
            related=MappingProxyType(dict(self.related)),
            even_and_odd=even_and_odd,
            attests=signs,
            notes=_bounded(tuple(dict.fromkeys(self.notes))),
        )

    def _note_what_stays_behind(self) -> None:
        """Say what the body and the settings bring in from outside, or run, whether or not it is looked at again."""
        found = [("body", relation) for relation in self.named if relation.kind != "hyperlink"]
        for part in self.named:
            if part.kind == "settings" and self._inside(part):
                found += [("settings", relation) for relation in relations(self.archive, part.target)]
        self.notes += [
            left_out(place, relation)
            for place, relation in found
            if relation.outside or relation.kind in RUNS
        ]

    def _inside(self, relation: Relation) -> bool:
        return not relation.outside and relation.target.lower() in self.archive.names

    def _only(self, kind: str, *, lenient: bool = False) -> etree._Element | None:
        """Read the one part of its kind, and keep the pictures it shows."""
        found = [relation for relation in self.named if relation.kind == kind and self._inside(relation)]
        if not found:
            return None
        if lenient:
            return self.archive.xml(found[0].target)
        root, kept = self._cleaned(found[0])
        self.related[f"word/{kind}.xml"] = kept
        return root

    def _cleaned(self, relation: Relation) -> tuple[etree._Element, tuple[Relation, ...]]:
        root = self.archive.xml(relation.target)
        return root, self._clean(root, relations(self.archive, relation.target), relation.kind)

    def _clean(self, root: etree._Element, named: tuple[Relation, ...], place: str) -> tuple[Relation, ...]:
        """Clean a part in place; give the pictures it still names, under the names that we give them."""
        pictures = {relation.id: relation for relation in named if keepable(relation, self.archive)}
        self.notes += clean(root, named, frozenset(pictures), place)
        used = {value for node in root.iter() for key, value in node.attrib.items() if str(key).startswith(R)}
        return tuple(
            attrs.evolve(relation, target=self._picture(relation))
            for key, relation in pictures.items()
            if key in used
        )

    def _picture(self, relation: Relation) -> str:
        source = relation.target.lower()
        if source not in self.names:
            ending = posixpath.splitext(source)[1]
            name = f"word/media/picture{len(self.names) + 1}{ending}"
            self.names[source] = name
            self.parts[name] = self.archive.read(source)
        return self.names[source]

    def _page(self, heads: Mapping[str, str]) -> etree._Element:
        """Read the body and its sections; a section that names no header of its own keeps the one before."""
        root = self.archive.xml(self.main)
        shell(root)
        references = {
            node: node.get(f"{R}id", "") for node in root.iter(f"{W}headerReference", f"{W}footerReference")
        }
        for node in references:
            del node.attrib[f"{R}id"]
        pictures = self._clean(root, self.named, "body")
        for node, key in references.items():
            if key in heads:
                node.set(f"{R}id", key)
            else:
                drop(node)
        used = set(references.values())
        shown = {key: name for key, name in heads.items() if key in used}
        kinds = {relation.id: relation.kind for relation in self.named}
        self.related["word/document.xml"] = (
            *pictures,
            *(Relation(key, kinds[key], name) for key, name in shown.items()),
        )
        return root


def _bounded(notes: tuple[str, ...]) -> tuple[str, ...]:
    if len(notes) <= MOST_NOTES:
        return notes
    return (*notes[:MOST_NOTES], f"{len(notes) - MOST_NOTES} more of the kind were left out")


def _archive(data: bytes) -> Archive:
    if len(data) > MOST_TOTAL:
        raise UnreadableError(f"It is larger than {MOST_TOTAL // 1_000_000} MB", "Use smaller pictures.")
    return Archive(data)


def _main(archive: Archive) -> str:
    """Find the body, and refuse what is not a Word document or template that nothing runs in."""
    types = archive.xml("[Content_Types].xml")
    refuse_macros(archive, types)
    main = next((named.target for named in relations(archive, "") if named.kind == "officeDocument"), "")
    if main.lower() not in archive.names:
        raise broken()
    declared = {
        (node.get("PartName") or "").lower().lstrip("/"): node.get("ContentType")
        for node in types.iter(f"{TYPES}Override")
    }
    if _STRICT in archive.read(main)[:4096]:
        raise UnreadableError(
            "It was saved as Strict Open XML",
            "In Word, save it as Word Document (.docx) or Word Template (.dotx).",
        )
    if declared.get(main.lower()) not in _MAINS:
        raise UnreadableError("It is not a Word document or template", "Give a .docx or .dotx file.")
    return main
