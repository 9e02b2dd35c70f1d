"""没事没事，手滑多发了一个: nothing is reported by it; at most what was sent a moment ago is taken back."""

import re

_PARTS = re.compile(r"[\s,，。;；!！~～…]+")
_SLIP = (
    r"(?:是|我|就是|哎呀?|啊|噢|哦|不好意思|刚才?|刚刚|不小心|一不小心|那是|纯属)*"
    r"(?:手(?:抖|滑|误|快|贱)了?|误(?:发|点|触|碰|操作)|(?:多|错|乱|重复)?(?:发|点|按|碰|戳|传|定位)(?:错|重|多|岔)了?|多(?:发|点|按|传)了?|"
    r"(?:小孩|孩子|娃|宝宝|孙子|小家伙)(?:乱|瞎)?(?:点|按|发|玩)(?:手机|着玩)?|试(?:一?下|试|着发)|测试)+"
    r"(?:的|了|啊|呢|一[个下条次张遍]|个|两[个次]|位置|定位|照片|图片|图|手机|(?:多|错|重)?(?:发|点|按)(?:了|的)?)*"
)
_NOTHING = (
    r"(?:哎呀?|啊|噢|哦|嗯|唉|对不起|抱歉|不好意思|别(?:管|理)(?:它|我|了)*|不用(?:管|理|来|处理|登记)(?:它|了|的)*|当我没(?:发|说)|忽略|算了|"
    r"没(?:有)?(?:得)?(?:什么|啥|别的)?(?:事|情况|问题|危险|意思)(?:的|啊|哈|没事)*|没有+|什么(?:事|都)(?:都|也)?没(?:有)?|没(?:这|那)?回事|"
    r"根本没(?:这|那)(?:回)?事|取消(?:掉|了|吧)*|撤(?:回|销|掉|了|吧)*|这个|那个|就|是|我|不算)+"
)
_SLIP_PART, _NOTHING_PART = re.compile(_SLIP), re.compile(_NOTHING)
_TAKES_BACK = re.compile(
    r"(?:取消|撤|收)(?:回|销|掉|了|下)(?:吧|了|啊)*(?:$|[,，。!！])|(?:不用|别)(?:登记|派人|来人|来了|管了|处理了)|根本没(?:这|那)(?:回)?事"
)


def sent_by_mistake(normalised: str) -> bool:
    """Whether all that is said is that something was sent by mistake."""
    parts = [part for part in _PARTS.split(normalised) if part]
    slips = [part for part in parts if _SLIP_PART.fullmatch(part)]
    return bool(slips) and all(part in slips or _NOTHING_PART.fullmatch(part) for part in parts)


def takes_it_back(normalised: str) -> bool:
    """Whether who says that there is no danger wants the report taken back as well."""
    return _TAKES_BACK.search(normalised) is not None or any(
        _SLIP_PART.fullmatch(part) for part in _PARTS.split(normalised) if part
    )
