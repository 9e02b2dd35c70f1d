"""A record of theirs read by its mapping: what it is of, which version, and what it says in our words; or why not."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from governance.connectors.mapping import CODED, INSTANTS, Kind, Platform, RecordMap

_HALF = re.compile("[\ud800-\udfff]")
LONGEST_ID, LONGEST_TEXT = 64, 4000
_LONGEST = {
    "text": LONGEST_TEXT,
    "note": LONGEST_TEXT,
    "place": 200,
    "caller": 60,
    "phone": 30,
    "name": 60,
    "title": 200,
    "unit": 80,
    "branch": 80,
    "secretary": 60,
    "number": 40,
}


class Fault(StrEnum):
    """Why a record is set aside."""

    NO_ID = "no_id"
    NO_VERSION = "no_version"
    ID_REUSED = "id_reused"
    UNKNOWN_RECORD = "unknown_record"
    NO_ZONE = "no_zone"
    BAD_TIME = "bad_time"
    UNKNOWN_STATE = "unknown_state"
    UNKNOWN_CODE = "unknown_code"
    MISSING_FIELD = "missing_field"
    BAD_NUMBER = "bad_number"
    BAD_SIGN = "bad_sign"
    """A sign that is none (half of a pair), which nothing can keep."""
    NEVER_BEGUN = "never_begun"
    FAILED = "failed"
    NOBODY = "nobody"
    """The person that is meant is not in the roster, or several are."""
    NO_PLACE = "no_place"


class Remark(StrEnum):
    """What was taken all the same, and staff should know of."""

    UNKNOWN_CATEGORY = "unknown_category"
    UNKNOWN_PLACE = "unknown_place"
    OVERTAKEN = "overtaken"
    """A newer version was there before it."""
    KNOWN_ORDER = "known_order"
    """The same order had come in a workbook."""


class Unreadable(ValueError):
    """A record that is set aside; `about`: which field or code."""

    def __init__(self, fault: Fault, about: str = "") -> None:
        super().__init__(f"{fault}: {about}")
        self.fault, self.about = fault, about[:80]


@dataclass(frozen=True)
class Key:
    """Which record it is: their number of it, and its version as a text that sorts as the versions do; `version`: as it came."""

    their_id: str
    rank: str
    version: str = field(default="", compare=False)


@dataclass(frozen=True)
class Record:
    """What it says. `said`: our names to words, codes of ours, numbers (lat, lon, hours) or instants (UTC); `codes`: theirs, as
    they came.
    """

    kind: Kind
    key: Key
    said: Mapping[str, Any] = field(default_factory=dict)
    remarks: frozenset[Remark] = frozenset()
    codes: Mapping[str, str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """A text; empty where it says none."""
        return str(self.said.get(name) or "")


def map_for(platform: Platform, raw: Mapping[str, Any]) -> RecordMap:
    """How this record is read. Raises Unreadable."""
    for each in platform.records:
        if all(str(at(raw, path)) == value for path, value in each.when.items()):
            return each
    raise Unreadable(Fault.UNKNOWN_RECORD)


def key_of(platform: Platform, raw: Mapping[str, Any]) -> Key:
    """Raises Unreadable for a record without a number or a version, or with what is no text anywhere in it."""
    if not is_text(raw):
        raise Unreadable(Fault.BAD_SIGN)
    record = map_for(platform, raw)
    their_id = plain_text(at(raw, record.fields.get("id", "id")))
    if not their_id or len(their_id) > LONGEST_ID:
        raise Unreadable(Fault.NO_ID, record.fields.get("id", "id"))
    path = record.fields.get("version", "version")
    version = plain_text(at(raw, path))
    if not version:
        raise Unreadable(Fault.NO_VERSION, path)
    if platform.versions == "time":
        return Key(their_id, f"{int(instant(platform, version, path).timestamp() * 1000):020d}", version)
    if not re.fullmatch(r"[0-9]{1,18}", version):
        raise Unreadable(Fault.NO_VERSION, path)
    return Key(their_id, f"{int(version):020d}", version)


def read(platform: Platform, raw: Mapping[str, Any]) -> Record:
    """Raises Unreadable. An unknown category is read by its words; an unknown state means that we don't know what they want."""
    record, key = map_for(platform, raw), key_of(platform, raw)
    said: dict[str, Any] = {}
    remarks: set[Remark] = set()
    codes: dict[str, str] = {}
    for name, path in record.fields.items():
        value = plain_text(at(raw, path))
        if name in ("id", "version") or not value:
            continue
        if name in INSTANTS:
            said[name] = instant(platform, value, path)
        elif name in ("lat", "lon", "hours"):
            said[name] = _number(value, path)
        elif name in CODED:
            codes[name] = value
            _coded(record, name, value, said, remarks)
        elif name == "place":
            said[name] = platform.places.get(value, value)[: _LONGEST["place"]]
        else:
            said[name] = value[: _LONGEST.get(name, LONGEST_TEXT)]
    return Record(record.kind, key, said, frozenset(remarks), codes)


def _coded(record: RecordMap, name: str, value: str, said: dict[str, Any], remarks: set[Remark]) -> None:
    ours = record.codes.get(name, {}).get(value)
    if ours is not None:
        said[name] = ours
    elif name == "category":
        remarks.add(Remark.UNKNOWN_CATEGORY)
    else:
        raise Unreadable(Fault.UNKNOWN_STATE if name == "state" else Fault.UNKNOWN_CODE, f"{name}={value}")


def at(raw: Any, path: str) -> Any:
    """What stands at a path (`data.order.no`); None where nothing does."""
    for part in path.split("."):
        if not isinstance(raw, Mapping):
            return None
        raw = raw.get(part)
    return raw


def plain_text(value: Any) -> str:
    """What a value says in words; empty for a list or an object."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "".join(char for char in str(value) if char >= " " or char in "\n\t").strip()


def is_text(raw: Any) -> bool:
    """Whether all of it can be written down: JSON may say half of a pair (`\\ud800`), which is no sign."""
    return not _HALF.search(json.dumps(raw, ensure_ascii=False))


def _number(value: str, path: str) -> float:
    try:
        found = float(value)
    except ValueError as error:
        raise Unreadable(Fault.BAD_NUMBER, path) from error
    if not math.isfinite(found):
        raise Unreadable(Fault.BAD_NUMBER, path)
    return found


def instant(platform: Platform, value: str, path: str) -> datetime:
    """An instant in UTC: with its offset, or in the zone that the mapping names; digits are seconds or milliseconds."""
    try:
        if re.fullmatch(r"[0-9]{10}|[0-9]{13}", value):
            return datetime.fromtimestamp(int(value) / (1000 if len(value) == 13 else 1), UTC)
        found = datetime.fromisoformat(value.replace("/", "-"))
    except ValueError as error:
        raise Unreadable(Fault.BAD_TIME, path) from error
    if found.tzinfo is None:
        if not platform.zone:
            raise Unreadable(Fault.NO_ZONE, path)
        found = found.replace(tzinfo=ZoneInfo(platform.zone))
    if not 2000 <= found.year <= 2099:
        raise Unreadable(Fault.BAD_TIME, path)
    return found.astimezone(UTC)
