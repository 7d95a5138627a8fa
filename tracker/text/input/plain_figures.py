"""The figures in a text that identify nobody: amounts of money and of goods, numbers of books and of contracts, rates.

They are known by what stands beside them, or by their check digit; the guard (`personal.py`) does not look at them.
"""

import re
from collections.abc import Iterator
from functools import cache

from tracker.text.input.check_digits import is_card, is_isbn

Span = tuple[int, int]

_CURRENCIES = (
    r"د\.?\s?ل\.?|دينار\w{0,4}|دنانير|دولار\w{0,4}|يورو|ليرة|ليرات|ريال\w{0,3}|جنيه\w{0,3}|درهم\w{0,3}|دراهم|[$€£₺]"
    r"|LYD|TRY|TL|USD|EUR|GBP|CHF|JPY|SAR|AED|QAR|EGP|TND|dinars?|liras?|liraları?|euros?|avro|dollars?|dolar\w{0,3}|pounds?"
)
_SCALES = r"(?:ألف|آلاف|مليون|ملايين|مليار|مليارات|thousand|million|billion|bin|milyon|milyar)"
_UNITS = (
    r"%|km²?|m²|m³|kg|kWh?|MWh?|tons?|tonnes?|litres?|liters?|hectares?|barrels?|persons?|people|hours?|items?"
    r"|كم|كيلومتر\w{0,2}|متر\w{0,3}|أمتار|كيلوغرام\w{0,2}|كغ|طن\w{0,2}|أطنان|لتر\w{0,3}|هكتار\w{0,2}|برميل\w{0,2}"
    r"|شخص\w{0,2}|نسمة|ساعة|قطعة|ton|litre|hektar|varil|kişi|saat|adet|metre|kilometre|kilogram"
)
_AMOUNTS = (
    r"(?:مبلغ|قيمة|بقيمة|تكلفة|كلفة|ميزانية|موازنة|قدره|قدرها|budgets?|amounts?|costs?|values?|worth|total"
    r"|bütçe\w{0,4}|tutar\w{0,3}|bedel\w{0,3}|maliyet\w{0,3}|toplam\w{0,3})"
)
_CONTRACTS = (
    r"(?<![^\W\d_])(?:(?:ال)?عقد|(?:ال)?عقود|(?:ال)?فاتورة|(?:ال)?مناقصة|أمر\s(?:ال)?شراء"
    r"|contracts?|invoices?|tenders?|purchase\sorders?|PO|grant"
    r"|sözleşme\w{0,4}|fatura\w{0,3}|ihale\w{0,3}|sipariş\w{0,3})"
)
_NUMBER_WORD = r"(?:\s?(?:no|nr|number|رقم|رقمه|رقمها|numara\w{0,3}|nolu|num)\b)?[\s.:#№-]{0,3}"
_RATE = r"[-+]?\d{1,3}[.,]\d{3,12}"
_LABEL = r"(?<![\w@.])(?!(?:TEL|GSM|MOB|FAX|CEP|TC|NID|ID|NO|PH)\b)[A-Z]{2,6}(?:[-/][A-Z]{1,6}){0,3}"
"""Letters before a reference; these name numbers of people."""
_BLANK = "[ \u00a0\u202f]"
_GROUPED = rf"\d{{1,3}}(?:(?:{_BLANK}|['’.,])\d{{3}}){{1,6}}"
_FREE = rf"(?<![\d+])(?<![\d+][.,-])(?:(?<!\d{_BLANK})|(?<=20\d\d{_BLANK}))(?!0\d)"
_DECIMALS = r"(?:[.,]\d{1,4})?"
_NUMBER = rf"{_FREE}(?:{_GROUPED}{_DECIMALS}(?![ .,'-]?\d)|\d{{7,18}}{_DECIMALS}(?![.,-]?\d))"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    beside = rf"(?:{_CURRENCIES}|{_UNITS}|{_SCALES})(?![^\W\d_])"
    before = rf"(?:(?<![^\W\d_])(?:{_CURRENCIES})|{_AMOUNTS})"
    flags = re.IGNORECASE
    return (
        ("book", re.compile(r"(?<!\d)(?<!\d[ -])97[89](?:[ -]?\d){10}(?!\d)(?![ -]\d)")),
        ("book", re.compile(r"ISBN(?:-1[03])?[\s:]{0,2}\d(?:[ -]?\d){8,11}[ -]?[\dX](?!\d)", flags)),
        ("amount", re.compile(rf"{_NUMBER}{_BLANK}{{0,2}}{beside}", flags)),
        ("amount", re.compile(rf"{before}(?:\s(?:of|is|قدره|قدرها|مقداره))?[\s:=]{{0,3}}{_NUMBER}", flags)),
        ("amount", re.compile(rf"{_FREE}\d{{1,3}}(?: \d{{3}}){{0,4}} 000(?![ .,-]?\d)")),
        ("contract", re.compile(rf"{_CONTRACTS}{_NUMBER_WORD}[A-Z]{{0,4}}[-/]?(?!0)\d{{4,10}}(?!\d)", flags)),
        ("contract", re.compile(rf"{_LABEL}[-/](?!0)(?:\d{{1,8}}[-/]){{1,4}}\d{{1,8}}(?!\d)")),
        ("contract", re.compile(r"(?<!\d)(?:19|20)\d{2}/S \d{3}-\d{6}(?!\d)")),  # notices of the EU's Tenders Daily
        ("contract", re.compile(r"(?<!\d)(?:19|20)\d{2}[-/]000\d{1,7}(?!\d)")),
        ("rates", re.compile(rf"(?<![\d.,]){_RATE}\s?[,;،/ ]\s?{_RATE}(?![\d.,]?\d|\s?[°ºNSEWKGDB])")),
    )  # fmt: skip


def plain_figures(text: str) -> Iterator[Span]:
    """The places of such figures, in digits of the Latin script; some may overlap."""
    for kind, pattern in _patterns():
        for found in pattern.finditer(text):
            if _is_plain(kind, found):
                yield found.span()


def _is_plain(kind: str, found: re.Match[str]) -> bool:
    text = found[0]
    if kind == "rates":
        return _are_rates(found.string[max(0, found.start() - 40) : found.start()], text)
    if kind == "book":
        return is_isbn(re.sub(r"^ISBN(?:-1[03])?", "", text, flags=re.IGNORECASE))
    whole = max(re.findall(r"\d+", text), key=len)
    return whole.endswith("000") or not is_card(whole)


_RATES = re.compile(
    r"(?:rates?|shares?|ratios?|سعر|أسعار|نسبة|نسب|معدل|معدلات|حصص|فائدة|oran\w{0,4}|kur\w{0,4}|pay\w{0,4}|faiz\w{0,3}|[%$€₺])[^\n]{0,25}$",
    re.IGNORECASE,
)


def _are_rates(before: str, pair: str) -> bool:
    """Whether two numbers with decimals are shares or rates, and no position.

    Shares fill a hundred together or are fractions that repeat (`33.3333`); a latitude is 90 at most, a longitude 180.
    """
    texts = [found.replace(",", ".") for found in re.findall(r"\d{1,3}[.,]\d+", pair)]
    first, second = (float(text) for text in texts[:2])
    repeats = all(re.search(r"\.(\d)\1{2,}(?:\1|\d)$", text) for text in texts)
    nowhere = min(first, second) > 90 or max(first, second) > 180
    return repeats or nowhere or abs(first + second - 100) < 0.001 or bool(_RATES.search(before))
