#!/usr/bin/env bash
# The programs from Debian: the tests need all of them, the demo does without and says what it cannot read then.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/debian.sh
source scripts/debian.sh

# package: the programs in it that are used, or a file of it where it has none of its own; * stands for the architecture
needed=(
    "dovecot-imapd: dovecot doveadm"
    "dovecot-pop3d: pop3-login"
    "postgresql: initdb postgres"
    "mariadb-server: mariadbd mariadb-install-db"
    "php-cli: php"
    "php-mysql: /usr/lib/php/*/mysqli.so"
    "wordpress: /usr/share/wordpress/wp-settings.php"
    "wordpress-theme-twentytwentythree: /usr/share/wordpress/wp-content/themes/twentytwentythree"
    "chromium-headless-shell: chromium-headless-shell"
    "libatomic1: /usr/lib/*/libatomic.so.1" # for the driver that Playwright brings along
    "libreoffice-writer-nogui: soffice"
    "libreoffice-calc-nogui: /usr/lib/libreoffice/share/registry/calc.xcd"
    "libreoffice-impress-nogui: /usr/lib/libreoffice/share/registry/impress.xcd"
    "python3-uno: /usr/lib/libreoffice/program/pyuno.so"
    "tesseract-ocr: tesseract"
    "tesseract-ocr-vie: /usr/share/tesseract-ocr/5/tessdata/vie.traineddata"
    "unar: unar lsar"
    "clamav-daemon: clamd"
    "slapd: slapd slapadd"
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
    has_program tesseract ||
        echo "Note: without Tesseract, scans are kept but not read (apt-get install tesseract-ocr tesseract-ocr-vie)."
    has_program lsar ||
        echo "Note: without unar, .rar archives are kept but not opened (apt-get install unar)."
}

case "${1:?say what for: demo or test}" in
    test) for_tests ;;
    demo) for_demo ;;
esac
