"""Case 4: VNI-Times in a Word 97 file and in the letter's HTML; the photos in a RAR 5 archive."""

from tests.mail import material
from tests.mail.making.docx import Style, document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, html, letter
from tests.mail.making.rar5 import archive

SUBJECT = (
    "=?iso-8859-1?Q?N=F6=F4=F9c_sa=EFch_ve=E0_v=F4=F9i_ng=F6=F4=F8i_?=\r\n =?iso-8859-1?Q?da=E2n_a=E1p_Ho=F8a_B=ECnh?="
)
NOTE = '<font face="VNI-Times">Kính göûi Ban bieân taäp, Traïm Y teá göûi baøi. Traân troïng!</font>\n'
LINES = (
    "Nöôùc saïch veà vôùi ngöôøi daân aáp Hoøa Bình",
    (
        "Ngaøy 14/10/2026, Traïm Y teá xaõ vaø Hoäi Phuï nöõ xaõ toå chöùc leã baøn giao coâng trình nöôùc saïch "
        "cho 62 hoä "
        "daân aáp Hoøa Bình. Coâng trình trò giaù 480 trieäu ñoàng, trong ñoù Nhaø nöôùc hoã trôï 400 trieäu "
        "ñoàng, ngöôøi "
        "daân ñoùng goùp 80 trieäu ñoàng."
    ),
    "Baøi vaø aûnh: Baùc só Giaû Ñònh",
)


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Trạm Y tế An Mẫu",
        address="tramyte@songmau.example",
        date="Thu, 15 Oct 2026 08:02:00 +0700",
        subject=SUBJECT,
        message_id="<E1nuocsach-0004@webmail.songmau.example>",
        mailer="MDaemon Worldclient 10.0.2",
    )
    photos = [("a1.jpg", material.read("nuoc-sach-1.jpg")), ("a2.jpg", material.read("nuoc-sach-2.jpg"))]
    parts = [
        html(NOTE, charset="iso-8859-1"),
        attachment("Nuoc sach.doc", "application/msword", material.read("nuoc-sach.doc")),
        attachment("Anh nuoc sach.rar", "application/octet-stream", archive(photos)),
    ]
    return {
        "04-vni-nuoc-sach.eml": letter(
            headers(envelope), Multipart(subtype="mixed", boundary="0715-1760-490120=:04", parts=parts)
        )
    }


def document_in_vni() -> bytes:
    """What becomes the Word 97 file: VNI text in its font, by the document's default style."""
    title, *rest = LINES
    items = [paragraph(title, bold=True, align="center"), *(paragraph(line) for line in rest)]
    return document(items, font="VNI-Times", styles=[Style(name="Normal", font="VNI-Times")])
