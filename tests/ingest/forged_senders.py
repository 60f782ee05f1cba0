"""Letters that pretend to come from hpn@songmau.example, in every way that we know of. None may be believed.

Where a case has a verdict of the receiving server, it is what an honest server says of such a letter.
"""

from tests.ingest.honest_senders import (
    BODY,
    FAIL,
    FORWARDED,
    HPN,
    PASS,
    PLAIN,
    RECEIVED,
    SERVER,
    SITE,
    TWO_FIELDS,
    Case,
    letter,
)
from tests.ingest.signed_letters import HEADERS, LIST, OURS, STRANGER, sealed, signed

FROM_STRANGER = f"Received: from ke.gian.example by mail.{STRANGER} with SMTP id 2"
WITHOUT_SERVERS = SITE.model_copy(update={"authserv_ids": ()})
CLAIM = f"{SERVER}; dmarc=pass header.from={OURS}"
TRUE = f"Authentication-Results: {SERVER}; spf=pass smtp.mailfrom=x@{STRANGER}; dmarc=none header.from={OURS}"


def _own(value: str) -> str:
    return f"Authentication-Results: {value}"


def _says(value: str, sender: str = HPN) -> bytes:
    return letter(RECEIVED, _own(f"{SERVER}; {value}"), sender)


def _nested() -> bytes:
    inner = letter(RECEIVED, PASS, HPN).decode()
    top = [HPN, "Subject: Tin", "Content-Type: message/rfc822"]
    return "\r\n".join([RECEIVED, *top, "", inner]).encode()


PLACE = (
    Case("below the true one", letter(RECEIVED, TRUE, PASS, HPN)),
    Case("below the true one, twice", letter(RECEIVED, TRUE, PASS, PASS, HPN)),
    Case("below one of somebody else", letter(RECEIVED, _own(f"mx.{STRANGER}; dmarc=none"), PASS, HPN)),
    Case("below one that nobody can read", letter(RECEIVED, _own("((("), PASS, HPN)),
    Case("of another server", letter(RECEIVED, _own(f"mx.{STRANGER}; dmarc=pass header.from={OURS}"), HPN)),
    Case("a server whose name begins as ours", letter(RECEIVED, _own(CLAIM.replace(";", f".{STRANGER};", 1)), HPN)),
    Case("a server whose name ends as ours", letter(RECEIVED, _own(f"x-{CLAIM}"), HPN)),
    Case(
        "our name in a comment", letter(RECEIVED, _own(f"mx.{STRANGER} ({SERVER}); dmarc=pass header.from={OURS}"), HPN)
    ),
    Case(
        "our name in a comment before",
        letter(RECEIVED, _own(f"({SERVER}) mx.{STRANGER}; dmarc=pass header.from={OURS}"), HPN),
    ),
    Case("our name in other letters", letter(RECEIVED, _own(CLAIM.replace("mx", "mх")), HPN)),
    Case("below From", letter(RECEIVED, HPN, PASS)),
    Case("below Subject", letter(RECEIVED, "Subject: Tin bai", PASS, HPN)),
    Case("below the Received of a foreign server", letter(RECEIVED, FROM_STRANGER, PASS, HPN)),
    Case("a space before the colon", letter(RECEIVED, PASS.replace(":", " :", 1), HPN)),
    Case("a name that only resembles", letter(RECEIVED, f"X-{PASS}", HPN)),
    Case("a zero in the name", letter(RECEIVED, PASS.replace(":", "\0:", 1), HPN)),
    Case("after a bare carriage return", letter(RECEIVED, f"X-Mailer: a\r{PASS}", HPN)),
    Case("folded into another field", letter(RECEIVED, f"X-Mailer: a\r\n {PASS}", HPN)),
    Case("after a line that is no field", letter(RECEIVED, "khong phai dong dau thu", PASS, HPN)),
    Case("encoded", letter(RECEIVED, _own(f"=?utf-8?q?{CLAIM.replace(' ', '_').replace('=', '=3D')}?="), HPN)),
    Case("in the body", letter(RECEIVED, HPN, body=f"{PASS}\r\n{BODY}")),
    Case("in a nested letter", _nested()),
    Case("as an ARC field without a seal", letter(RECEIVED, f"ARC-{PASS.replace(': ', ': i=1; ')}", HPN)),
    Case("as the field of another time", letter(RECEIVED, f"Original-{PASS}", f"Received-SPF: pass {OURS}", HPN)),
    Case("below a true denial, where two fields count", letter(RECEIVED, FAIL, PASS, HPN), TWO_FIELDS),
    Case("of a server that the site does not name", letter(RECEIVED, PASS, HPN), WITHOUT_SERVERS),
)
CONTENT = (
    Case("a pass in the comment of a denial", _says(f"dmarc=fail (dmarc=pass header.from={OURS}) header.from={OURS}")),
    Case("a pass between semicolons of a comment", _says(f"dmarc=none (; dmarc=pass header.from={OURS};)")),
    Case("a pass in a quoted reason", _says(f'spf=none reason="; dmarc=pass header.from={OURS}"')),
    Case(
        "a pass in a quoted envelope address",
        _says(f'spf=pass smtp.mailfrom="x; dmarc=pass header.from={OURS}"@{STRANGER}'),
    ),
    Case("our domain before a comment that was an address", _says(f"spf=pass smtp.mailfrom=x@{OURS}(.{STRANGER})")),
    Case("our domain before an open comment", _says(f"spf=pass smtp.mailfrom=x@{OURS}(.{STRANGER}")),
    Case("our domain in a copied address", _says(f"spf=pass smtp.mailfrom=x dmarc=pass header.from={OURS}@{STRANGER}")),
    Case("dmarc of another domain", _says(f"dmarc=pass header.from={STRANGER}")),
    Case("dmarc of no domain", _says("dmarc=pass")),
    Case("dkim of another domain", _says(f"dkim=pass header.d={STRANGER}")),
    Case("spf of another domain", _says(f"spf=pass smtp.mailfrom=x@{STRANGER}")),
    Case("spf of the greeting only", _says(f"spf=pass smtp.helo={OURS}")),
    Case("a domain that begins as ours", _says(f"dkim=pass header.d={OURS}.{STRANGER}")),
    Case("a domain that ends as ours", _says(f"dkim=pass header.d=khong{OURS}")),
    Case("a public suffix", _says("dkim=pass header.d=example")),
    Case("another office under gov.vn", _says("dkim=pass header.d=khac.gov.vn", "From: vp@anmau.songmau.gov.vn")),
    Case("gov.vn itself", _says("dkim=pass header.d=gov.vn", "From: vp@anmau.songmau.gov.vn")),
    Case("two verdicts that differ", _says(f"dmarc=pass header.from={OURS}; dmarc=fail header.from={OURS}")),
    Case("dkim against a denial of dmarc", _says(f"dkim=pass header.d={OURS}; dmarc=fail header.from={OURS}")),
    Case("an unknown version of the method", _says(f"dmarc/2=pass header.from={OURS}")),
    Case("an unknown version of the field", letter(RECEIVED, _own(CLAIM.replace(";", " 2;", 1)), HPN)),
    Case("something behind the result", _says(f"dmarc=pass header.from={OURS} dmarc=fail")),
    Case("a property twice", _says(f"dmarc=pass header.from={OURS} header.from={STRANGER}")),
    Case("another method", _says(f"x-dmarc=pass header.from={OURS}; arc=pass smtp.remote-ip=192.0.2.1")),
)
SENDER = (
    Case("two From fields", letter(PASS, HPN, f"From: x@{STRANGER}")),
    Case("two From fields, the other way round", letter(PASS, f"From: x@{STRANGER}", HPN)),
    Case("a From field with a space before its colon", letter(PASS, f"From : x@{STRANGER}", HPN)),
    Case("a From field after a bare carriage return", letter(PASS, f"X-A: b\rFrom: x@{STRANGER}", HPN)),
    Case("two mailboxes in one From", letter(PASS, "From: hpn@songmau.example, hnd@songmau.example")),
    Case("two addresses in angles", letter(PASS, "From: <hpn@songmau.example> <hnd@songmau.example>")),
    Case("a group", letter(PASS, "From: BBT: hpn@songmau.example, hnd@songmau.example;")),
    Case("an address between another's route", letter(PASS, f"From: <@{STRANGER},@b.example:hpn@songmau.example>")),
    Case("an encoded address", letter(PASS, "From: x <=?utf-8?q?hpn=40songmau=2Eexample?=>")),
    Case("an address with a sign that nobody sees", letter(PASS, "From: <hpn@song\u200bmau.example>")),
    Case("an address with a zero", letter(PASS, "From: <hpn@songmau.example\0>")),
    Case("a registered address as the name", letter(PASS, 'From: "hpn@songmau.example" <hnd@songmau.example>')),
    Case(
        "a registered address in a comment",
        letter(_own(f"{SERVER}; dmarc=pass header.from={STRANGER}"), f"From: x@{STRANGER} (hpn@{OURS})"),
    ),
    Case("no From, but a Sender", letter(PASS, f"Sender: hpn@{OURS}")),
    Case(
        "only the Reply-To",
        letter(_own(f"{SERVER}; dmarc=pass header.from={STRANGER}"), f"From: x@{STRANGER}", f"Reply-To: hpn@{OURS}"),
    ),
    Case(
        "a domain in other letters",
        letter(
            _own(f"{SERVER}; dmarc=pass header.from={'sоngmau.example'.encode('idna').decode()}"),
            "From: hpn@sоngmau.example",
        ),
    ),
)
SIGNED = (
    Case("by another domain", signed(PLAIN, domain=STRANGER)),
    Case("by a domain that begins as ours", signed(PLAIN, domain=f"{OURS}.{STRANGER}", name=STRANGER)),
    Case("by another key under our name", signed(PLAIN, name=STRANGER)),
    Case("only the beginning of the body", signed(PLAIN, length=True) + b"Chuyen tien vao tai khoan sau."),
    Case("another body", signed(PLAIN).replace(b"Hoi Phu nu", b"Hoi Phu lao")),
    Case("another subject", signed(PLAIN).replace(b"Subject: Tin bai", b"Subject: Tin gap")),
    Case("a second subject on top", b"Subject: Gap\r\n" + signed(PLAIN)),
    Case("a second sender on top", f"From: x@{STRANGER}\r\n".encode() + signed(PLAIN)),
    Case(
        "a second type on top",
        signed(letter("Content-Type: text/plain", HPN)).replace(b"\r\nTo:", b"\r\nContent-Type: text/html\r\nTo:", 1),
    ),
    Case("without its subject", signed(PLAIN, headers=[each for each in HEADERS if each != "subject"])),
    Case("by a key that is being tested", signed(PLAIN, selector="testing")),
    Case("by a revoked key", signed(PLAIN, selector="revoked")),
    Case("by a key for something else", signed(PLAIN, selector="tls")),
    Case("by a key that is nowhere", signed(PLAIN, selector="khong-co")),
    Case("with SHA-1", signed(PLAIN, signature_algorithm=b"rsa-sha1")),
    Case("torn off another letter", signed(PLAIN).partition(b"From:")[0] + letter(HPN, body="Tin khac.")),
)
_CLAIMED = letter(_own(f"{STRANGER}; dmarc=pass header.from={OURS}"), HPN)
_DENIED = letter(_own(f"{LIST}; dmarc=fail header.from={OURS}"), HPN)
_OTHER = letter(_own(f"{LIST}; dmarc=pass header.from={STRANGER}"), HPN)
_AGAIN = f"Authentication-Results: {STRANGER}; arc=pass; dmarc=pass header.from={OURS}\r\n".encode()
SEALED = (
    Case("by somebody whom the site does not trust", sealed(_CLAIMED, domain=STRANGER)),
    Case("by a stranger on top of one that is trusted", sealed(_AGAIN + FORWARDED, domain=STRANGER)),
    Case("by the list, which saw it fail", sealed(_DENIED)),
    Case("by the list, about another domain", sealed(_OTHER)),
    Case("and changed afterwards", FORWARDED.replace(b"Hoi Phu nu", b"Hoi Phu lao")),
    Case("and what the list saw changed", sealed(_DENIED).replace(b"dmarc=fail", b"dmarc=pass")),
    Case("torn off another letter", FORWARDED.partition(b"From:")[0] + letter(HPN, body="Tin khac.")),
    Case("by the list, on a site that trusts no list", FORWARDED, SITE.model_copy(update={"arc_sealers": ()})),
    Case("a seal in the list's name by another key", FORWARDED.replace(b"d=lists.diendan.example", b"d=la.example")),
)
# What the server verified was signed once; somebody put another field on top, or below, and sent it on.
DOUBLED = (
    Case("another subject on top", letter(RECEIVED, PASS, "Subject: Gap", HPN)),
    Case("another subject, by a dkim that passes", _says(f"dkim=pass header.d={OURS}", f"{HPN}\r\nSubject: Gap")),
    Case("another subject with a space before its colon", letter(PASS, "Subject : Gap", HPN)),
    Case("another subject after a bare carriage return", letter(PASS, "X-A: b\rSubject: Gap", HPN)),
    Case("another subject with a zero in its name", letter(PASS, "Sub\0ject: Gap", HPN)),
    Case("another date", letter(PASS, HPN, "Date: Fri, 16 Oct 2026 08:00:00 +0700")),
    Case("another sender for the eye", letter(PASS, HPN, "Sender: a@la.example", "Sender: b@la.example")),
    Case("another type", letter(PASS, HPN, "Content-Type: text/html", "Content-Type: text/plain")),
    Case(
        "another way to decode it",
        letter(PASS, HPN, "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: 8bit"),
    ),
)
FORGED = (*PLACE, *CONTENT, *SENDER, *SIGNED, *SEALED, *DOUBLED)
