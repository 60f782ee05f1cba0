"""The documents are true of the tree: links, pictures, commands, keys, paths, and every move of the workflow."""

import re
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from tests.architecture.test_tree import ROOT, named, project_files
from tinbai.cli import app
from tinbai.config import load
from tinbai.site_data import SiteData
from tinbai.workflow import ARTICLE_MOVES, MESSAGE_MOVES, PUBLICATION_MOVES

DOCUMENTS = project_files(".md")
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
FOR_OPERATORS = [ROOT / "README.md", *sorted((ROOT / "docs" / "guides").glob("*.md"))]
MOVES: Mapping[str, Mapping[Any, str]] = {
    "Messages": MESSAGE_MOVES,
    "Articles": ARTICLE_MOVES,
    "Publications": PUBLICATION_MOVES,
}

LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCED = re.compile(r"^( *)```(?P<kind>\w*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(?P<text>[^`\n]+)`")
COMMAND = re.compile(r"(?:^ *|&& |/bin/)tinbai (?P<words>[a-z][^#|]*)")
MAKE = re.compile(r"(?:^|&& )(?:sudo )?make (?P<targets>[a-z][a-z -]*)")
ROW = re.compile(r"^\| (?P<before>\w+) \| (?P<decision>\w+) \| (?P<after>\w+) \|", re.MULTILINE)
ARROW = re.compile(r"^ *(?P<before>\w+) --> (?P<after>\w+): (?P<decisions>[\w, ]+)$", re.MULTILINE)
PATH = re.compile(r"(?:tinbai|ingest|review|publish|alembic|tests|docs|scripts|\.ci)/[\w./-]*")


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_link_and_picture_leads_somewhere(document: Path):
    targets = [match["target"].partition("#")[0] for match in LINK.finditer(without_code(document))]
    here = [target for target in targets if target and not re.match(r"https?:|mailto:", target)]
    assert [target for target in here if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_fence_is_closed(document: Path):
    assert document.read_text(encoding="utf-8").count("```") % 2 == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_command_of_tinbai_exists_with_its_options(document: Path):
    assert [problem for words in commands_in(document) if (problem := fault(words))] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_target_of_make_exists(document: Path):
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    wanted = {target for text in code(document) for match in MAKE.finditer(text) for target in match["targets"].split()}
    assert wanted - known == set()


@pytest.mark.parametrize("document", FOR_OPERATORS, ids=named)
def test_every_example_of_a_configuration_can_be_used(document: Path, tmp_path: Path):
    for number, example in enumerate(fenced(document, "toml")):
        assert is_site_data(example) or loads(example, tmp_path / str(number)), example


@pytest.mark.parametrize("noun", MOVES)
def test_the_table_of_moves_is_the_one_of_the_workflow(noun: str):
    told = {(row["before"], row["decision"], row["after"]) for row in ROW.finditer(section(noun))}
    assert told - {("from", "decision", "to")} == moves(MOVES[noun])


@pytest.mark.parametrize("noun", MOVES)
def test_the_diagram_of_statuses_shows_the_same_moves(noun: str):
    drawn = {
        (arrow["before"], decision.strip(), arrow["after"])
        for arrow in ARROW.finditer(section(noun))
        for decision in arrow["decisions"].split(",")
    }
    assert drawn == moves(MOVES[noun])


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "README.md"])
def test_every_file_that_is_named_exists(name: str):
    texts = [match["text"] for match in INLINE.finditer(without_fences(ROOT / name))]
    paths = {text for text in texts if PATH.fullmatch(text)}
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    listed = {match["target"] for match in LINK.finditer((folder / "README.md").read_text(encoding="utf-8"))}
    assert listed == {path.name for path in folder.glob("0*.md")}


def without_fences(document: Path) -> str:
    return FENCED.sub("", document.read_text(encoding="utf-8"))


def without_code(document: Path) -> str:
    return INLINE.sub("", without_fences(document))


def fenced(document: Path, kind: str) -> list[str]:
    """Return the blocks of code of one kind, moved to the left margin."""
    blocks = [block for block in FENCED.finditer(document.read_text(encoding="utf-8")) if block["kind"] == kind]
    return [re.sub(rf"^{block[1]}", "", block["text"], flags=re.MULTILINE) for block in blocks]


def code(document: Path) -> Iterator[str]:
    """Every line of a shell block and every piece of code within a line."""
    for block in fenced(document, "sh"):
        yield from block.splitlines()
    yield from (match["text"] for match in INLINE.finditer(without_fences(document)))


def commands_in(document: Path) -> Iterator[list[str]]:
    for text in code(document):
        for match in COMMAND.finditer(text):
            yield shlex.split(match["words"].replace("…", ""))


def fault(words: list[str]) -> str | None:
    """What is wrong with `tinbai WORDS`, if anything."""
    command = typer.main.get_command(app)
    for position, word in enumerate(words):
        if not isinstance(command, TyperGroup):
            break
        if word not in command.commands:
            return f"no command: tinbai {' '.join(words[: position + 1])}"
        command = command.commands[word]
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    unknown = [word for word in words if word.startswith("--") and word != "--help" and word not in options]
    return f"no option {unknown[0]} of tinbai {words[0]}" if unknown else None


def section(noun: str) -> str:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    return re.split(r"^#{2,3} ", text.partition(f"\n### {noun}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def moves(table: Mapping[Any, str]) -> set[tuple[str, str, str]]:
    return {(str(before), str(decision), str(after)) for (before, decision), after in table.items()}


def is_site_data(example: str) -> bool:
    try:
        SiteData.model_validate(tomllib.loads(example))
    except ValidationError:
        return False
    return True


def loads(example: str, folder: Path) -> bool:
    """Whether an example can stand in a `config.local.toml` beside ours. Raises ConfigError naming the wrong key."""
    folder.mkdir()
    (folder / "config.toml").write_bytes((ROOT / "config.toml").read_bytes())
    (folder / "config.local.toml").write_text(example, encoding="utf-8")
    return load(folder / "config.toml") is not None
