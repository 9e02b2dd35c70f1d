"""The interface's own description, for who connects other programs and for who tests it."""

from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue

from bot.openapi import document
from bot.parameters import takes
from console.parts import Console, guarded
from governance.permissions import Act


def interface_pages(blueprint: Blueprint, console: Console) -> None:
    """The document."""

    @blueprint.get("/openapi.json")
    @guarded(console, Act.ADMINISTER)
    @takes(gives=("application/json",))
    def interface() -> ResponseReturnValue:
        """This document."""
        return jsonify(document(current_app))
