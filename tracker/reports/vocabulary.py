"""The words of the values of fields: each vocabulary under its name.

Vocabularies go by their names, so that who says one word need not load where all the others are from. Arabic statuses
agree in gender with the noun they describe.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.message import Message, msg, msg_in

if TYPE_CHECKING:
    from collections.abc import Mapping

# Records of which there is one: their codes are English words.
THE_ONE = {"initiative": msg_in("record", "initiative"), "thresholds": msg_in("record", "thresholds")}

FEMININE: dict[str, Message] = {
    "not_started": msg_in("feminine", "not started"),
    "in_progress": msg_in("feminine", "in progress"),
    "blocked": msg_in("feminine", "blocked"),
    "suspended": msg_in("feminine", "suspended"),
    "completed": msg_in("feminine", "completed"),
    "cancelled": msg_in("feminine", "cancelled"),
}
MASCULINE: dict[str, Message] = {
    "not_started": msg_in("masculine", "not started"),
    "in_progress": msg_in("masculine", "in progress"),
    "blocked": msg_in("masculine", "blocked"),
    "suspended": msg_in("masculine", "suspended"),
    "completed": msg_in("masculine", "completed"),
    "cancelled": msg_in("masculine", "cancelled"),
}

WORDS: "Mapping[str, Mapping[str, Message]]" = {
    "Status": FEMININE,
    "Health": {
        "green": msg("green – on track"),
        "amber": msg("amber – needs attention"),
        "red": msg("red – intervention required"),
        "grey": msg("grey – cannot be assessed"),
    },
    "Reason": {
        "VARIANCE_RED": msg("far behind expectation"),
        "VARIANCE_AMBER": msg("behind expectation"),
        "BLOCKED": msg_in("reason", "blocked"),
        "OVERDUE_RED": msg("long overdue"),
        "OVERDUE": msg_in("reason", "overdue"),
        "ACTIVITY_OVERDUE": msg("an activity is overdue"),
        "OBSTACLE_CRITICAL": msg("critical obstacle"),
        "OBSTACLE_HIGH": msg("high-severity obstacle"),
        "FORECAST_SLIP": msg("forecast beyond the plan"),
        "VERY_STALE": msg("data very old"),
        "STALE": msg("data out of date"),
        "COMMITMENT_OVERDUE": msg("a commitment is overdue"),
        "NO_OWNER": msg("no owner"),
        "CONCERN": msg("set by hand"),
        "SUSPENDED": msg_in("reason", "suspended"),
        "CANCELLED": msg_in("reason", "cancelled"),
        "NO_DATES": msg("no planned dates"),
        "MOSTLY_UNDATED": msg("mostly without planned dates"),
        "NOT_DUE": msg("not due to start yet"),
    },
    "ActivityType": {
        "training_course": msg_in("activity type", "training course"),
        "workshop": msg_in("activity type", "workshop"),
        "field_exercise": msg_in("activity type", "field exercise"),
        "joint_exercise": msg_in("activity type", "joint exercise"),
        "equipment": msg_in("activity type", "technical equipment"),
        "document": msg_in("activity type", "document"),
        "visit": msg_in("activity type", "visit"),
        "other": msg_in("activity type", "other"),
    },
    "Gate": {
        "none": msg_in("gate", "none yet"),
        "approved": msg_in("gate", "approved"),
        "prepared": msg_in("gate", "prepared"),
        "delivered": msg_in("gate", "delivered"),
        "documented": msg_in("gate", "documented"),
    },
    "ActivityMode": {
        "theoretical": msg_in("activity mode", "theoretical"),
        "practical": msg_in("activity mode", "practical"),
        "mixed": msg_in("activity mode", "mixed"),
    },
    "MeetingKind": {"meeting": msg_in("meeting kind", "meeting"), "visit": msg_in("meeting kind", "visit")},
    "Level": {
        "ministerial": msg("ministerial level"),
        "senior_officials": msg("senior-official level"),
        "technical": msg("technical level"),
        "secretariat": msg("secretariat level"),
    },
    "MeetingStatus": {
        "scheduled": msg_in("meeting status", "scheduled"),
        "held": msg_in("meeting status", "held"),
        "postponed": msg_in("meeting status", "postponed"),
        "cancelled": msg_in("meeting status", "cancelled"),
    },
    "MeetingMode": {
        "in_person": msg("in person"),
        "online": msg("online"),
        "hybrid": msg("in person and online"),
    },
    "LessonStatus": {
        "recorded": msg_in("lesson status", "recorded"),
        "accepted": msg_in("lesson status", "accepted"),
        "applied": msg_in("lesson status", "applied"),
        "rejected": msg_in("lesson status", "rejected"),
    },
    "Priority": {
        "low": msg_in("priority", "low"),
        "medium": msg_in("priority", "medium"),
        "high": msg_in("priority", "high"),
    },
    "ObstacleStatus": {
        "open": msg_in("obstacle status", "open"),
        "under_treatment": msg_in("obstacle status", "under treatment"),
        "resolved": msg_in("obstacle status", "resolved"),
        "accepted": msg_in("obstacle status", "accepted (tolerated)"),
    },
    "ObstacleType": {
        "bureaucratic": msg_in("obstacle kind", "bureaucratic"),
        "logistic": msg_in("obstacle kind", "logistic"),
        "legal": msg_in("obstacle kind", "legal"),
        "funding": msg_in("obstacle kind", "funding"),
        "technical": msg_in("obstacle kind", "technical"),
        "coordination": msg_in("obstacle kind", "coordination"),
        "other": msg_in("obstacle kind", "other"),
    },
    "Severity": {
        "low": msg_in("severity", "low"),
        "medium": msg_in("severity", "medium"),
        "high": msg_in("severity", "high"),
        "critical": msg_in("severity", "critical"),
    },
    "Side": {
        "ly": msg("Libyan side"),
        "tr": msg("Turkish side"),
        "joint": msg("both sides jointly"),
        "other": msg("another party"),
    },
    "PartyKind": {
        "state": msg_in("party kind", "state"),
        "ministry": msg_in("party kind", "ministry"),
        "agency": msg_in("party kind", "agency"),
        "secretariat": msg_in("party kind", "secretariat"),
        "evaluator": msg_in("party kind", "evaluator"),
        "international_org": msg_in("party kind", "international organization"),
        "other": msg_in("party kind", "other"),
    },
    "EvidenceKind": {
        "minutes": msg_in("evidence kind", "minutes"),
        "report": msg_in("evidence kind", "report"),
        "letter": msg_in("evidence kind", "letter"),
        "document": msg_in("evidence kind", "document"),
        "procedure": msg_in("evidence kind", "procedure"),
        "dataset": msg_in("evidence kind", "data set"),
        "certificate": msg_in("evidence kind", "certificate"),
        "risk_assessment": msg_in("evidence kind", "risk assessment"),
        "press_article": msg_in("evidence kind", "press article"),
        "other": msg_in("evidence kind", "other"),
    },
    "Precision": {
        "day": msg_in("precision", "day"),
        "month": msg_in("precision", "month"),
        "year": msg_in("precision", "year"),
        "unknown": msg("unknown"),
    },
    "ReviewKind": {
        "internal_quarterly": msg_in("review kind", "internal quarterly"),
        "semiannual": msg_in("review kind", "half-yearly"),
        "annual": msg_in("review kind", "annual"),
        "independent": msg_in("review kind", "independent"),
    },
    "ReviewStatus": {
        "draft": msg_in("review status", "draft"),
        "approved": msg_in("review status", "approved"),
    },
    "Criterion": {
        "relevance": msg_in("criterion", "relevance"),
        "coherence": msg_in("criterion", "coherence"),
        "effectiveness": msg_in("criterion", "effectiveness"),
        "efficiency": msg_in("criterion", "efficiency"),
        "impact": msg_in("criterion", "impact"),
        "sustainability": msg_in("criterion", "sustainability"),
    },
    "Response": {
        "accepted": msg_in("response", "accepted"),
        "partially_accepted": msg_in("response", "partially accepted"),
        "rejected": msg_in("response", "rejected"),
    },
    "Outcome": {
        "refused": msg("not to be carried out"),
        "unanswered": msg("unanswered"),
        "no_commitment": msg("no commitment yet"),
        "in_progress": msg_in("recommendation", "in progress"),
        "carried_out": msg("carried out"),
        "cancelled": msg_in("recommendation", "cancelled"),
    },
    "Trend": {
        "improved": msg_in("change", "improved"),
        "worsened": msg_in("change", "worsened"),
        "unchanged": msg_in("change", "unchanged"),
        "suspended": msg_in("change", "suspended"),
        "cancelled": msg_in("change", "cancelled"),
        "new": msg_in("change", "new"),
        "dropped": msg_in("change", "dropped"),
    },
    "ResultLevel": {
        "output": msg_in("result level", "output"),
        "outcome": msg_in("result level", "outcome"),
        "impact": msg_in("result level", "impact"),
    },
    "Unit": {
        "person": msg_in("unit", "person"),
        "percent": msg_in("unit", "percent"),
        "day": msg_in("unit", "day"),
        "minute": msg_in("unit", "minute"),
        "item": msg_in("unit", "item"),
        "meeting": msg_in("unit", "meeting"),
        "score": msg_in("unit", "score"),
    },
    "Direction": {
        "up": msg_in("direction", "up"),
        "down": msg_in("direction", "down"),
        "maintain": msg_in("direction", "maintain"),
        "context": msg_in("direction", "context"),
    },
    "Aggregation": {
        "latest": msg_in("aggregation", "latest"),
        "sum": msg_in("aggregation", "sum"),
        "average": msg_in("aggregation", "average"),
    },
    "Frequency": {
        "monthly": msg_in("frequency", "monthly"),
        "quarterly": msg_in("frequency", "quarterly"),
        "semiannual": msg_in("frequency", "semiannual"),
        "annual": msg_in("frequency", "annual"),
    },
    "Category": {
        "capacity": msg_in("category", "capacity"),
        "coordination": msg_in("category", "coordination"),
        "bureaucracy": msg_in("category", "bureaucracy"),
        "inclusion": msg_in("category", "inclusion"),
        "humanitarian": msg_in("category", "humanitarian"),
        "safeguard": msg_in("category", "safeguard"),
    },
    "Audience": {
        "internal": msg_in("audience", "internal"),
        "counterpart": msg_in("audience", "counterpart"),
    },
    "Confidentiality": {
        "public": msg_in("confidentiality", "public"),
        "internal": msg_in("confidentiality", "internal"),
        "restricted": msg_in("confidentiality", "restricted"),
    },
    "Owing": {
        "commitment": msg_in("owed", "commitment"),
        "work": msg_in("owed", "work"),
        "resolution": msg_in("owed", "removal of an obstacle"),
        "minutes": msg_in("owed", "minutes"),
        "measurement": msg_in("owed", "measurement"),
        "answer": msg_in("owed", "answer to a recommendation"),
    },
    "Stays": {"ours": msg("ours"), "theirs": msg("theirs")},
    "Strength": {"primary": msg_in("link", "primary"), "secondary": msg_in("link", "secondary")},
    "Authority": {"official": msg_in("authority", "official"), "reported": msg_in("authority", "reported")},
}

# The themes of steps and activities that the source names; another stays as it is stored.
THEMES: dict[str, Message] = {
    "coordination": msg("coordination between the sides"),
    "criminal_networks": msg("criminal networks"),
    "data_protection": msg("data protection"),
    "evaluation": msg("evaluation of results"),
    "land": msg("land"),
    "land_routes": msg("land routes"),
    "learning": msg("lessons and learning"),
    "maritime_rescue": msg("maritime rescue"),
    "monitoring": msg("monitoring"),
    "practical_skills": msg("practical skills"),
    "rapid_response": msg("rapid response"),
    "safety_equipment": msg("safety equipment"),
    "sea": msg("sea"),
    "sea_routes": msg("sea routes"),
}

SHORT_HEALTH: "Mapping[str, Message]" = {
    "green": msg("green"),
    "amber": msg("amber"),
    "red": msg("red"),
    "grey": msg("grey"),
}


def word_for(value: StrEnum, gender: str = "feminine") -> Message:
    """The word for a member of a vocabulary, in the gender of the noun it describes."""
    kind = type(value).__name__
    return MASCULINE[value] if kind == "Status" and gender == "masculine" else WORDS[kind][value]
