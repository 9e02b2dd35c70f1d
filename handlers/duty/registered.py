"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.duty import (
    attend,
    campaigns,
    changing,
    check_in,
    due,
    enrol,
    hours,
    lead,
    map_consent,
    papers,
    patrol,
    planning,
    presence,
    reading,
    records,
    rota,
    shift_list,
    sign_up,
    swap,
    unpatrolled,
)
from handlers.duty.texts import changes as changes_texts
from handlers.duty.texts import due as due_texts
from handlers.duty.texts import hours as hours_texts
from handlers.duty.texts import lead as lead_texts
from handlers.duty.texts import patrols as patrols_texts
from handlers.duty.texts import presence as presence_texts
from handlers.duty.texts import rota as rota_texts
from handlers.duty.texts import service as service_texts
from handlers.duty.texts import shifts as shifts_texts
from handlers.duty.texts import swaps as swaps_texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (
    attend,
    campaigns,
    changing,
    check_in,
    due,
    enrol,
    hours,
    lead,
    map_consent,
    papers,
    patrol,
    planning,
    presence,
    records,
    rota,
    shift_list,
    sign_up,
    swap,
    unpatrolled,
)
TEXTS: tuple[ModuleType, ...] = (
    changes_texts,
    due_texts,
    hours_texts,
    lead_texts,
    patrols_texts,
    presence_texts,
    rota_texts,
    service_texts,
    shifts_texts,
    swaps_texts,
)
READINGS: tuple[Reads, ...] = (reading.READS,)
