"""What the portal shows is compared, field by field and byte by byte, with what was meant. The proof says so."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from publish.portal import PortalAttachment, PortalItem, PortalPhoto, PortalText, Shown


def differences(item: PortalItem, shown: Shown | None) -> Sequence[str]:
    """The names of what is not as it should be; empty when all is well."""
    if shown is None:
        return ["row"]
    wrong = [
        field.name for field in fields(PortalText) if getattr(item.text, field.name) != getattr(shown.text, field.name)
    ]
    if not shown.placed.visible:
        wrong.append("visible")
    if list(item.photos) != list(shown.photos):
        wrong.append("photos")
    if list(item.attachments) != list(shown.attachments):
        wrong.append("attachments")
    files: list[PortalPhoto | PortalAttachment] = [*item.photos, *item.attachments]
    return wrong + [file.file for file in files if shown.on_disk.get(file.file) != file.sha256]


def proof_of_life(item: PortalItem, shown: Shown, revision_id: int, at: datetime) -> dict[str, Any]:
    """What was read back, to be kept with the publication."""
    return {
        "checked_at": at.isoformat(),
        "portal_id": shown.placed.portal_id,
        "address": shown.placed.address,
        "approval": shown.text.approval,
        "revision": revision_id,
        "published_at": shown.text.published_at.isoformat(),
        "fields": [field.name for field in fields(PortalText)],
        "photos": [
            {"file": photo.file, "sha256": shown.on_disk[photo.file], "original": item.originals[photo.file]}
            for photo in shown.photos
        ],
        "attachments": [{"file": file.file, "sha256": shown.on_disk[file.file]} for file in shown.attachments],
    }


def gone_with(item: PortalItem, before: dict[str, Any] | None, removed: Sequence[str]) -> Sequence[str]:
    """The files that an edit took out: those removed now, and those of the last proof that are not in `item`.

    Call it when the portal has no former file of the item left: then all of these are proven to be gone. The last
    proof tells what a publisher had removed before it died.
    """
    proven = [file["file"] for kind in ("photos", "attachments") for file in (before or {}).get(kind, ())]
    return sorted({*removed, *proven} - set(item.contents))


def still_public(shown: Shown | None) -> Sequence[str]:
    """What readers can still reach of an item that was taken down; empty when it is gone."""
    if shown is None:
        return []
    files = [file for file, digest in shown.on_disk.items() if digest is not None]
    return ["visible", *files] if shown.placed.visible else files


def proof_of_absence(shown: Shown | None, before: dict[str, Any] | None, at: datetime) -> dict[str, Any]:
    """That nothing can be reached any more. The first date is kept, for the case that it is put up again."""
    proof: dict[str, Any] = {"checked_at": at.isoformat(), "visible": False, "was_there": shown is not None}
    if shown is not None:
        proof |= {"portal_id": shown.placed.portal_id, "approval": shown.placed.approval}
    if before is not None and "published_at" in before:
        proof["published_at"] = before["published_at"]
    return proof
