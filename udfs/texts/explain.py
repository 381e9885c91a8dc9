"""Texts of the area explain: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Names of segments and tiers; what a segment means stands with the workbook's sheet
    "segment.champions": ("冠军客户", "Champions"),
    "segment.loyal": ("忠诚客户", "Loyal"),
    "segment.potential_loyalist": ("潜力忠诚", "Potential Loyalist"),
    "segment.new": ("新客户", "New"),
    "segment.promising": ("有望客户", "Promising"),
    "segment.need_attention": ("需要关注", "Need Attention"),
    "segment.about_to_sleep": ("即将沉睡", "About To Sleep"),
    "segment.at_risk": ("流失风险", "At Risk"),
    "segment.cannot_lose": ("不能失去", "Cannot Lose"),
    "segment.hibernating": ("沉睡客户", "Hibernating"),
    "segment.lost": ("已流失", "Lost"),
    "tier.high_value": ("高价值", "High value"),
    "tier.potential": ("潜在", "Potential"),
    "tier.ordinary": ("普通", "Ordinary"),
    "tier_tag.frequent_small": ("高频小额", "frequent, small"),
    "measure.recency_days": ("距上次购买天数", "days since the last order"),
    "measure.order_count": ("订单数", "number of orders"),
    "measure.revenue": ("累计金额", "revenue"),
    # Rows of an order log that do not count
    "reason.blank_customer": (
        "{n:# 行|# 行}没有客户编号",
        "{n:# row|# rows} without customer ID",
    ),
    "reason.bad_date": ("{n:# 行|# 行}日期无法识别", "{n:# row|# rows} without a readable date"),
    "reason.bad_amount": (
        "{n:# 行|# 行}金额无法识别",
        "{n:# row|# rows} without a readable amount",
    ),
    "reason.future": (
        "{n:# 行|# 行}晚于分析日期",
        "{n:# row|# rows} after the analysis date",
    ),
    "reason.cancelled": ("{n:# 行|# 行}已取消", "{n:# row|# rows} cancelled"),
    "reason.returned": ("{n:# 行|# 行}已退货", "{n:# row|# rows} returned"),
    "reason.test": ("{n:# 行|# 行}为测试订单", "{n:# row|# rows} of test orders"),
    "reason.unknown_customer": (
        "{n:# 笔|# 笔}的客户不在「客户链管理表」中",
        "{n:# order|# orders} of customers not on sheet Customers",
    ),
    "reason.duplicate": ("{n:# 行|# 行}重复", "{n:# row|# rows} entered twice"),
    "reason.not_positive": (
        "{n:# 行|# 行}的订单净额不大于零",
        "{n:# row|# rows} of orders with a net amount of zero or less",
    ),
    # What lifts to the next tier
    "gap.orders": (
        "再有 {n:#|#} 笔订单，升为「{tier}」",
        "{n:# more order|# more orders} to {tier}",
    ),
    "gap.revenue": ("再消费 {money}，升为「{tier}」", "{money} more revenue to {tier}"),
    "gap.both": (
        "再有 {n:#|#} 笔订单并再消费 {money}，升为「{tier}」",
        "{n:# more order|# more orders} and {money} more revenue to {tier}",
    ),
    "gap.top": ("已是最高等级", "Highest tier reached"),
    "gap.out_of_reach": ("增加购买不会改变等级", "Buying more does not change the tier"),
    # Cases of a tier table
    "case.orders": ("订单数 {range}", "orders {range}"),
    "case.revenue": ("累计金额 {range}", "revenue {range}"),
    "case.and": (" 且 ", " and "),
    "case.and_also": ("，", ", "),
    "case.everyone": ("所有客户", "every customer"),
    "case.between_tiers": ("、", ", "),
    "case.overlap": (
        "{case}：{tiers}（按「{first}」计）",
        "{case}: {tiers} ({first} applies)",
    ),
    # The column "why"
    "why.no_orders": ("还没有有效订单。", "No valid orders yet."),
    "why.recency": (
        "R{score}：{n:#|#} 天前最后一次下单（分界 {cuts}）。",
        "R{score}: last order {n:# day|# days} ago (cuts {cuts}).",
    ),
    "why.frequency": (
        "F{score}：{n:#|#} 笔订单（分界 {cuts}）。",
        "F{score}: {n:# order|# orders} (cuts {cuts}).",
    ),
    "why.revenue": ("M{score}：{money}（分界 {cuts}）。", "M{score}: {money} (cuts {cuts})."),
    "why.tier": ("{tier}：{revenue}；{orders}。", "{tier}: {revenue}; {orders}."),
    "why.tier_tagged": (
        "{tier}（{tag}）：{revenue}；{orders}。",
        "{tier} ({tag}): {revenue}; {orders}.",
    ),
    "why.no_tier": ("没有适用的分级规则", "No tier rule fits"),
    "why.revenue_high": ("金额 {money} 达到分界 {cut}", "revenue {money} reaches the cut {cut}"),
    "why.revenue_low": ("金额 {money} 低于分界 {cut}", "revenue {money} is below the cut {cut}"),
    "why.orders_high": (
        "{n:#|#} 笔订单达到分界 {cut}",
        "{n:# order reaches|# orders reach} the cut {cut}",
    ),
    "why.orders_low": (
        "{n:#|#} 笔订单低于分界 {cut}",
        "{n:# order is|# orders are} below the cut {cut}",
    ),
    "why.flagged": (
        "流失预警：{day} 之后没有下单，当时是「{tier}」。",
        "Churn flag: nothing bought since {day}, when the tier was {tier}.",
    ),
    "why.flagged_by_cuts": (
        "流失预警：{day} 之后没有下单；按那一天的分界（金额 {revenue}、{orders} 笔订单），当时是「{tier}」。",
        "Churn flag: nothing bought since {day}; by the cuts of that day (revenue {revenue}, "
        "{orders} orders) the tier was {tier}.",
    ),
    # One customer in full
    "explain.orders": ("{n:#|#} 笔订单", "{n:# order|# orders}"),
    "explain.customer": ("客户 {customer}", "Customer {customer}"),
    "explain.recency": (
        "R {score}：最后一次下单在 {day}，距分析日期 {n:#|#} 天；分界 {cuts} 天，每超过一个得分降一级；"
        "在 {total:,} 位客户中排第 {rank:,}。",
        "R {score}: last order on {day}, {n:# day|# days} before the analysis date; "
        "cuts {cuts} days, each one exceeded lowers the score; rank {rank:,} of {total:,}.",
    ),
    "explain.frequency": (
        "F {score}：{n:#|#} 笔订单；分界 {cuts}，每超过一个得分升一级；"
        "在 {total:,} 位客户中排第 {rank:,}。",
        "F {score}: {n:# order|# orders}; cuts {cuts}, each one exceeded raises the score; "
        "rank {rank:,} of {total:,}.",
    ),
    "explain.revenue": (
        "M {score}：累计金额 {money}；分界 {cuts}，每超过一个得分升一级；"
        "在 {total:,} 位客户中排第 {rank:,}。",
        "M {score}: revenue {money}; cuts {cuts}, each one exceeded raises the score; "
        "rank {rank:,} of {total:,}.",
    ),
    "explain.segment": (
        "RFM 得分 {score}，分群「{segment}」。",
        "RFM score {score}, segment {segment}.",
    ),
    "explain.no_segment": (
        "RFM 得分 {score}，没有适用的分群。",
        "RFM score {score}, in no segment.",
    ),
    "explain.gap": ("上一级：{gap}。", "Next tier: {gap}."),
    "explain.silent": (
        "流失预警：无。{day} 之后没有下单，但当时是「{tier}」，不是最高等级。",
        "Churn flag: no. Nothing bought since {day}, but the tier then was {tier}, not the highest.",
    ),
    "explain.active": (
        "流失预警：无。最后一次购买在 {day}，仍在期限之内。",
        "Churn flag: no. The last purchase, on {day}, is recent enough.",
    ),
}
