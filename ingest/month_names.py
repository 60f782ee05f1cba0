"""Names of months in the languages that mail programs write them in, folded (no diacritics, lower case)."""

import re

from tinbai.text import fold

# A month a column, full names (with their other cases) and what they are shortened to.
_NAMES = """
    en jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september oct|october
       nov|november dec|december
    fr janv|janvier fev|fevr|fevrier mars avr|avril mai juin juil|juillet aou|août sept|septembre octobre novembre
       decembre
    de jän|jänner|januar febr|februar mär|mrz|märz|maerz april mai juni juli august september okt|oktober november
       dez|dezember
    es ene|enero febrero marzo abr|abril mayo junio julio ago|agosto septiembre|setiembre octubre noviembre
       dic|diciembre
    it gen|gennaio febbraio marzo aprile mag|maggio giu|giugno lug|luglio agosto set|settembre ott|ottobre novembre
       dicembre
    pt janeiro fev|fevereiro março abril maio junho julho agosto setembro out|outubro novembro dezembro
    nl januari februari maart|mrt april mei juni juli augustus september oktober november december
    pl sty|stycznia|styczen lut|lutego|luty marca|marzec kwi|kwietnia|kwiecien maj|maja cze|czerwca|czerwiec
       lip|lipca|lipiec sie|sierpnia|sierpien wrz|wrzesnia|wrzesien paz|pazdziernika|pazdziernik lis|listopada|listopad
       gru|grudnia|grudzien
    sv januari februari mars april maj juni juli augusti september oktober november december|des|desember
    id januari februari maret april mei juni juli agu|agt|agustus september oktober november desember
    ru янв|января|январь фев|февр|февраля|февраль мар|марта|март апр|апреля|апрель мая|май июн|июня|июнь июл|июля|июль
       авг|августа|август сен|сент|сентября|сентябрь окт|октября|октябрь ноя|нояб|ноября|ноябрь дек|декабря|декабрь
    zh 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
    vi giêng hai ba tư|bốn năm sáu bảy|bẩy tám chín mười mười_một|mười_mốt mười_hai|chạp
"""


def _by_language() -> dict[str, dict[str, int]]:
    languages: dict[str, dict[str, int]] = {}
    for row in re.split(r"\n    (?=\w)", _NAMES.strip()):
        language, *months = row.split()
        names = {fold(name.replace("_", " ")): n for n, month in enumerate(months, 1) for name in month.split("|")}
        languages[language.strip()] = names
    return languages


_LANGUAGES = _by_language()

# In Vietnamese the numbers are the names, so they count only after the word for month.
VIETNAMESE: dict[str, int] = _LANGUAGES.pop("vi") | {"mot": 1}
MONTHS: dict[str, int] = {name: number for names in _LANGUAGES.values() for name, number in names.items()}
