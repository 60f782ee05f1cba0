# shellcheck shell=bash
# Sourced by the set-up scripts: finding programs, and getting Debian's packages or saying how to get them.

# An ordinary user's PATH lacks the folders of servers; PostgreSQL's and Dovecot's own programs lie in none at all.
# Both can be set for the tests of this file, which play a machine that lacks something.
PROGRAM_PATH="${PROGRAM_PATH:-$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/lib/dovecot:$(printf '%s:' /usr/lib/postgresql/*/bin)}"
SERVICE_POLICY="${SERVICE_POLICY:-/usr/sbin/policy-rc.d}"

# A program by its name, or a file by its whole path: some packages only add to the programs of others.
has_program() {
    if [[ "$1" = /* ]]; then
        [ -e "$1" ]
        return
    fi
    PATH="$PROGRAM_PATH" type -P "$1" >/dev/null
}

# Install the packages named when we may, or end the run with the line to type.
need_debian_packages() {
    local install="apt-get install -y --no-install-recommends $*"
    if ! type -P apt-get >/dev/null; then
        echo "Missing on this machine: $*. These are Debian's names; install the same with this system's own tools, then run again." >&2
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        echo "Missing on this machine: $*. Type this, then run again:" >&2
        echo "    sudo apt-get update && sudo $install" >&2
        exit 1
    fi
    echo "Installing from Debian: $*"
    without_starting_services install_as_root "$@" || {
        echo "Debian's packages could not be installed. When the network is there again, type this, then run again:" >&2
        echo "    apt-get update && $install" >&2
        exit 1
    }
}

install_as_root() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null &&
        apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@" >/dev/null
}

# The tests start servers of their own, so a package's service must not start with its installation.
without_starting_services() {
    local policy="$SERVICE_POLICY" status=0
    if [ -e "$policy" ]; then
        "$@"
        return
    fi
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    # shellcheck disable=SC2064  # the name is wanted as it is now
    trap "rm -f '$policy'" EXIT
    "$@" || status=$?
    rm -f "$policy"
    trap - EXIT
    return "$status"
}
