"""What can be asked of the web application, as an OpenAPI 3.1 document made from its routes: nothing is written down twice."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from bot.parameters import MOST_ID, YEAR_SCHEMA, Parameter, Taken

LEFT_OUT = frozenset({"/wechat", "/healthz", "/readyz"})
"""The platform's door, whose messages are described by the platform, and what says that the process is up."""
SESSION, TOKEN = "session", "token"
_SCHEMES = {
    SESSION: {
        "type": "apiKey",
        "in": "cookie",
        "name": "linli_console",
        "description": "Over https: __Host-linli_console",
    },
    TOKEN: {"type": "apiKey", "in": "header", "name": "X-CSRF"},
}
"""Who is signed in at the office; and of their page, for what changes something."""
_PART = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
Schema = dict[str, Any]


def document(app: Flask) -> Schema:
    """The whole document."""
    paths: dict[str, Schema] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if rule.rule not in LEFT_OUT:
            view = app.view_functions[rule.endpoint]
            paths.setdefault(_PART.sub(r"{\2}", rule.rule), {}).update(
                {method.lower(): _operation(rule, method, view) for method in methods(rule)}
            )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Linli", "version": version("linli")},
        "paths": paths,
        "components": {"securitySchemes": _SCHEMES},
    }


def methods(rule: Rule) -> Sequence[str]:
    """The methods of a route but for those that every address has."""
    return sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})


def _operation(rule: Rule, method: str, view: Callable[..., Any]) -> Schema:
    taken: Taken = getattr(view, "taken", None) or Taken()
    found: Schema = {
        "operationId": f"{rule.endpoint}-{method.lower()}",
        "tags": [rule.endpoint.partition(".")[0]],
        "parameters": [*_path_parameters(rule), *(_query(each) for each in taken.query)],
        "responses": _responses(taken, getattr(view, "act", None)),
    }
    doc = inspect.getdoc(view)
    if doc and view.__module__.partition(".")[0] != "flask":
        found["summary"] = doc.splitlines()[0]
    act = getattr(view, "act", None)
    if act is not None:
        found["security"] = [{SESSION: [], TOKEN: []} if method == "POST" else {SESSION: []}]
        found["x-right"] = str(act)
    if method == "POST":
        found["requestBody"] = _body(taken)
    return found


def _path_parameters(rule: Rule) -> Iterator[Schema]:
    for kind, name in _PART.findall(rule.rule):
        whole: Schema = {"type": "integer", "minimum": 0, "maximum": MOST_ID}
        schema = {"row": whole, "year": dict(YEAR_SCHEMA)}.get(kind, {"type": "string", "minLength": 1})
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _query(parameter: Parameter) -> Schema:
    schema = dict(parameter.schema)
    if parameter.default not in (None, "", ()):
        schema["default"] = parameter.default
    return {"name": parameter.name, "in": "query", "description": parameter.label, "schema": schema}


def _body(taken: Taken) -> Schema:
    """A form; with files, in several parts."""
    schema = _form(taken) if taken.of_form is None else dict(taken.of_form())
    kind = "multipart/form-data" if taken.files else "application/x-www-form-urlencoded"
    return {"content": {kind: {"schema": schema}}}


def _form(taken: Taken) -> Schema:
    fields: Mapping[str, Any] = {
        each.name: {"type": "array", "items": dict(each.schema)} if each.many else dict(each.schema)
        for each in taken.form
    }
    files = {name: {"type": "string", "format": "binary"} for name in taken.files}
    return {"type": "object", "properties": {**fields, **files}}


def _responses(taken: Taken, act: object) -> Schema:
    content: Schema = {kind: {} for kind in taken.gives}
    found: Schema = {"200": {"description": "What was asked for", "content": content}}
    if act is not None:
        found["302"] = {"description": "To the sign-in page: nobody is signed in"}
        found["403"] = {"description": "Not theirs to do"}
    found["default"] = {"description": "Refused, with a sentence that says why; or done, with a way to go on"}
    return found
