"""`linli openapi`: the interface's description, made from the routes."""

import json
import tempfile

import click

from linli.plainly import stops_plainly
from linli.settings import load


@click.command("openapi")
@stops_plainly
def openapi() -> None:
    """打印接口说明（OpenAPI 3.1，由路由生成）：后台、公开网页、Open311。"""
    from bot.openapi import document
    from linli.clock import system_clock
    from linli.web_app import web_app
    from scheduler.queue import connect
    from storage.database import Database

    settings = load()
    with tempfile.TemporaryDirectory() as folder:  # nothing is read or written: the routes are there without a database
        database = Database(f"sqlite:///{folder}/none.db")
        app = web_app(settings, database, system_clock, lambda: None, connect("redis://127.0.0.1"))
        click.echo(json.dumps(document(app), ensure_ascii=False, indent=2))
        database.close()
