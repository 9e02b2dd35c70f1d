"""`linli alarms`: the faults that stand, the figures, and the files for Prometheus and Grafana."""

import json
import sys
from pathlib import Path

import click

from linli import seen_texts as texts
from linli.commands.workbooks import write_files
from linli.plainly import stops_plainly
from linli.settings import load


@click.group(invoke_without_command=True)
@click.pass_context
@stops_plainly
def alarms(context: click.Context) -> None:
    """正在发生的系统故障和怎么办；有故障时退出码为 1。"""
    if context.invoked_subcommand is None:
        _list()


@alarms.command("figures")
@stops_plainly
def alarms_figures() -> None:
    """此刻的各项指标，和 /metrics 上的一样。"""
    from governance.alarms.metrics import BY_NAME
    from linli.metrics_server import figures
    from linli.wiring import open_database, queue_url
    from scheduler.queue import connect

    settings = load()
    for name, reading in sorted(figures(open_database(settings), connect(queue_url(settings))).items()):
        place = f"（{reading.place}）" if reading.place else ""
        metric = BY_NAME[name]
        click.echo(
            texts.FIGURE_LINE.format(name=name, value=f"{reading.value:.6g}", meaning=metric.meaning, place=place)
        )


@alarms.command("export")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="文件夹")
@stops_plainly
def alarms_export(out: Path) -> None:
    """写出 Prometheus 的告警规则和它的测试、Grafana 的看板，都由指标表生成。"""
    write_files(out, files())
    click.echo(texts.ALARMS_WRITTEN.format(folder=out))


def files() -> dict[str, str]:
    """The files by their names."""
    from governance.alarms.prometheus import dashboard, rule_tests, rules

    shown = json.dumps(dashboard(), ensure_ascii=False, indent=1) + "\n"
    return {"alerts.yml": rules(), "alerts_test.yml": rule_tests(), "dashboard.json": shown}


def _list() -> None:
    from handlers.alarms.jobs import faults_told
    from handlers.alarms.texts import stands
    from handlers.context import Context
    from linli.clock import system_clock
    from linli.wiring import ready_database, subdistrict_config
    from storage.place_book import PlaceBook
    from storage.unit_of_work import UnitOfWork

    settings = load()
    config = subdistrict_config(settings)
    with ready_database(settings).read() as connection:
        found = faults_told(Context(UnitOfWork(connection), config, system_clock(), PlaceBook()))
    click.echo(texts.ALARMS_STAND.format(count=len(found)) if found else texts.NO_ALARMS)
    for fault in found:
        click.echo(f"· {stands(fault, config.zone)}")
    sys.exit(1 if found else 0)
