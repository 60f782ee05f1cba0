#!/usr/bin/env bash
# The programs from Debian: the tests need all of them, the demo does without and says what it cannot read then.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/debian.sh
source scripts/debian.sh

# package: the programs in it that are used
needed=(
    "dovecot-imapd: dovecot doveadm"
    "postgresql: initdb postgres"
    "mariadb-server: mariadbd mariadb-install-db"
    "chromium: chromium"
    "libreoffice-writer-nogui: soffice"
    "unar: unar lsar"
)

for_tests() {
    local line program
    local -a missing=()
    for line in "${needed[@]}"; do
        for program in ${line#*:}; do
            if ! has_program "$program"; then
                missing+=("${line%%:*}")
                break
            fi
        done
    done
    if [ "${#missing[@]}" -gt 0 ]; then
        need_debian_packages "${missing[@]}"
    fi
}

for_demo() {
    has_program soffice ||
        echo "Note: without LibreOffice, old .doc and .odt files are kept but not read (apt-get install libreoffice-writer-nogui)."
    has_program lsar ||
        echo "Note: without unar, .rar archives are kept but not opened (apt-get install unar)."
}

case "${1:?say what for: demo or test}" in
    test) for_tests ;;
    demo) for_demo ;;
esac
