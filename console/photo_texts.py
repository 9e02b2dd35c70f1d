"""The words of the photo wall's page."""

TITLE = "照片墙"
ABOUT = (
    "这个月办结的事，办之前和办好以后；美善之星的海报。照片要有人看过、说清楚没有人脸和住家（或已得到本人同意）才上墙。"
)
SHOWN, OFFERED, STARS = "墙上的", "可以上墙的", "美善之星"
NONE = "这个月墙上还没有照片。"
NONE_OFFERED = "没有等着上墙的：要是已经结案、办之前和办好以后都有照片的工单。"
BEFORE, AFTER = "办之前", "办好以后"
CONSENT = "没有人脸和住家，或者已得到本人同意"
DO = {"show": "上墙", "hide": "撤下"}
EARLIER, LATER, PRINT = "上个月", "下个月", "打印"
BEFORE_ASKED, AFTER_ASKED = "办之前的照片", "办好以后的照片"
