"""Letters that make mail readers raise: each was met as a crash of a well-known one (mail-parser 4.8.0)."""

from random import Random

HEAD = b"From: hnd@songmau.example\r\nTo: bbt.anmau@songmau.example\r\nSubject: tin\r\nMIME-Version: 1.0\r\n"
NO_BOUNDARY_LINE = b"Content-Type: multipart/mixed; boundary=Z\r\n\r\nkhong co dong phan cach\r\n"


def nested_message_without_boundary_line(_: Random) -> bytes:
    """A message/rfc822 whose inner multipart never begins."""
    return HEAD + b"Content-Type: message/rfc822\r\n\r\n" + NO_BOUNDARY_LINE


def inner_multipart_without_boundary_line(_: Random) -> bytes:
    """An outer multipart that is never closed around one that never begins."""
    return HEAD + b"Content-Type: multipart/mixed; boundary=A\r\n\r\n--A\r\n" + NO_BOUNDARY_LINE


def name_in_impossible_charset(random: Random) -> bytes:
    """An RFC 2231 name in a charset that Python knows and that cannot decode it."""
    charset = random.choice([b"undefined", b"idna", b"punycode"])
    return (
        HEAD
        + b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=%s''%%FF.pdf\r\n\r\nx" % charset
    )


def name_with_nul_in_charset(_: Random) -> bytes:
    """The charset of an RFC 2231 name has an escaped NUL."""
    return HEAD + b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=a%00b''%FF.pdf\r\n\r\nx"


def nul_in_charset(random: Random) -> bytes:
    """A NUL in the charset of a body, or of an encoded word."""
    if random.random() < 0.5:
        return HEAD + b'Content-Type: text/plain; charset="utf\x00-8"\r\n\r\nxin ch\xc3\xa0o\r\n'
    return b"Subject: =?utf\x00-8?Q?a=C3=A0?=\r\n" + HEAD + b"\r\nxin chao\r\n"


def bad_base64_in_a_name(random: Random) -> bytes:
    """One encoded word with a single base64 character, in an address header: the likeliest in real mail."""
    field = random.choice([b"From", b"To", b"Cc", b"Reply-To"])
    return field + b": =?utf-8?B?a?= <a@b.example>\r\nSubject: tin\r\n\r\nxin chao\r\n"


def charset_as_extended_parameter(_: Random) -> bytes:
    """`charset*=` in RFC 2231 form, with octets that it does not cover."""
    return (
        HEAD + b"Content-Type: text/plain; name=a.txt; charset*=us-ascii''utf-8\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n\xff\xfe\xc3\xa0\r\n"
    )


def deeply_nested(random: Random) -> bytes:
    """A thousand levels of multipart, of message/rfc822, or of both in turn."""
    multipart = b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n"
    message = b"Content-Type: message/rfc822\r\n\r\n"
    way, levels = random.randrange(3), 1_000
    if way == 0:
        return HEAD + b"".join(multipart % (n, n) for n in range(levels)) + b"\r\nday\r\n"
    if way == 1:
        return HEAD + message * levels + b"\r\nday\r\n"
    return HEAD + b"".join(multipart % (n, n) + message for n in range(levels // 2)) + b"\r\nday\r\n"


def message_id_of_other_octets(random: Random) -> bytes:
    """Message-IDs that differ only in octets which a reader may drop: two letters, not one."""
    return (
        b"Message-ID: <" + bytes([0xF0 | random.randrange(16), 0xFE]) + b"@y.example>\r\n" + HEAD + b"\r\nhai thu\r\n"
    )


def headers_given_twice(random: Random) -> bytes:
    """Two of what may stand once."""
    twice = random.choice(
        [
            b"Message-ID: <1@y.example>\r\nMessage-ID: <2@y.example>\r\n",
            b"From: tran.van.mau@songmau.example\r\nFrom: ke.gian@khac.example\r\n",
            b"Content-Type: text/plain\r\nContent-Type: text/html\r\n",
            b"Content-Type: multipart/mixed; boundary=A; boundary=B\r\n",
            b"Subject: mot\r\nSubject: hai\r\n",
            b"Date: Mon, 32 Foo 2026 99:99:99 +9900\r\nDate: hom qua\r\n",
        ]
    )
    return twice + HEAD + b"\r\n--A\r\n\r\nmot\r\n--B\r\n\r\nhai\r\n--A--\r\n"


def names_that_deceive(random: Random) -> bytes:
    """File names with line breaks, direction override, device names, two names, a path."""
    name = random.choice(
        [
            b'filename="a\r\n b.docx"',
            'filename="tin\u202exfdp.exe"'.encode(),
            'filename="a\u200b.docx"'.encode(),
            b'filename="CON.pdf."',
            b"filename=\"a.exe\"; filename*=UTF-8''a.pdf",
            b'filename="../../etc/passwd"',
            b'filename="C:\\\\Windows\\\\a.docx"',
            b'filename=""',
            b'filename="' + b"a" * 500 + b'.docx"',
        ]
    )
    return (
        HEAD + b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; " + name + b"\r\n\r\nx\r\n"
    )


def parts_that_are_elsewhere(random: Random) -> bytes:
    """Types that ask to be joined with, or fetched from, somewhere else."""
    kind = random.choice(
        [
            b'message/partial; id="1@y.example"; number=1; total=9',
            b'message/external-body; access-type=URL; URL="http://198.51.100.9/a"',
            b"message/external-body; access-type=local-file; name=/etc/hostname",
        ]
    )
    return HEAD + b"Content-Type: " + kind + b"\r\n\r\nContent-Type: text/plain\r\n\r\nxin chao\r\n"


CRASHES = (
    nested_message_without_boundary_line,
    inner_multipart_without_boundary_line,
    name_in_impossible_charset,
    name_with_nul_in_charset,
    nul_in_charset,
    bad_base64_in_a_name,
    charset_as_extended_parameter,
    deeply_nested,
    message_id_of_other_octets,
    headers_given_twice,
    names_that_deceive,
    parts_that_are_elsewhere,
)
