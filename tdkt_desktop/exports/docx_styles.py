"""The styles of our Word files: one for each role, Times New Roman and Vietnamese throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.word_styles import (
    OUTLINE,
    RULE_NAME,
    RULE_STYLE,
    SPACER_NAME,
    SPACER_STYLE,
    STYLE_IDS,
    STYLE_NAMES,
)
from tdkt_desktop.exports.docx_xml import (
    DECLARATION,
    NAMESPACES,
    element,
    escape,
    points,
    size_properties,
    twips,
    val,
)

if TYPE_CHECKING:
    from tdkt_desktop.documents.page_settings import Layout, RoleStyle

_ALIGNS = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
_SINGLE = 240
LANGUAGE = "vi-VN"


def styles_part(layout: Layout) -> str:
    """Return `word/styles.xml`."""
    roles = (_role_style(role, layout.style(role)) for role in Role)
    inner = "".join(
        (_defaults(layout), _normal(), _table_normal(), *roles, _rule(layout), _spacer())
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{inner}</w:styles>"


def jc(align: Align) -> str:
    """Return the alignment of a paragraph."""
    return val("jc", _ALIGNS[align])


def _defaults(layout: Layout) -> str:
    """All four font slots by name and no theme: a theme's font would win over the name (L125)."""
    font = escape(layout.profile.font)
    fonts = element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    language = element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    run = element("rPr", fonts, size_properties(layout.size("text")), language)
    gaps = element("spacing", before=0, after=0, line=_SINGLE, lineRule="auto")
    return element(
        "docDefaults",
        element("rPrDefault", run),
        element("pPrDefault", element("pPr", gaps)),
    )


def _normal() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
    )


def _table_normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        "<w:unhideWhenUsed/><w:tblPr>"
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _style(style: str, name: str, paragraph: str, run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}">'
        f'<w:name w:val="{escape(name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{element('rPr', run) if run else ''}</w:style>"
    )


def _role_style(role: Role, style: RoleStyle) -> str:
    outline = val("outlineLvl", OUTLINE[role]) if role in OUTLINE else ""
    indent = element("ind", firstLine=twips(style.indent)) if style.indent else ""
    spacing = element(
        "spacing",
        before=points(style.before),
        after=points(style.after),
        line=round(style.line * _SINGLE),
        lineRule="auto",
    )
    keep = "<w:keepNext/>" if style.keep_next else ""
    paragraph = keep + spacing + indent + jc(style.align) + outline
    return _style(STYLE_IDS[role], STYLE_NAMES[role], paragraph, _run_properties(style))


def _run_properties(style: RoleStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    caps = "<w:caps/>" if style.caps else ""
    return bold + italic + caps + size_properties(style.size)


def _rule(layout: Layout) -> str:
    """A paragraph of a few points that carries a border above it (L31)."""
    height = points(layout.profile.lines.height)
    spacing = element("spacing", before=0, after=0, line=height, lineRule="exact")
    return _style(RULE_STYLE, RULE_NAME, spacing, size_properties(2))


def _spacer() -> str:
    """The paragraph that Word wants after a table, as low as it can be (L89)."""
    spacing = element("spacing", before=0, after=0, line=points(1), lineRule="exact")
    return _style(SPACER_STYLE, SPACER_NAME, spacing, size_properties(1))
