"""The lists and pages of lessons."""

from tracker.message import msg
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.state.assessment import LESSONS_ASPECT
from tracker.reports.kinds.decisions import commitments_of
from tracker.reports.kinds.kind import Kind, Shown, code, plain, refs, words

KIND: Kind[Lesson] = Kind(
    name="lessons",
    heading=msg("Lessons"),
    empty=msg("No lesson matches."),
    added_by="add-lesson",
    columns=[
        Shown("text", msg("Lesson"), flexible=True, letters=18),
        Shown("recommendation", None, lambda _, o: o.recommendation or msg("none"), flexible=True, rank=1),
        Shown("status"),
        code("origin", rank=3),
        code("applied_in", rank=2),
        Shown("source_side", rank=4),
    ],
    facts=[
        *("text", "recommendation", "status"),
        words("status_reason", msg("Reason")),
        *("origin", "applied_in", "source_side", "steps", "recorded_on"),
        Shown("commitments", value=lambda seen, lesson: refs(commitments_of(seen.tracker, lesson.id))),
    ],
    data=lambda seen, lesson: {**plain(lesson), "commitments": commitments_of(seen.tracker, lesson.id)},
    filters=("status", "aspect", "step", "side", "open"),
    is_open=lambda lesson: lesson.status in (LessonStatus.RECORDED, LessonStatus.ACCEPTED),
    aspects=lambda _, __: (LESSONS_ASPECT,),
)
