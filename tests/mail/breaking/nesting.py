"""A grammar of broken structure and broken header lines: letters in letters, boundaries that contain each other."""

import base64
import quopri
from collections.abc import Sequence
from random import Random

from tests.mail.breaking.grammar import WORDS, broken_letter

DEEPEST = 4
BOUNDARIES: Sequence[tuple[bytes, bytes]] = (  # the outer one and the inner one
    (b"A", b"B"),
    (b"A", b"A"),
    (b"A", b"AA"),
    (b"AA", b"A"),
    (b"A", b"A--"),
    (b"A--", b"A"),
    (b"A", b"a"),
    (b"A", b"A "),
    (b"-", b"--"),
    (b"=_A;x", b"=_A"),
    (b"A" * 71, b"A" * 70),
)
KINDS = (b"mixed", b"alternative", b"related", b"digest", b"report", b"signed", b"encrypted", b"appledouble", b"x-odd")
TYPES = (
    b"message/rfc822",
    b"message/rfc822; name=thu.eml",
    b"message/global",
    b"message/delivery-status",
    b"message/disposition-notification",
    b"message/partial; id=1; number=2; total=3",
    b"message/external-body; access-type=anon-ftp",
    b"application/octet-stream; name=thu.eml",
    b"text/plain; name=thu.eml",
    b"application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
    b"application/pgp-encrypted",
    b"application/mac-binhex40",
    b"text/rfc822-headers",
    b"text/plain; format=flowed; delsp=yes",
    b"text/calendar; method=REQUEST",
)
LINES: Sequence[bytes] = (
    b"From chung@songmau.example Thu Oct 15 14:05:11 2026",
    b">From tin",
    b"Subject : co cach truoc dau hai cham",
    b"SUBJECT:=?utf-8?B?SOG7mWkgbg==?==?utf-8?B?Z2jhu4s=?=",
    b"Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?utf-7?Q?H+HtcA-i?=",
    b"Subject:\r\n \r\n\t\r\n =?utf-8?Q?H=E1=BB?=\r\n =?utf-8?Q?=99i?=",
    b"Subject: =?UTF-16?B?SAFiAGkA?= =?gb18030?B?u+E=?= =?viscii?Q?H=F7i?=",
    b"Subject: " + "Hội nghị sơ kết".encode("utf-16"),
    b"Subject: \xd2\xe9p hu\xcen",
    b"Subject: a\x0bb\x0cc\x1cd\xc2\x85e\xe2\x80\xa8f",
    b"Subject: " + "\u202eoc.nit\u202c \u200b".encode(),
    b"From: =?utf-8?Q?=22a=22_=3Cx=40y.example=3E?= <a@b.example>, =?utf-8?B?a?=",
    b"From: a@b.example, c@d.example",
    b"Sender: (chi co ghi chu)",
    b"To: " + b"nhom:" * 40 + b";",
    b"Cc: " + b'"' * 41 + b"<a@b.example>",
    b"Reply-To: <a@b.example>\x00<c@d.example>",
    b"Date: Thu, 15 Oct 2026 14:05:11 +0700 (Gio Dong Duong (ICT))",
    "Date: T5, 15 thg 10 2026 lúc 14:05".encode(),
    b"Date: 1e400",
    b"Message-ID: <a@b>\r\n <c@d>",
    b"References: " + b"<a@b> " * 400,
    b"Received: from a by b; khong phai ngay",
    b"Received: " + b"(" * 60 + b"; Thu, 15 Oct 2026",
    b"Content-Type: text/plain; charset*0=ut; charset*1=f-8",
    b"Content-Type: multipart/mixed; boundary*0=A; boundary*1=B",
    b"Content-Transfer-Encoding: base64\r\nContent-Transfer-Encoding: quoted-printable",
    b"Content-Disposition: attachment; filename*1*=%C3%A0; filename*0*=utf-8''a; filename=a.exe",
    b'Content-Disposition: attachment; filename*0="a\r\n\tb"; filename*9=c',
    b"Auto-Submitted: no (khong)",
    b"Authentication-Results: ;;; dkim=pass",
    b"DKIM-Signature: v=1; b=; bh=; d=\x00",
    b"\xef\xbb\xbfSubject: BOM",
    b"\tgap dong khong co dau",
    b"X" * 1_200 + b": dai",
)


def broken_nesting(random: Random) -> bytes:
    """A letter of headers that are wrong and parts that are in one another in wrong ways."""
    head = [b"From: hnd@songmau.example", *random.sample(LINES, random.randint(0, 6))]
    random.shuffle(head)
    start = random.choice([b"", b"", b"", b"\r\n", b"\xef\xbb\xbf", b"From a Thu Oct 15 14:05:11 2026\r\n"])
    raw = start + b"\r\n".join(head) + b"\r\n" + _entity(random, 0)
    return raw if random.random() < 0.8 else raw[: random.randrange(len(raw))]


def _entity(random: Random, depth: int) -> bytes:
    dice = random.random()
    if depth < DEEPEST and dice < 0.55:
        return _two_multiparts(random, depth)
    if depth < DEEPEST and dice < 0.8:
        return _nested_letter(random, depth)
    more = random.choice(LINES) + b"\r\n" if random.random() < 0.2 else b""
    return b"Content-Type: " + random.choice(TYPES) + b"\r\n" + more + b"\r\n" + WORDS.encode() + b"\r\n"


def _two_multiparts(random: Random, depth: int) -> bytes:
    """One multipart in another, their boundaries alike or one the beginning of the other; ends may be lost."""
    outer, inner = random.choice(BOUNDARIES)
    within = _multipart(random, inner, [_entity(random, depth + 1) for _ in range(random.randint(0, 2))])
    return _multipart(random, outer, [_entity(random, depth + 1), within][:: random.choice([1, -1])])


def _multipart(random: Random, boundary: bytes, parts: Sequence[bytes]) -> bytes:
    declared = b'multipart/%s; boundary="%s"' % (random.choice(KINDS), boundary)
    transfer = random.choice([b"", b"", b"Content-Transfer-Encoding: base64\r\n"])
    raw = b"Content-Type: " + declared + b"\r\n" + transfer + random.choice([b"\r\n", b"\r\n", b"", b"\r\n\r\n\r\n"])
    for part in parts:
        raw += (
            random.choice([b"", b"\r\n"]) + b"--" + boundary + random.choice([b"", b"", b"  ", b"\t"]) + b"\r\n" + part
        )
    return raw + random.choice([b"\r\n--" + boundary + b"--\r\n", b"", b"\r\n--" + boundary + b"--het"])


def _nested_letter(random: Random, depth: int) -> bytes:
    """A letter in a part, perhaps in a transfer encoding, which RFC 2046 forbids and programs write."""
    inner = broken_letter(random) if random.random() < 0.5 else _letter_below(random, depth)
    transfer, written = random.choice(
        [
            (b"7bit", inner),
            (b"8bit", inner),
            (b"base64", base64.encodebytes(inner)),
            (b"quoted-printable", quopri.encodestring(inner)),
            (b"base64", inner),
            (b"x-odd", inner),
        ]
    )
    head = b"Content-Type: " + random.choice(TYPES[:9]) + b"\r\nContent-Transfer-Encoding: " + transfer + b"\r\n"
    name = random.choice([b"", b"Content-Disposition: attachment; filename=thu.eml\r\n"])
    return head + name + b"\r\n" + written


def _letter_below(random: Random, depth: int) -> bytes:
    """A nested letter, nearer to the end of the nesting."""
    return b"Subject: thu trong thu\r\n" + _entity(random, depth + 1)
