"""The modules that make Vietnamese sentences which the pages show, and what in them is no such sentence."""

from pathlib import Path

_INGEST = """
active_content after_upgrade automatic beyond bounces dangers draft from_header lanes look_alikes opening polyglots
photos_anew preview previewing protection raw_article read receive repaired_headers repeated reread restricted sandbox
scanning scans server_results sheet_rows sheets trust verdict waiting
""".split()
_ANATOMY = """
article as_wished candidates caption_files captions chosen_captions chosen_encoding chosen_people chosen_place
chosen_source chosen_title columns items labels letter_text letterhead lost_words paper_article paper_foot photos piece
placing portal_lines reply_lines settlement title_lines writer_lines
""".split()
_PORTALS = {
    "reference": ("check", "portal", "rows"), "folder": ("check", "portal", "records"),
    "wordpress": ("check", "portal", "session", "sizes"),
    "mapped": ("belonging", "check", "further", "portal", "rows", "schema", "session", "values"),
}  # fmt: skip

TELLERS = (
    *(Path("tinbai", f"{name}.py") for name in ("words", "checking", "troubles", "happened", "preparing", "sandbox")),
    Path("tinbai/pages_amiss.py"), Path("tinbai/clamd.py"), Path("tinbai/senders.py"),
    *sorted({*Path("tinbai/checks").glob("**/*.py")} - {*Path("tinbai/checks/vocabulary").glob("*.py")}
            - {Path("tinbai/checks/form/sentence_case.py")}),  # it knows names
    *(Path("ingest", f"{name}.py") for name in _INGEST),
    *(Path("ingest/anatomy", f"{name}.py") for name in _ANATOMY),
    *sorted({*Path("ingest/openers").glob("*.py"), *Path("ingest/openers/wordml").glob("*.py")}),
    *(Path("publish", f"{name}.py") for name in ("one", "page", "page_fetch", "render")),
    Path("publish/portal_database.py"),
    *(Path("publish/portals", kind, f"{name}.py") for kind, names in _PORTALS.items() for name in names),
)  # fmt: skip

# What an article says, or a letter of another language; and words that are looked for.
NO_SENTENCES = frozenset({
    "{0} số {1}", "ngày {0}", "của {0}", "về việc {0}{1}", "Văn bản", "Bài", "Thông báo", "là", "Ảnh",
    "{0} cũ", "sinh năm {0}", "năm", "giờ",
})  # fmt: skip
PATTERN_SIGNS = ("\\", "|", "(?", "[^")  # a text with one of these is a pattern
