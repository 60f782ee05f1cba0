#!/usr/bin/env bash
# Install what is missing: `set_up.sh demo` what the demo needs, `set_up.sh test` what the tests need as well.
# Run again, it only looks whether everything is still there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose="${1:?say what for: demo or test}"
if [ ! -w . ]; then
    echo "This folder ($PWD) cannot be written by $(id -un), and the set-up keeps everything in it. Use a copy of your own." >&2
    exit 1
fi
scripts/debian_programs.sh "$purpose"
scripts/python_environment.sh "$purpose"
scripts/front_end.sh
