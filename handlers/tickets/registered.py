"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.said import Reads
from handlers.tickets import (
    approve,
    callback,
    denial_texts,
    emergency,
    extend,
    finish,
    handover,
    merging,
    mine,
    onsite,
    rating,
    rating_reading,
    rating_texts,
    reading,
    reaiming,
    reaiming_texts,
    relay,
    reopening,
    request_reading,
    request_texts,
    showing,
    supervise,
    take,
    texts,
    undoing,
    verify,
    voiding,
    voiding_texts,
)

EXECUTORS: tuple[ModuleType, ...] = (
    approve,
    callback,
    emergency,
    extend,
    finish,
    handover,
    merging,
    mine,
    onsite,
    rating,
    relay,
    reopening,
    showing,
    supervise,
    take,
    reaiming,
    undoing,
    verify,
    voiding,
)
TEXTS: tuple[ModuleType, ...] = (denial_texts, rating_texts, request_texts, reaiming_texts, texts, voiding_texts)
READINGS: tuple[Reads, ...] = (rating_reading.READS, reading.READS, request_reading.READS)
