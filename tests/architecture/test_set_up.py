"""The set-up says in plain words what is missing and how to get it; root is given it at once."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What the scripts themselves call.
TOOLS = ("bash", "dirname", "id", "cat", "rm", "chmod", "printf", "env", "cp", "sha256sum", "head", "grep")


class Machine:
    """A PATH with nothing on it but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.policy = folder / "policy-rc.d"
        for tool in TOOLS:
            found = shutil.which(tool)
            if found:
                (folder / tool).symlink_to(found)

    def has(self, name: str, script: str = "exit 0") -> None:
        program = self.folder / name
        program.unlink(missing_ok=True)
        program.write_text(f"#!/bin/bash\n{script}\n")
        program.chmod(0o755)

    def run(self, *command: str, tree: Path = ROOT) -> subprocess.CompletedProcess[str]:
        path = {"PATH": str(self.folder), "PROGRAM_PATH": str(self.folder), "SERVICE_POLICY": str(self.policy)}
        return subprocess.run(command, env=path, cwd=tree, capture_output=True, text=True, check=False)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.has("id", "echo 1000")
    made.has("apt-get", f'echo "$@" >> {tmp_path}/asked')
    for program in (
        *("dovecot", "doveadm", "pop3-login", "initdb", "postgres", "mariadbd", "mariadb-install-db", "php"),
        *("chromium-headless-shell", "soffice", "tesseract", "unar", "lsar", "clamd", "slapd", "slapadd"),
    ):
        made.has(program)
    return made


def test_a_machine_that_has_everything_is_left_alone(machine: Machine):
    done = machine.run("scripts/debian_programs.sh", "test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (machine.folder / "asked").exists()


def test_an_ordinary_user_is_told_the_line_to_type(machine: Machine):
    (machine.folder / "initdb").unlink()
    (machine.folder / "lsar").unlink()
    done = machine.run("scripts/debian_programs.sh", "test")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Missing on this machine: postgresql unar. Type this, then run again:",
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends postgresql unar",
    ]
    assert not (machine.folder / "asked").exists()


def test_root_is_given_what_is_missing_and_no_service_starts(machine: Machine):
    machine.has("id", "echo 0")
    machine.has("apt-get", f'echo "$@" >> {machine.folder}/asked; cp {machine.policy} {machine.folder}/seen')
    (machine.folder / "chromium-headless-shell").unlink()
    done = machine.run("scripts/debian_programs.sh", "test")
    assert (done.returncode, done.stdout) == (0, "Installing from Debian: chromium-headless-shell\n")
    asked = (machine.folder / "asked").read_text().splitlines()
    assert [line.split()[-1] for line in asked] == ["update", "chromium-headless-shell"]
    assert "install --no-install-recommends" in asked[1]
    assert "exit 101" in (machine.folder / "seen").read_text()
    assert not machine.policy.exists()


def test_a_system_that_is_not_debian_is_told_the_names(machine: Machine):
    (machine.folder / "apt-get").unlink()
    (machine.folder / "dovecot").unlink()
    done = machine.run("scripts/debian_programs.sh", "test")
    assert done.returncode == 1
    assert done.stderr.startswith("Missing on this machine: dovecot-imapd. These are Debian's names")


def test_the_demo_only_says_what_will_not_be_read(machine: Machine):
    (machine.folder / "soffice").unlink()
    (machine.folder / "lsar").unlink()
    (machine.folder / "dovecot").unlink()
    done = machine.run("scripts/debian_programs.sh", "demo")
    assert done.returncode == 0
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
        "Note: without LibreOffice",
        "Note: without unar",
    ]


@pytest.fixture
def bare_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is cloned, as far as the set-up of Python reads it."""
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "scripts", tree / "scripts")
    for path in (ROOT / "pyproject.toml", *ROOT.glob("requirements*")):
        shutil.copy(path, tree)
    return tree


def test_a_python_without_its_venv_module_is_answered_with_the_package_to_install(machine: Machine, bare_tree: Path):
    machine.has("python3", '[[ "$*" != *ensurepip* ]]')
    done = machine.run("scripts/python_environment.sh", "demo", tree=bare_tree)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv"
    )


def test_a_python_that_is_too_old_is_named(machine: Machine, bare_tree: Path):
    machine.has("python3", '[[ "$1" == --version ]] && echo "Python 3.9.2"')
    done = machine.run("scripts/python_environment.sh", "demo", tree=bare_tree)
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed and was not found; python3 here is: Python 3.9.2" in done.stderr


def test_without_the_network_the_run_ends_and_says_so(machine: Machine, bare_tree: Path):
    machine.has("python3", f'[ "$2" != venv ] || {{ mkdir -p .venv/bin; ln -s {machine.folder}/pip .venv/bin/pip; }}')
    machine.has("mkdir", 'exec /bin/mkdir "$@"')
    machine.has("ln", 'exec /bin/ln "$@"')
    machine.has("pip", "exit 1")
    done = machine.run("scripts/python_environment.sh", "demo", tree=bare_tree)
    assert done.returncode == 1
    assert "They come from PyPI, so the network must be there." in done.stderr
    assert not (bare_tree / ".venv" / "set-up-for-demo").exists()
