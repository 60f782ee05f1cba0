"""`tinbai restore --verify`: whether a backup is whole, read from its first byte to its last. Nothing is changed."""

from dataclasses import dataclass
from pathlib import Path

from tinbai.backup import Progress
from tinbai.backup_blobs import blob_names, check_blobs
from tinbai.backup_contents import Contents
from tinbai.backup_engine import look
from tinbai.backup_folder import BackupFolder, Manifest, hash_of, hash_of_names, read_manifest
from tinbai.backup_trouble import Finding, Trouble
from tinbai.errors import BackupError
from tinbai.migrate import is_known


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was looked at, and everything that is wrong with it. Without a finding it can be restored."""

    copy: Path
    manifest: Manifest
    findings: list[Finding]


def newest(folder: BackupFolder, name: str | None = None) -> Path:
    """The copy called `name`, else the newest finished one. Raises BackupError (NO_BACKUP, UNFINISHED)."""
    copies = folder.copies()
    if name is not None:
        copies = [copy for copy in copies if copy.name == name]
    finished = [copy for copy in folder.finished() if copy in copies]
    if finished:
        return finished[-1]
    if copies:
        raise BackupError(Trouble.UNFINISHED, copies[-1].name)
    raise BackupError(Trouble.NO_BACKUP, str(folder.root if name is None else folder.root / "copies" / name))


def unfinished(folder: BackupFolder) -> list[Finding]:
    """Copies newer than the newest finished one: backups that were killed, or are at work now."""
    finished = folder.finished()
    later = [copy for copy in folder.copies() if not finished or copy.name > finished[-1].name]
    return [Finding(trouble=Trouble.UNFINISHED, name=copy.name) for copy in later]


def verify(folder: BackupFolder, name: str | None, *, progress: Progress) -> Verified:
    """Check one copy with everything that it refers to. Raises BackupError (NO_BACKUP, UNFINISHED, MANIFEST)."""
    copy = newest(folder, name)
    manifest = read_manifest(copy)
    findings = [] if name else unfinished(folder)
    contents = checked_contents(copy, manifest, findings)
    # Of a damaged database nothing is believed: then every blob that is there is read.
    names = contents.blobs if contents else blob_names(folder.blobs)
    findings += check_blobs(folder.blobs, names, lambda done, total: progress("check", done, total))
    return Verified(copy=copy, manifest=manifest, findings=findings)


def checked_contents(copy: Path, manifest: Manifest, findings: list[Finding]) -> Contents | None:
    """What the copy of the database holds; None, and added to `findings`, when it is not what the manifest says."""
    file = copy / manifest.database
    if Path(manifest.database).name != manifest.database or not file.is_file():
        findings.append(Finding(trouble=Trouble.DATABASE_MISSING, name=f"{copy.name}/{manifest.database}"))
        return None
    if hash_of(file) != manifest.database_sha256:
        findings.append(Finding(trouble=Trouble.DATABASE_DAMAGED, name=f"{copy.name}/{manifest.database}"))
        return None
    try:
        contents = look(manifest.engine, file)
    except BackupError as error:
        findings.append(Finding(trouble=Trouble(error.trouble), name=" ".join(error.names)))
        return None
    if not _agree(contents, manifest):
        findings.append(Finding(trouble=Trouble.DATABASE_DIFFERS, name=f"{copy.name}/{manifest.database}"))
    if contents.revision is None or not is_known(contents.revision):
        findings.append(Finding(trouble=Trouble.REVISION_NEWER, name=f"{contents.revision} ({manifest.version})"))
    return contents


def _agree(contents: Contents, manifest: Manifest) -> bool:
    of_rows = (contents.revision, contents.rows, len(contents.blobs), hash_of_names(contents.blobs))
    return of_rows == (manifest.revision, manifest.rows, manifest.blobs, manifest.blobs_sha256)
