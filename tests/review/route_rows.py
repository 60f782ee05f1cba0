"""Who may do what on every route of the site, written by hand: what the declaration is compared with."""

from dataclasses import dataclass, field

from tests.review import people_rows
from tinbai.article import ArticleStatus
from tinbai.message import MessageStatus
from tinbai.people import RoleName

EDITOR, APPROVER, PUBLISHER, READER, HEAD, SECRETARY, ADMIN = RoleName
EVERYBODY = frozenset(RoleName)
EDITORS = frozenset({EDITOR, APPROVER, HEAD, SECRETARY})
REREADERS = EDITORS | {ADMIN}
APPROVERS = frozenset({APPROVER, HEAD})
PUBLISHERS = frozenset({APPROVER, PUBLISHER, HEAD})
KEEPERS = frozenset({HEAD, SECRETARY})
OPEN = frozenset({"/healthz", "/metrics", "/login", "/guide", "/guide/{key}"})  # for those who are not logged in too
# About no single thing: the visitor's own site is shown.
QUEUE = frozenset({"/", "/queue/news", "/queue/filters", "/queue/decisions"})
PAGES = QUEUE | {"/calendar", "/messages", "/contributors", "/logout"}
DRAFT = {
    "title": "Tiêu đề mới", "summary": "", "body_html": "<p>Nội dung mới.</p>", "byline": "", "author": "",
    "source": "", "genre": "", "column": "kinh-te", "seen": "1",
}  # fmt: skip
REASON = {"note": "Cần ghi lý do", "seen": "1"}
SEEN = {"seen": "1"}


@dataclass(frozen=True)
class Row:
    """Who may, and on what: the status of the article or letter, and what the form sends."""

    may: frozenset[RoleName]
    status: ArticleStatus | MessageStatus = ArticleStatus.NEW
    form: dict[str, str] = field(default_factory=dict)
    answer: int | None = None  # None: 200 for a page, 303 for what was done


A, M = ArticleStatus, MessageStatus
ROWS = {
    ("GET", "/healthz"): Row(EVERYBODY),
    ("GET", "/metrics"): Row(EVERYBODY),
    ("GET", "/guide"): Row(EVERYBODY, answer=303),
    ("GET", "/guide/{key}"): Row(EVERYBODY),
    ("GET", "/login"): Row(EVERYBODY),
    ("POST", "/login"): Row(EVERYBODY, form={"username": "x", "password": "y"}),
    ("POST", "/logout"): Row(EVERYBODY),
    ("GET", "/"): Row(EVERYBODY),
    ("GET", "/queue/news"): Row(EVERYBODY),
    ("POST", "/queue/filters"): Row(EVERYBODY, form={"name": "Chờ duyệt", "query": "status=submitted"}),
    ("POST", "/queue/filters/{filter_id}/removal"): Row(EVERYBODY, answer=404),  # his own only, and he has none
    ("POST", "/queue/decisions"): Row(EDITORS, form={"action": "claim", "article": "1:1", "query": ""}, answer=200),
    ("GET", "/articles/{article_id}/reading"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/history"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/revisions/{number}"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/photos/{sha256}"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/return"): Row(EDITORS),
    ("POST", "/articles/{article_id}/revisions"): Row(EDITORS, form=DRAFT),
    ("POST", "/articles/{article_id}/choice"): Row(EDITORS, form=DRAFT | {"take": "0/1"}, answer=200),
    ("POST", "/articles/{article_id}/rereading"): Row(EDITORS, form=SEEN | {"field": "source", "value": "raw"}),
    ("POST", "/articles/{article_id}/revisions/{number}/restoration"): Row(EDITORS, form=SEEN),
    ("POST", "/articles/{article_id}/claim"): Row(EDITORS, form=SEEN),
    ("POST", "/articles/{article_id}/submission"): Row(EDITORS, form=SEEN),
    ("POST", "/articles/{article_id}/return"): Row(EDITORS, form=REASON),
    ("POST", "/articles/{article_id}/rejection"): Row(EDITORS, form=REASON),
    ("POST", "/articles/{article_id}/restoration"): Row(EDITORS, A.REJECTED, SEEN),
    ("POST", "/articles/{article_id}/approval"): Row(APPROVERS, A.SUBMITTED, SEEN),
    ("POST", "/articles/{article_id}/withdrawal"): Row(PUBLISHERS, A.PUBLISHED, REASON),
    ("POST", "/articles/{article_id}/republication"): Row(PUBLISHERS, A.WITHDRAWN, SEEN),
    ("GET", "/messages"): Row(EVERYBODY),
    ("GET", "/messages/{message_id}"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/original"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/raw"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/parts/{position}"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/parts/{position}/picture"): Row(EVERYBODY, M.HELD),
    ("POST", "/messages/{message_id}/reprocessing"): Row(REREADERS, M.FAILED),
    ("POST", "/messages/{message_id}/release"): Row(KEEPERS, M.HELD, {"note": "Đã gọi hỏi"}),
    ("POST", "/messages/{message_id}/dismissal"): Row(KEEPERS, M.HELD, {"note": "Thư quảng cáo"}),
}
SENDER = {"name": "Hội Cựu chiến binh", "reread": "1"}
ROWS |= {
    ("GET", "/calendar"): Row(EVERYBODY),
    ("POST", "/articles/{article_id}/escalation"): Row(EDITORS, form=REASON),
    ("POST", "/articles/{article_id}/correction"): Row(EDITORS, A.PUBLISHED, REASON),
    ("POST", "/articles/{article_id}/corrections/{correction_id}/removal"): Row(EDITORS, A.EDITING, SEEN),
    ("POST", "/articles/{article_id}/late"): Row(PUBLISHERS, A.APPROVED, SEEN, answer=409),  # nothing is kept back
    ("POST", "/articles/{article_id}/schedule"): Row(PUBLISHERS, A.APPROVED, SEEN | {"publish_at": "2026-10-20T08:00"}),
}
ROWS |= {
    ("POST", "/articles/{article_id}/remarks"): Row(EVERYBODY, form={"words": "Xem lại số liệu."}),
    ("POST", "/articles/{article_id}/remarks/{remark_id}/settlement"): Row(EVERYBODY),
    ("POST", "/articles/{article_id}/related"): Row(EDITORS, form={"code": "AM-2020-0001"}),
    ("POST", "/articles/{article_id}/related/{related_id}/removal"): Row(EDITORS),
}
ROWS |= {
    ("GET", "/articles/{article_id}/split"): Row(EDITORS),
    ("POST", "/articles/{article_id}/split"): Row(EDITORS, form=SEEN | {"place": "1"}),
    ("POST", "/articles/{article_id}/split/undoing"): Row(EDITORS, form=SEEN, answer=422),  # nothing was split
    ("GET", "/articles/{article_id}/merge"): Row(EDITORS),
    ("POST", "/articles/{article_id}/merge"): Row(EDITORS, form=SEEN | {"code": "AM-2020-0002", "other_seen": "1"}),
    ("POST", "/articles/{article_id}/merge/undoing"): Row(EDITORS, form=SEEN, answer=422),
    ("GET", "/articles/{article_id}/joining"): Row(EDITORS),
    ("POST", "/articles/{article_id}/joining"): Row(EDITORS, form=SEEN | {"code": "AM-2020-0002", "other_seen": "1"}),
    ("POST", "/articles/{article_id}/separation"): Row(EDITORS, form=SEEN | {"message": "1"}, answer=422),
}
ROWS |= {
    ("GET", "/articles/{article_id}/portal"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/portal/page"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/slip"): Row(EVERYBODY),
    ("GET", "/pin"): Row(EVERYBODY),
    ("POST", "/pin"): Row(EVERYBODY, form={"pin": "1", "again": "1"}, answer=422),
    ("GET", "/approve/{token}"): Row(EVERYBODY),
    ("GET", "/approve/{token}/page"): Row(EVERYBODY),
    ("POST", "/approve/{token}"): Row(EVERYBODY),
}
OPEN |= {"/approve/{token}", "/approve/{token}/page"}
PAGES |= {"/pin"}
UNDO = ("POST", "/articles/{article_id}/undoing")
ROWS[UNDO] = Row(EVERYBODY, form=SEEN, answer=422)  # everybody what he himself decided: here nobody anything
ROWS |= {
    ("POST", "/articles/{article_id}/presence"): Row(EVERYBODY, form=SEEN | {"page": "a"}, answer=200),
    ("POST", "/articles/{article_id}/takeover"): Row(EDITORS),
    ("POST", "/articles/{article_id}/drafts"): Row(EDITORS, form=DRAFT, answer=200),
    ("GET", "/articles/{article_id}/drafts/{key}"): Row(EDITORS, answer=404),  # his own only, and he has none
    ("POST", "/articles/{article_id}/drafts/{key}/removal"): Row(EDITORS),
    ("POST", "/articles/{article_id}/findings/{key}/ignoring"): Row(EDITORS, form=REASON),
    ("POST", "/articles/{article_id}/findings/{key}/heeding"): Row(EDITORS, form=SEEN),
    ("GET", "/messages/{message_id}/parts/{position}/preview"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/parts/{position}/pages/{number}"): Row(EVERYBODY, M.HELD, answer=404),  # no PDF
}
MEMBER = {"site": "an-mau", "name": "Trạm Y tế", "address": "tramyte@songmau.example"}
ROWS |= {
    ("GET", "/contributors"): Row(EVERYBODY),
    ("POST", "/contributors"): Row(EDITORS, form=MEMBER),
    ("GET", "/contributors/{contributor_id}"): Row(EVERYBODY),
    ("POST", "/contributors/{contributor_id}/details"): Row(EDITORS, form={"name": "Hội Cựu chiến binh"}),
    ("POST", "/contributors/{contributor_id}/addresses"): Row(EDITORS, form={"address": "ccb@songmau.example"}),
    ("POST", "/contributors/{contributor_id}/addresses/{address_id}/removal"): Row(EDITORS),
    ("POST", "/contributors/{contributor_id}/stop"): Row(EDITORS),
    ("POST", "/contributors/{contributor_id}/resumption"): Row(EDITORS),
    ("POST", "/refusals/{refusal_id}/removal"): Row(EDITORS),
    ("GET", "/messages/{message_id}/sender"): Row(EVERYBODY, M.HELD),
    ("POST", "/messages/{message_id}/sender/acceptance"): Row(EDITORS, M.HELD, SENDER),
    ("POST", "/messages/{message_id}/sender/refusal"): Row(EDITORS, M.HELD, REASON),
}
ROWS |= {
    key: Row(may, form=form, answer=answer)
    for key, (may, form, answer) in people_rows.ROWS.items()
    if key not in people_rows.NOT_ASKED
}
OPEN |= people_rows.OPEN
PAGES |= people_rows.PAGES
