"""`linli menu`: what the account shows below its chats."""

import click

from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.group()
def menu() -> None:
    """公众号菜单。"""


@menu.command("push")
@stops_plainly
def menu_push() -> None:
    """把菜单发布到公众号（替换原有菜单），按身份显示不同菜单。"""
    from bot.errors import PlatformAway, PlatformError
    from bot.menu import publish
    from linli.platform_errors import explained
    from linli.wiring import platform_api

    settings = load()
    try:
        by_role = publish(platform_api(settings))
    except (PlatformAway, PlatformError) as error:
        raise Stop(explained(texts.PLATFORM_AWAY, error, settings.wechat_api_base)) from error
    click.echo(texts.MENU_PUBLISHED if by_role else texts.MENU_COMMON_ONLY)
