"""The settings of a council's template that bear on how a page looks; all others stay behind."""

from lxml import etree

from governance.documents.template.names import LANGUAGE, VAL, W, drop
from governance.files.package import base

# In the order of the schema. Left out above all: attached templates, mail merge, protection, tracked changes.
_KEPT = (
    *("zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
    *("bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation"),
    *("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders"),
    *(
        "characterSpacingControl",
        "compat",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
    ),
)
_AFTER_LANGUAGE = ("clrSchemeMapping", "decimalSymbol", "listSeparator")


def settings(theirs: etree._Element | None) -> tuple[etree._Element, bool]:
    """Give the settings to write, and whether even and odd pages have headers of their own."""
    if theirs is None:
        return etree.fromstring(base()["word/settings.xml"].encode()), False
    for node in list(theirs):
        if etree.QName(node).localname not in _KEPT or etree.QName(node).namespace != W.strip("{}"):
            drop(node)
    language = theirs.find(f"{W}themeFontLang")
    if language is None:
        language = etree.Element(f"{W}themeFontLang")
        names = [etree.QName(node).localname for node in theirs]
        theirs.insert(sum(name not in _AFTER_LANGUAGE for name in names), language)
    language.set(VAL, LANGUAGE)
    even = theirs.find(f"{W}evenAndOddHeaders")
    return theirs, even is not None and even.get(VAL, "1") not in {"0", "false", "off"}
