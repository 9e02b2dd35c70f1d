"""Words of the page of other platforms."""

TITLE = "平台对接"
ABOUT = "每个接上的平台：多久没来数据、积压、冲突和搁置。冲突由人裁定，搁置的改好对照表后重办。接新平台看 docs/connectors.md。"
NONE = "还没有接上任何平台；在服务器上运行 linli connectors on 平台名。"
HEADS = ("平台", "上次来数据", "积压", "最久等了", "在办", "冲突", "搁置", "待发", "没发出", "代码表")
SHORT = ("上次", "积压", "等了", "在办", "冲突", "搁置", "待发", "没发出", "代码")
"""The same but the first, beside each figure on a phone."""
SILENT = "已 {minutes} 分钟没来数据"
NEVER = "还没有"
SECONDS = "{seconds} 秒"
CODES = {True: "公开标准", False: "自拟，待对方确认"}
FAILS, FAILS_ONCE = "连续 {fails} 次没连上", "最近一次没连上"
SECTIONS = {"conflicts": "冲突（两边都改了）", "set_aside": "搁置", "not_given": "没发出"}
ITEM_HEADS = ("平台", "对方编号", "工单", "情况", "时间", "")
ITEM_SHORT = ("编号", "工单", "情况", "时间")
THEY_SAID = "对方答：{said}"
NOTHING = {"conflicts": "没有冲突。", "set_aside": "没有搁置的。", "not_given": "都发出了。"}
JOINS = "跨平台合并（{count} 条等人看）"
SHUT = "{label}：邮箱打不开，隔 2 分钟再试；一直这样请核对地址、账号和密码。"
FILES, FILE_HEADS = "邮箱收到的", ("平台", "附件", "结果", "新收", "以前收过", "搁置", "时间")
DO = {"ours": "以我方为准", "theirs": "以对方为准", "replay": "重办", "resend": "重发"}
