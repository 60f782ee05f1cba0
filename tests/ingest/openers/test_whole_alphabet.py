"""Documents of the whole alphabet, 134 letters, in every legacy encoding and every form, by font and without one."""

import shutil
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from ingest.openers.plain import plain_source
from ingest.vietnamese.repair import repair_loose
from tests.ingest.openers.word_files import docx, opened, paragraph, texts
from tests.ingest.vietnamese.alphabet import (
    ALL_SYLLABLES,
    LOWER,
    SENTENCE,
    to_tcvn3,
    to_viscii,
    to_vni,
    to_vps,
)
from tinbai.blocks import text_of
from tinbai.vietnamese.encoding import Encoding

ENCODERS: dict[str, tuple[Encoding, Callable[[str], str]]] = {
    ".VnTime": (Encoding.TCVN3, to_tcvn3),
    "VNI-Times": (Encoding.VNI, to_vni),
    "VPS Times": (Encoding.VPS, to_vps),
    "VI Times": (Encoding.VISCII, to_viscii),
}
# The capitals whose codes are control codes: no XML holds them, so neither does a Word file nor a page.
AMONG_CONTROLS = {"VPS Times": "ẠẬẶẸỆỊỌỘỢỤỰỴẪỮ", "VI Times": "ẲẴẪỶỸỴ"}
CAPITALS = {font: ALL_SYLLABLES.upper() for font in ENCODERS} | {
    ".VnTime": "Ăn Âm Êm Ôn Ơn Ưng Đi"  # all that TCVN3 has
}


def lines(font: str, *, in_xml: bool) -> list[str]:
    """A document with every letter that the encoding can write, in words, with a sentence before them."""
    capitals = CAPITALS[font].split()
    if in_xml:
        capitals = [word for word in capitals if not set(word) & set(AMONG_CONTROLS.get(font, ""))]
    return [SENTENCE, ALL_SYLLABLES, " ".join(capitals)]


def word_file(font: str, *, named: bool) -> bytes:
    _, encode = ENCODERS[font]
    body = "".join(
        paragraph(encode(line), font=font if named else "Times New Roman") for line in lines(font, in_xml=True)
    )
    if font == ".VnTime" and named:  # capitals with tones are drawn by a second font
        body += paragraph(encode(ALL_SYLLABLES), font=".VnTimeH")
    return docx(body)


def expected(font: str, *, named: bool) -> list[str]:
    return lines(font, in_xml=True) + ([ALL_SYLLABLES.upper()] if font == ".VnTime" and named else [])


def test_the_syllables_hold_all_the_letters_of_vietnamese() -> None:
    letters = {letter for letter in LOWER if letter not in "bcdghklmnpqrstvx"}
    assert len(letters) == 67 + 6  # with a, e, i, o, u, y, which no encoding changes
    assert letters <= set(ALL_SYLLABLES)


@pytest.mark.parametrize(("font", "named"), list(product(ENCODERS, [True, False])))
def test_word_files(font: str, named: bool) -> None:
    result = opened(word_file(font, named=named))
    assert texts(result) == expected(font, named=named)
    assert result.source is not None
    assert result.source.encoding is ENCODERS[font][0]


@pytest.mark.parametrize(("font", "named"), list(product(ENCODERS, [True, False])))
def test_html(font: str, named: bool) -> None:
    encode = ENCODERS[font][1]
    kinds = ('<p><font face="{font}">{text}</font></p>', "<p style=\"font-family:'{font}',serif\">{text}</p>")
    for kind in kinds if named else ("<p>{text}</p>",):
        page = "".join(kind.format(font=font, text=encode(line)) for line in lines(font, in_xml=True))
        result = opened(f'<html><meta charset="utf-8"><body>{page}</body></html>'.encode(), filename="tin.html")
        assert texts(result) == lines(font, in_xml=True)


@pytest.mark.parametrize("font", ENCODERS)
@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_plain_text(font: str, charset: str) -> None:
    text = "\n".join(map(ENCODERS[font][1], lines(font, in_xml=True)))
    assert texts(opened(text.encode(charset), filename="tin.txt")) == lines(font, in_xml=True)


@pytest.mark.parametrize("font", AMONG_CONTROLS)
def test_capitals_among_the_control_codes_are_read_where_a_text_holds_them(font: str) -> None:
    text = "\n".join(map(ENCODERS[font][1], lines(font, in_xml=False)))
    assert repair_loose(text).text == "\n".join(lines(font, in_xml=False))


def test_the_letter_that_a_pdf_shows_as_a_minus_sign_is_read() -> None:
    text = "\n".join(map(to_tcvn3, (SENTENCE, ALL_SYLLABLES))).replace("\u00ad", "\u2212").replace("·", "\u2219")
    assert [text_of(block) for block in plain_source(text).blocks] == [SENTENCE, ALL_SYLLABLES]


def saved_as(folder: Path, extension: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """What LibreOffice makes of Word files, all in one run."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [shutil.which("soffice") or "", profile, "--headless", "--convert-to", extension]
    names = [f"{name}.docx" for name in files]
    subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True, timeout=120)
    return {name: (folder / f"{name}.{extension}").read_bytes() for name in files}


def compare_old_files(folder: Path, extension: str, chosen: list[tuple[str, bool]]) -> None:
    files = {f"f{at}": word_file(font, named=named) for at, (font, named) in enumerate(chosen)}
    saved = saved_as(folder, extension, files)
    for (font, named), content in zip(chosen, saved.values(), strict=True):
        assert texts(opened(content, filename=f"tin.{extension}")) == expected(font, named=named)


@pytest.mark.parametrize(("extension", "font", "named"), [("doc", ".VnTime", True), ("rtf", "VNI-Times", False)])
def test_old_word_files(tmp_path: Path, extension: str, font: str, named: bool) -> None:
    compare_old_files(tmp_path, extension, [(font, named)])


@pytest.mark.hard
@pytest.mark.timeout(600)
@pytest.mark.parametrize("extension", ["doc", "rtf", "odt"])
def test_old_word_files_in_every_encoding(tmp_path: Path, extension: str) -> None:
    compare_old_files(tmp_path, extension, list(product(ENCODERS, [True, False])))


def test_rtf_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    for font in ENCODERS:
        text = "\\par ".join(_rtf(ENCODERS[font][1](line)) for line in lines(font, in_xml=True))
        content = f"{{\\rtf1\\ansi\\ansicpg1252 {text}\\par}}".encode("ascii")
        assert texts(opened(content, filename="tin.rtf")) == lines(font, in_xml=True)


def _rtf(text: str) -> str:
    return "".join(sign if sign.isascii() else f"\\'{ord(sign):02x}" for sign in text)
