"""The HTML of 街道这一年: cases, who is commended, brands; with their pictures inside."""

from collections.abc import Callable, Sequence
from html import escape

from bot import booklet_texts as texts
from bot import case_texts
from bot.case_pages import days_said
from governance.evaluation.kinds import Evaluated, FactKind
from handlers.evaluation.outcomes import EntryLine
from handlers.evaluation.texts import amount_said
from handlers.evaluation.words import FACT, KIND
from handlers.office.cases import PublishedCase
from handlers.office.year_booklet import Brand, Commendation, Commended, YearBooklet

Image = Callable[[str | None], str]
"""A picture by its digest, in base64; empty where there is none."""

_NO_DEED = frozenset({FactKind.MILESTONE_LATE, FactKind.MILESTONE_MISSED, FactKind.DELAY, FactKind.CORRECTION})
"""What no letter of praise speaks of."""


def booklet_body(found: YearBooklet, image: Image) -> str:
    """All of it, after the title."""
    parts = [f"<p>{escape(found.subdistrict)}　{texts.COVER}</p>"]
    if found.cases is not None:
        parts.append(texts.HEAD.format(title=texts.CASES))
        parts += [_case(each, image) for each in found.cases.cases]
    parts.append(commended_body(found.commendations, image))
    if found.brands:
        parts.append(texts.HEAD.format(title=texts.BRANDS))
        parts += [_brand(each, image) for each in found.brands]
    return "".join([*parts, texts.PDF.format(year=found.year)])


def commended_body(found: Sequence[Commendation], image: Image) -> str:
    """Round by round and kind by kind."""
    parts = []
    for each in found:
        parts += [texts.HEAD.format(title=escape(each.called)), f"<p><small>{texts.ABOUT_COMMENDED}</small></p>"]
        for kind in Evaluated:
            own = [one for one in each.commended if one.entry.kind is kind]
            parts += [texts.KIND.format(kind=KIND[kind])] if own else []
            parts += [_commended(one, image) for one in own]
        parts += [] if each.commended else [f"<p>{texts.NOBODY}</p>"]
    return "".join(parts)


def sum_said(entry: EntryLine) -> str:
    """The lines of a sum without their sources: 党课2次 +10，项目1个 +20."""
    said = []
    for line in entry.lines:
        kind, unit = FACT[line.kind]
        said.append(
            texts.SUM.format(kind=kind, amount=amount_said(line.kind, line.amount), unit=unit, points=line.points)
        )
    return texts.SUMS.join(said)


def deeds_said(entry: EntryLine) -> str:
    """What was done, for a letter: 党课2次、验收的项目1个; neither points nor what was late."""
    done = [line for line in entry.lines if line.kind not in _NO_DEED and line.amount > 0]
    return texts.DEEDS.join(
        texts.DEED.format(kind=FACT[line.kind][0], amount=amount_said(line.kind, line.amount), unit=FACT[line.kind][1])
        for line in done
    )


def _picture(data: str, title: str) -> str:
    return texts.PICTURE.format(data=data, title=escape(title)) if data else ""


def _case(case: PublishedCase, image: Image) -> str:
    title = escape(case.line.title)
    return case_texts.CASE.format(
        place=case.line.place, title=title, story=escape(case.story), community=escape(case.line.community),
        category=escape(case.category), days=days_said(case), votes=case.line.votes,
        picture=_picture(image(None if case.picture is None else case.picture[0]), case.line.title),
    )  # fmt: skip


def _commended(one: Commended, image: Image) -> str:
    entry = one.entry
    return texts.ENTRY.format(
        place=entry.place, name=escape(entry.name), total=entry.total, sum=escape(sum_said(entry)),
        picture=_picture(image(one.picture), entry.name), letter=texts.LETTER.format(number=entry.number),
    )  # fmt: skip


def _brand(brand: Brand, image: Image) -> str:
    title = escape(brand.row.title)
    return texts.BRAND.format(
        community=escape(brand.community), title=title, story=escape(brand.row.story),
        picture=_picture(image(brand.row.picture), brand.row.title),
    )  # fmt: skip
