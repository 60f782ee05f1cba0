"""The pages' own files: compressed, and kept by the browser for as long as they are the same.

An address with `?v=` and the stamp of the files as they are now is kept for a year; any other is asked about each
time, and answered 304 when nothing changed (RFC 9110, section 13.1.2).
"""

import gzip
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
FOR_EVER = "public, max-age=31536000, immutable"
ASK = "public, no-cache"
_KINDS = {
    ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}  # fmt: skip


class PageFiles(StaticFiles):
    """The folder, as an application to be mounted."""

    def __init__(self, folder: Path = FOLDER) -> None:
        super().__init__(directory=folder)
        self._stamp = stamp(folder)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or 304, or 404."""
        kept = FOR_EVER if parse_qs(scope["query_string"].decode("latin-1")).get("v") == [self._stamp] else ASK
        headers = Headers(scope=scope)
        if Path(path).suffix in _KINDS and "gzip" in headers.get("accept-encoding", ""):
            return self._compressed(path, scope["method"], headers, kept)
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = kept
        response.headers["Vary"] = "Accept-Encoding"
        return response

    def _compressed(self, path: str, method: str, headers: Headers, kept: str) -> Response:
        if method not in {"GET", "HEAD"}:
            raise HTTPException(405)
        full, about = self.lookup_path(path)
        if about is None:
            raise HTTPException(404)
        body, tag = _zipped(full, about.st_mtime_ns)
        also = {"Cache-Control": kept, "ETag": tag, "Vary": "Accept-Encoding"}
        if tag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=also)
        also["Content-Encoding"] = "gzip"
        return Response(body, media_type=_KINDS[Path(path).suffix], headers=also)


@lru_cache(maxsize=200)
def _zipped(path: str, _changed: int) -> tuple[bytes, str]:
    """The file's bytes, compressed once, and their tag."""
    body = gzip.compress(Path(path).read_bytes(), mtime=0)
    return body, f'"{sha256(body).hexdigest()[:24]}"'


@lru_cache(maxsize=4)
def stamp(folder: Path = FOLDER) -> str:
    """What stands behind `?v=`: it changes with any byte of any file that pages load."""
    whole = sha256()
    for path in sorted(each for each in folder.rglob("*") if each.suffix in {*_KINDS, ".woff2"}):
        whole.update(path.relative_to(folder).as_posix().encode() + sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:12]
