"""The yardstick: bare wechatpy and Flask in safe mode; decrypts, parses, echoes the text, encrypts. Keeps nothing."""

from flask import Flask, request
from wechatpy import parse_message
from wechatpy.crypto import WeChatCrypto
from wechatpy.replies import TextReply

from benchmarks.messages import AES_KEY, APP_ID, TOKEN


def application() -> Flask:
    crypto = WeChatCrypto(TOKEN, AES_KEY, APP_ID)
    app = Flask("echo")

    @app.post("/wechat")
    def echo() -> str:
        query = request.args
        xml = crypto.decrypt_message(request.get_data(), query["msg_signature"], query["timestamp"], query["nonce"])
        message = parse_message(xml)
        reply = TextReply(content=message.content, message=message)
        return str(crypto.encrypt_message(reply.render(), query["nonce"], query["timestamp"]))

    return app


if __name__ == "__main__":
    from linli.settings import load
    from linli.web import server_of

    server_of("benchmarks.echo:application", load()).serve()
