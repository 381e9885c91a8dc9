"""Texts of generated sheets: audit, what changed, gap, check list: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Names of the sheets, on their tabs
    "page.what_changed": ("变化", "What changed"),
    "page.audit": ("核对", "Audit"),
    "page.check": ("检查结果", "Data check"),
    # What changed
    "page.what_changed.title": ("上一次刷新带来的变化", "What the last refresh changed"),
    "page.moves": ("等级有变化的客户", "Customers who changed tier"),
    "page.moves.note": (
        "分析日期 {day}：{n:#|#} 位客户的等级有变化，其中下降 {down:#|#} 位、上升 {up:#|#} 位。"
        "各列的内容与「客户链管理表」相同。",
        "Analysis date {day}: {n:# customer|# customers} changed tier, {down:#|#} down, {up:#|#} up. "
        "All cells are as they stand on sheet Customers.",
    ),
    "page.moves.other": (
        "{n:#|#} 位客户的原等级或等级不在「分级规则」中，或者级别相同，看不出升降。",
        "For {n:# customer|# customers} the two tiers have the same level or are not on sheet Tiers, "
        "so it is neither up nor down.",
    ),
    "page.no_moves": (
        "分析日期 {day}：没有客户的等级发生变化。",
        "Analysis date {day}: no customer changed tier.",
    ),
    "page.look_back": (
        "上一次刷新是回看：分析日期 {day} 早于再上一次的 {before}。回看不算等级变化，因此这里没有名单；"
        "用新的分析日期刷新后再看。",
        "The last refresh was a look back: its analysis date {day} lies before {before}, the one "
        "of the refresh before. A look back is not a move of tiers, so there is no list; refresh "
        "with a new analysis date to get one.",
    ),
    "page.never_refreshed": (
        "还没有刷新过，没有可比较的内容。请先点「刷新等级」。",
        "There has been no refresh yet, so there is nothing to compare. Press Refresh tiers first.",
    ),
    "page.direction": ("方向", "Direction"),
    "page.direction.down": ("下降", "down"),
    "page.direction.up": ("上升", "up"),
    "page.direction.other": ("其他", "other"),
    "page.log": ("与再上一次刷新比较", "Beside the refresh before"),
    "page.log.note": (
        "两次刷新的时间：{before} 和 {now}。",
        "The two refreshes were made at {before} and {now}.",
    ),
    "page.first_refresh": (
        "这是第一次刷新，没有更早的一次可比较。",
        "This was the first refresh, so there is none before to compare with.",
    ),
    "page.log.what": ("内容", "What"),
    "page.log.before": ("再上一次", "Before"),
    "page.log.now": ("上一次", "Last"),
    "page.log.change": ("变化", "Change"),
    "page.log.differs": ("有变化", "differs"),
    # Gap to the next tier
    "page.gap.line": (
        "客户 {customer}：{tier}。{gap}。现有 {n:#|#} 笔订单，累计金额 {money}"
        "（分界 {order_cut} 笔、{revenue_cut}）。",
        "Customer {customer}: {tier}. {gap}. So far {n:# order|# orders} and a revenue of {money} "
        "(cuts: {order_cut} orders, {revenue_cut}).",
    ),
    "page.gap.no_orders": (
        "客户 {customer}：还没有有效订单，因此还没有等级。",
        "Customer {customer}: no valid orders yet, therefore no tier.",
    ),
    # Audit of one customer
    "page.audit.title": (
        "客户 {customer} 的核对表，分析日期 {day}",
        "Audit of customer {customer}, analysis date {day}",
    ),
    "page.audit.explained": ("结果和理由", "Results and reasons"),
    "page.audit.scores": ("R、F、M 如何得分", "How R, F and M were scored"),
    "page.audit.scores.note": (
        "评分方法：{method}。{n:#|#} 位有有效订单的客户共用这些分界。",
        "Scoring method: {method}. The same cuts hold for all {n:# customer|# customers} with "
        "valid orders.",
    ),
    "page.audit.measure": ("指标", "Measure"),
    "page.audit.value": ("这位客户", "This customer"),
    "page.audit.score": ("得分", "Score"),
    "page.audit.level": ("{n} 分", "Score {n}"),
    "page.audit.tier": ("分级规则逐条核对", "The tier rules, one by one"),
    "page.audit.tier.note": (
        "从上到下，第一条符合的规则决定等级。这位客户有 {n:#|#} 笔订单，累计金额 {money}。",
        "From top to bottom, the first rule that fits decides. This customer has "
        "{n:# order|# orders} and a revenue of {money}.",
    ),
    "page.audit.rule": ("规则", "Rule"),
    "page.audit.order_condition": ("订单数的条件", "Condition on orders"),
    "page.audit.revenue_condition": ("累计金额的条件", "Condition on revenue"),
    "page.audit.verdict": ("结论", "Verdict"),
    "page.audit.tagged": ("{tier}（{tag}）", "{tier} ({tag})"),
    "page.audit.any": ("不限", "any"),
    "page.audit.applies": ("符合，决定等级", "fits and decides"),
    "page.audit.too_late": (
        "也符合，但前面的规则已经决定",
        "fits too, but a rule above has decided",
    ),
    "page.audit.fails_orders": (
        "不符合：{n:#|#} 笔订单不满足 {orders}",
        "does not fit: {n:# order is|# orders are} not {orders}",
    ),
    "page.audit.fails_revenue": (
        "不符合：累计金额 {money} 不满足 {revenue}",
        "does not fit: revenue {money} is not {revenue}",
    ),
    "page.audit.fails_both": (
        "不符合：{n:#|#} 笔订单不满足 {orders}，累计金额 {money} 不满足 {revenue}",
        "does not fit: {n:# order is|# orders are} not {orders}, revenue {money} is not {revenue}",
    ),
    "page.audit.churn": ("流失预警的条件", "The condition of the churn flag"),
    "page.audit.churn.limit": (
        "期限：分析日期 {day} 之前 {months:#|#} 个月，即 {limit}；最后一次下单早于这一天才算沉默。",
        "Limit: {months:# month|# months} before the analysis date {day} is {limit}; only who "
        "bought last before that day is silent.",
    ),
    "page.audit.churn.silent": (
        "最后一次下单在 {last}，早于期限：沉默。",
        "Last order on {last}, before the limit: silent.",
    ),
    "page.audit.churn.active": (
        "最后一次下单在 {last}，不早于期限：没有沉默。",
        "Last order on {last}, not before the limit: not silent.",
    ),
    "page.audit.churn.then": (
        "按 {last} 当天的分界（{cuts}），当时的等级是「{tier}」；最高等级是「{highest}」。",
        "By the cuts of {last} ({cuts}) the tier was {tier}; the highest tier is {highest}.",
    ),
    "page.audit.churn.yes": (
        "两个条件都满足，所以有流失预警。",
        "Both conditions are true, so there is a churn flag.",
    ),
    "page.audit.churn.no": (
        "沉默并且当时是最高等级才有流失预警；这里不同时满足，所以没有。",
        "A churn flag needs both, silence and the highest tier then; not both are true, so "
        "there is none.",
    ),
    "page.audit.counted": ("计入的订单", "Orders that count"),
    "page.audit.counted.note": (
        "{n:#|#} 笔订单，合计 {money}。同一订单编号的几行是一笔订单，金额相抵后计入。",
        "{n:# order|# orders}, {money} in all. Rows with the same order ID are one order, their "
        "amounts are netted.",
    ),
    "page.audit.counted.none": ("没有计入的订单。", "No order counts."),
    "page.audit.same_as_table": (
        "与「{sheet}」中的订单数和累计金额一致。",
        "These are the number of orders and the revenue on sheet {sheet}.",
    ),
    "page.audit.unlike_table": (
        "「{sheet}」中现在是 {n} 笔订单、{money}：上一次刷新以后数据有改动，请点「刷新等级」。",
        "Sheet {sheet} now shows {n} orders and {money}: something was changed since the last "
        "refresh. Press Refresh tiers.",
    ),
    "page.audit.not_refreshed": (
        "「{sheet}」中还没有这位客户的结果，请点「刷新等级」。",
        "Sheet {sheet} has no results for this customer yet. Press Refresh tiers.",
    ),
    "page.audit.rows": ("工作表行号", "Rows of the sheet"),
    "page.audit.net": ("计入金额", "Amount counted"),
    "page.audit.sum": ("合计", "Sum"),
    "page.audit.left_out": ("未计入的行", "Rows left out"),
    "page.audit.left_out.none": (
        "这位客户的每一行订单都已计入。",
        "Every order row of this customer counts.",
    ),
    "page.audit.left_out.note": ("{n:#|#} 行没有计入。", "{n:# row does|# rows do} not count."),
    "page.audit.reason": ("原因", "Reason"),
    "page.reason.bad_date": ("日期无法识别", "the date cannot be read"),
    "page.reason.bad_amount": ("金额或退款无法识别", "the amount or the refund cannot be read"),
    "page.reason.future": ("晚于分析日期", "after the analysis date"),
    "page.reason.cancelled": ("订单已取消", "the order was cancelled"),
    "page.reason.returned": ("订单已退货或退款", "the order was returned or refunded"),
    "page.reason.test": ("测试订单", "a test order"),
    "page.reason.duplicate": (
        "与前面的一行完全相同",
        "equal in every column to a row above",
    ),
    "page.reason.not_positive": (
        "这笔订单的净额不大于零",
        "the net amount of the order is zero or less",
    ),
    # Findings of the check
    "page.check.title": ("数据检查的结果", "What the data check found"),
    "page.check.note": (
        "问题会使结果出错或联系不上客户，请先处理；提示值得看一眼。改正以后再点「检查数据」。",
        "Problems make a result wrong or a customer unreachable, so begin with them; hints are "
        "worth a look. Then press Check data again.",
    ),
    "page.check.sheet": ("工作表「{sheet}」", "Sheet {sheet}"),
    "page.check.kind": ("种类", "Kind"),
    "page.check.row": ("行号", "Row"),
    "page.check.column": ("列", "Column"),
    "page.check.what": ("内容和办法", "What it is and what to do"),
    "page.check.problem": ("问题", "problem"),
    "page.check.hint": ("提示", "hint"),
}
