"""The JSON Schema of `sop.toml`, made from the same table that the reader follows.

``python -m sopdsl.project.schema`` rewrites `sop.schema.json`; a test fails when it is stale.
Editors that know TOML schemas complete and check `sop.toml` with it.
"""

from __future__ import annotations

import json
from pathlib import Path

from sopdsl.project.settings_keys import (
    KEYS,
    RULES_TABLE,
    SEVERITY_KEY,
    SEVERITY_WORDS,
    TABLES,
    Key,
)

SCHEMA_FILE = Path(__file__).with_name("sop.schema.json")


def schema() -> dict[str, object]:
    """Return the schema as JSON values."""
    properties: dict[str, object] = {}
    for key in KEYS:
        if len(key.path) == 1:
            properties[key.path[0]] = _property(key)
    for table, doc in TABLES.items():
        keys = [key for key in KEYS if len(key.path) > 1 and key.path[0] == table]
        properties[table] = {
            "type": "object",
            "description": f"{doc.id} / {doc.en}",
            "additionalProperties": _rule() if table == RULES_TABLE else False,
            "properties": {key.path[1]: _property(key) for key in keys},
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sop.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _property(key: Key) -> dict[str, object]:
    found: dict[str, object] = {"description": f"{key.doc.id} / {key.doc.en}"}
    if key.kind == "texts":
        found |= {"type": "array", "items": {"type": "string"}}
    elif key.kind == "flag":
        found["type"] = "boolean"
    else:
        found["type"] = "string"
    if key.choices:
        found["enum"] = list(key.choices)
    if key.kind == "path":  # relative, never climbing out (see settings_file.stays_inside)
        found["pattern"] = r"^(?![/\\]|[A-Za-z]:)(?!(.*[/\\])?\.\.([/\\]|$))[^\u0000]*$"
    if key.default or key.kind == "flag":
        found["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return found


def _rule() -> dict[str, object]:
    severity = {"type": "string", "enum": list(SEVERITY_WORDS)}
    table = {"type": "object", "properties": {SEVERITY_KEY: severity}}
    return {"oneOf": [severity, table]}


if __name__ == "__main__":
    SCHEMA_FILE.write_text(
        json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
