#!/usr/bin/env bash
# Write every lock file from pyproject.toml, requirements-*.in and package.json. Pass --upgrade for newer versions.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
    export UV_SYSTEM_CERTS=1
fi

# No header and no index addresses: a lock must not tell on which machine it was made.
compile() {
    local output="$1"
    shift
    .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --output-file "$output" "$@"
}

compile requirements-setup.lock requirements-setup.in "$@"
compile requirements-node.lock requirements-node.in "$@"
compile requirements.lock pyproject.toml requirements-setup.in --extra demo --constraints requirements-setup.lock "$@"
compile requirements-dev.lock pyproject.toml requirements-setup.in --all-extras --group dev --constraints requirements.lock "$@"
npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --no-update-notifier --loglevel=error
