"""The first-run wizard for tests: on an empty folder, with trials that say what a test wants."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from review.first_run.app import create
from review.first_run.trials import Trials, Tried
from tests.rows import NOON
from tinbai.config import MailboxConfig, PortalConfig, SmtpConfig, load

PASSWORD = "mat-khau-thu-2026"
SITE = {
    "name": "Trang thông tin điện tử xã An Mẫu", "code": "am", "public_url": "https://bientap.songmau.example",
    "columns": "Kinh tế\n\nVăn hóa – xã hội\nkinh tế\n", "units": "Hội Nông dân\n",
}  # fmt: skip
MAILBOX = {
    "kind": "imap", "host": "mail.songmau.example", "port": "", "security": "tls", "ca_file": "",
    "username": "bbt.anmau@songmau.example", "password": ' mật khẩu "lạ" # ', "folder": "INBOX",
}  # fmt: skip
PORTAL = {
    "kind": "reference", "database": "postgresql", "host": "db.songmau.example", "port": "", "database_name": "portal",
    "username": "tinbai@cong", "password": "mk-cong", "media_path": "/srv/media", "media_url": "/media",
    "address": "https://anmau.songmau.example/tin/{id}",
}  # fmt: skip
MAIL = {
    "host": "mail.songmau.example", "port": "", "security": "starttls", "ca_file": "", "password": "",
    "username": "bbt.anmau@songmau.example", "sender": "bbt.anmau@songmau.example", "to": "quantri@songmau.example",
}  # fmt: skip
ADMINISTRATOR = {
    "name": "Lê Văn Quản", "title": "Chuyên viên Văn phòng", "email": "quan@songmau.example", "username": "quan.tri",
    "password": PASSWORD, "again": PASSWORD, "head": "1",
}  # fmt: skip
STEPS = {"site": SITE, "mailbox": MAILBOX, "portal": PORTAL, "mail": MAIL, "administrator": ADMINISTRATOR}


@dataclass(kw_only=True)
class Wizard:
    """The wizard of a folder, what it showed on the terminal, and what it tried."""

    folder: Path
    codes: list[str] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    answer: Sequence[Tried] = (Tried(ok=True, words="Đăng nhập được"),)
    ended: int = 0
    later: timedelta = timedelta()

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def start(self) -> None:
        """Begin it, as a new process does."""
        self.app = create(
            self.config, load(self.config), Trials(mailbox=self._try, portal=self._try_portal, letter=self._try_letter),
            tell=self.codes.append, finished=self._end, clock=lambda: NOON + self.later,
        )  # fmt: skip

    def browser(self) -> TestClient:
        """Somebody new."""
        return TestClient(self.app, follow_redirects=False)

    def inside(self) -> "Inside":
        """Somebody who reads the terminal and gave the code."""
        client = self.browser()
        assert client.post("/first-run/code", data={"code": self.codes[-1]}).status_code == 303
        page = client.get("/first-run", follow_redirects=True).text
        found = re.search(r'name="csrf" value="([^"]+)"', page)
        assert found is not None
        return Inside(client, found[1])

    def _try(self, section: MailboxConfig) -> Sequence[Tried]:
        self.asked.append(section)
        return self.answer

    def _try_portal(self, section: PortalConfig, _root: Path) -> Sequence[Tried]:
        self.asked.append(section)
        return self.answer

    def _try_letter(self, smtp: SmtpConfig, to: str) -> Sequence[Tried]:
        self.asked.append((smtp, to))
        return self.answer

    def _end(self) -> None:
        self.ended += 1


@dataclass(frozen=True)
class Inside:
    """A browser in the wizard."""

    client: TestClient
    csrf: str

    def get(self, step: str) -> Any:
        return self.client.get(f"/first-run/{step}")

    def post(self, step: str, data: dict[str, str] | None = None, **more: str) -> Any:
        """A step's form: what is usual in these tests, with `more` of its fields otherwise."""
        return self.client.post(f"/first-run/{step}", data={"csrf": self.csrf, **(data or STEPS[step]), **more})

    def answer(self, *steps: str) -> None:
        """Answer these steps as is usual in these tests."""
        for step in steps:
            answer = self.post(step)
            assert answer.status_code == (200 if step == "administrator" else 303), answer.text


def an_empty_folder(folder: Path, migrated_file: Path | None = None) -> Path:
    """A fresh installation; with `migrated_file`, its database was migrated by hand already."""
    (folder / "config.toml").write_text('[database]\nurl = "sqlite:///tinbai.db"\n[blobs]\npath = "blobs"\n')
    if migrated_file is not None:
        shutil.copyfile(migrated_file, folder / "tinbai.db")
    return folder
