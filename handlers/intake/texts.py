"""What other systems are told."""

from handlers.context import Here
from handlers.intake.outcomes import OrderKnown, OrderTaken, RequestOpened, RequestRefused, Unfit
from handlers.outcomes import says

OTHER = "其他"
ORDER_TAKEN, ORDER_KNOWN = "{order_no} 已登记为工单 {number}", "{order_no} 以前导入过"
OPENED = "已登记为工单 {number}，按街道时限办理"
UNFIT = {
    Unfit.NO_KEY: "api_key 没有提供，或不对、已停用",
    Unfit.NO_SERVICE: "没有提供 service_code",
    Unfit.UNKNOWN_SERVICE: "没有这个 service_code，见 services",
    Unfit.NO_PLACE: "请提供 address_string，或 lat 和 long",
    Unfit.BAD_POINT: "lat、long 不是有效的经纬度",
    Unfit.TOO_LONG: "description 最多 2000 字，address_string 最多 200 字",
}


@says
def order_taken(found: OrderTaken, _here: Here) -> str:
    """Which ticket it is."""
    return ORDER_TAKEN.format(order_no=found.order_no, number=found.number)


@says
def order_known(found: OrderKnown, _here: Here) -> str:
    """Nothing is opened twice."""
    return ORDER_KNOWN.format(order_no=found.order_no)


@says
def request_opened(found: RequestOpened, _here: Here) -> str:
    """Which ticket it is."""
    return OPENED.format(number=found.number)


@says
def request_refused(found: RequestRefused, _here: Here) -> str:
    """What to do about it."""
    return UNFIT[found.why]
