"""A real WordPress, Debian's package with PHP's own web server, on a MariaDB of the tests. It asks nobody outside."""

import itertools
import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymysql
import pytest

from tests.servers.program import (
    answers,
    as_ordinary_user,
    find_program,
    free_port,
    give_away,
    running,
    server_folder,
)

PACKAGE = Path("/usr/share/wordpress")
ADMIN, PASSWORD = "quantri", "mat-khau-thu-nghiem"
CATEGORIES = {"kinh-te": "Kinh tế", "tin-moi": "Tin mới", "van-hoa": "Văn hóa &amp; xã hội"}

_CONFIG = """<?php
define('DB_NAME', getenv('WP_DATABASE')); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', getenv('WP_DATABASE_HOST')); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', getenv('WP_ADDRESS')); define('WP_SITEURL', getenv('WP_ADDRESS'));
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', false);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', 'thu-nghiem'); define($name . '_SALT', 'thu-nghiem');
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
"""
# Its own installer (wp-admin/includes/upgrade.php), then what an office would set by hand.
_INSTALL = """<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WP_ADDRESS'), PHP_URL_HOST); $_SERVER['REQUEST_METHOD'] = 'GET';
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Xã An Mẫu', '%(admin)s', 'quantri@anmau.example', true, '', '%(password)s');
update_option('timezone_string', 'Asia/Ho_Chi_Minh');
foreach (json_decode('%(categories)s', true) as $slug => $name) {
    wp_insert_term($name, 'category', ['slug' => $slug]);
}
wp_delete_post(1, true);
echo $wp_version;
"""
# What PHP's own web server does not find as a file is WordPress's front page.
_ROUTER = """<?php
$path = __DIR__ . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($path) || is_file(rtrim($path, '/') . '/index.php') && $path !== __DIR__ . '/') { return false; }
require __DIR__ . '/index.php';
"""
_numbers = itertools.count(1)


@dataclass(frozen=True, kw_only=True)
class Wordpress:
    """A running portal. `database` is the URL of its tables, `folder` where its files lie.

    `empty` is the URL of its tables as they were before anybody published anything; nobody serves them.
    """

    address: str
    database: str
    empty: str
    folder: Path
    version: str

    @property
    def uploads(self) -> Path:
        return self.folder / "wp-content" / "uploads"

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """What its database answers."""
        return ask(self.database, statement)


@pytest.fixture(scope="session")
def wordpress(mariadb: str) -> Iterator[Wordpress]:
    """Installed, with three categories and no article."""
    php = find_program("php", package="php-cli")
    if not (PACKAGE / "wp-settings.php").exists():
        pytest.fail("Type: sudo apt-get install -y --no-install-recommends wordpress php-mysql", pytrace=False)
    database, port = f"{mariadb}/wordpress_{secrets.token_hex(4)}", free_port()
    address = f"http://127.0.0.1:{port}"
    ask(mariadb, f"CREATE DATABASE {database.rpartition('/')[2]} CHARACTER SET utf8mb4")
    with server_folder("wordpress") as folder:
        root = folder / "site"
        shutil.copytree(PACKAGE, root)
        words = {"admin": ADMIN, "password": PASSWORD, "categories": json.dumps(CATEGORIES)}
        for name, text in {"wp-config.php": _CONFIG, "install.php": _INSTALL % words, "router.php": _ROUTER}.items():
            (root / name).write_text(text, encoding="utf-8")
        uploads = root / "wp-content" / "uploads"
        uploads.mkdir()
        give_away(uploads)
        environment = {
            **os.environ, "WP_ADDRESS": address, "WP_DATABASE": database.rpartition("/")[2],
            "WP_DATABASE_HOST": mariadb.rpartition("@")[2],
        }  # fmt: skip
        settings = ["-d", "sendmail_path=/bin/true", "-d", "memory_limit=256M", "-d", "opcache.enable_cli=1"]
        command = as_ordinary_user([php, *settings])
        version = subprocess.run(
            [*command, str(root / "install.php")], env=environment, capture_output=True, text=True, check=True
        ).stdout
        empty = _copied(database, "empty", "InnoDB", "InnoDB")
        serve = [*command, "-S", address.removeprefix("http://"), "-t", str(root), str(root / "router.php")]
        with running(serve, log=folder / "output.log", ready=lambda: answers(port), env=environment):
            yield Wordpress(address=address, database=database, empty=empty, folder=root, version=version)


@pytest.fixture(params=["InnoDB"])
def wordpress_tables(request: pytest.FixtureRequest, wordpress: Wordpress) -> Iterator[str]:
    """The URL of a copy of its empty tables, on the engine that the test asks for; nobody serves it.

    Of "MyISAM/InnoDB" the first is that of wp_posts and the second that of the others.
    """
    of_posts, _, of_others = request.param.partition("/")
    copy = _copied(wordpress.empty, str(next(_numbers)), of_posts, of_others or of_posts)
    yield copy
    ask(copy, f"DROP DATABASE {_name(copy)}")


def _copied(database: str, number: str, of_posts: str, of_others: str) -> str:
    """The URL of a database with the same tables and rows, on these engines."""
    name = _name(database)
    copy = f"{name}_{number}"
    statements = [f"CREATE DATABASE {copy} CHARACTER SET utf8mb4"]
    for (table,) in ask(database, "SHOW TABLES"):
        statements += [
            f"CREATE TABLE {copy}.{table} LIKE {name}.{table}",
            f"ALTER TABLE {copy}.{table} ENGINE={of_posts if table == 'wp_posts' else of_others}",
            f"INSERT INTO {copy}.{table} SELECT * FROM {name}.{table}",
        ]
    ask(database, *statements)
    return f"{database.rpartition('/')[0]}/{copy}"


def _name(database: str) -> str:
    return database.rpartition("/")[2]


def ask(url: str, *statements: str) -> list[tuple[Any, ...]]:
    """The rows that the last of `statements` gives."""
    where, _, name = url.rpartition("@")[2].partition("/")
    host, _, port = where.partition(":")
    with (
        closing(
            pymysql.connect(
                host=host, port=int(port), user="root", database=name or None, autocommit=True, ssl_disabled=True
            )
        ) as one,
        one.cursor() as cursor,
    ):
        for statement in statements:
            cursor.execute(statement)
        return list(cursor.fetchall())
