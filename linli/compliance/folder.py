"""Writes the folder: each document from the facts, as Markdown."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from zoneinfo import ZoneInfo

from governance.permissions import PERMISSIONS
from governance.rules import Rules
from governance.texts import ROLE
from handlers.privacy.texts import notice_text
from linli.compliance import texts
from linli.compliance.controls import Standing, Stood, stood
from linli.compliance.facts import Facts
from linli.compliance.inventory import inventory


def write_folder(facts: Facts, folder: Path, zone: ZoneInfo) -> dict[str, int]:
    """Writes all documents; answers how many files, and how many measures are lacking. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    measures = stood(facts)
    documents = {
        "assessment": _assessment(facts, measures, zone),
        "inventory": _inventory(facts),
        "rights": _rights(),
        "keeping": _keeping(facts),
        "grading": _grading(facts),
        "controls": _controls(facts, measures, zone),
        "notice": notice_text(facts.notice, facts.rules) + "\n",
    }
    documents["readme"] = _readme(facts, zone)
    for name, text in documents.items():
        (folder / texts.NAMES[name]).write_text(text, "utf-8")
    (folder / texts.FACTS).write_text(_plain(facts, measures), "utf-8")
    return {"files": len(documents) + 1, "lacks": _how_many(measures, Standing.LACKS)}


def _assessment(facts: Facts, measures: Sequence[Stood], zone: ZoneInfo) -> str:
    lines, lacking = inventory(facts.rules), [each for each in measures if each.standing is Standing.LACKS]
    listed = "\n".join(f"- {each.control.name}：{each.control.how}" for each in lacking)
    rules = facts.rules
    kept = {
        "pictures": rules.keep_pictures_days,
        "records": rules.keep_records_days,
        "nominations": rules.keep_nominations_days,
    }
    risks = [(risk, measure.format(**kept)) for risk, measure in texts.RISKS]
    return texts.ASSESSMENT.format(
        at=_day(facts, zone), name=facts.notice.name, contact=facts.notice.contact, fill=texts.FILL, late=facts.late,
        tables=sum(bool(line.personal) for line in lines), encrypted=sum(len(line.encrypted) for line in lines),
        risks=_table(texts.RISK_HEADS, risks),
        lacking=texts.LACKING.format(lines=listed) if lacking else texts.NOTHING_LACKS,
        conclusion=texts.CONCLUSION[not lacking], **_standings(measures), **facts.counts,
    )  # fmt: skip


def _inventory(facts: Facts) -> str:
    lines = inventory(facts.rules)
    rows = [
        (line.table, line.purpose, "、".join(line.personal) or "—", "、".join(line.encrypted) or "—", line.keep)
        for line in lines
    ]
    return texts.INVENTORY.format(tables=len(rows), table=_table(texts.INVENTORY_HEADS, rows))


def _rights() -> str:
    rows = [
        (texts.ACT[act.value], "、".join(words for role, words in ROLE.items() if role in roles))
        for act, roles in PERMISSIONS.items()
    ]
    return texts.RIGHTS.format(table=_table(texts.RIGHTS_HEADS, rows))


def _keeping(facts: Facts) -> str:
    shipped = asdict(Rules())
    rows = [(name, str(value), str(shipped[name])) for name, value in asdict(facts.rules).items()]
    changed = "、".join(facts.changed_rules) or texts.CHANGED_NONE
    return texts.KEEPING.format(changed=changed, table=_table(texts.KEEPING_HEADS, rows))


def _grading(facts: Facts) -> str:
    return texts.GRADING.format(
        name=facts.notice.name, database=facts.database, version=facts.version, fill=texts.FILL, **facts.counts
    )


def _controls(facts: Facts, measures: Sequence[Stood], zone: ZoneInfo) -> str:
    rows = [
        (each.control.area, each.control.name, texts.STANDING[each.standing.value], each.control.how)
        for each in measures
    ]
    last = facts.last_backup
    backup = texts.NO_BACKUP if last is None else f"{last.astimezone(zone):%Y-%m-%d %H:%M}"
    return texts.CONTROLS.format(
        at=_day(facts, zone), rows=facts.chain.rows, head=f"{facts.chain.head.seq}:{facts.chain.head.link}", backup=backup,
        table=_table(texts.CONTROLS_HEADS, rows),
    )  # fmt: skip


def _readme(facts: Facts, zone: ZoneInfo) -> str:
    names = sorted(name for key, name in texts.NAMES.items() if key != "readme")
    listed = "\n".join(f"- {name}" for name in [*names, texts.FACTS])
    return texts.README.format(at=_day(facts, zone), version=facts.version, database=facts.database, listed=listed)


def _plain(facts: Facts, measures: Sequence[Stood]) -> str:
    """For programs: the same figures."""
    return json.dumps(
        {
            "at": facts.at.isoformat(), "database": facts.database, "version": facts.version, "counts": facts.counts,
            "rules": asdict(facts.rules), "notice": facts.notice.version, "late": facts.late,
            "chain": {"rows": facts.chain.rows, "head": f"{facts.chain.head.seq}:{facts.chain.head.link}",
                      "flaws": len(facts.chain.flaws)},
            "controls": {each.control.name: each.standing.value for each in measures},
        },
        ensure_ascii=False, indent=2,
    ) + "\n"  # fmt: skip


def _standings(measures: Sequence[Stood]) -> dict[str, int]:
    return {standing.value: _how_many(measures, standing) for standing in Standing}


def _how_many(measures: Sequence[Stood], standing: Standing) -> int:
    return sum(each.standing is standing for each in measures)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _day(facts: Facts, zone: ZoneInfo) -> str:
    return f"{facts.at.astimezone(zone):%Y-%m-%d}"
