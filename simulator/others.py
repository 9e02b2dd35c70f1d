"""A stand-in for another platform: it sends its matters, signed, and hears how they get on; with faults."""

import hashlib
import hmac
import json
import random
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import requests
from flask import Flask, Response, request

WAY_IN_FAULTS = ("doubled", "out_of_order", "renamed_field", "wrong_signature", "yesterday", "unknown_code")
WAY_OUT_FAULTS = ("slow", "lost_acknowledgement", "busy", "refused")
Body = dict[str, Any]


@dataclass
class OtherPlatform:
    """One of them. `write`: how it writes a matter; `read`: from what it is told, which matter, in which order and state.

    It keeps what it is told once, by the number of the telling, and in its order.
    """

    name: str
    secret: str
    post: Callable[[str, bytes, dict[str, str]], tuple[int, Any]]
    clock: Callable[[], datetime]
    write: Callable[[str, int, Body], Body]
    read: Callable[[Body], tuple[str, str, int, str]]
    content_type: str = "application/json"
    versions: dict[str, int] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    heard: dict[str, Body] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)
    kept: list[Body] = field(default_factory=list)
    _newest: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def body(self, their_id: str, **said: Any) -> Body:
        """The next version of a matter; what it says of the state is how it stands here from now on."""
        with self._lock:
            self.versions[their_id] = version = self.versions.get(their_id, 0) + 1
            if "state" in said:
                self.states[their_id] = said["state"]
            return self.write(their_id, version, said)

    def sends(self, their_id: str, **said: Any) -> tuple[int, Any]:
        """Sends the next version of a matter; answers what came back."""
        return self.sends_all([self.body(their_id, **said)])

    def sends_all(self, bodies: list[Body]) -> tuple[int, Any]:
        """One body with these records in it, each fault that waits upon it."""
        bodies = list(bodies)
        if self._strikes("renamed_field"):
            bodies = [{_renamed(key): value for key, value in each.items()} for each in bodies]
        if self._strikes("out_of_order"):
            random.Random(len(bodies)).shuffle(bodies)
        content = json.dumps(
            bodies if len(bodies) > 1 or "batch" in self.content_type else bodies[0], ensure_ascii=False
        ).encode()
        answer = self.post(self.name, content, self._headers(content))
        if self._strikes("doubled"):
            answer = self.post(self.name, content, self._headers(content))
        return answer

    def _headers(self, content: bytes) -> dict[str, str]:
        """Time, nonce and signature, as the door's documentation says."""
        at = self.clock() - (timedelta(days=1) if self._strikes("yesterday") else timedelta())
        timestamp, nonce = str(int(at.timestamp())), secrets.token_hex(8)
        secret = self.secret + ("x" if self._strikes("wrong_signature") else "")
        digest = hmac.new(secret.encode(), f"{timestamp}.{nonce}.".encode() + content, hashlib.sha256).hexdigest()
        return {
            "Content-Type": self.content_type, "X-Linli-Timestamp": timestamp, "X-Linli-Nonce": nonce,
            "X-Linli-Signature": f"sha256={digest}",
        }  # fmt: skip

    def plan(self, fault: str, times: int = 1) -> None:
        """Lets it happen so often."""
        if fault not in WAY_IN_FAULTS + WAY_OUT_FAULTS:
            raise ValueError(fault)
        self.faults[fault] = times

    def _strikes(self, fault: str) -> bool:
        left = self.faults.get(fault, 0)
        self.faults[fault] = max(left - 1, 0)
        return left > 0

    def app(self) -> Flask:
        """Where it is told how its matters get on (POST /in), and asked for new ones (GET /items)."""
        app = Flask("other", static_folder=None)

        @app.post("/in")
        def told() -> Response:
            if self._strikes("busy"):
                return Response(status=503)
            if self._strikes("slow"):
                time.sleep(0.3)
            content = request.get_data()
            if not self._signed(content):
                return Response(status=401)
            if self._strikes("refused"):
                return Response("code unknown", status=422)
            self._hear(json.loads(content))
            if self._strikes("lost_acknowledgement"):
                return Response(status=504)
            return Response(status=204)

        @app.get("/items")
        def items() -> Response:
            first = int(request.args.get("cursor") or 0)
            page = self.kept[first : first + 50]
            said = {"items": page, "next": str(first + len(page))}
            return Response(json.dumps(said, ensure_ascii=False), mimetype="application/json")

        return app

    def _signed(self, content: bytes) -> bool:
        said = f"{request.headers['X-Linli-Timestamp']}.{request.headers['X-Linli-Nonce']}.".encode() + content
        wanted = "sha256=" + hmac.new(self.secret.encode(), said, hashlib.sha256).hexdigest()
        return hmac.compare_digest(wanted, request.headers["X-Linli-Signature"])

    def _hear(self, body: Body) -> None:
        event_id, their_id, sequence, state = self.read(body)
        with self._lock:
            self.numbers.append(event_id)
            if event_id in self.heard:
                return
            self.heard[event_id] = body
            if sequence > self._newest.get(their_id, 0):
                self._newest[their_id], self.states[their_id] = sequence, state


def _renamed(name: str) -> str:
    return f"new_{name}" if name in ("content", "data", "text") else name


def over_http(base: str) -> Callable[[str, bytes, dict[str, str]], tuple[int, Any]]:
    """Posts to a door of ours at this address; 0 where there was no answer."""

    def post(name: str, content: bytes, headers: dict[str, str]) -> tuple[int, Any]:
        try:
            answer = requests.post(f"{base}/connect/{name}", data=content, headers=headers, timeout=10)
            return answer.status_code, answer.json()
        except requests.RequestException as error:
            return 0, type(error).__name__

    return post


def is_ready(base: str) -> bool:
    """Whether a product at this address says that it is ready."""
    try:
        return requests.get(f"{base}/readyz", timeout=2).status_code == 200
    except requests.RequestException:
        return False


def cloud_event(name: str) -> Callable[[str, int, Body], Body]:
    """How a system writes that speaks CloudEvents."""

    def write(their_id: str, version: int, said: Body) -> Body:
        return {
            "specversion": "1.0", "id": f"{their_id}-{version}", "source": f"/{name}", "type": "matter", "subject": their_id,
            "sequence": str(version), "datacontenttype": "application/json", "data": said,
        }  # fmt: skip

    return write


def read_cloud_event(body: Body) -> tuple[str, str, int, str]:
    """Number, matter, order and state of what we tell."""
    return body["id"], body["subject"], body["data"]["sequence"], body["data"]["state"]


HOTLINE_CODES = {"open": "10", "working": "20", "done": "30", "closed": "40", "withdrawn": "50", "reopened": "60"}
_HOTLINE_NAMES = {
    "text": "content", "place": "address", "due": "deadline", "note": "remark", "caller": "callerName",
    "phone": "callerPhone", "category": "typeCode",
}  # fmt: skip


def hotline_order(their_id: str, version: int, said: Body) -> Body:
    """How the hotline writes."""
    named = {_HOTLINE_NAMES.get(key, key): value for key, value in said.items() if key != "state"}
    state = said.get("state", "open")
    return {"orderNo": their_id, "seq": version, "status": HOTLINE_CODES.get(state, state), **named}


def read_hotline(body: Body) -> tuple[str, str, int, str]:
    """What the hotline reads of us."""
    states = {code: state for state, code in HOTLINE_CODES.items()}
    return body["eventId"], body["orderNo"], body["seq"], states[body["status"]]


CITY_CODES = {"open": "P1", "working": "P2", "done": "P3", "closed": "P4", "withdrawn": "P5", "reopened": "P6"}
_CITY_NAMES = {"text": "desc", "place": "address", "category": "smallClass", "due": "limitTime", "note": "opinion"}


def city_case(their_id: str, version: int, said: Body) -> Body:
    """How the digital city management writes."""
    named = {_CITY_NAMES.get(key, key): value for key, value in said.items() if key != "state"}
    state = said.get("state", "open")
    return {"caseId": their_id, "version": version, "stage": CITY_CODES.get(state, state), **named}


def read_city(body: Body) -> tuple[str, str, int, str]:
    """What the digital city management reads of us."""
    states = {code: state for state, code in CITY_CODES.items()}
    return body["eventId"], body["caseId"], body["version"], states[body["stage"]]


def plain_record(their_id: str, version: int, said: Body) -> Body:
    """How platforms write whose records need no other names."""
    return {"id": their_id, "version": version, **said}


def read_nothing(_body: Body) -> tuple[str, str, int, str]:
    """Nothing is told to them."""
    return "", "", 0, ""


def read_grid(body: Body) -> tuple[str, str, int, str]:
    """What the grid platform reads of us: matters have a state, people and places have none."""
    return body["eventId"], body["id"], body["version"], body.get("status", "")


def emergency_message(their_id: str, version: int, said: Body) -> Body:
    """How the emergency management writes."""
    return {"type": "warning", "id": their_id, "version": version, **said}


def read_emergency(body: Body) -> tuple[str, str, int, str]:
    """What the emergency management reads of us: hazards, under our numbers until they have given one."""
    return body["eventId"], body["id"], body["version"], body["status"]
