"""Our guarded parts of the door against wechatpy's as they come, part by part and as a whole: `python -m benchmarks.door`."""

import gc
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qsl

import xmltodict
from wechatpy import parse_message
from wechatpy.crypto import PrpCrypto, WeChatCrypto, _get_signature
from wechatpy.replies import TextReply

from bot.cipher import SafeMode, decode_key
from bot.codec import Account, close_reply, open_request
from bot.reply import sealed_reply, text_reply
from bot.signature import signature_of
from bot.xml import read_fields
from handlers.inbound import Reply
from simulator.envelope import Secrets, sealed

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SECRET = Secrets("benchtoken", "b" * 43, "wxbench0000000000", "")
TEXT = {
    "ToUserName": "gh_bench", "FromUserName": "o" * 28, "CreateTime": 1764000000, "MsgType": "text",
    "Content": "虎踞北路4号05幢3楼楼道灯坏了", "MsgId": 42,
}  # fmt: skip
ANSWER = "已登记 NH20261124-0001，网格员会在4个工作小时内受理。" * 3
ROUNDS, TIMES = 60, 200

Part = Callable[[], object]


def parts() -> dict[str, tuple[Part, Part]]:
    """What is compared: ours and wechatpy's, on the same message."""
    theirs, prp = WeChatCrypto(SECRET.token, SECRET.aes_key, SECRET.app_id), PrpCrypto(decode_key(SECRET.aes_key))
    ours = SafeMode(SECRET.aes_key, SECRET.app_id)
    account, post = Account(SECRET.token, ours), sealed(SECRET, TEXT, NOW)
    query = dict(parse_qsl(post.query))
    stamp = (query["timestamp"], query["nonce"])
    encrypt = read_fields(post.body)["Encrypt"]
    inner, message = ours.decrypt(encrypt), open_request(account, query, post.body, NOW)
    xml = text_reply(message.inbound, ANSWER, NOW)

    def bare() -> str:
        opened = parse_message(theirs.decrypt_message(post.body, query["msg_signature"], *stamp))
        return str(
            theirs.encrypt_message(TextReply(content=ANSWER, message=opened), query["nonce"], query["timestamp"])
        )

    return {
        "signature": (
            lambda: signature_of(SECRET.token, *stamp, encrypt),
            lambda: _get_signature(SECRET.token, *stamp, encrypt),
        ),
        "XML": (lambda: read_fields(inner), lambda: xmltodict.parse(inner)),
        "decryption": (lambda: ours.decrypt(encrypt), lambda: prp.decrypt(encrypt, SECRET.app_id)),
        "encryption": (lambda: ours.encrypt(xml), lambda: prp.encrypt(xml, SECRET.app_id)),
        "envelope": (
            lambda: sealed_reply(xml, ours, SECRET.token, NOW),
            lambda: theirs.encrypt_message(xml, query["nonce"], query["timestamp"]),
        ),
        "reply": (
            lambda: text_reply(message.inbound, ANSWER, NOW),
            lambda: TextReply(source="gh_bench", target="o" * 28, time=1764000000, content=ANSWER).render(),
        ),
        "whole message": (
            lambda: close_reply(account, open_request(account, query, post.body, NOW), Reply(ANSWER), NOW),
            bare,
        ),
    }


def seconds(part: Part) -> float:
    """CPU time of one call."""
    started = time.process_time()
    for _ in range(TIMES):
        part()
    return (time.process_time() - started) / TIMES


def main() -> None:
    gc.disable()
    for name, (ours, theirs) in parts().items():
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
        ratios = sorted(wechatpy / mine for mine, wechatpy in pairs)
        quick = min(pair[0] for pair in pairs) * 1e6, min(pair[1] for pair in pairs) * 1e6
        print(
            f"{name}: speed ours ÷ wechatpy = {statistics.median(ratios):.2f}  ({quick[0]:.1f} and {quick[1]:.1f} µs)"
        )


if __name__ == "__main__":
    main()
