"""`linli setup`: a few questions, then settings, a roster, a menu, and a first report that is answered."""

import click

from linli import setup_texts as texts
from linli.errors import Stop
from linli.plainly import stops_plainly


@click.command()
@click.option("--wait", default=30, show_default=True, type=click.IntRange(0, 600), help="等第一条上报几分钟，0 为不等")
@stops_plainly
def setup(wait: int) -> None:
    """第一次设置：问几个问题，写好 .env 和名册，和微信试通，等到第一条上报。"""
    from linli import env_file
    from linli.settings import load
    from linli.setup.asking import hint, sure
    from linli.setup.beginning import ROSTER, begin, try_platform

    click.echo(texts.HELLO)
    for flaw in env_file.flaws():
        hint(flaw)
    try:
        kind, answers, who = _asked()
    except click.Abort as abort:
        raise Stop(texts.STOPPED) from abort
    env_file.write(answers)
    click.echo(texts.ENV_WRITTEN.format(path=env_file.ENV))
    settings = load()
    begin(settings, *who)
    try_platform(settings)
    _say_clicks(kind, answers)
    if wait and sure(texts.START_SURE, default=True):
        from linli.setup.first_report import wait_for_first_report

        if not wait_for_first_report(settings, wait):
            hint(texts.NO_FIRST)
    click.echo(texts.NEXT.format(roster=ROSTER))


def _asked() -> tuple[str, dict[str, str], tuple[str, str, str]]:
    """All answers; nothing is written meanwhile."""
    from linli import env_file
    from linli.settings import Settings
    from linli.setup.answers import account, machine, people
    from linli.wiring import queue_url
    from scheduler.queue import connect

    before = env_file.values()
    queue = connect(queue_url(Settings(_env_file=None)))  # type: ignore[call-arg]
    kind, answers = account(before, queue)
    return kind, {**answers, **machine(before)}, people()


def _say_clicks(kind: str, answers: dict[str, str]) -> None:
    from linli.setup.answers import TEST_ACCOUNT

    words = texts.CLICKS_TEST if kind == TEST_ACCOUNT else texts.CLICKS_OWN
    said = {"token": answers["LINLI_WECHAT_TOKEN"], "aes_key": answers.get("LINLI_WECHAT_AES_KEY", "")}
    click.echo(words.format(url=f"{answers['LINLI_PUBLIC_URL']}/wechat", **said))
