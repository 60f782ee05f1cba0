"""The second factor: codes of an authenticator (TOTP, RFC 6238), and recovery codes. pyotp and segno end here."""

import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

import pyotp
import segno
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from review.security import tokens
from tinbai.account import RecoveryCode, SecondFactor
from tinbai.db import changed
from tinbai.people import User

SECONDS = 30  # a code's life; the neighbours are taken too, for clocks that are a little off (RFC 6238, section 5.2)
RECOVERY_CODES = 10
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that is read as another


def is_on(session: Session, user_id: int) -> bool:
    """Whether a user has a second factor that counts."""
    query = select(SecondFactor.id).where(SecondFactor.user_id == user_id, SecondFactor.confirmed_at.is_not(None))
    return session.scalar(query) is not None


def begin(session: Session, user: User, *, at: datetime) -> SecondFactor:
    """A new secret, which counts once a code of it has come back. One that counts already must be removed first."""
    session.execute(delete(SecondFactor).where(SecondFactor.user_id == user.id, SecondFactor.confirmed_at.is_(None)))
    factor = SecondFactor(user_id=user.id, secret=pyotp.random_base32(), created_at=at, last_step=0)
    session.add(factor)
    session.flush()
    return factor


def pending(session: Session, user_id: int) -> SecondFactor | None:
    """The secret that waits for its first code."""
    query = select(SecondFactor).where(SecondFactor.user_id == user_id, SecondFactor.confirmed_at.is_(None))
    return session.scalars(query).first()


def confirm(session: Session, user: User, code: str, *, at: datetime) -> Sequence[str] | None:
    """Let the secret count when `code` is one of its codes; returns the recovery codes, which are shown this once."""
    factor = pending(session, user.id)
    step = _step_of(factor.secret, code, at) if factor else None
    if factor is None or step is None:
        return None
    factor.confirmed_at, factor.last_step = at, step
    return new_recovery_codes(session, user.id)


def take(session: Session, user_id: int, code: str, *, at: datetime) -> bool:
    """Whether `code` is good, and use it up: a code of the authenticator is taken once, and so is a recovery code."""
    typed = "".join(sign for sign in code.lower() if sign.isascii() and sign.isalnum())
    if len(typed) == 6 and typed.isdigit():
        return _take_code(session, user_id, typed, at)
    spent = update(RecoveryCode).where(
        RecoveryCode.user_id == user_id, RecoveryCode.code_hash == tokens.hashed(typed), RecoveryCode.used_at.is_(None)
    )
    return is_on(session, user_id) and changed(session.execute(spent.values(used_at=at))) == 1


def new_recovery_codes(session: Session, user_id: int) -> Sequence[str]:
    """Ten new codes; those of before end. Only their hashes are stored."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(12)) for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(user_id=user_id, code_hash=tokens.hashed(code)) for code in codes)
    return ["-".join((code[:4], code[4:8], code[8:])) for code in codes]


def recovery_codes_left(session: Session, user_id: int) -> int:
    """How many recovery codes have not been used."""
    query = select(RecoveryCode.id).where(RecoveryCode.user_id == user_id, RecoveryCode.used_at.is_(None))
    return len(session.scalars(query).all())


def remove(session: Session, user_id: int) -> bool:
    """Take the second factor away, with its recovery codes; False when there was none."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    return changed(session.execute(delete(SecondFactor).where(SecondFactor.user_id == user_id))) == 1


def address_of(factor: SecondFactor, username: str, issuer: str) -> str:
    """What the authenticator reads (otpauth:)."""
    return pyotp.TOTP(factor.secret, interval=SECONDS).provisioning_uri(name=username, issuer_name=issuer)


def picture_of(address: str) -> str:
    """The QR code of `address` as a data: address of an SVG, drawn here: the secret goes to nobody else."""
    return segno.make(address, error="m").svg_data_uri(scale=5, border=3, dark="#000", light="#fff")


def _take_code(session: Session, user_id: int, code: str, at: datetime) -> bool:
    """Guarded by the step of the last one taken: of two who send the same code at once, one gets in."""
    known = (SecondFactor.user_id == user_id, SecondFactor.confirmed_at.is_not(None))
    secret = session.scalar(select(SecondFactor.secret).where(*known))
    step = _step_of(secret, code, at) if secret else None
    if step is None:
        return False
    newer = update(SecondFactor).where(*known, SecondFactor.last_step < step).values(last_step=step)
    return changed(session.execute(newer.execution_options(synchronize_session=False))) == 1


def _step_of(secret: str, code: str, at: datetime) -> int | None:
    """The step whose code this is: the present one or a neighbour."""
    now = int(at.timestamp()) // SECONDS
    digits = "".join(sign for sign in code if sign in "0123456789")
    totp, found = pyotp.TOTP(secret, interval=SECONDS), None
    for step in (now - 1, now, now + 1):
        if hmac.compare_digest(totp.at(step * SECONDS), digits):
            found = step
    return found
