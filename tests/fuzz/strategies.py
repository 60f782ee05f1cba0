"""What a fuzzer builds letters from: pieces that mean something to a reader, and any bytes between them."""

from hypothesis import strategies as st

HEADER_PIECES = [
    *(b"=?utf-8?B?", b"=?utf-8?q?", b"=?iso-2022-jp?B?", b"=?windows-1258?Q?", b"=?khong?x?", b"?=", b"?", b"=?"),
    *(b"?= =?", b"<", b">", b"<a@b.example>", b"@", b",", b";", b":", b'"', b"\\", b'\\"', b"(", b")", b"[", b"]"),
    *(b"'", b"''", b"utf-8''%C3%A0", b"filename*0*=", b"filename*1=", b"filename=", b"name=", b"charset="),
    *(b"boundary=", b"*=", b"=", b"\r\n ", b"\r\n\t", b"\n ", b"\r ", b"\r\n", b"\x00", b"\x0b", b"\x0c", b"\x1c"),
    *(b"\x85", b"\xa0", b"\xff", b"\xf4"),
    *"\u2028 \u202e \u200b \ufeff \u0323 \u0302 Hội ảnh \U0001f600".encode().split(b" "),
    *(b"\xed\xa0\x80", b"+H+tcA-", b"\x1b$B", b"%00", b"%0d%0a", b"../", b"CON", b"mailto:"),
    *(b"Thu, 15 Oct 2026 14:05 +0700",),
]  # fmt: skip
NAMES = [
    *(b"From", b"To", b"Cc", b"Reply-To", b"Sender", b"Subject", b"Date", b"Message-ID", b"References"),
    *(b"In-Reply-To", b"Content-Type", b"Content-Disposition", b"Content-Transfer-Encoding", b"Content-ID"),
    *(b"Authentication-Results", b"Received", b"MIME-Version", b"Auto-Submitted", b"X-Mailer", b"from", b"SUBJECT"),
    *(b"", b"a b", b"\xff"),
]  # fmt: skip
STRUCTURE_PIECES = [
    *(b"\r\n", b"\r\n\r\n", b"\n\n", b"\r", b"--A", b"--A\r\n", b"--A--\r\n", b"--AA\r\n", b"--", b"--B\r\n"),
    *(b"--B--", b"--A \r\n", b"Content-Type: multipart/mixed; boundary=A\r\n"),
    *(b'Content-Type: multipart/alternative; boundary="B"\r\n', b"Content-Type: multipart/digest; boundary=AA\r\n"),
    *(b"Content-Type: multipart/signed; boundary=A\r\n", b"Content-Type: message/rfc822\r\n"),
    *(b"Content-Type: message/partial; id=1\r\n", b"Content-Type: text/plain\r\n"),
    *(b"Content-Type: text/html; charset=utf-8\r\n", b"Content-Type: image/png; name=a.png\r\n", b"Content-Type: "),
    *(b"Content-Type: text/plain; format=flowed; delsp=yes\r\n", b"Content-Type: application/pkcs7-mime\r\n"),
    *(b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n"),
    *(b"From: a@b.example\r\n", b"Content-Disposition: attachment; filename=a\r\n"),
    *(b"Content-Disposition: inline\r\n", b"Content-ID: <a@b>\r\n", b"UMOibiBhbg==\r\n", b"=C3=A0 =\r\n"),
    *(b"begin 644 a.txt\r\n#86)C\r\n`\r\nend\r\n", b"=ybegin line=128 size=3 name=a\r\n", b"=yend size=3\r\n"),
    *(b"-----BEGIN PGP SIGNED MESSAGE-----\r\n", b"-----BEGIN PGP SIGNATURE-----\r\n", b"> \r\n"),
    *(b"\x78\x9f\x3e\x22", b"PK\x03\x04", b"%PDF-", b"<html>", b"From a Thu Oct 15 14:05:11 2026\r\n"),
    *("Kính gửi".encode(),),
]  # fmt: skip
HTML_PIECES = [
    *("<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<p>", "</p>", "<div>", "</div>"),
    *("<b>", "</b>", "<table>", "<tr>", "<td colspan=99999999>", "</table>", "<ul>", "<li>"),
    *("<blockquote type=cite>", "</blockquote>", "<pre>", "<script>", "</script>", "<style>", "</style>", "<svg>"),
    *("<math>", "<template>", "<textarea>", "<title>", "<select>", "<option>", "<img src=cid:a>"),
    *("<img src='data:image/png;base64,iVBORw0KGgo='>", "<a href='javascript:alert(1)'>", "<br>", "<hr>"),
    *("<font face='.VnTime'>", "<span style='display:none'>", ' style="text-align:center"', " onload=x", "=", "'"),
    *('"', "&", "&#0;", "&#xD800;", "&#150;", "&nbsp;", "&khong;", "&#99999999999;", "\x00", "\u202e", "\ufeff"),
    *("a\u0323\u0302", "Kính gửi ", "<o:p>", "<?xml ?>", "<!--[if mso]>", "<![endif]-->", "<body bgcolor=red>"),
    *("<meta charset=utf-16>", "\ud800", "\r", "\x85"),
]  # fmt: skip

_bytes = st.binary(max_size=12)


def _joined(pieces: list[bytes], most: int) -> st.SearchStrategy[bytes]:
    return st.lists(st.one_of(st.sampled_from(pieces), _bytes), max_size=most).map(b"".join)


header_values = _joined(HEADER_PIECES, 20)
headers = st.lists(st.tuples(st.sampled_from(NAMES), header_values), max_size=8).map(
    lambda fields: b"".join(name + b": " + value + b"\r\n" for name, value in fields)
)
structures = _joined(STRUCTURE_PIECES, 40)
letters = st.one_of(
    st.tuples(headers, structures).map(lambda both: both[0] + both[1]),
    st.tuples(structures, headers, structures).map(b"".join),
)
pages = st.lists(st.one_of(st.sampled_from(HTML_PIECES), st.text(max_size=10)), max_size=40).map("".join)
