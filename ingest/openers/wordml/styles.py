"""Styles: what a paragraph or a run inherits, as far as it carries meaning. The font decides the encoding."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.openers.wordml.names import OFF, VAL, A, W
from tinbai.blocks import Align

_ALIGNS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
}
_HEADING_NAME = re.compile(r"^heading ([1-6])$", re.IGNORECASE)
_LONGEST_CHAIN = 20  # Word itself allows no more than ten; a cycle ends here


@dataclass(frozen=True, kw_only=True)
class RunLook:
    """Properties of a run; None: not said here, so inherited."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    raised: str | None = None  # "superscript", "subscript" or "baseline"
    hidden: bool | None = None
    high_font: str | None = None  # for characters beyond ASCII (hAnsi), the ones that matter
    low_font: str | None = None  # for ASCII

    @property
    def font(self) -> str | None:
        """The font that decides the encoding."""
        return self.high_font or self.low_font

    def over(self, inherited: "RunLook") -> "RunLook":
        """This look, with what it does not say taken from `inherited`."""
        return RunLook(
            bold=inherited.bold if self.bold is None else self.bold,
            italic=inherited.italic if self.italic is None else self.italic,
            underline=inherited.underline if self.underline is None else self.underline,
            raised=self.raised or inherited.raised,
            hidden=inherited.hidden if self.hidden is None else self.hidden,
            high_font=self.high_font or inherited.high_font,
            low_font=self.low_font or inherited.low_font,
        )


@dataclass(frozen=True, kw_only=True)
class ParagraphLook:
    """Properties of a paragraph; None: not said here."""

    align: Align | None = None
    heading: int | None = None
    number: tuple[str, int] | None = None  # (numId, level)
    caption: bool = False  # the style for captions of pictures
    lead: bool = False  # the style for what stands below the title


@dataclass(kw_only=True)
class Styles:
    """The styles of a document, with their inheritance worked out once and kept."""

    root: etree._Element | None
    theme: etree._Element | None
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _theme_fonts: dict[str, str] = field(default_factory=dict)
    _runs: dict[tuple[str | None, str | None, str | None], RunLook] = field(default_factory=dict)
    _paragraphs: dict[str | None, ParagraphLook] = field(default_factory=dict)
    _default_paragraph: str | None = None
    _document: RunLook = RunLook()

    def __post_init__(self) -> None:
        self._theme_fonts = _theme_fonts(self.theme)
        if self.root is None:
            return
        for element in self.root.iterchildren(W + "style"):
            style_id = element.get(W + "styleId", "")
            self._elements[style_id] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default_paragraph = style_id
        defaults = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._document = self.run_look(defaults)

    def inherited_run(
        self, character_style: str | None, paragraph_style: str | None, table_style: str | None = None
    ) -> RunLook:
        """What a run inherits: from its character style, the paragraph's, the table's, then the document."""
        key = (character_style, paragraph_style, table_style)
        if key not in self._runs:
            look = self._document
            chains = [
                self._chain(table_style),
                self._chain(paragraph_style or self._default_paragraph),
                self._chain(character_style),
            ]
            for style in (style for chain in chains for style in reversed(chain)):
                look = self.run_look(style.find(W + "rPr")).over(look)
            self._runs[key] = look
        return self._runs[key]

    def inherited_paragraph(self, style_id: str | None) -> ParagraphLook:
        """What a paragraph inherits from its style; "heading N", "Title", "caption": told by the style's own name."""
        if style_id not in self._paragraphs:
            look = ParagraphLook()
            for style in reversed(self._chain(style_id or self._default_paragraph)):
                own = paragraph_look(style.find(W + "pPr"))
                look = ParagraphLook(
                    align=own.align or look.align,
                    heading=_heading_of(style) or own.heading or look.heading,
                    number=own.number or look.number,
                    caption=look.caption or _name_of(style).lower() == "caption",
                    lead=look.lead or _name_of(style).lower() == "subtitle",
                )
            self._paragraphs[style_id] = look
        return self._paragraphs[style_id]

    def run_look(self, properties: etree._Element | None) -> RunLook:
        """What a `w:rPr` says itself."""
        if properties is None:
            return RunLook()
        fonts = properties.find(W + "rFonts")
        raised = properties.find(W + "vertAlign")
        return RunLook(
            bold=_switch(properties.find(W + "b")),
            italic=_switch(properties.find(W + "i")),
            underline=_switch(properties.find(W + "u")),
            raised=None if raised is None else raised.get(VAL),
            hidden=_switch(properties.find(W + "vanish")),
            high_font=self._font(fonts, "hAnsi"),
            low_font=self._font(fonts, "ascii"),
        )

    def _font(self, fonts: etree._Element | None, which: str) -> str | None:
        if fonts is None:
            return None
        theme = fonts.get(f"{W}{which}Theme")
        return self._theme_fonts.get(theme) if theme else fonts.get(W + which)

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """The style and what it is based on, nearest first."""
        chain: list[etree._Element] = []
        while style_id in self._elements and len(chain) < _LONGEST_CHAIN:
            style = self._elements[style_id]
            chain.append(style)
            based_on = style.find(W + "basedOn")
            style_id = None if based_on is None else based_on.get(VAL)
        return chain


def paragraph_look(properties: etree._Element | None) -> ParagraphLook:
    """What a `w:pPr` says itself."""
    if properties is None:
        return ParagraphLook()
    justified = properties.find(W + "jc")
    outline = properties.find(W + "outlineLvl")
    return ParagraphLook(
        align=None if justified is None else _ALIGNS.get(justified.get(VAL, "")),
        heading=None if outline is None else _outline_heading(outline.get(VAL, "")),
        number=_number(properties.find(W + "numPr")),
    )


def _outline_heading(level: str) -> int | None:
    return int(level) + 1 if level in tuple("012345") else None


def _number(element: etree._Element | None) -> tuple[str, int] | None:
    if element is None:
        return None
    number, level = element.find(W + "numId"), element.find(W + "ilvl")
    text = "0" if level is None else level.get(VAL, "0")
    return None if number is None else (number.get(VAL, "0"), int(text) if text in tuple("012345678") else 0)


def _heading_of(style: etree._Element) -> int | None:
    name = _name_of(style)
    match = _HEADING_NAME.match(name)
    if match:
        return int(match.group(1))
    return 1 if name.lower() == "title" else None


def _name_of(style: etree._Element) -> str:
    """The style's name in the English that Word stores, whatever language it shows."""
    element = style.find(W + "name")
    return "" if element is None else element.get(VAL, "")


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else element.get(VAL, "1") not in OFF


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The fonts that a theme gives to its names for them."""
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for scheme, prefix in (("majorFont", "major"), ("minorFont", "minor")):
        latin = theme.find(f".//{A}{scheme}/{A}latin")
        if latin is not None:
            fonts[prefix + "HAnsi"] = fonts[prefix + "Ascii"] = latin.get("typeface", "")
    return fonts
