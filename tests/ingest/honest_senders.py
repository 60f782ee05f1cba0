"""Letters whose sender is who he says, as servers, programs and forwarders really hand them over."""

from dataclasses import dataclass

from tests.ingest.signed_letters import LIST, OURS, sealed, signed
from tinbai.site_data import ContributorData, LeaderData, SiteData

SERVER = "mx.songmau.example"
SITE = SiteData(
    name="An Mẫu",
    mailbox_addresses=("bbt.anmau@songmau.example",),
    authserv_ids=(SERVER, "loc.songmau.example"),
    arc_sealers=(LIST,),
    contributors=(
        ContributorData(name="Hội Phụ nữ xã", addresses=("hpn@songmau.example", "hpn@xa.songmau.example"), unit="hpn"),
        ContributorData(name="Hội Nông dân xã", addresses=("hnd@songmau.example",), unit="hnd"),
        ContributorData(name="Văn phòng", addresses=("vp@anmau.songmau.gov.vn",), unit="vp"),
    ),
    leaders=(LeaderData(name="Phạm Thị Minh Họa", title="Chánh Văn phòng"),),
)
TWO_FIELDS = SITE.model_copy(update={"authserv_headers": 2})

RECEIVED = f"Received: from mail.gui.example (mail.gui.example [203.0.113.9]) by {SERVER} (Postfix) with ESMTPS id 1"
PASS = f"Authentication-Results: {SERVER}; dmarc=pass header.from=songmau.example"
FAIL = f"Authentication-Results: {SERVER}; dmarc=fail header.from=songmau.example"
HPN = "From: HPN xa An Mau <hpn@songmau.example>"
REST = (
    "To: bbt.anmau@songmau.example\r\nSubject: Tin bai\r\nDate: Thu, 15 Oct 2026 14:05:11 +0700\r\n"
    "Message-ID: <1@songmau.example>\r\nMIME-Version: 1.0"
)
BODY = "Hoi Phu nu xa to chuc   toa dam.  \r\nTrong hai ngay.\r\n"


@dataclass(frozen=True)
class Case:
    """A letter, and the site that judges it."""

    name: str
    raw: bytes
    site: SiteData = SITE


def letter(*lines: str, body: str = BODY) -> bytes:
    """These header lines, topmost first, and the rest that every letter has."""
    return "\r\n".join([*lines, REST, "", body]).encode()


def _own(value: str) -> str:
    return f"Authentication-Results: {value}"


PLAIN = letter(HPN)
FORWARDED = sealed(letter(_own(f"{LIST}; dmarc=pass header.from={OURS}"), HPN))
CASES = (
    Case("dmarc passes", letter(RECEIVED, PASS, HPN)),
    Case("above its own Received", letter(PASS, RECEIVED, HPN)),
    Case(
        "with comments", letter(_own(f"{SERVER} (Postfix (x)); dmarc=pass (p=NONE; sp=none) header.from={OURS}"), HPN)
    ),
    Case(
        "folded", letter(_own(f"{SERVER};\r\n\tdkim=pass header.d={OURS};\r\n dmarc=pass\r\n  header.from={OURS}"), HPN)
    ),
    Case("in capitals", letter(_own(f"{SERVER.upper()}; DMARC=Pass Header.From={OURS.upper()}"), HPN)),
    Case("a quoted server name", letter(_own(f'"{SERVER}"; dmarc=pass header.from={OURS}'), HPN)),
    Case("with a version and a semicolon at the end", letter(_own(f"{SERVER} 1; dmarc=pass header.from={OURS};"), HPN)),
    Case(
        "as large providers write it",
        letter(
            _own(
                f'{SERVER};\r\n dkim=pass header.i=@{OURS} header.s=a header.b="ab+c/=";\r\n spf=pass (mx: domain of'
                f" hpn@{OURS} designates 203.0.113.9 as permitted sender) smtp.mailfrom=hpn@{OURS};\r\n dmarc=pass"
                f" (p=NONE sp=NONE dis=NONE) header.from={OURS}"
            ),
            HPN,
        ),
    ),
    Case("spf alone, aligned", letter(RECEIVED, _own(f"{SERVER}; spf=pass smtp.mailfrom=hpn@{OURS}"), HPN)),
    Case("dkim alone, aligned", letter(_own(f"{SERVER}; dkim=pass (2048-bit key) header.d={OURS}"), HPN)),
    Case("a part of the domain", letter(_own(f"{SERVER}; dkim=pass header.d={OURS}"), "From: hpn@xa.songmau.example")),
    Case(
        "a commune of a province",
        letter(_own(f"{SERVER}; dkim=pass header.d=songmau.gov.vn"), "From: VP <vp@anmau.songmau.gov.vn>"),
    ),
    Case("our other server", letter(_own(f"loc.songmau.example; dmarc=pass header.from={OURS}"), RECEIVED, HPN)),
    Case("two fields of ours", letter(_own(f"{SERVER}; spf=none"), PASS, HPN), TWO_FIELDS),
    Case(
        "through servers inside of the house",
        letter("Received: from mx by mbx01 with LMTP", "Received: from mx by 10.0.0.5 with SMTP", RECEIVED, PASS, HPN),
    ),
    Case("somebody else's field below ours", letter(RECEIVED, PASS, _own("mx.gui.example; dmarc=fail"), HPN)),
    Case("the address as the name", letter(PASS, 'From: "hpn@songmau.example" <hpn@songmau.example>')),
    Case("a name in plain UTF-8", letter(PASS, "From: Hội Phụ nữ xã <hpn@songmau.example>")),
    Case("an encoded name", letter(PASS, "From: =?utf-8?q?H=E1=BB=99i_Ph=E1=BB=A5_n=E1=BB=AF?= <hpn@songmau.example>")),
    Case("an unquoted comma in the name", letter(PASS, "From: Nguyen, Van A <hpn@songmau.example>")),
    Case("the same subject twice", letter(PASS, "Subject: Tin bai ", HPN)),
    Case("signed, and no verdict of the server", signed(PLAIN)),
    Case("signed in the strict form", signed(PLAIN, canonicalize=(b"simple", b"simple"))),
    Case("signed by its sender and by his provider", signed(signed(PLAIN), domain="la.example")),
    Case("signed, on the way through a server that says nothing", RECEIVED.encode() + b"\r\n" + signed(PLAIN)),
    Case("forwarded by a list that the site trusts", f"{FAIL}\r\n".encode() + FORWARDED),
    Case(
        "forwarded twice",
        sealed(f"Authentication-Results: {LIST}; arc=pass; dmarc=pass header.from={OURS}\r\n".encode() + FORWARDED),
    ),
)
