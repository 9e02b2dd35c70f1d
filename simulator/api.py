"""The platform's server API: what the bot may call, with its checks and errcodes."""

import json
import threading
from collections.abc import Callable
from functools import partial
from time import sleep
from typing import Any

from flask import Blueprint, Response, jsonify, request

from simulator import drafts
from simulator.errors import ApiError
from simulator.platform import Platform

LONGEST_SCENE = 64
MOST_PERMANENT_CODES = 100_000
LONGEST_CODE_S = 30 * 24 * 3600
TOP_BUTTONS, SUB_BUTTONS = 3, 5
MOST_TEXT_BYTES = 2048

Answer = dict[str, Any]
OK: Answer = {"errcode": 0, "errmsg": "ok"}


def server_api(platform: Platform) -> Blueprint:
    """The blueprint of `/cgi-bin`."""
    blueprint = Blueprint("cgi-bin", __name__, url_prefix="/cgi-bin")
    call = partial(_call, blueprint, platform)
    call("/token", lambda: _classic_token(platform), "GET", token=False)
    call("/stable_token", lambda: _stable_token(platform), token=False)
    call("/message/custom/send", lambda: _custom_send(platform))
    call("/message/template/send", lambda: _template_send(platform))
    call("/message/subscribe/bizsend", lambda: _subscribe_send(platform))
    call("/media/upload", lambda: _upload(platform))
    call("/media/get", lambda: _download(platform), "GET")
    call("/media/uploadimg", lambda: drafts.upload_picture(platform))
    call("/material/add_material", lambda: drafts.add_material(platform))
    call("/draft/add", lambda: drafts.add(platform, _body()))
    call("/draft/delete", lambda: drafts.delete(platform, _body()))
    call("/qrcode/create", lambda: _qr_create(platform))
    call("/menu/create", lambda: _menu_create(platform))
    call("/menu/delete", lambda: _menu_delete(platform), "GET")
    call("/menu/addconditional", lambda: _menu_conditional(platform))
    call("/tags/get", lambda: platform.tags.all(), "GET")
    call("/tags/create", lambda: platform.tags.create(str(_body().get("tag", {}).get("name", ""))))
    call("/tags/members/batchtagging", lambda: _tag(platform, True))
    call("/tags/members/batchuntagging", lambda: _tag(platform, False))
    call("/menu/get", lambda: {"menu": platform.menu}, "GET")
    call("/template/get_all_private_template", lambda: {"template_list": _templates(platform, "template_id")}, "GET")
    call("/user/info", lambda: _user_info(platform), "GET")
    return blueprint


def _call(
    blueprint: Blueprint,
    platform: Platform,
    rule: str,
    answer: Callable[[], Answer | Response],
    method: str = "POST",
    token: bool = True,
) -> None:
    """One call of the API: planned faults first, then the token, then the answer or its errcode."""

    def view() -> Response:
        trouble = _fault(platform)
        if trouble is not None:
            return trouble
        try:
            if token:
                platform.tokens.require(request.args.get("access_token", ""))
            result = answer()
        except ApiError as error:
            result = {"errcode": error.code, "errmsg": error.message}
        return result if isinstance(result, Response) else jsonify(result)

    blueprint.add_url_rule(rule, endpoint=rule.strip("/").replace("/", "-"), view_func=view, methods=[method])


def _fault(platform: Platform) -> Response | None:
    faults = platform.faults
    seconds = faults.strikes("slow")
    if seconds is not None:
        sleep(seconds)
    if faults.strikes("http_500") is not None:
        return Response("bad gateway", 502)
    if faults.strikes("garbage") is not None:
        return Response("<!doctype html><title>Sign in to the network</title>", mimetype="text/html")
    if faults.strikes("busy") is not None:
        return jsonify({"errcode": -1, "errmsg": "system error"})
    if faults.strikes("too_many") is not None:
        return jsonify({"errcode": 45009, "errmsg": "reach max api daily quota limit"})
    if faults.strikes("not_listed") is not None:
        return jsonify({"errcode": 40164, "errmsg": "invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist"})
    if faults.strikes("expire_token") is not None:
        platform.tokens.kill_all()
    return None


def _body() -> Answer:
    try:
        body = json.loads(request.get_data())
    except ValueError as error:
        raise ApiError(47001, "data format error") from error
    if not isinstance(body, dict):
        raise ApiError(47001, "data format error")
    return body


def _classic_token(platform: Platform) -> Answer:
    return platform.tokens.classic(request.args.get("appid", ""), request.args.get("secret", ""))


def _stable_token(platform: Platform) -> Answer:
    body = _body()
    return platform.tokens.stable(body.get("appid", ""), body.get("secret", ""), bool(body.get("force_refresh")))


def _custom_send(platform: Platform) -> Answer:
    body = _body()
    openid, kind = body.get("touser", ""), body.get("msgtype")
    platform.follower(openid)
    text, taps = _words(body)
    if kind in ("text", "msgmenu") and not text:
        raise ApiError(44004, "empty content")
    if len(text.encode()) > MOST_TEXT_BYTES:
        raise ApiError(45002, "content size out of limit")
    if kind not in ("text", "image", "msgmenu"):
        raise ApiError(40008, "invalid message type")
    media_id = str(body.get("image", {}).get("media_id", "")) if kind == "image" else ""
    if media_id:
        platform.media.get(media_id, platform.clock())
    platform.windows.take(openid, platform.clock())
    platform.journal.add(openid, "account", str(kind), text, media_id, taps)
    return OK


def _words(body: Answer) -> tuple[str, tuple[str, ...]]:
    """The text of a message, and the answers that it offers to tap."""
    if body.get("msgtype") == "text":
        return str(body.get("text", {}).get("content", "")), ()
    if body.get("msgtype") != "msgmenu":
        return "", ()
    menu = body.get("msgmenu", {})
    listed = menu.get("list", [])
    if not listed or not all(entry.get("id") and entry.get("content") for entry in listed):
        raise ApiError(47001, "data format error")
    words = "\n".join(part for part in (menu.get("head_content"), menu.get("tail_content")) if part)
    return words, tuple(str(entry["content"]) for entry in listed)


def _template_send(platform: Platform) -> Answer:
    body = _body()
    openid, template = body.get("touser", ""), body.get("template_id", "")
    if template not in platform.templates:
        raise ApiError(40037, "invalid template_id")
    platform.follower(openid)
    lines = [f"{name}：{_shown(body, name)}" for name in platform.templates[template]]
    platform.journal.add(openid, "account", "template", "\n".join(lines))
    serial = int(platform.clock().timestamp() * 1000)
    finish = {"MsgID": serial, "Status": "success"}
    threading.Thread(target=platform.act, args=(openid, "TEMPLATESENDJOBFINISH"), kwargs=finish, daemon=True).start()
    return {**OK, "msgid": serial}


def _subscribe_send(platform: Platform) -> Answer:
    body = _body()
    openid, template = body.get("touser", ""), body.get("template_id", "")
    if template not in platform.templates:
        raise ApiError(40037, "invalid template_id")
    platform.follower(openid)
    if set(body.get("data", {})) != set(platform.templates[template]):
        raise ApiError(47003, "argument invalid")
    left = platform.permissions.get((openid, template), 0)
    if left == 0:
        raise ApiError(43101, "user refuse to accept the msg")
    if left > 0:
        platform.permissions[openid, template] = left - 1
    lines = [f"{name}：{_shown(body, name)}" for name in platform.templates[template]]
    platform.journal.add(openid, "account", "template", "\n".join(lines))
    return OK


def subscribe_templates(platform: Platform) -> Blueprint:
    """The blueprint of `/wxaapi`, where the templates of subscription notices are asked for."""
    blueprint = Blueprint("wxaapi", __name__, url_prefix="/wxaapi")
    _call(blueprint, platform, "/newtmpl/gettemplate", lambda: {**OK, "data": _templates(platform, "priTmplId")}, "GET")
    return blueprint


def _templates(platform: Platform, named: str) -> list[Answer]:
    return [
        {named: template, "title": template, "content": "\n".join(f"{{{{{name}.DATA}}}}" for name in fields)}
        for template, fields in platform.templates.items()
    ]


def _shown(body: Answer, name: str) -> str:
    return str(body.get("data", {}).get(name, {}).get("value", ""))


def _upload(platform: Platform) -> Answer:
    kind, file = request.args.get("type", ""), request.files.get("media")
    if file is None:
        raise ApiError(41005, "media data missing")
    now = platform.clock()
    media_id = platform.media.put(kind, file.stream.read(), file.mimetype, now)
    return {"type": kind, "media_id": media_id, "created_at": int(now.timestamp())}


def _download(platform: Platform) -> Response:
    seconds = platform.faults.strikes("hang_download")
    if seconds is not None:
        sleep(seconds)
    media = platform.media.get(request.args.get("media_id", ""), platform.clock())
    return Response(media.content, mimetype=media.content_type)


def _qr_create(platform: Platform) -> Answer:
    body = _body()
    action = body.get("action_name")
    scene = body.get("action_info", {}).get("scene", {})
    if action not in ("QR_SCENE", "QR_STR_SCENE", "QR_LIMIT_SCENE", "QR_LIMIT_STR_SCENE"):
        raise ApiError(40053, "invalid action info")
    text = str(scene.get("scene_str" if "STR" in action else "scene_id", ""))
    if not text or len(text) > LONGEST_SCENE:
        raise ApiError(40053, "invalid action info")
    answer: Answer = {"ticket": f"ticket-{text}", "url": f"http://weixin.qq.com/q/{text}"}
    if "LIMIT" in action:
        platform.codes_made += 1
        if platform.codes_made > MOST_PERMANENT_CODES:
            raise ApiError(45029, "qrcode count out of limit")
        return answer
    lasts = int(body.get("expire_seconds", 60))
    if not 0 < lasts <= LONGEST_CODE_S:
        raise ApiError(40052, "invalid expire_seconds")
    return {**answer, "expire_seconds": lasts}


def _menu_delete(platform: Platform) -> Answer:
    platform.menu, platform.conditional_menus = {"button": []}, []
    return OK


def _menu_create(platform: Platform) -> Answer:
    platform.menu = {"button": _checked_buttons(_body())}
    return OK


def _menu_conditional(platform: Platform) -> Answer:
    body = _body()
    platform.tags.require_permission()
    rule = body.get("matchrule", {})
    if not platform.menu["button"]:
        raise ApiError(65303, "no default menu")
    if not rule.get("tag_id"):
        raise ApiError(65304, "match rule empty")
    platform.conditional_menus.append((int(rule["tag_id"]), {"button": _checked_buttons(body)}))
    return {"menuid": str(len(platform.conditional_menus))}


def _tag(platform: Platform, on: bool) -> Answer:
    body = _body()
    platform.tags.change(list(body.get("openid_list", [])), int(body.get("tagid", 0)), on)
    return OK


def _checked_buttons(body: Answer) -> list[Any]:
    buttons = body.get("button", [])
    if not 1 <= len(buttons) <= TOP_BUTTONS:
        raise ApiError(40016, "invalid button size")
    for button in buttons:
        if len(button.get("sub_button", [])) > SUB_BUTTONS:
            raise ApiError(40023, "invalid sub button size")
        if not button.get("name") or len(str(button["name"]).encode()) > 16:
            raise ApiError(40018, "invalid button name size")
    return list(buttons)


def _user_info(platform: Platform) -> Answer:
    person = platform.people.get(request.args.get("openid", ""))
    if person is None:
        raise ApiError(40003, "invalid openid")
    if person.followed_at is None:
        return {"subscribe": 0, "openid": person.openid}
    return {
        "subscribe": 1, "openid": person.openid, "language": "zh_CN",
        "subscribe_time": int(person.followed_at.timestamp()), "remark": "", "groupid": 0,
        "tagid_list": platform.tags.of(person.openid),
    }  # fmt: skip
