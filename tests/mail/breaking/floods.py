"""Letters that cost time: small versions of what grows with the square of its size, or with its depth.

At the sizes here each costs a good reader well under a second; `scale` makes them as bad as one likes.
"""

from random import Random

from tests.mail.breaking.crashes import HEAD

TOP_MARKS, BELOW_MARKS = "\u0302", "\u0323"


def unclosed_quote_of_semicolons(_: Random, scale: int = 4_000) -> bytes:
    """A parameter whose quote never ends."""
    return HEAD + b'Content-Type: text/plain; a="' + b";" * scale + b"\r\n\r\nx\r\n"


def parameters_without_end(random: Random, scale: int = 4_000) -> bytes:
    """Parameters, or their separators, repeated."""
    return HEAD + b"Content-Type: text/plain" + random.choice([b'";', b"; a=b"]) * scale + b"\r\n\r\nx\r\n"


def punycode_body(_: Random, scale: int = 40_000) -> bytes:
    """A body in a charset that decodes in quadratic time."""
    return HEAD + b"Content-Type: text/plain; charset=punycode\r\n\r\n-" + b"ab" * (scale // 2) + b"\r\n"


def marks_in_the_subject(_: Random, scale: int = 10_000) -> bytes:
    """Combining marks that normalisation has to sort."""
    return b"Subject: a" + (BELOW_MARKS + TOP_MARKS).encode() * (scale // 2) + b"\r\n" + HEAD + b"\r\nx\r\n"


def marks_in_the_body(_: Random, scale: int = 10_000) -> bytes:
    """The same in a body, in the worst order."""
    marks = TOP_MARKS * (scale // 2) + BELOW_MARKS * (scale // 2)
    return HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\na" + marks.encode() + b"\r\n"


def child_with_a_raw_header(_: Random, scale: int = 3_000) -> bytes:
    """An attached multipart whose child has an octet above ASCII in a long header: slow to write out again."""
    return (
        HEAD + b"Content-Type: multipart/mixed; boundary=A\r\n\r\n--A\r\n"
        b"Content-Type: multipart/mixed; boundary=B\r\nContent-Disposition: attachment\r\n\r\n--B\r\n"
        b"X-Long: \xff" + b"a" * scale + b"\r\n\r\nx\r\n--B--\r\n--A--\r\n"
    )


def encoded_words_in_a_row(random: Random, scale: int = 20_000) -> bytes:
    """A subject of nothing but encoded words, whole or begun."""
    word = random.choice([b"=?utf-8?q?a?= ", b"=?a?q?", b"=?utf-8?q?a?= =?us-ascii?q?b?= "])
    return b"Subject: " + word * (scale // len(word)) + b"\r\n" + HEAD + b"\r\nx\r\n"


def addresses_in_a_row(random: Random, scale: int = 20_000) -> bytes:
    """A recipient list without end, or what looks like one."""
    address = random.choice([b"a@b.example, ", b"(a)", b"<<,", b"a . ", b"((", b'"'])
    return b"To: " + address * (scale // len(address)) + b"\r\n" + HEAD + b"\r\nx\r\n"


def nested_around_short_lines(random: Random, scale: int = 40_000) -> bytes:
    """Ninety levels around many lines, plain or as attachments: every level looks at every line."""
    attached = b"Content-Disposition: attachment\r\n" if random.random() < 0.5 else b""
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\r\n%s\r\n--%d\r\n" % (n, attached, n) for n in range(90)
    )
    return HEAD + opened + b"\r\n" + b"a\r\n" * (scale // 3)


def empty_parts(_: Random, scale: int = 20_000) -> bytes:
    """Thousands of parts with nothing in them."""
    return HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n" + b"--B\r\n\r\n" * (scale // 7)


def long_boundary(_: Random, scale: int = 50_000) -> bytes:
    """A boundary longer than many letters."""
    boundary = b"b" * scale
    return HEAD + b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n--' + boundary + b"\r\n\r\nx\r\n"


def line_ends_only(random: Random, scale: int = 50_000) -> bytes:
    """A body of CR, or of LF."""
    return HEAD + b"\r\n" + random.choice([b"\r", b"\n"]) * scale


def html_that_is_hard_to_clean(random: Random, scale: int = 12_000) -> bytes:
    """HTML in which cleaners lose their time: depth, open tags, half tags, ampersands."""
    piece = random.choice(
        [
            b"<p><b>x</b></p>",
            b"<div>",
            b"<ul><li>",
            b"<b a=i>",
            b"</scr",
            b"</textare",
            b"<b b='",
            b"<",
            b"&",
            b"<a",
            b"<!--",
            b"<blockquote>",
            b"<table><tr><td>x",
            b"<svg><math><style>",
        ]
    )
    return HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + piece * (scale // len(piece)) + b"\r\n"


def many_headers(random: Random, scale: int = 3_000) -> bytes:
    """Very many headers, or one very long one."""
    if random.random() < 0.5:
        return b"".join(b"X-%d: a\r\n" % n for n in range(scale)) + HEAD + b"\r\nx\r\n"
    return b"X-Long: " + b"a" * (scale * 20) + b"\r\n" + HEAD + b"\r\nx\r\n"


FLOODS = (
    unclosed_quote_of_semicolons,
    parameters_without_end,
    punycode_body,
    marks_in_the_subject,
    marks_in_the_body,
    child_with_a_raw_header,
    encoded_words_in_a_row,
    addresses_in_a_row,
    nested_around_short_lines,
    empty_parts,
    long_boundary,
    line_ends_only,
    html_that_is_hard_to_clean,
    many_headers,
)
