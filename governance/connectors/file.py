"""A mapping file, read: what TOML says becomes a platform, or a list of what is wrong with it."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from governance.connectors import texts
from governance.connectors.mapping import Gives, Kind, Platform, RecordMap
from governance.connectors.standing import THEIRS_TO_SAY, Owner, Standing

E = TypeVar("E", bound=StrEnum)
_TOP = {
    "platform": str, "label": str, "zone": str, "versions": str, "codes": str, "channel": str, "envelope": str,
    "silent_minutes": int, "gives": list, "owners": dict, "places": dict, "record": list, "items": str, "cursor": str,
}  # fmt: skip
_RECORD = {
    "kind": str, "when": dict, "fields": dict, "codes": dict, "back": dict, "silent": list, "one_way": list,
    "void": str,
}  # fmt: skip
_CHOICES = {
    "versions": ("number", "time"),
    "codes": ("ours", "public"),
    "envelope": ("plain", "cloudevents"),
}
_DEFAULT_OWNERS = dict.fromkeys(THEIRS_TO_SAY, Owner.THEIRS)


class WrongMapping(ValueError):
    """A file that is no mapping; its sentences say what is wrong."""

    def __init__(self, problems: Collection[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = tuple(problems)


def platform_of(said: Mapping[str, Any]) -> Platform:
    """The platform that a file describes. Raises WrongMapping; what is well formed is still to be checked (checking)."""
    problems = _shape(said, _TOP, ("platform", "label", "record"))
    for name, choices in _CHOICES.items():
        if name in said and said[name] not in choices:
            problems.append(texts.BAD_VALUE.format(name=name, choices="、".join(choices)))
    if problems:
        raise WrongMapping(problems)
    return Platform(
        name=said["platform"], label=said["label"], records=tuple(_record(each) for each in said["record"]),
        zone=said.get("zone", ""), versions=said.get("versions", "number"), public_codes=said.get("codes") == "public",
        channel=said.get("channel", "connect"), envelope=said.get("envelope", "plain"),
        silent_minutes=said.get("silent_minutes", 0),
        gives=frozenset(_of(Gives, each, "gives") for each in said.get("gives", ["own"])),
        owners=_DEFAULT_OWNERS
        | {_of(Standing, state, "owners"): _of(Owner, whose, "owners") for state, whose in said.get("owners", {}).items()},
        places=said.get("places", {}), items=said.get("items", ""), cursor=said.get("cursor", "next"),
    )  # fmt: skip


def _record(said: Any) -> RecordMap:
    if not isinstance(said, dict):
        raise WrongMapping([texts.NO_RECORD])
    problems = _shape(said, _RECORD, ("kind", "fields"))
    codes, back = said.get("codes", {}), said.get("back", {})
    tables = [table for both in (codes, back) if isinstance(both, dict) for table in both.values()]
    if any(not isinstance(table, dict) for table in tables):
        problems.append(texts.BAD_VALUE.format(name="codes", choices="[record.codes.state]"))
    if problems:
        raise WrongMapping(problems)
    when = {key: str(value) for key, value in said.get("when", {}).items()}
    silent, one_way = tuple(said.get("silent", ())), tuple(said.get("one_way", ()))
    void = _of(Standing, said["void"], "void").value if "void" in said else ""
    return RecordMap(_of(Kind, said["kind"], "kind"), said["fields"], when, codes, back, silent, one_way, void)


def _shape(said: Mapping[str, Any], known: Mapping[str, type], needed: Collection[str]) -> list[str]:
    found = [texts.UNKNOWN_KEY.format(name=name) for name in said if name not in known]
    found += [texts.MISSING_KEY.format(name=name) for name in needed if name not in said]
    wrong = [name for name, kind in known.items() if name in said and type(said[name]) is not kind]
    return found + [texts.BAD_VALUE.format(name=name, choices=known[name].__name__) for name in wrong]


def _of(kind: type[E], said: Any, name: str) -> E:
    try:
        return kind(said)
    except ValueError as error:
        raise WrongMapping([texts.BAD_VALUE.format(name=name, choices="、".join(kind))]) from error
