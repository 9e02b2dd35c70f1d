"""A mapping is total, and what goes out comes back as what it was; a record that can't be read says which part, and why."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis.strategies import dictionaries, sampled_from, text

from governance.connectors.checking import problems_of
from governance.connectors.file import WrongMapping, platform_of
from governance.connectors.mapping import Gives, Kind, Platform, RecordMap
from governance.connectors.reading import Fault, Remark, Unreadable, key_of, read
from governance.connectors.standing import Owner, Standing
from governance.connectors.writing import Unsayable, written

STATES = {str(n): state.value for n, state in enumerate(Standing)}
NO_END = {code: state for code, state in STATES.items() if state != "closed"}
CATEGORIES = ("lighting", "water", "green")
FIELDS = {
    "id": "no",
    "version": "v",
    "at": "at",
    "text": "say.what",
    "state": "st",
    "category": "cat",
    "due": "due",
    "place": "where",
}
REPORT = RecordMap(Kind.REPORT, FIELDS, codes={"state": STATES, "category": {"L": "lighting"}})
PLATFORM = Platform("them", "他们", (REPORT,), zone="Asia/Shanghai", places={"旧名": "梧桐里1号院"})
GOOD = {
    "no": "A1",
    "v": 3,
    "at": "2026-11-24 10:00:00",
    "say": {"what": "灯坏了"},
    "st": "1",
    "cat": "L",
    "where": "旧名",
}


def changed(**record):
    return replace(PLATFORM, records=(replace(REPORT, **record),))


def test_a_record_is_read_in_our_words():
    found = read(PLATFORM, GOOD)
    assert (found.key.their_id, found.key.rank) == ("A1", f"{3:020d}")
    assert found.said["at"] == datetime(2026, 11, 24, 2, tzinfo=UTC)
    assert (found.word("text"), found.word("state"), found.word("category")) == ("灯坏了", "working", "lighting")
    assert found.word("place") == "梧桐里1号院"
    assert found.remarks == frozenset()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"no": ""}, Fault.NO_ID), ({"no": "x" * 65}, Fault.NO_ID), ({"no": {"a": 1}}, Fault.NO_ID),
        ({"v": None}, Fault.NO_VERSION),
        ({"v": "three"}, Fault.NO_VERSION), ({"st": "99"}, Fault.UNKNOWN_STATE), ({"at": "gestern"}, Fault.BAD_TIME),
        ({"due": "1999-01-01"}, Fault.BAD_TIME), ({"due": "2026-13-01"}, Fault.BAD_TIME),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_which_part(change, fault):
    with pytest.raises(Unreadable) as raised:
        read(PLATFORM, {**GOOD, **change})
    assert raised.value.fault is fault


def test_a_time_without_its_zone_is_taken_only_where_the_mapping_names_one():
    nowhere = replace(PLATFORM, zone="")
    with pytest.raises(Unreadable) as raised:
        read(nowhere, GOOD)
    assert raised.value.fault is Fault.NO_ZONE
    assert read(nowhere, {**GOOD, "at": "2026-11-24T10:00:00+08:00"}).said["at"] == read(PLATFORM, GOOD).said["at"]


def test_an_unknown_category_is_only_remarked():
    found = read(PLATFORM, {**GOOD, "cat": "unheard of"})
    assert found.remarks == {Remark.UNKNOWN_CATEGORY}
    assert "category" not in found.said


def test_versions_sort_as_they_count():
    ranks = [key_of(PLATFORM, {**GOOD, "v": version}).rank for version in (2, 9, 10, 100)]
    assert ranks == sorted(ranks)
    by_time = replace(PLATFORM, versions="time")
    times = ["2026-11-24T09:59:59+08:00", "2026-11-24T02:00:00Z", "2026-11-24T10:00:01+08:00"]
    ranks = [key_of(by_time, {**GOOD, "v": each}).rank for each in times]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3


def test_a_good_mapping_has_no_problem():
    assert problems_of(PLATFORM, CATEGORIES) == []


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"fields": {"id": "no", "version": "v"}}, "缺少“text”"),
        ({"fields": {**FIELDS, "colour": "c"}}, "不认识“colour”"),
        ({"codes": {"state": STATES}}, "没有 [record.codes.category]"),
        ({"codes": {"state": {**STATES, "9": "asleep"}, "category": {"L": "lighting"}}}, "“asleep”"),
        ({"codes": {"state": STATES, "category": {"L": "unheard"}}}, "“unheard”"),
        ({"codes": {"state": {"1": "open"}, "category": {"L": "lighting"}}}, "“working”没有对方的代码"),
        ({"codes": {"state": STATES, "category": {"L": "lighting", "M": "lighting"}}}, "L、M 都读成“lighting”"),
        ({"back": {"state": {"open": "3"}}}, "读成“closed”"),
        ({"codes": {"state": NO_END, "category": {"L": "lighting"}}, "silent": ("closed",)}, "作废一定要告诉对方"),
        ({"codes": {"state": NO_END, "category": {"L": "lighting"}}, "void": "closed"}, "作废一定要告诉对方"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said(record, said):
    problems = problems_of(changed(**record), CATEGORIES)
    assert any(said in each for each in problems), problems


def test_two_of_theirs_may_be_one_of_ours_where_that_is_said_and_a_state_may_be_passed_over():
    two = {"codes": {"state": STATES, "category": {"L": "lighting", "M": "lighting"}}, "one_way": ("M",)}
    assert problems_of(changed(**two), CATEGORIES) == []
    few = {key: value for key, value in STATES.items() if value != "reopened"}
    codes = {"state": few, "category": {"L": "lighting"}}
    assert problems_of(changed(codes=codes, silent=("reopened",)), CATEGORIES) == []


def test_who_is_told_something_needs_fields_to_be_told_in():
    warned = RecordMap(Kind.RATING, {"id": "i", "version": "v", "subject": "s", "score": "p"}, codes={"score": {}})
    silent = replace(PLATFORM, records=(warned,), gives=frozenset())
    assert problems_of(silent, CATEGORIES) == []
    assert len(problems_of(replace(silent, gives=frozenset({Gives.OWN})), CATEGORIES)) == 1
    assert problems_of(replace(silent, gives=frozenset({Gives.OWN}), envelope="cloudevents"), CATEGORIES) == []


def test_the_work_is_ours_to_tell_of():
    theirs = replace(PLATFORM, owners={Standing.DONE: Owner.THEIRS})
    assert any("done" in each for each in problems_of(theirs, CATEGORIES))


@given(dictionaries(text("abcdef", min_size=1, max_size=3), sampled_from(CATEGORIES), max_size=8))
def test_whatever_passes_the_check_comes_back_as_it_went(codes):
    record = replace(REPORT, codes={"state": STATES, "category": codes})
    back = {ours: record.theirs("category", ours) for ours in codes.values()}
    faithful = all(back[ours] == theirs for theirs, ours in codes.items())
    assert (problems_of(replace(PLATFORM, records=(record,)), CATEGORIES) == []) is faithful


def test_what_is_given_reads_as_what_it_was():
    said = {
        "kind": "ticket", "number": "NH20261124-0001", "state": "done", "category": "lighting", "at": "2026-11-24T02:00:00+00:00"
    }  # fmt: skip
    body = written(PLATFORM, "e1", 4, "A1", said)
    again = read(PLATFORM, body)
    assert (again.key.their_id, again.key.rank, again.word("state")) == ("A1", f"{4:020d}", "done")
    assert again.said["at"] == datetime(2026, 11, 24, 2, tzinfo=UTC)
    with pytest.raises(Unsayable):
        written(changed(codes={"state": {"1": "open"}}), "e1", 4, "A1", said)


FILE = {
    "platform": "them",
    "label": "他们",
    "record": [{"kind": "report", "fields": {"id": "no", "version": "v", "text": "t"}}],
}


@pytest.mark.parametrize(
    "change",
    [
        {"label": 3}, {"colour": "red"}, {"record": ["x"]}, {"versions": "words"}, {"gives": ["everything"]}, {"envelope": "xml"},
        {"record": [{"kind": "dream", "fields": {}}]}, {"owners": {"closed": "nobody"}}, {"record": [{"kind": "report"}]},
        {"record": [{"kind": "report", "fields": {}, "codes": {"state": "x"}}]},
    ],
)  # fmt: skip
def test_a_file_that_is_no_mapping_says_why(change):
    with pytest.raises(WrongMapping) as raised:
        platform_of({**FILE, **change})
    assert raised.value.problems


def test_a_file_is_a_platform_and_what_ends_a_matter_is_theirs_to_say():
    found = platform_of(FILE)
    assert (found.gives, found.owners[Standing.WITHDRAWN], found.zone) == ({Gives.OWN}, Owner.THEIRS, "")


PEOPLE = RecordMap(
    Kind.PERSON, {"id": "no", "version": "v", "name": "n", "role": "r"}, codes={"role": {"W": "grid_worker"}}
)


@pytest.mark.parametrize("envelope", ["plain", "cloudevents"])
@given(
    dictionaries(sampled_from(["name", "phone", "unit", "place", "role", "lat"]), sampled_from(["x", "grid_worker"]))
)
def test_of_a_person_nothing_leaves_that_the_mapping_does_not_list(envelope, fields):
    platform = replace(PLATFORM, records=(PEOPLE,), envelope=envelope)
    said = {"kind": "person", "number": "R1", "state": "open", "at": "2026-11-24T02:00:00+00:00", **fields}
    body = written(platform, "e1", 1, None, said)
    if envelope == "cloudevents":
        assert set(body["data"]) <= {"name", "role", "kind", "number", "state", "at", "sequence"}
    else:
        assert set(body) <= {"no", "v", "n", "r", "ourNumber", "eventId"}


def test_whose_roster_is_given_must_be_said_by_codes():
    giving = replace(PLATFORM, records=(PEOPLE,), gives=frozenset({Gives.PEOPLE}))
    assert problems_of(giving, CATEGORIES, ["grid_worker"]) == []
    uncoded = replace(PEOPLE, fields={"id": "no", "version": "v", "name": "n"}, codes={})
    assert any("people" in each for each in problems_of(replace(giving, records=(uncoded,)), CATEGORIES, []))


TOLD = {"kind": "ticket", "number": "NH1", "state": "closed", "at": "2026-11-24T10:00:00+08:00", "category": "lighting"}


def test_their_code_and_version_go_back_as_they_came():
    found = read(PLATFORM, {**GOOD, "v": "0003", "cat": "unheard of"})
    assert (found.key.version, found.codes["category"]) == ("0003", "unheard of")
    said = {**TOLD, "their_category": found.codes["category"], "their_version": found.key.version}
    body = written(PLATFORM, "e", 7, "A1", said)
    assert (body["no"], body["cat"], body["theirVersion"], body["v"]) == ("A1", "unheard of", "0003", 7)
    assert written(PLATFORM, "e", 7, "A1", TOLD)["cat"] == "L"


def test_what_is_void_is_told_by_the_code_that_the_mapping_names_also_without_one_for_closed():
    silent = changed(codes={"state": NO_END, "category": {"L": "lighting"}}, silent=("closed",), void="withdrawn")
    assert problems_of(silent, CATEGORIES) == []
    withdrawn = next(code for code, state in STATES.items() if state == "withdrawn")
    assert written(silent, "e", 1, "A1", {**TOLD, "void": True})["st"] == withdrawn
    with pytest.raises(Unsayable):
        written(silent, "e", 1, "A1", TOLD)
