"""What a visitor may decide about an article now. The buttons and the handlers ask the same function."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from review.joining import AS_VERSION
from review.last_moves import last_moves
from review.marks import severities
from review.security.rights import Right, Visitor, may
from tinbai.approval import publications_of
from tinbai.article import Article, ArticleStatus
from tinbai.errors import ForbiddenMoveError, InputError, NotAllowedError
from tinbai.finding import Severity
from tinbai.publication import PublicationStatus
from tinbai.workflow import ARTICLE_MOVES, Decision

NEEDED: Mapping[Decision, Right] = {
    Decision.CLAIM: Right.EDIT,
    Decision.EDIT: Right.EDIT,
    Decision.SUBMIT: Right.EDIT,
    Decision.RETURN: Right.EDIT,
    Decision.REJECT: Right.EDIT,
    Decision.RESTORE: Right.EDIT,
    Decision.APPROVE: Right.APPROVE,
    Decision.WITHDRAW: Right.PUBLISH,
    Decision.REPUBLISH: Right.PUBLISH,
    Decision.ESCALATE: Right.EDIT,
    Decision.RESCHEDULE: Right.PUBLISH,
    Decision.GO_AHEAD: Right.PUBLISH,
    Decision.CORRECT: Right.EDIT,
    Decision.SPLIT: Right.EDIT,
    Decision.MERGE: Right.EDIT,
}
_GONE = (PublicationStatus.WITHDRAWN, PublicationStatus.WITHDRAWING)
_UNSUBMITTED = (ArticleStatus.NEW, ArticleStatus.EDITING)


def possible(session: Session, visitor: Visitor, article: Article) -> frozenset[Decision]:
    """Every decision that `visitor` may make about `article` as it stands."""
    return frozenset(
        decision
        for decision, right in NEEDED.items()
        if may(visitor, right, article) and _stands_open(session, article, decision)
    )


def demand(session: Session, visitor: Visitor, decision: Decision, article: Article) -> None:
    """Raise NotAllowedError when he lacks the right, ForbiddenMoveError when the article is not in a state for it."""
    right = NEEDED[decision]
    if not may(visitor, right, article):
        raise NotAllowedError(user=visitor.user_id, right=right)
    if not _stands_open(session, article, decision):
        raise ForbiddenMoveError(noun="article", key=article.id, status=article.status, decision=decision)


def demand_no_blocking_findings(visitor: Visitor, article: Article, note: str) -> None:
    """Raise InputError when findings block. The head of the board may override them, with a reason that stands."""
    if not severities(article)[Severity.BLOCK]:
        return
    if not (visitor.is_head(article.site_id) and note.strip()):
        raise InputError(field="findings", problem="blocking_findings")


def _stands_open(session: Session, article: Article, decision: Decision) -> bool:
    if (article.status, decision) not in ARTICLE_MOVES:
        return False
    if decision is Decision.APPROVE and article.status in _UNSUBMITTED:
        return article.column is not None and article.column.decisions == 1
    if decision is Decision.WITHDRAW and article.status is ArticleStatus.EDITING:
        return is_live(session, article)
    if decision is Decision.WITHDRAW and article.status is ArticleStatus.APPROVED:
        return _may_be_seen(session, article)
    if decision is Decision.REPUBLISH:
        return bool(publications_of(session, article))
    if decision is Decision.RESTORE:
        move = last_moves(session, article.id).move
        return move is None or (move.data or {}).get("as") != AS_VERSION  # its text stands in another article
    if decision is Decision.ESCALATE:
        return not (article.needs_head and article.status is ArticleStatus.SUBMITTED)
    if decision is Decision.RESCHEDULE:
        return _is_untouched(session, article)
    if decision is Decision.GO_AHEAD:
        return any(each.is_kept for each in publications_of(session, article))
    if decision is Decision.CORRECT:
        return article.status is ArticleStatus.PUBLISHED or is_live(session, article)
    if decision is Decision.SPLIT:
        return article.revision is not None and article.revision.body_html.count("</") > 1  # asked of many rows: cheap
    return True


def _is_untouched(session: Session, article: Article) -> bool:
    """Whether nothing of what was ordered has begun to go out, or something is kept back."""
    publications = publications_of(session, article)
    kept = [each for each in publications if each.is_kept]
    return bool(publications) and all(each.is_untouched for each in kept or publications)


def _may_be_seen(session: Session, article: Article) -> bool:
    """Whether some portal shows it, or is going to."""
    return any(each.status not in _GONE for each in publications_of(session, article))


def may_be_read(session: Session, article: Article) -> bool:
    """Whether readers see some revision of it somewhere, or are going to without a further decision."""
    publications = publications_of(session, article)
    begun = any(each.status in (PublicationStatus.DUE, PublicationStatus.SENDING) for each in publications)
    return begun or is_live(session, article)


def is_live(session: Session, article: Article) -> bool:
    """Whether readers see some revision of it somewhere."""
    return any(each.live_revision_id and each.status not in _GONE for each in publications_of(session, article))
