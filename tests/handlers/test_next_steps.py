"""The step in the first line of a push is one that its reader can do now."""

import pytest

from governance.notices import NoticeKind as N
from governance.tickets.deadlines import DeadlineKind as D
from governance.tickets.states import TicketState as S
from handlers.texts.next_step import step_of


@pytest.mark.parametrize(
    ("state", "owned", "promise", "owed", "said"),
    [
        (S.REPORTED, False, D.HANDLE, (D.HANDLE,), "派单"),
        (S.RETURNED, False, D.SURVEY, (D.SURVEY, D.HANDLE), "派单"),
        (S.REOPENED, False, D.CALL_BACK, (D.CALL_BACK,), "回访"),
        (S.DISPATCHED, True, D.TAKE, (D.TAKE, D.HANDLE), "接单"),
        (S.IN_PROGRESS, True, D.HANDLE, (D.HANDLE,), "办结"),
        (S.IN_PROGRESS, True, D.HANDLE, (D.SURVEY, D.PLAN, D.CREW, D.HANDLE), "到场"),
        (S.DISPATCHED, True, D.PLAN, (D.SURVEY, D.PLAN, D.CREW), "到场"),
        (S.IN_PROGRESS, True, D.HANDLE, (D.CREW, D.HANDLE), "进场"),
        (S.HANDLED, True, D.VERIFY, (D.VERIFY,), "核查"),
    ],
)
def test_what_a_reminder_asks_for_can_be_done(state, owned, promise, owed, said):
    assert step_of(N.REMIND, state, owned, promise, owed).startswith(said)
