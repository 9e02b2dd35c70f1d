"""`linli setup`: a few questions, then settings, a roster, a menu, and a first report that is answered."""

import os
from pathlib import Path

import click

from linli import setup_texts as texts
from linli.errors import Stop
from linli.own_name import command
from linli.plainly import stops_plainly

DRAFT = Path(".setup-answers")
"""What was answered so far and is no secret; gone when all is answered."""


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
    for line in env_file.broken_lines():
        hint(texts.ENV_LEFT_OUT.format(path=env_file.ENV, line=line) if line else env_file.flaws()[0])
    try:
        kind, answers, who = _asked()
    except click.Abort as abort:
        raise Stop(texts.STOPPED) from abort
    env_file.write(answers)
    DRAFT.unlink(missing_ok=True)
    click.echo(texts.ENV_WRITTEN.format(path=env_file.ENV))
    _say_what_is_not_written(env_file.values())
    settings = load()
    begin(settings, *who)
    try_platform(settings)
    _say_clicks(kind, answers)
    following = texts.NEXT.format(roster=ROSTER, linli=command())
    if wait and sure(texts.START_SURE, default=True):
        from linli.setup.first_report import wait_for_first_report

        if not wait_for_first_report(settings, wait, following):
            hint(texts.NO_FIRST)
            click.echo(following)
    else:
        click.echo(following)
    click.echo(texts.NOTHING_RUNS.format(linli=command()))


def _say_what_is_not_written(written: dict[str, str]) -> None:
    """Settings of the environment hold only for who sets them again."""
    named = sorted(name for name in os.environ if name.startswith("LINLI_") and name not in written)
    if named:
        click.echo(texts.HINT.format(said=texts.ONLY_IN_ENVIRONMENT.format(names="、".join(named))))


def _asked() -> tuple[str, dict[str, str], tuple[str, str, str]]:
    """All answers; of settings nothing is written meanwhile."""
    from linli import env_file
    from linli.settings import Settings
    from linli.setup.answers import KIND, NAME, OWN_ACCOUNT, PHONE, STREET, questions, settings_of
    from linli.setup.walk import walk
    from linli.wiring import queue_url
    from scheduler.queue import connect

    before = env_file.values()
    if before.get("LINLI_WECHAT_AES_KEY"):
        before[KIND] = OWN_ACCOUNT
    queue = connect(queue_url(Settings(_env_file=None)))  # type: ignore[call-arg]
    found = walk(questions(queue), before, DRAFT)
    return found[KIND], settings_of(found, before), (found[STREET], found[NAME], found[PHONE])


def _say_clicks(kind: str, answers: dict[str, str]) -> None:
    from linli.setup.answers import TEST_ACCOUNT

    words = texts.CLICKS_TEST if kind == TEST_ACCOUNT else texts.CLICKS_OWN
    said = {"token": answers["LINLI_WECHAT_TOKEN"], "aes_key": answers.get("LINLI_WECHAT_AES_KEY", "")}
    click.echo(words.format(url=f"{answers['LINLI_PUBLIC_URL']}/wechat", **said))
