"""The words with which days are told from today, folded, in three languages."""

from collections.abc import Mapping
from functools import cache

from tracker.text.input.fold import fold

_DAYS = {
    0: "today, now, اليوم, الآن, bugün, şimdi",
    1: "tomorrow, غدا, غدًا, yarın",
    2: "day after tomorrow, the day after tomorrow, بعد غد, بعد الغد, öbür gün, yarından sonra",
    7: "haftaya, gelecek hafta, önümüzdeki hafta, next week, الأسبوع القادم, الأسبوع المقبل, الأسبوع التالي",
    -1: "yesterday, أمس, البارحة, dün",
    -2: "day before yesterday, the day before yesterday, أول أمس, أمس الأول, evvelsi gün, önceki gün",
    -7: "last week, الأسبوع الماضي, الأسبوع المنصرم, geçen hafta, geçtiğimiz hafta",
}
_UNITS = {
    "d": "d day days gün يوم يوما أيام يومين يومان",
    "w": "w week weeks hafta haftaya أسبوع أسبوعا أسابيع أسبوعين أسبوعان fortnight",
    "m": "m month months ay aya شهر شهرا أشهر شهور شهرين شهران",
    "q": "q quarter quarters çeyrek ربع أرباع ربعين",
    "y": "y year years yıl yıla sene سنة سنوات سنين سنتين سنتان عام عاما أعوام عامين عامان",
}
_TWICE = "يومين يومان أسبوعين أسبوعان شهرين شهران ربعين سنتين سنتان عامين عامان fortnight"
_SPANS = {
    "week": "week الأسبوع hafta haftanın",
    "month": "month الشهر ay ayın ayının",
    "quarter": "quarter الربع çeyrek çeyreğin çeyreği",
    "half": "half النصف yarıyıl yarıyılın",
    "year": "year السنة العام yıl yılın yılının sene senenin",
}
_SHIFTS = {
    1: "next coming following upcoming القادم القادمة المقبل المقبلة التالي التالية الآتي gelecek önümüzdeki sonraki",
    -1: "last previous past الماضي الماضية المنصرم المنصرمة السابق السابقة الفائت geçen geçtiğimiz önceki",
    0: "this current هذا هذه الحالي الحالية الجاري الجارية bu",
}
_EDGES = {
    "end": "end نهاية آخر أواخر ختام sonu sonuna sonunda sonuna",
    "start": "start beginning بداية أول أوائل مطلع başı başında başına",
    "middle": "mid middle منتصف أواسط ortası ortasında ortasına",
}
_SHORT = {"eom": "end month", "eoq": "end quarter", "eoy": "end year", "eow": "end week", "som": "start month"}
_WHOLE = {
    "last day": "end",
    "first day": "start",
    "from now": "later",
    "from today": "later",
    "اخر يوم": "end",
    "اول يوم": "start",
}
_WHOLE_TURKISH = {"son gunu": "sonu", "ilk gunu": "basi"}
_NUMBERS = {
    1: "a an one واحد واحدة bir",
    2: "two اثنين اثنان اثنتين iki",
    3: "three ثلاث ثلاثة üç",
    4: "four أربع أربعة dört",
    5: "five خمس خمسة beş",
    6: "six ست ستة altı",
    7: "seven سبع سبعة yedi",
    8: "eight ثمان ثماني ثمانية sekiz",
    9: "nine تسع تسعة dokuz",
    10: "ten عشر عشرة on",
    11: "eleven",
    12: "twelve",
    14: "fourteen",
    15: "fifteen",
    20: "twenty عشرين عشرون yirmi",
    30: "thirty ثلاثين ثلاثون otuz",
    60: "sixty ستين ستون altmış",
    90: "ninety تسعين تسعون doksan",
}
_AFTER = "in within after later hence بعد خلال sonra sonraya içinde"
_AGO = "ago قبل منذ önce"
_FILL = "the of from من في يوم time by until till before now today الآن اليوم حتى لغاية kadar günü itibaren bugünden"


@cache
def days() -> Mapping[str, int]:
    """The words for days, each with its distance from today."""
    return {fold(word): number for number, words in _DAYS.items() for word in words.split(",")}


@cache
def units() -> Mapping[str, str]:
    """The words after a number, each as d, w, m, q or y."""
    return _by_word(_UNITS)


@cache
def spans() -> Mapping[str, str]:
    """The words for a span that lies somewhere round today: week, month, quarter, half, year."""
    return _by_word(_SPANS)


@cache
def shifts() -> Mapping[str, int]:
    """The words for the next, the last and the present one."""
    return {fold(word): number for number, words in _SHIFTS.items() for word in words.split()}


@cache
def edges() -> Mapping[str, str]:
    """The words for the end, the start and the middle of a span."""
    return _by_word(_EDGES)


@cache
def numbers() -> Mapping[str, int]:
    """The words for numbers."""
    return {fold(word): number for number, words in _NUMBERS.items() for word in words.split()}


@cache
def twice() -> frozenset[str]:
    """The words for two of a unit."""
    return _set(_TWICE)


@cache
def after() -> frozenset[str]:
    """The words that lead from today into the future."""
    return _set(_AFTER)


@cache
def ago() -> frozenset[str]:
    """The words that lead from today into the past."""
    return _set(_AGO)


@cache
def fill() -> frozenset[str]:
    """The words that may be left out."""
    return _set(_FILL)


def spelt_out(text: str) -> str:
    """The folded text with its abbreviations and turns in the words above: `eom`, `last day of the month`."""
    words = " ".join(_SHORT.get(word, word) for word in text.replace("-", " ").replace("' ", " ").split())
    for turn, word in (*_WHOLE.items(), *_WHOLE_TURKISH.items()):
        words = words.replace(turn, word)
    return words


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _by_word(table: Mapping[str, str]) -> Mapping[str, str]:
    return {fold(word): name for name, words in table.items() for word in words.split()}
