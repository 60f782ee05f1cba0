"""A grammar of broken letters: every rule may choose what is right or one of many ways to be wrong."""

import base64
from collections.abc import Sequence
from random import Random

DEEPEST = 6
WORDS = "Kính gửi Ban biên tập, xã An Mẫu gửi tin hội nghị sơ kết. Trân trọng cảm ơn!"
NAMES: Sequence[bytes] = (
    b"Hoi Nong dan",
    '"Hội Nông dân"'.encode(),
    b"=?UTF-8?B?SOG7mWk=?=",
    b"=?UTF-8?B?SOG7mW?=",
    b"=?UTF-8?Q?H=E1=BB?= =?UTF-8?Q?=99i?=",
    b"=?khong-co?Q?abc?=",
    b"=?utf-8?X?abc?=",
    b"=?utf-8*vi?Q?H=E1=BB=99i?=",
    b"=?windows-1258?Q?H=F4=F2i?=",
    b"H\xf4\xf2i",
    b'"boss@gov.example"',
    b'"chua dong',
    b"(ghi chu (long (nhau",
    b"",
)
ADDRESSES: Sequence[bytes] = (
    b"<hnd@songmau.example>",
    b"hnd@songmau.example",
    b"<>",
    b"<hnd>",
    b"<@a,@b:hnd@songmau.example>",
    b"<hnd@songmau.example",
    b"hnd@songmau.example>",
    b"nhom: a@b.example, c@d.example;",
    b"undisclosed-recipients:;",
    "<hộp@thư.example>".encode(),
    b'<"a b"@c.example>',
    b"<a@[192.0.2.1]>",
    b"<a@b@c.example>",
    b",,, ;;",
    b"<a\x00@b.example>",
    b"a@b.example\r\n\tBcc: c@d.example",
)
DATES: Sequence[bytes] = (
    b"Thu, 15 Oct 2026 14:05:11 +0700",
    b"Thu, 15 Oct 26 14:05 ICT",
    b"15/10/2026",
    b"Thu, 31 Feb 2026 25:61:61 +0700",
    b"Thu, 15 Oct 99999 00:00:00 +0000",
    b"Thu, 15 Oct 2026 14:05:11 +9999",
    b"Thu, 01 Jan 0000 00:00:00 +0000",
    b"-1",
    b"",
    "Thứ Năm, 15 tháng 10".encode(),
)
TYPES: Sequence[bytes] = (
    b"text/plain; charset=utf-8",
    b"text/plain; charset=us-ascii",
    b"text/plain; charset=iso-8859-1",
    b"text/plain; charset=windows-1258",
    b"text/plain; charset=utf-16",
    b"text/plain; charset=utf-7",
    b"text/plain; charset=khong-co",
    b"text/plain; charset=",
    b'text/plain; charset="utf-8',
    b"text/plain; charset=idna",
    b"text/plain; charset=zlib_codec",
    b"text/plain; charset=rot13",
    b"text/html; charset=utf-8",
    b"text/html; charset=tcvn",
    b"text",
    b"/",
    b"text/plain/html",
    b"application/octet-stream; name*0*=utf-8''t%C3; name*1*=%ADn.docx; name*3=z",
    b"application/octet-stream; name*=utf-8''%",
    b"application/octet-stream; name*00=a; name*=b; name=c",
    "image/jpeg; name=ảnh.jpg".encode(),
    b"message/rfc822",
    b"multipart/alternative",
    b"",
)
TRANSFERS: Sequence[bytes] = (
    b"7bit",
    b"8bit",
    b"base64",
    b"quoted-printable",
    b"x-uuencode",
    b"BASE64 ",
    b"khong",
    b"",
)
LINE_ENDS: Sequence[bytes] = (b"\r\n", b"\r\n", b"\r\n", b"\n", b"\n", b"\r", b"\r\r\n")


def broken_letter(random: Random) -> bytes:
    """A letter of the grammar. Its line ends may be of any kind, mixed or not."""
    raw = _headers(random) + _entity(random, 0)
    ending = random.choice(LINE_ENDS)
    if random.random() < 0.15:
        return b"".join(line + random.choice(LINE_ENDS) for line in raw.split(b"\r\n"))
    return raw.replace(b"\r\n", ending)


def _headers(random: Random) -> bytes:
    fields = [
        b"From: " + random.choice(NAMES) + b" " + random.choice(ADDRESSES),
        b"To: " + b", ".join(random.choice(ADDRESSES) for _ in range(random.randint(0, 4))),
        b"Subject: " + random.choice(NAMES) + b" " + random.choice(NAMES),
        b"Date: " + random.choice(DATES),
        b"Message-ID: " + random.choice([b"<1@a.example>", b"<>", b"1", b"<a b@c>", b"<\xff@y>", b"<1@a> <2@b>"]),
        b"References: " + random.choice([b"<1@a.example>\r\n <2@a.example>", b"<1@a.example", b"\r\n", b"\x00"]),
        b"Reply-To: " + random.choice(NAMES) + random.choice(ADDRESSES),
        random.choice(
            [b"X-Mailer", b"khong dau hai cham", b": khong ten", b" gap dong", b"\xff\xfe: a", b"X:" + b"y" * 2000]
        ),
    ]
    random.shuffle(fields)
    return b"\r\n".join(field for field in fields if random.random() < 0.85) + b"\r\n"


def _entity(random: Random, depth: int) -> bytes:
    """Headers of a part, an empty line (or not), and its content."""
    if depth < DEEPEST and random.random() < (0.6 if depth == 0 else 0.3):
        return _multipart(random, depth)
    disposition = random.choice(
        [
            b"",
            b"Content-Disposition: attachment\r\n",
            b'Content-Disposition: attachment; filename="tin b\xc3\xa0i.docx"\r\n',
            b"Content-Disposition: inline; filename==?UTF-8?B?dGlu?=\r\n",
            b"Content-Disposition: ;;;=\r\n",
            b"Content-ID: <a\r\n",
        ]
    )
    head = (
        b"Content-Type: "
        + random.choice(TYPES)
        + b"\r\nContent-Transfer-Encoding: "
        + random.choice(TRANSFERS)
        + b"\r\n"
    )
    gap = b"" if random.random() < 0.05 else b"\r\n"
    return head + disposition + gap + _content(random)


def _multipart(random: Random, depth: int) -> bytes:
    boundary = random.choice([b"b%d" % depth, b"b", b"b b", b"--", b"b" * 90, "bờ".encode(), b"'", b""])
    written = random.choice([boundary, boundary, boundary, boundary + b"x", boundary.upper()])
    subtype = random.choice([b"mixed", b"alternative", b"related", b"report", b"digest", b"signed", b"khong"])
    declared = random.choice(
        [b'; boundary="' + boundary + b'"', b"; boundary=" + boundary, b"", b'; boundary="' + boundary]
    )
    lines = [b"Content-Type: multipart/" + subtype + declared, b"", b"loi dau"]
    for _ in range(random.randint(0, 3)):
        lines += [b"--" + written, _entity(random, depth + 1)]
    if random.random() < 0.7:
        lines += [b"--" + written + b"--", random.choice([b"", b"loi cuoi"])]
    return b"\r\n".join(lines) + b"\r\n"


def _content(random: Random) -> bytes:
    text = WORDS.encode(random.choice(["utf-8", "utf-16", "utf-8-sig", "utf-7"]))
    coded = base64.b64encode(text * random.randint(1, 4))
    return (
        random.choice(
            [
                text,
                coded,
                coded[: random.randrange(1, len(coded))],
                coded[:20] + b"!!==" + coded[20:],
                b"=C3=ADn =",
                b"=ZZ=C=\r\n=3",
                text + b"\x00" + text,
                b"begin 644 a.txt\n#86)C\n`\nend\n",
                WORDS.encode().decode("latin-1").encode(),
                random.randbytes(random.randint(1, 400)),
                b"<p>" + text + b"<script>alert(1)</script><img src=cid:khong-co>",
                b"a" * 5_000,
                b"",
            ]
        )
        + b"\r\n"
    )
