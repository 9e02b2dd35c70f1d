"""The words of the page on pushes that did not reach their readers: each cause, and what to do."""

from governance.delivery_trouble import Trouble

TITLE = "推送"
ABOUT = "最近两周的推送。没送到的按原因归在一起，每样写着怎么办；排除原因后再发一次，已经发出的不会发第二次。"
STATE = {
    "waiting": "等着发", "sending": "正在发", "sent": "已送到", "kept": "下次来消息时带上", "maybe_sent": "可能送到",
    "dropped": "不再发",
}  # fmt: skip
CAUSE = {
    Trouble.UNFOLLOWED: ("对方取消了关注", "发不到了。要紧的事请打电话或上门，工作人员请重新关注公众号。"),
    Trouble.NOT_PERMITTED: (
        "超过 48 小时没来消息，也没有订阅", "等对方下次来消息时自动带上；要紧的请打电话。请管理员配好订阅通知模板。",
    ),
    Trouble.QUOTA: ("对方这次的回复条数用完了", "等对方再来一条消息，自动带上。"),
    Trouble.NO_RIGHT: ("公众号没有这项接口权限", "请管理员到公众平台“接口权限”里开通，开通后再发一次。"),
    Trouble.TEMPLATE: ("通知模板不对", "请管理员核对规则文件里的模板编号和字段，改好重启后再发一次。"),
    Trouble.SECRET: ("公众号凭证失效", "请管理员核对 AppID 和 AppSecret，运行 linli doctor；好了以后自动再发。"),
    Trouble.ADDRESS: ("服务器地址不在公众号白名单里", "请管理员到公众平台把服务器出口 IP 加进白名单；加好以后自动再发。"),
    Trouble.LIMIT: ("公众号今天或这一分钟的调用次数用完了", "不用管，自动晚一点再发；天天这样请管理员调低每秒发送数。"),
    Trouble.SHUT: ("公众号被限制", "请管理员登录公众平台看站内信，解除后自动再发。"),
    Trouble.AWAY: ("微信服务器或网络一时不通", "不用管，自动再发；半小时还不通请管理员查网络。"),
    Trouble.DOUBTFUL: ("发到一半断了，不知道对方收到没有", "为了不发两遍没有重发。请问一下对方，没收到再点“再发一次”。"),
    Trouble.PICTURE: ("图片没有取到，或者过期了", "文字已另发的不用管；要紧的请重新上传图片。"),
    Trouble.OURS: ("系统自己出错", "请点“再发一次”；还不行请把原因发给维护的人。"),
    Trouble.MUTED: ("对方退订了这类通知", "按对方的意思不发，不用管。"),
    Trouble.OVERTAKEN: ("后来的情况取代了它", "不用管，对方会收到或已收到更新的那条。"),
    Trouble.OTHER: ("微信返回了别的错误", "请点“再发一次”；还不行请按下面的返回码查公众平台文档。"),
}  # fmt: skip
CODES = "返回码"
HEADS = ("时间", "给谁", "类别", "内容", "现在", "原因", "")
CAUSE_HEADS = ("原因", "几条", "怎么办")
NONE = "没有没送到的推送。"
AGAIN, OFF, ALL = "再发一次", "不发了", "全部原因"
RESIDENT = "没绑定的居民"
ASKED = "原因"
NUMBER = "推送编号"
GROUP = {"news": "进展", "work": "工作", "reminder": "提醒", "brief": "简报", "area": "通知"}
