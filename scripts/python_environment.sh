#!/usr/bin/env bash
# .venv: a Python of its own with exactly the packages of a lock file, and the program in place.
# It is made anew when the lock, the project file, the folder or the Python changes, and left alone otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/debian.sh
source scripts/debian.sh

purpose="${1:?say what for: demo or test}"
# What the tests need holds what the demo needs, so an environment that serves the tests stays as it is.
if [ -e .venv/set-up-for-test ]; then
    purpose="test"
fi
case "$purpose" in
    test) lock=requirements-dev.lock ;;
    demo) lock=requirements.lock ;;
esac
stamp=".venv/set-up-for-$purpose"

main() {
    local wanted
    wanted="$(fingerprint)"
    if is_whole && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    is_whole || make_environment
    echo "Installing the Python packages of $lock into .venv"
    install_packages
    rm -f .venv/set-up-for-*
    echo "$wanted" >"$stamp"
}

fingerprint() {
    { pwd && cat pyproject.toml requirements-setup.lock "$lock"; } | sha256sum
}

# A copied or moved folder, a Python that was upgraded away, and a half-made .venv are all made anew.
is_whole() {
    [ -x .venv/bin/pip ] && head -n 1 .venv/bin/pip | grep -qF "$PWD/.venv/bin/python" &&
        .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

make_environment() {
    local python
    python="$(newest_python)"
    if [ -z "$python" ]; then
        echo "Python 3.11 or newer is needed and was not found; python3 here is: $(python3 --version 2>&1 || true)" >&2
        need_debian_packages python3 python3-venv
        python="$(newest_python)"
    elif ! can_make_environments "$python"; then
        need_debian_packages python3-venv
    fi
    if [ -z "$python" ] || ! can_make_environments "$python"; then
        echo "Python 3.11 or newer with its venv module is needed, and this system does not have it. On Debian 12 or newer:" >&2
        echo "    sudo apt-get install python3 python3-venv" >&2
        exit 1
    fi
    if [ -e .venv ] && ! rm -rf .venv; then
        echo "The folder .venv belongs to another user and stands in the way. Remove it, then run again." >&2
        exit 1
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv .venv
}

# The newest Python that can make an environment; failing that, the newest at all (python3-venv is then missing).
newest_python() {
    local name unable=""
    for name in python3.13 python3.12 python3.11 python3; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        if can_make_environments "$name"; then
            echo "$name"
            return
        fi
        unable="${unable:-$name}"
    done
    echo "$unable"
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

install_packages() {
    # The certificates that the system trusts: behind an office's proxy the ones built into uv are not enough.
    if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
        export UV_SYSTEM_CERTS=1
    fi
    local mirror
    mirror="$(.venv/bin/pip config get global.index-url 2>/dev/null || true)"
    if [ -n "$mirror" ]; then
        export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$mirror}"
    fi
    {
        .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-setup.lock &&
            .venv/bin/uv pip sync --quiet --no-config --python .venv/bin/python --require-hashes "$lock" &&
            .venv/bin/uv pip install --quiet --no-config --python .venv/bin/python --no-deps --no-build-isolation --editable .
    } || {
        echo "The Python packages could not be installed; the lines above say why. They come from PyPI, so the network must be there." >&2
        exit 1
    }
}

main
