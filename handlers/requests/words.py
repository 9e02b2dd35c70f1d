"""What is told of a report that was found to be a unit's request, or none."""

REQUEST_NEWS = "已改按企业诉求办理（{unit}），会有人联系您"
REPORT_NEWS = "已改按普通上报办理"
NOW_REQUEST = "{head} 改按企业诉求办理了，单位：{unit}，请当天联系 → 看工单"
NOW_REPORT = "{head} 改回普通上报了，时限跟着变 → 看工单"
