"""Builders: a letter, its blocks and its parts, as short as a test wants them."""

import io
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from PIL import Image

from ingest.letter import Address, Letter, Part
from ingest.source import Source
from tinbai.blocks import Align, Block, Cell, Paragraph, Picture, Rule, Span, Table, plain
from tinbai.site_data import ColumnData, ContributorData, LeaderData, SiteData, UnitData

HANOI = timezone(timedelta(hours=7))


def bold(text: str, align: Align | None = None) -> Paragraph:
    return Paragraph(spans=(Span(text=text, bold=True),), align=align)


def italic(text: str, align: Align | None = None) -> Paragraph:
    return Paragraph(spans=(Span(text=text, italic=True),), align=align)


def lines(text: str) -> list[Block]:
    """Plain text as the reader of text bodies gives it: a paragraph between blank lines."""
    return [plain(paragraph.strip("\n")) for paragraph in text.strip().split("\n\n")]


def body(text: str) -> Source:
    return Source(name="body", blocks=lines(text))


def document(name: str, *blocks: Block | str, inside: str | None = None) -> Source:
    made = [plain(block) if isinstance(block, str) else block for block in blocks]
    return Source(name=name, blocks=made, sha256=other(name, "").sha256, inside=inside)


def table(*rows: Sequence[str]) -> Table:
    return Table(rows=[[Cell(blocks=[plain(text)]) for text in row] for row in rows])


def picture_of(part: Part) -> Picture:
    return Picture(sha256=part.sha256)


def photo(name: str, color: int = 0, size: tuple[int, int] = (640, 427), inside: str | None = None) -> Part:
    """A photo that no other colour resembles: its pattern depends on the colour."""
    image = Image.effect_noise((9, 8), 100) if color < 0 else Image.new("L", (9, 8))
    if color >= 0:
        image.putdata([(place * place * (color * 7 + 3) + place * 31 * color) % 256 for place in range(72)])
    content = io.BytesIO()
    image.convert("RGB").resize(size, Image.Resampling.NEAREST).save(content, "JPEG", quality=90)
    return Part(filename=name, media_type="image/jpeg", content=content.getvalue(), inside=inside)


def other(name: str, media_type: str, inside: str | None = None) -> Part:
    return Part(filename=name, media_type=media_type, content=name.encode(), inside=inside)


def letter(
    address: str, name: str | None, subject: str | None, parts: Sequence[Part] = (), date: str = "2026-10-15"
) -> Letter:
    return Letter(
        message_id="<1@songmau.example>",
        date=datetime.fromisoformat(f"{date}T08:00:00").replace(tzinfo=HANOI),
        subject=subject,
        sender=Address(name=name, address=address),
        parts=parts,
    )


def rule(text: str) -> Rule:
    return Rule(text=text)


SITE = SiteData(
    name="An Mẫu",
    place="xã An Mẫu, tỉnh Sông Mẫu",
    columns=(
        ColumnData(key="events", name="Tin tức – sự kiện"),
        ColumnData(key="economy", name="Kinh tế", words=("trồng", "kỹ thuật", "nấm rơm", "mô hình", "sản xuất")),
        ColumnData(key="culture", name="Văn hóa – xã hội", words=("văn nghệ", "văn hóa", "gia đình văn hóa")),
        ColumnData(key="front", name="Mặt trận – đoàn thể", words=("hội viên", "phụ nữ", "đoàn kết")),
        ColumnData(key="defence", name="Quốc phòng – an ninh", words=("lừa đảo", "công an", "tội phạm")),
        ColumnData(key="papers", name="Văn bản"),
        ColumnData(key="questions", name="Hỏi đáp"),
        ColumnData(key="settled", name="Kết quả giải quyết đơn thư"),
    ),
    units=(
        UnitData(key="hnd", name="Hội Nông dân", names=("Hội Nông dân xã An Mẫu",), column="front"),
        UnitData(key="hpn", name="Hội Phụ nữ", names=("Hội Liên hiệp Phụ nữ xã An Mẫu",), column="front"),
        UnitData(key="thcs", name="Trường THCS An Mẫu"),
        UnitData(key="yte", name="Trạm Y tế An Mẫu"),
        UnitData(key="vhxh", name="Phòng Văn hóa - Xã hội", column="culture"),
        UnitData(key="congan", name="Công an xã An Mẫu", column="defence"),
        UnitData(key="vanphong", name="Văn phòng HĐND và UBND xã"),
        UnitData(key="dongthu", name="Thôn Đồng Thử"),
        UnitData(key="baimau", name="Thôn Bãi Mẫu"),
        UnitData(key="caugia", name="Thôn Cầu Giả"),
    ),
    contributors=(
        ContributorData(name="Hội Nông dân xã An Mẫu", addresses=("hnd@songmau.example",), unit="hnd"),
        ContributorData(
            name="Đỗ Thị Gương",
            addresses=("guong.do@thu-ca-nhan.example",),
            unit="hpn",
            personal=("guong.do@thu-ca-nhan.example",),
        ),
        ContributorData(name="Hội Phụ nữ xã An Mẫu", addresses=("hpn@songmau.example",), unit="hpn"),
        ContributorData(name="Trường THCS An Mẫu", addresses=("thcs.anmau@songmau.example",), unit="thcs"),
        ContributorData(name="Trạm Y tế An Mẫu", addresses=("tramyte@songmau.example",), unit="yte"),
        ContributorData(name="Phòng Văn hóa - Xã hội", addresses=("vhxh@songmau.example",), unit="vhxh"),
        ContributorData(name="Công an xã An Mẫu", addresses=("congan@songmau.example",), unit="congan"),
        ContributorData(name="Văn phòng", addresses=("vanphong@songmau.example",), unit="vanphong"),
        ContributorData(name="Thôn Đồng Thử", addresses=("thon.dongthu@songmau.example",), unit="dongthu"),
    ),
    leaders=(
        LeaderData(name="Trần Văn Mẫu", title="Bí thư Đảng ủy"),
        LeaderData(name="Lê Thị Thử", title="Chủ tịch UBND xã"),
        LeaderData(name="Nguyễn Văn Ví Dụ", title="Phó Chủ tịch UBND xã"),
    ),
)
