"""What a move needs is asked of whoever makes it: state, part, danger, and each need of its row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.tickets.lifecycle import TABLE, UNHANDLED, Move, Need, Who, possible, step
from governance.tickets.permits import ON_SITE, Denied, Facts, Why, denied
from governance.tickets.rights import act_for, roles_for
from governance.tickets.states import TicketState

S = TicketState
ALL = frozenset(Need)


@given(
    st.sampled_from(Move),
    st.sampled_from(S),
    st.sets(st.sampled_from(Who)),
    st.booleans(),
    st.sets(st.sampled_from(Need)),
)
def test_nothing_is_permitted_that_the_table_does_not_hold(move, state, parts, danger, brought):
    facts = Facts(state, danger, tuple(ON_SITE) if danger else ())
    if denied(move, facts, parts, brought) is not None:
        return
    row = step(move, state) or step(move, S.IN_PROGRESS)
    assert row.by & parts
    assert row.danger in (None, danger)
    wanted = row.needs if danger else row.needs - {Need.EVIDENCE, Need.STEPS}
    if Who.SURVEYOR in parts:  # nobody has confirmed it
        wanted -= {Need.STEPS}
    assert wanted <= brought
    assert Need.STEPS not in wanted  # with open steps no danger is handled


@given(st.sampled_from(TABLE), st.data())
def test_whoever_is_it_and_brings_everything_may(row, data):
    state = data.draw(st.sampled_from(sorted(row.of)))
    facts = Facts(state, danger=bool(row.danger), person=bool(row.person))
    for who in row.by:
        assert denied(row.move, facts, {who}, ALL) is None


@pytest.mark.parametrize("row", [row for row in TABLE if row.needs], ids=lambda row: row.move)
def test_each_need_of_each_row_is_asked_for(row):
    facts = Facts(min(row.of), danger=row.danger is not False, unproven=(Move.PLAN,), person=bool(row.person))
    for need in row.needs:
        no = denied(row.move, facts, row.by, ALL - {need}, later=ALL - {need})
        assert (no.why, no.need) == (Why.NEED, need)


def test_a_danger_is_handled_with_its_proofs_only():
    brought = {Need.NOTE, Need.PHOTO}
    assert denied(Move.HANDLE, Facts(S.IN_PROGRESS, True, (Move.CREW,)), {Who.ASSIGNEE}, brought).need is Need.STEPS
    assert denied(Move.HANDLE, Facts(S.IN_PROGRESS, True), {Who.ASSIGNEE}, brought) is None
    assert denied(Move.HANDLE, Facts(S.IN_PROGRESS), {Who.ASSIGNEE}, brought) is None


@pytest.mark.parametrize("state", sorted(UNHANDLED))
def test_a_danger_is_stood_down_by_somebody_else_and_never_discussed(state):
    assert denied(Move.ESCALATE, Facts(state, True), {Who.APPROVER}, ALL).why is Why.DANGER
    assert denied(Move.STAND_DOWN, Facts(state, True), {Who.ASSIGNEE}, ALL).why is Why.PART
    assert denied(Move.STAND_DOWN, Facts(state, True), {Who.APPROVER}, ALL) is None
    assert denied(Move.STAND_DOWN, Facts(state, False), {Who.APPROVER}, ALL).why is Why.NO_DANGER


def test_who_arrives_has_taken_it_where_it_is_theirs_to_take():
    assert denied(Move.ARRIVE, Facts(S.DISPATCHED), {Who.ASSIGNEE}, ()) is None
    assert denied(Move.ARRIVE, Facts(S.DISPATCHED), {Who.WORKER}, ()).why is Why.STATE
    assert denied(Move.ARRIVE, Facts(S.HANDLED), {Who.ASSIGNEE}, ()).why is Why.STATE


def test_roles_follow_from_the_table():
    assert roles_for(Move.VERIFY, Move.REJECT) == PERMISSIONS[Act.VERIFY]
    assert roles_for(Move.WITHDRAW) is None
    assert Role.BUILDING_LEADER not in roles_for(Move.TAKE)
    assert roles_for(Move.TAKE) >= PERMISSIONS[Act.TAKE]
    assert roles_for(Move.RESUME) == frozenset()
    assert act_for(step(Move.VERIFY, S.HANDLED)) is Act.VERIFY
    assert act_for(step(Move.ARRIVE, S.IN_PROGRESS)) is Act.DISPATCH


@pytest.mark.parametrize(
    ("move", "facts", "parts", "brought", "why", "need"),
    [
        (Move.VERIFY, Facts(S.HANDLED), {Who.ASSIGNEE}, ALL, Why.PART, None),
        (Move.ESCALATE, Facts(S.IN_PROGRESS, True), {Who.APPROVER}, ALL, Why.DANGER, None),
        (Move.STAND_DOWN, Facts(S.IN_PROGRESS), {Who.APPROVER}, ALL, Why.NO_DANGER, None),
        (Move.HANDLE, Facts(S.IN_PROGRESS), {Who.ASSIGNEE}, (), Why.NEED, Need.NOTE),
        (Move.HANDLE, Facts(S.IN_PROGRESS), {Who.ASSIGNEE}, {Need.NOTE}, Why.NEED, Need.PHOTO),
        (Move.HANDLE, Facts(S.IN_PROGRESS, True, (Move.CREW,)), {Who.ASSIGNEE}, (), Why.NEED, Need.STEPS),
        (Move.ARRIVE, Facts(S.IN_PROGRESS, True), {Who.ASSIGNEE}, (), Why.NEED, Need.EVIDENCE),
    ],
)
def test_a_denial_names_its_row_and_the_first_thing_that_lacks(move, facts, parts, brought, why, need):
    assert denied(move, facts, parts, brought) == Denied(why, step(move, facts.state), need)


def test_a_move_that_is_not_in_the_table_has_no_row():
    assert denied(Move.VERIFY, Facts(S.REPORTED), {Who.VERIFIER}, ALL) == Denied(Why.STATE, None)
    implied = denied(Move.HANDLE, Facts(S.DISPATCHED), {Who.ASSIGNEE}, ())
    assert implied == Denied(Why.NEED, step(Move.HANDLE, S.IN_PROGRESS), Need.NOTE)


def test_what_is_not_asked_for_yet_is_no_denial():
    assert denied(Move.HANDLE, Facts(S.IN_PROGRESS), {Who.ASSIGNEE}, {Need.NOTE}, later={Need.PHOTO}) is None


@pytest.mark.parametrize("move", [Move.PLAN, Move.CREW, Move.ESCALATE])
def test_a_person_in_danger_is_no_building_site(move):
    who, facts = {Who.ASSIGNEE, Who.APPROVER}, Facts(S.IN_PROGRESS, True, person=True)
    assert denied(move, facts, who, ALL).why is Why.PERSON
    assert move not in possible(S.IN_PROGRESS, who, True, person=True)


def test_somebody_who_helps_is_reached_for_a_person_in_danger_only_and_nobody_is_photographed():
    who = {Who.ASSIGNEE}
    assert denied(Move.REACH, Facts(S.DISPATCHED, True, person=True), who, {Need.NOTE}) is None
    assert denied(Move.REACH, Facts(S.DISPATCHED, True), who, {Need.NOTE}).why is Why.PERSON
    assert denied(Move.REACH, Facts(S.IN_PROGRESS, True, person=True), who, ()).need is Need.NOTE
    done = Facts(S.IN_PROGRESS, True, person=True)
    assert denied(Move.HANDLE, done, who, {Need.NOTE}) is None
    assert denied(Move.HANDLE, done, who, ()).need is Need.NOTE
    missing = Facts(S.IN_PROGRESS, True, (Move.REACH,), person=True)
    assert denied(Move.HANDLE, missing, who, {Need.NOTE}).need is Need.STEPS
