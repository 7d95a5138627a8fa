"""`python -m tests.data.make_schema` writes data/schema.json: the JSON Schema of the export format."""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from tracker.model.history.revision import Revision
from tracker.model.records.tables import TABLES
from tracker.store.file.schema import SCHEMA
from tracker.store.state import Standing
from tracker.store.template import FORMAT

TARGET = Path(__file__).parents[2] / "data" / "schema.json"

# A change stands in a revision as [table, code, before, after, identity]; null where the record did not exist. The
# first schema has told no identity, one parent as `previous`, and what was taken back by its number.
CHANGE = {
    "type": "array",
    "prefixItems": [
        {"type": "string"},
        {"type": "string"},
        {"type": ["object", "null"]},
        {"type": ["object", "null"]},
        {"type": "string"},
    ],
    "minItems": 4,
    "maxItems": 5,
}


def make() -> str:
    """The schema as text, from the very types that read an export."""
    types = [*TABLES.values(), Standing, Revision]
    references, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    named = dict(zip([*TABLES, "standing", "revision"], references, strict=True))
    components["Revision"]["properties"]["changes"] = {"type": "array", "items": CHANGE}
    properties, required = (components["Revision"][name] for name in ("properties", "required"))
    properties["previous"] = {"type": "string"}
    properties["undoes"] = {"anyOf": [*properties["undoes"]["anyOf"], {"type": "integer"}]}
    components["Revision"]["required"] = [name for name in required if name not in ("note", "parents")]
    components.pop("Change", None)
    for component in components.values():
        component["additionalProperties"] = False
        if "description" in component:  # versions of msgspec differ in the indentation that they leave
            component["description"] = cleandoc(component["description"])
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tracker export",
        "type": "object",
        "required": ["format", "schema", "tables"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "schema": {"const": SCHEMA},
            "demo": {"type": "boolean"},
            "counters": {"type": "object", "additionalProperties": {"type": "integer"}},
            "standing": named["standing"],
            "tables": {
                "type": "object",
                "additionalProperties": False,
                "properties": {table: {"type": "array", "items": named[table]} for table in TABLES},
            },
            "revisions": {"type": "array", "items": named["revision"]},
        },
        "$defs": components,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8")
