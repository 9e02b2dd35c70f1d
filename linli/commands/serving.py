"""`linli demo`, `linli up` and each of their parts alone; `linli doctor` says whether they would start."""

import sys
from itertools import chain

import click

from linli import setup_texts, texts
from linli.plainly import stops_plainly
from linli.settings import load


@click.command()
@stops_plainly
def demo() -> None:
    """示例街道：一条命令启动全部程序和聊天页面。"""
    from linli.demo import run

    sys.exit(run(load()))


@click.command()
@stops_plainly
def up() -> None:
    """启动消息入口、后台和定时（正式运行）。"""
    from linli.up import run

    sys.exit(run(load()))


@click.command()
@stops_plainly
def web() -> None:
    """只启动消息入口。"""
    from linli import counters
    from linli.parts import models_read

    settings = load()
    with counters.kept(settings):
        with models_read():
            from linli.web import serve

        serve(settings)


@click.command()
@stops_plainly
def worker() -> None:
    """只启动后台：下载附件、发送推送。"""
    from linli.background import work

    work(load())


@click.command()
@stops_plainly
def scheduler() -> None:
    """只启动定时。"""
    from linli.background import schedule

    schedule(load())


@click.command()
@stops_plainly
def queue() -> None:
    """只启动内置 Valkey，供几个系统服务共用。"""
    from linli.queue_alone import hold

    hold(load())


@click.command()
@click.option("--bind", default="127.0.0.1:8081", show_default=True, help="监听地址")
@click.option("--webhook", default="http://127.0.0.1:8080/wechat", show_default=True, help="消息入口地址")
@stops_plainly
def simulate(bind: str, webhook: str) -> None:
    """启动微信模拟平台和聊天页面。"""
    from linli.simulate import run

    run(load(), bind, webhook)


@click.command()
@click.option("--live", is_flag=True, help="再和微信试通：令牌、IP 白名单、菜单、模板、回调")
@stops_plainly
def doctor(live: bool) -> None:
    """检查配置，用中文说明哪里有问题。"""
    from linli.doctor import examine
    from linli.live import live_findings

    problems, hints, settings = 0, 0, load()
    for finding in chain(examine(settings), live_findings(settings) if live else ()):
        mark = "✓" if finding.well else ("!" if finding.hint else "✗")
        problems += not finding.well and not finding.hint
        hints += not finding.well and finding.hint
        click.echo(f"{mark} {finding.text}")
    if hints:
        click.echo(setup_texts.DOCTOR_HINTS.format(count=hints))
    click.echo(texts.DOCTOR_FAILED.format(count=problems) if problems else texts.DOCTOR_OK)
    sys.exit(1 if problems else 0)
