"""The tables of the legacy encodings, against independent sources and as round trips."""

import codecs
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import product
from types import ModuleType

import pytest

from tests.ingest.vietnamese.alphabet import LOWER, SENTENCE, to_tcvn3, to_viscii, to_vni, to_vps
from tinbai.vietnamese import tcvn3, viscii, vni, vps


def test_tcvn3_has_the_seventy_four_letters_of_its_fonts() -> None:
    assert len(tcvn3.LETTERS) == 74
    assert set(tcvn3.LETTERS.values()) == {c for c in LOWER if not c.isascii()} | set("ĂÂÊÔƠƯĐ")


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs the iconv of glibc to compare with")
def test_tcvn3_is_what_glibc_says_it_is() -> None:
    raw = bytes(ord(code) for code in tcvn3.LETTERS)
    iconv = shutil.which("iconv") or ""
    command = [iconv, "-f", "TCVN5712-1", "-t", "UTF-8"]
    expected = subprocess.run(command, input=raw, capture_output=True, check=True).stdout.decode()
    assert tcvn3.decode(codecs.decode(raw, "latin-1")) == expected


def test_the_soft_hyphen_is_a_letter_of_tcvn3() -> None:
    assert tcvn3.decode("n\u00adíc") == "nước"


def test_every_small_letter_survives_tcvn3() -> None:
    assert tcvn3.decode(to_tcvn3(LOWER)) == LOWER


def test_every_letter_survives_vni() -> None:
    letters = LOWER + LOWER.upper()
    assert vni.decode(" ".join(map(to_vni, letters))).split() == list(letters)


def test_vni_takes_the_longer_code_first() -> None:
    assert vni.decode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp - Töï do - Haïnh phuùc") == (
        "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập - Tự do - Hạnh phúc"
    )


@pytest.mark.parametrize(
    ("code", "letter"), [("Aù", "Á"), ("Oâ", "Ô"), ("Öõ", "Ữ"), ("yï", "ỵ"), ("î", "ỵ"), ("aú", "ẳ")]
)
def test_vni_knows_its_rarer_codes(code: str, letter: str) -> None:
    assert vni.decode(code) == letter


def test_neither_table_touches_plain_letters() -> None:
    plain = "".join(map(chr, range(32, 127)))
    assert tcvn3.decode(plain) == plain
    assert vni.decode(plain) == plain


def test_vni_sentences_come_back_whole() -> None:
    assert vni.decode(to_vni(SENTENCE)) == SENTENCE
    pairs = ["".join(pair) for pair in product("btnh", "aăâeêioôơuưy")]
    assert vni.decode(to_vni(" ".join(pairs))).split() == pairs


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs the iconv of glibc to compare with")
def test_viscii_is_what_glibc_says_it_is() -> None:
    iconv = shutil.which("iconv") or ""
    for letter in LOWER + LOWER.upper():
        code = next((code for code, known in viscii.LETTERS.items() if known == letter and ord(code) < 256), letter)
        raw = subprocess.run(
            [iconv, "-f", "UTF-8", "-t", "VISCII"], input=letter.encode(), capture_output=True, check=False
        )
        assert raw.stdout.decode("latin-1") == code


@pytest.mark.parametrize(("table", "encode"), [(viscii, to_viscii), (vps, to_vps)])
def test_every_letter_survives_viscii_and_vps(table: ModuleType, encode: Callable[[str], str]) -> None:
    letters = LOWER + LOWER.upper()
    words = [f"N{letter}" if letter.isupper() else letter for letter in letters]
    assert re.split(" ", table.decode(encode(" ".join(words)))) == words


def test_codes_that_were_read_as_windows_1252_are_the_same_letters() -> None:
    for table in (viscii, vps):
        for code in range(0x80, 0xA0):
            western = bytes([code]).decode("cp1252", "ignore")
            if western and chr(code) in table.LETTERS:
                assert table.decode(western) == table.decode(chr(code))


def test_a_no_break_space_in_viscii_is_a_letter_only_where_it_makes_a_syllable() -> None:
    assert viscii.decode(to_viscii("NGUYỄN VÕ A")) == "NGUYỄN VÕ A"
    assert viscii.decode("UBND\u00a0X\u00c3") == "UBND\u00a0XÃ"
