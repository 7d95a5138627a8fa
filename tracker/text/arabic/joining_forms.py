"""The presentation forms of Arabic letters (Unicode names them by decomposition; a test compares)."""

# Letters in the order of their forms from the given code point on; the digit counts the forms:
# 1 isolated; 2 isolated, final; 4 isolated, final, initial, medial.
_BLOCKS = (
    (0xFB50, "ٱ2ٻ4پ4ڀ4ٺ4ٿ4ٹ4ڤ4ڦ4ڄ4ڃ4چ4ڇ4ڍ2ڌ2ڎ2ڈ2ژ2ڑ2ک4گ4ڳ4ڱ4ں2ڻ4ۀ2ہ4ھ4ے2ۓ2"),
    (0xFBD3, "ڭ4ۇ2ۆ2ۈ2ٷ1ۋ2ۅ2ۉ2ې4"),
    (0xFBFC, "ی4"),
    (0xFE80, "ء1آ2أ2ؤ2إ2ئ4ا2ب4ة2ت4ث4ج4ح4خ4د2ذ2ر2ز2س4ش4ص4ض4ط4ظ4ع4غ4ف4ق4ك4ل4م4ن4ه4و2ى2ي4"),
)


def _forms() -> dict[str, str]:
    found = {}
    for first, letters in _BLOCKS:
        point = first
        for letter, count in zip(letters[::2], letters[1::2], strict=True):
            found[letter] = "".join(map(chr, range(point, point + int(count))))
            point += int(count)
    # Alef maksura joins forward in Uighur and Kyrgyz, with forms of its own far from the others.
    found["ى"] += "\ufbe8\ufbe9"
    return found


# Each letter's forms: isolated, final, initial, medial, as many as it has.
FORMS = _forms()

LAM = "ل"
# The alef after a lam: the two as one character, isolated and joined to the letter before.
LAM_ALEFS = {"آ": "\ufef5\ufef6", "أ": "\ufef7\ufef8", "إ": "\ufef9\ufefa", "ا": "\ufefb\ufefc"}
