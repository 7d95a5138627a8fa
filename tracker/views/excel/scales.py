"""A scale of colours over ratings."""

from tracker.message import msg
from tracker.reports.pictures.drawn import Heat
from tracker.reports.pictures.tables import STEP
from tracker.views.excel.charts import code_and_title
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.tables import fill

LIGHT, DARK = "#EDE7F2", "#A78BC0"
"""The lowest and the highest rating in the hue that they have in pictures (`views/pictures/heat.py`); figures are read
on both at 4.5 to 1 at least."""


def add_heat(sheets: Sheets, heat: Heat) -> None:
    """Add the ratings of each record, by its code and title, with a scale of colours over them."""
    sheet = sheets.add(heat.heading or heat.alt)
    rows = [(*code_and_title(label), *ratings) for label, ratings in heat.rows]
    fill(sheets, sheet, (msg("Code"), STEP.heading, *heat.columns), rows, heat.key)
    scale = {"type": "2_color_scale", "min_type": "num", "max_type": "num", "min_color": LIGHT, "max_color": DARK}
    limits = {"min_value": heat.lowest, "max_value": heat.highest}
    sheet.conditional_format(1, 2, len(heat.rows), len(heat.columns) + 1, {**scale, **limits})
