"""`linli openapi` prints what the running application says of itself, and needs nothing for it."""

import json

import pytest
from schemathesis.openapi import from_dict

from bot.openapi import LEFT_OUT, document, methods
from tests.commands import linli


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_printed_document_is_of_every_route_and_leaves_nothing_behind(chat, tmp_path):
    done = linli("openapi", env={"LINLI_DATA_DIR": str(tmp_path / "data")})
    assert done.returncode == 0
    printed = json.loads(done.stdout)
    assert printed == json.loads(json.dumps(document(chat.app)))
    assert printed["openapi"] == "3.1.0"
    assert not (tmp_path / "data").exists()
    described = {(operation.method, operation.path) for operation in
                 (found.ok() for found in from_dict(printed).get_all_operations())}  # fmt: skip
    routes = [rule for rule in chat.app.url_map.iter_rules() if rule.rule not in LEFT_OUT]
    assert len(described) == sum(len(methods(rule)) for rule in routes)
    guarded = printed["paths"]["/console/tickets/{number}"]["post"]
    assert guarded["security"] == [{"session": [], "token": []}]
    dispatch = next(each for each in guarded["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]["anyOf"]
                    if each["properties"]["do"]["const"] == "dispatch")  # fmt: skip
    assert dispatch["required"] == ["do", "whom"]
