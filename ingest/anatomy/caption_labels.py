"""The labels that captions carry: "Ảnh 1:", "Chú thích ảnh:", "(3)", "phat kinh.jpg:"."""

import re

from tinbai.text import fold

LONGEST = 60  # words of a caption
BULLET = r"\s*(?:[-–•*+]\s*)?"
LONGEST_RANGE = 20  # photos of one caption
_RANGE = r"\s*[-–]\s*(?:ảnh\s+|hình\s+)?\d{1,2}"
_NEXT = rf"\s*(?:,|&|\+|và)\s*(?:ảnh\s+|hình\s+)?\d{{1,2}}(?:{_RANGE})?"
NUMBERED = re.compile(
    BULLET + r"[(\[]?(?:chú thích |chu thich |chèn )?(?:hình ảnh|hinh anh|ảnh|hình|anh|hinh|h\.?)(?:\s+số"
    rf"|\s+so)?\s*\(?0*(?P<number>\d{{1,2}})\)?(?P<more>{_RANGE}(?:{_NEXT})*|(?:{_NEXT})+)?"
    r"(?:\s*[(\[](?P<file>[^()\[\]:\n]{1,80})[)\]])?"
    r"(?(more)(?:\s*(?::(?!\d)|[.–)-](?!\s*\d))\s*|\s+là\s+)"  # else it is a date: "Ảnh 1 - 20-11 tại trường"
    r"|(?:\s*[:.–)-]\s*|\s+là\s+))(?=\S)",
    re.IGNORECASE,
)
UNNUMBERED = re.compile(
    BULLET + r"[(\[]?(?:chèn )?(?:chú thích ảnh|chú thích|hình ảnh|ảnh|hình)\s*:\s*(?=\S)", re.IGNORECASE
)
HEADER = re.compile(
    r"(?:danh sach )?(?:chu thich|ghi chu)(?: (?:anh|hinh|cho anh|cac anh))*"
    r"(?: \w+|(?: (?:lan luot|theo thu tu|nhu sau|gui kem|kem theo|o tren|tren|duoi day)(?: la)?)+)?\s*:?"
)
ENCLOSED = re.compile(r"(?:danh sach |cac |noi dung |ten )?(?:anh|hinh anh|hinh) (?:gui|dinh|kem)(?: kem| theo)*\s*:")
BULLETED = re.compile(r"\s*[-–•*+]\s*(?=\S)")
LISTED = re.compile(r"\s*\(?(?P<number>\d{1,2})\s*(?:[:.)–-]|/(?!\d))\s*(?=\S)")
FILE = re.compile(
    BULLET + r"(?:ảnh|tệp|file)?\s*(?P<file>[^:\n]{1,80}?\.(?:jpe?g|png|heic|heif|webp|gif|bmp)"
    r"|(?:img|dsc[nf]?|pxl|z)[_-]?\d{3,}\w*)\s*[:–-]\s*(?=\S)",
    re.IGNORECASE,
)

CAME_ALONG = re.compile(  # "02 ảnh đính kèm", "(kèm theo 3 file)": what came along, and nothing that is seen
    r"\(?(?:co |gui |dinh )*(?:\d{1,2} |hai |ba |bon |nam )?(?:buc |tam |file |tep )?"
    r"(?:anh|hinh|hinh anh|file|tep|kem|gui kem|dinh kem)"
    r"(?: (?:da|duoc|gui|dinh|kem|theo|trong|thu|mail|file|tep|duoi|day|\d{1,2}|anh|hinh)){0,6}\)?\.?"
)
ANNOUNCES = re.compile(
    r"(?:(?:mot )?(?:so|vai)|nhung|cac|them|chum|xem them)? ?(?:hinh anh|buc anh|anh"
    r"|hinh)\b(?! ?\d)"
)
LONGEST_ANNOUNCEMENT = 15  # words
DOWN = "↓⇓▼▽⬇👇"
POINTER = re.compile(f"\\s*[↑⇑▲△⬆👆{DOWN}]+\ufe0f?\\s*(?=\\S)")


def points_down(text: str) -> bool:
    """Whether a line begins with a sign that points at the picture below it: "↓ Quang cảnh hội nghị"."""
    return POINTER.match(text) is not None and text.lstrip()[0] in DOWN


def announces_pictures(text: str) -> bool:
    """Whether a line leads in pictures that follow: "Một số hình ảnh tại hội nghị:"."""
    folded = fold(text).strip()
    led = ANNOUNCES.match(folded) and (folded.startswith(("mot", "nhung", "chum", "vai")) or folded.endswith(":"))
    return bool(led) and len(folded.split()) <= LONGEST_ANNOUNCEMENT


def label_of(text: str) -> re.Match[str] | None:
    """The label at the beginning of a caption; None when there is none."""
    return FILE.match(text) or NUMBERED.match(text) or UNNUMBERED.match(text) or POINTER.match(text)


def says_what_came(text: str) -> bool:
    """Whether what stands after "Ảnh:" says how many came along, and not what they show."""
    plain = " ".join(re.sub(r"[()\[\],;]", " ", fold(text)).split())
    return CAME_ALONG.fullmatch(plain) is not None


def is_header(text: str) -> bool:
    """Whether a line announces a list of captions: "Chú thích ảnh:"."""
    return HEADER.fullmatch(fold(text)) is not None


def announces_enclosed(text: str) -> bool:
    """Whether a line says that photos came along, and below it may be what they show: "Ảnh gửi kèm:"."""
    return ENCLOSED.fullmatch(fold(text).strip()) is not None


def number_of(label: re.Match[str] | None) -> int | None:
    """The number in a label."""
    return int(label["number"]) if label is not None and "number" in label.re.groupindex else None


def numbers_of(label: re.Match[str] | None) -> list[int]:
    """All numbers in a label, each once: of "Ảnh 1, 2:" and "Ảnh 1 và 2:" both, of "Ảnh 1-3:" those between too.

    A range of more than `LONGEST_RANGE` photos counts for the first of them alone.
    """
    first = number_of(label)
    more = (label["more"] or "") if label is not None and "more" in label.re.groupindex else ""
    found = [first] if first is not None else []
    last = first or 0
    for sign, number in re.findall(r"(,|&|\+|-|–|và)\D*(\d{1,2})", more):
        counted = range(last + 1, int(number) + 1) if sign in "-–" else [int(number)]
        last = int(number)
        found += [each for each in counted if each not in found] if len(counted) < LONGEST_RANGE else []
    return found


def file_of(label: re.Match[str] | None) -> str | None:
    """The file's name in a label."""
    file = label["file"] if label is not None and "file" in label.re.groupindex else None
    return file.strip() if file else None
