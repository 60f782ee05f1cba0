"""Legacy encodings in Word files, run by run, by font through every level of styles."""

import pytest

from tests.ingest.openers.word_files import checks, docx, opened, paragraph, run, texts
from tests.ingest.vietnamese.alphabet import LOWER, SENTENCE, to_tcvn3, to_vni
from tinbai.vietnamese.encoding import Encoding

FONTS = '<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
ENCODERS = {".VnTime": to_tcvn3, "VNI-Times": to_vni}


def styled(font: str, level: str) -> tuple[str, str | None]:
    """Styles that give `font` at `level`, and the name of the style for a paragraph to use."""
    look = FONTS.format(font=font)
    match level:
        case "paragraph style":
            return f'<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/>{look}</w:style>', "p"
        case "based on":
            base = f'<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/>{look}</w:style>'
            return base + '<w:style w:type="paragraph" w:styleId="p"><w:basedOn w:val="b"/></w:style>', "p"
        case "default style":
            return (
                f'<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/>{look}</w:style>',
                None,
            )
        case _:
            return f"<w:docDefaults><w:rPrDefault>{look}</w:rPrDefault></w:docDefaults>", None


@pytest.mark.parametrize("font", ENCODERS)
@pytest.mark.parametrize("level", ["paragraph style", "based on", "default style", "defaults"])
def test_the_whole_alphabet_is_repaired_by_a_font_from_any_level(font: str, level: str) -> None:
    styles, style = styled(font, level)
    spaced = " ".join(LOWER)
    result = opened(docx(paragraph(ENCODERS[font](spaced), style=style), styles=styles))
    assert texts(result) == [spaced]
    assert checks(result) == {"encoding_converted"}


@pytest.mark.parametrize("font", ENCODERS)
def test_a_font_of_a_character_style_counts(font: str) -> None:
    styles = f'<w:style w:type="character" w:styleId="c"><w:name w:val="c"/>{FONTS.format(font=font)}</w:style>'
    look = '<w:rStyle w:val="c"/>'
    body = "<w:p>" + run(ENCODERS[font]("nước"), look=look) + "</w:p>"
    assert texts(opened(docx(body, styles=styles))) == ["nước"]


def test_a_theme_can_give_the_font() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    look = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    body = "<w:p>" + run(to_tcvn3("nước"), look=look) + "</w:p>"
    assert texts(opened(docx(body, more={"theme/theme1.xml": ("theme", theme)}))) == ["nước"]


def test_a_letter_from_a_hamlet_is_repaired_run_by_run() -> None:
    """Case 3 of the acceptance letters."""
    title = "Héi N«ng d©n x· An MÉu ra qu©n lµm ®\u00adêng giao th«ng n«ng th«n"
    text = (
        "S¸ng ngµy 18/9/2026, ®\u00adîc sù quan t©m cña §¶ng ñy, UBND x·, h¬n 120 héi viªn n«ng d©n th«n §ång Thö "
        "®· ra qu©n ®¾p 350 m ®\u00adêng giao th«ng n«ng th«n. Ng\u00adêi d©n trong th«n tù nguyÖn hiÕn 400 m2 ®Êt "
        "vµ ®ãng gãp 85 ngµy c«ng."
    )
    unicode_line = "(Unicode) Ảnh: Đức Thử"
    body = (
        paragraph(title, font=".VnTimeH")
        + paragraph(text, font=".VnTime")
        + paragraph(unicode_line, font="Times New Roman")
    )
    result = opened(docx(body))
    assert texts(result) == [
        "HỘI NÔNG DÂN XÃ AN MẪU RA QUÂN LÀM ĐƯỜNG GIAO THÔNG NÔNG THÔN",
        SENTENCE + " Người dân trong thôn tự nguyện hiến 400 m2 đất và đóng góp 85 ngày công.",
        unicode_line,
    ]
    assert result.source is not None
    assert result.source.encoding is Encoding.TCVN3
    assert result.source.original == f"{title}\n{text}\n{unicode_line}"
    (finding,) = result.findings
    assert finding.message == "Đã chuyển mã từ TCVN3 (ABC): tệp tin.docx – đề nghị soát lại"


@pytest.mark.parametrize("encode", ENCODERS.values())
def test_legacy_text_in_an_ordinary_font_is_told_by_its_content(encode: object) -> None:
    assert callable(encode)
    body = paragraph(encode("Tin về nước"), font="Times New Roman") + paragraph(
        encode(SENTENCE), font="Times New Roman"
    )
    assert texts(opened(docx(body))) == ["Tin về nước", SENTENCE]


def test_a_vni_letter_cut_by_a_run_is_put_together() -> None:
    body = "<w:p>" + run("Hoa", font="VNI-Times", look="<w:b/>") + run("ø bình", font="VNI-Times") + "</w:p>"
    assert texts(opened(docx(body))) == ["Hoà bình"]


def test_two_legacy_encodings_in_one_file_make_it_mixed() -> None:
    body = paragraph(to_tcvn3(SENTENCE), font=".VnTime") + paragraph(to_vni(SENTENCE), font="VNI-Times")
    result = opened(docx(body))
    assert texts(result) == [SENTENCE, SENTENCE]
    assert result.source is not None
    assert result.source.encoding is Encoding.MIXED


def test_deleted_text_and_comments_are_repaired_too() -> None:
    look = FONTS.format(font=".VnTime")
    body = (
        f'<w:p>{run("xong")}<w:del w:id="1"><w:r>{look}<w:delText>{to_tcvn3("huyện")}</w:delText></w:r></w:del></w:p>'
    )
    source = opened(docx(body)).source
    assert source is not None
    assert [aside.text for aside in source.set_aside] == ["huyện"]
