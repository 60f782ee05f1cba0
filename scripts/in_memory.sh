#!/bin/bash
# Run a command with its temporary files in memory, in a folder of its own that is removed afterwards.
#   scripts/in_memory.sh COMMAND [ARGUMENT...]
# A run of all tests makes about 100,000 files, most of them for a second: on a disk, they cost it minutes. Where there
# is no such folder, or too little room in it or in memory, or no program may be run from it, the command runs with the
# temporary folder that it would have had.
set -euo pipefail

readonly MEMORY=/dev/shm NEEDED_KB=$((4 * 1024 * 1024)) # the tests keep under 2 GB there
FOLDER=

roomy() {
    [ -z "${TMPDIR:-}" ] && [ -d "$MEMORY" ] && [ -w "$MEMORY" ] || return 1
    local room available
    room=$(df --output=avail -k "$MEMORY" | tail -n 1)
    available=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
    [ "$room" -ge "$NEEDED_KB" ] && [ "$available" -ge $((2 * NEEDED_KB)) ]
}

runs_programs() {
    printf '#!/bin/sh\n' > "$1/runs"
    chmod +x "$1/runs"
    "$1/runs" 2> /dev/null
}

if roomy; then
    FOLDER=$(mktemp --directory "$MEMORY/tinbai.XXXXXX")
    trap 'rm -rf "$FOLDER"' EXIT
    chmod 1777 "$FOLDER" # as /tmp is: servers that run as users of their own keep files there, too
    if runs_programs "$FOLDER"; then
        export TMPDIR=$FOLDER
    fi
fi
"$@"
