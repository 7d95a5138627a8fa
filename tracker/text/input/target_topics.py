"""The topics that must never become a target: interceptions, arrests, returns, detentions (rule 14.3).

A target would reward more of them, whatever it costs people.
"""

from tracker.text.input.fold import fold

_TOPICS = (
    *("اعتراض", "توقيف", "اعتقال", "احتجاز", "ترحيل", "ابعاد", "اعادة المهاجرين", "الاعادة القسرية", "حالات الاعادة"),
    *("durdurma", "yakalama", "tutuklama", "gozalti", "sinir disi", "geri gonderme", "geri itme", "alikoyma"),
    *("interception", "intercepted", "arrest", "detention", "detained", "deport", "pushback", "returns", "returned"),
)


def forbidden_topic(text: str) -> bool:
    """Whether the words are about what has no target, marks and forms of letters aside."""
    folded = fold(text)
    return any(fold(topic) in folded for topic in _TOPICS)
