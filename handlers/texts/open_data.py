"""What other systems are told."""

OTHER = "其他"
NO_KEY = "api_key 没有提供，或不对、已停用"
NO_SERVICE = "没有提供 service_code"
UNKNOWN_SERVICE = "没有这个 service_code，见 services"
NO_PLACE = "请提供 address_string，或 lat 和 long"
BAD_POINT = "lat、long 不是有效的经纬度"
TOO_LONG = "description 最多 2000 字，address_string 最多 200 字"
