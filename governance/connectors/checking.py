"""What is wrong with a mapping: it must be total, and what goes out must come back as what it was."""

from collections.abc import Collection, Iterator

from governance.connectors import texts
from governance.connectors.mapping import CODED, FIELDS, NEEDED, Gives, Kind, Platform, RecordMap
from governance.connectors.standing import THEIRS_TO_SAY, Owner, Standing
from governance.connectors.warnings import Level, WarningKind
from governance.places import PlaceKind
from governance.things.kinds import ThingKind

OF_ROSTER = {Gives.PEOPLE: (Kind.PERSON, "role"), Gives.PLACES: (Kind.PLACE, "type")}
"""In which record each is given, and by the codes of which field it is chosen who or what is."""
_ALWAYS = ("id", "version", "at")
_KNOWN: dict[str, frozenset[str]] = {
    "state": frozenset(Standing),
    "warning": frozenset(WarningKind),
    "level": frozenset(Level),
    "type": frozenset(PlaceKind) | frozenset(ThingKind),
    "score": frozenset({"satisfied", "fairly", "dissatisfied"}),
}
"""Our codes by field; those of categories and roles are asked for."""


def problems_of(platform: Platform, categories: Collection[str], roles: Collection[str] = ()) -> list[str]:
    """All that is wrong, in words; empty where nothing is."""
    known = {**_KNOWN, "category": frozenset(categories), "role": frozenset(roles)}
    found = [] if platform.records else [texts.NO_RECORD]
    if platform.gives - OF_ROSTER.keys() and platform.envelope == "plain" and platform.record(Kind.REPORT) is None:
        found.append(texts.NO_REPORT)
    for gives, (kind, name) in OF_ROSTER.items():
        record = platform.record(kind)
        if gives in platform.gives and (record is None or not record.codes.get(name)):
            found.append(texts.NO_ROSTER_RECORD.format(gives=gives.value, kind=kind.value, name=name))
    for record in platform.records:
        found += _fields(record)
        for name in sorted(record.codes.keys() | record.back.keys()):
            found += _codes(record, name, known.get(name, frozenset()))
            found += _there_and_back(record, name)
        found += _total(platform, record)
    for state, owner in platform.owners.items():
        if owner is Owner.THEIRS and state not in THEIRS_TO_SAY:
            found.append(texts.NOT_THEIRS.format(state=state.value, choices="、".join(sorted(THEIRS_TO_SAY))))
    return found


def _fields(record: RecordMap) -> Iterator[str]:
    allowed = (*_ALWAYS, *FIELDS[record.kind])
    always = ("id",) if record.kind is Kind.CASE else ("id", "version")
    for name in (*always, *NEEDED[record.kind]):
        if name not in record.fields:
            yield texts.NO_FIELD.format(kind=record.kind.value, name=name)
    for name in record.fields:
        if name not in allowed:
            yield texts.UNKNOWN_FIELD.format(kind=record.kind.value, name=name, choices="、".join(allowed))
        elif name in CODED and name not in record.codes:
            yield texts.NO_CODES.format(kind=record.kind.value, name=name)


def _codes(record: RecordMap, name: str, known: frozenset[str]) -> Iterator[str]:
    pairs = [(theirs, ours) for theirs, ours in record.codes.get(name, {}).items()]
    pairs += [(theirs, ours) for ours, theirs in record.back.get(name, {}).items()]
    for theirs, ours in pairs:
        if ours not in known:
            yield texts.UNKNOWN_CODE.format(kind=record.kind.value, name=name, code=theirs, ours=ours)


def _there_and_back(record: RecordMap, name: str) -> Iterator[str]:
    """Two of theirs read as one of ours go back as one: the other would have changed on its way."""
    codes = record.codes.get(name, {})
    for ours in sorted(set(codes.values())):
        several = [code for code, meaning in codes.items() if meaning == ours and code not in record.one_way]
        back = record.theirs(name, ours)
        if len(several) > 1:
            yield texts.TWO_TO_ONE.format(
                kind=record.kind.value, name=name, codes="、".join(several), ours=ours, back=back
            )
    for ours, theirs in record.back.get(name, {}).items():
        read = codes.get(theirs)
        if read is not None and read != ours:
            yield texts.WRONG_BACK.format(kind=record.kind.value, name=name, ours=ours, back=theirs, read=read)


def _total(platform: Platform, record: RecordMap) -> Iterator[str]:
    """Every state that we may be in has a code of theirs, or is said to have none."""
    if record.kind is not Kind.REPORT or not platform.gives & {Gives.OWN, Gives.DANGERS, Gives.TICKETS, Gives.FINDINGS}:
        return
    for state in Standing:
        if record.theirs("state", state) is None and state not in record.silent:
            yield texts.NOT_GIVEN.format(kind=record.kind.value, ours=state.value)
    if record.theirs("state", record.void_as) is None:
        yield texts.VOID_UNTOLD.format(kind=record.kind.value, ours=record.void_as)
