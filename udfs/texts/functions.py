"""Worksheet functions: their help, and what a call says: key to (简体中文, English).

`function.`, `argument.` and `result.` texts are shown by the function wizard, which cuts at
255 characters; tests/udfs/test_worksheet_registry.py holds them to it.
"""

_ALL_RECENCY = (
    "所有客户的距上次购买天数，得分的分界由它算出。空白和文字不计入。",
    "Days since the last order of all customers; the cuts come from these. Blanks and text are "
    "left out.",
)
_ALL_COUNTS = (
    "所有客户的订单数，得分的分界由它算出。空白、0 和文字不计入。",
    "Numbers of orders of all customers; the cuts come from these. Blanks, 0 and text are left "
    "out.",
)
_ALL_REVENUES = (
    "所有客户的累计金额，得分的分界由它算出。空白、0 和文字不计入。",
    "Revenues of all customers; the cuts come from these. Blanks, 0 and text are left out.",
)
_IF_OMITTED = ("省略时就用第一个参数。", " If omitted, the first argument is used.")
_RECENCY = (
    "距上次购买的天数，一个单元格或一个区域。",
    "Days since the last order: one cell or a range.",
)
_COUNT = ("订单数，一个单元格或一个区域。", "Number of orders: one cell or a range.")
_REVENUE = ("累计金额，一个单元格或一个区域。", "Revenue: one cell or a range.")
_LAST_ORDER = (
    "最后一次购买的日期，一个单元格或一个区域。",
    "Date of the last order: one cell or a range.",
)
_ANALYSIS_DATE = (
    "分析日期，以这一天为准计算。",
    "The analysis date: the day the result is computed for.",
)
_FREQUENCY_CUT = (
    "订单数达到或超过这个数算高频。",
    "This many orders or more count as high frequency.",
)
_AMOUNT_CUT = (
    "累计金额达到或超过这个数算高额。",
    "This much revenue or more counts as a high amount.",
)
_TIER_RULES = (
    "分级规则区域：等级、级别、订单数、累计金额、[标签]；或带标题行的整张表，例如 Tiers[#All]。"
    "省略时用默认规则。",
    "Tier rules as a range: tier, level, orders, revenue, [tag]; or a whole table with its "
    "header row, such as Tiers[#All]. If omitted, the default rules.",
)
_BLANKS = ("输入为空则结果为空，", "Blank where an input is blank; ")


def _plus(first: tuple[str, str], second: tuple[str, str]) -> tuple[str, str]:
    return first[0] + second[0], first[1] + second[1]


TEXTS: dict[str, tuple[str, str]] = {
    "family.scores": ("RFM 得分", "RFM scores"),
    "family.tiers": ("客户等级", "Tiers"),
    "family.churn": ("流失预警", "Churn"),
    # CC_RFM
    "function.CC_RFM": (
        "由订单区域或客户区域得出一张表：每位客户的天数、订单数、金额和 RFM 得分。",
        "A table of all customers from an orders or customers range: days, orders, revenue, RFM "
        "scores.",
    ),
    "argument.CC_RFM.data": (
        "有分析日期时是订单：客户编号、订单编号、订单日期、金额；否则是客户：客户编号、天数、"
        "订单数、金额。带标题行时列的顺序不限，例如 Orders[#All]。",
        "With an analysis date, orders: customer ID, order ID, date, amount. Without, customers: "
        "customer ID, days, orders, revenue. With a header row, such as Orders[#All], columns "
        "may stand in any order.",
    ),
    "argument.CC_RFM.analysis_date": (
        "分析日期。填写时 data 是订单区域；省略时 data 是客户区域。",
        "The analysis date. If given, data holds orders; if omitted, data holds customers.",
    ),
    "argument.CC_RFM.method": (
        "评分方法：value_cuts（自动，默认）或 r_compatible（与 R 语言 rfm 包一致）。",
        "Scoring method: value_cuts (automatic, the default) or r_compatible (as the R package "
        "rfm).",
    ),
    "argument.CC_RFM.headers": (
        "TRUE（默认）第一行为标题；FALSE 不要标题。",
        "TRUE (default) puts captions into the first row; FALSE leaves them out.",
    ),
    "result.CC_RFM": (
        "八列：客户编号、天数、订单数、金额、R、F、M、RFM 得分。无法读取的订单与刷新时一样不计入；"
        "客户区域保持原来的行序，无法读取的单元格显示各自的错误。",
        "Eight columns: customer ID, days, orders, revenue, R, F, M, RFM score. Orders that "
        "cannot be read are left out, as in a refresh; a customers range keeps its rows, and a "
        "bad cell shows its own error.",
    ),
    # CC_RECENCY_DAYS
    "function.CC_RECENCY_DAYS": (
        "从最后一次购买到分析日期的天数。",
        "Days from the last order to the analysis date.",
    ),
    "argument.CC_RECENCY_DAYS.last_order": _LAST_ORDER,
    "argument.CC_RECENCY_DAYS.analysis_date": _ANALYSIS_DATE,
    "result.CC_RECENCY_DAYS": (
        "整天数。输入为空则结果为空；最后购买晚于分析日期得 #NUM!。",
        "Whole days. Blank where an input is blank; #NUM! where the last order is after the "
        "analysis date.",
    ),
    # Scores
    "function.CC_R_SCORE": (
        "最近购买得分 1-5：天数越少得分越高，相同的天数得分相同。",
        "Recency score 1 to 5: the fewer days, the higher; equal days get equal scores.",
    ),
    "argument.CC_R_SCORE.recency_days": _RECENCY,
    "argument.CC_R_SCORE.all_recency_days": _plus(_ALL_RECENCY, _IF_OMITTED),
    "result.CC_R_SCORE": _plus(
        _BLANKS,
        ("否则 1-5，5 最好（最近才买过）。", "otherwise 1 to 5, 5 is best (bought most recently)."),
    ),
    "function.CC_F_SCORE": (
        "购买频次得分 1-5：订单越多得分越高，相同的订单数得分相同。",
        "Frequency score 1 to 5: the more orders, the higher; equal numbers get equal scores.",
    ),
    "argument.CC_F_SCORE.order_count": _COUNT,
    "argument.CC_F_SCORE.all_order_counts": _plus(_ALL_COUNTS, _IF_OMITTED),
    "result.CC_F_SCORE": _plus(
        _BLANKS,
        (
            "没有订单也为空；否则 1-5，5 最好（订单最多）。",
            "blank too for 0 orders; otherwise 1 to 5, 5 is best (most orders).",
        ),
    ),
    "function.CC_M_SCORE": (
        "购买金额得分 1-5：金额越高得分越高，相同的金额得分相同。",
        "Monetary score 1 to 5: the more revenue, the higher; equal amounts get equal scores.",
    ),
    "argument.CC_M_SCORE.revenue": _REVENUE,
    "argument.CC_M_SCORE.all_revenues": _plus(_ALL_REVENUES, _IF_OMITTED),
    "result.CC_M_SCORE": _plus(
        _BLANKS,
        (
            "没有金额也为空；否则 1-5，5 最好（金额最高）。",
            "blank too for revenue 0; otherwise 1 to 5, 5 is best (most revenue).",
        ),
    ),
    # CC_SEGMENT
    "function.CC_SEGMENT": (
        "由 R、F、M 三个得分得出客户分群的名称。",
        "The name of the segment that the three scores R, F and M fall into.",
    ),
    "argument.CC_SEGMENT.r_score": (
        "R 得分，1-5 的整数。",
        "The R score, a whole number from 1 to 5.",
    ),
    "argument.CC_SEGMENT.f_score": (
        "F 得分，1-5 的整数。",
        "The F score, a whole number from 1 to 5.",
    ),
    "argument.CC_SEGMENT.m_score": (
        "M 得分，1-5 的整数。",
        "The M score, a whole number from 1 to 5.",
    ),
    "argument.CC_SEGMENT.rules": (
        "分群规则区域：分群、得分（如 555 554）；或带标题行的整张表，例如 Segments[#All]。"
        "省略时用默认的 11 个分群。",
        "Segment rules as a range: segment, scores (such as 555 554); or a whole table with its "
        "header row, such as Segments[#All]. If omitted, the 11 default segments.",
    ),
    "result.CC_SEGMENT": _plus(
        _BLANKS, ("没有规则包含这个得分结果也为空。", "blank too where no rule has the score.")
    ),
    # CC_TIER
    "function.CC_TIER": (
        "由订单数和累计金额得出客户等级：第一条符合的规则生效。",
        "The tier by orders and revenue: the first rule that fits applies.",
    ),
    "argument.CC_TIER.order_count": _COUNT,
    "argument.CC_TIER.revenue": _REVENUE,
    "argument.CC_TIER.frequency_cut": _FREQUENCY_CUT,
    "argument.CC_TIER.amount_cut": _AMOUNT_CUT,
    "argument.CC_TIER.rules": _TIER_RULES,
    "result.CC_TIER": _plus(_BLANKS, ("没有规则符合结果也为空。", "blank too where no rule fits.")),
    # CC_GAP_TO_NEXT_TIER
    "function.CC_GAP_TO_NEXT_TIER": (
        "还差几笔订单或多少金额就能升到上一个等级。",
        "The orders or revenue still needed to reach the next higher tier.",
    ),
    "argument.CC_GAP_TO_NEXT_TIER.order_count": _COUNT,
    "argument.CC_GAP_TO_NEXT_TIER.revenue": _REVENUE,
    "argument.CC_GAP_TO_NEXT_TIER.frequency_cut": _FREQUENCY_CUT,
    "argument.CC_GAP_TO_NEXT_TIER.amount_cut": _AMOUNT_CUT,
    "argument.CC_GAP_TO_NEXT_TIER.part": (
        "要哪种结果：words 文字（默认）、orders 还差的订单数、revenue 还差的金额。",
        "What to answer: words (default), orders for the number of orders, revenue for the amount.",
    ),
    "argument.CC_GAP_TO_NEXT_TIER.rules": _TIER_RULES,
    "result.CC_GAP_TO_NEXT_TIER": _plus(
        _BLANKS,
        (
            "不再需要时，数字结果为 0（例如已在最高等级）。",
            "the numbers are 0 where nothing is missing, as at the highest tier.",
        ),
    ),
    "part.words": ("文字", "Words"),
    "part.orders": ("订单数", "Orders"),
    "part.revenue": ("金额", "Revenue"),
    # CC_CHURN_FLAG
    "function.CC_CHURN_FLAG": (
        "流失预警：超过若干个月没有购买，并且曾是高价值客户。",
        "Churn flag: no purchase for more than some months, and formerly high value.",
    ),
    "argument.CC_CHURN_FLAG.last_order": _LAST_ORDER,
    "argument.CC_CHURN_FLAG.formerly_high_value": (
        "最后一次购买时是否为高价值客户：TRUE 或 FALSE，是或否，1 或 0。",
        "Whether the customer was high value as of the last order: TRUE or FALSE, Yes or No, 1 "
        "or 0.",
    ),
    "argument.CC_CHURN_FLAG.analysis_date": _ANALYSIS_DATE,
    "argument.CC_CHURN_FLAG.months": (
        "几个日历月没有购买算流失，默认 3；按 EDATE 计算，不是 90 天。",
        "After how many calendar months without a purchase, 3 by default; counted as EDATE does, "
        "not 90 days.",
    ),
    "result.CC_CHURN_FLAG": _plus(_BLANKS, ("否则 TRUE 或 FALSE。", "otherwise TRUE or FALSE.")),
    # CC_EXPLAIN
    "function.CC_EXPLAIN": (
        "用文字说明得分从何而来：数值、分界、名次、得分和分群。",
        "Where the scores come from, in words: the numbers, their cuts, ranks, scores and the "
        "segment.",
    ),
    "argument.CC_EXPLAIN.recency_days": _RECENCY,
    "argument.CC_EXPLAIN.order_count": _COUNT,
    "argument.CC_EXPLAIN.revenue": _REVENUE,
    "argument.CC_EXPLAIN.all_recency_days": _ALL_RECENCY,
    "argument.CC_EXPLAIN.all_order_counts": _ALL_COUNTS,
    "argument.CC_EXPLAIN.all_revenues": _ALL_REVENUES,
    "result.CC_EXPLAIN": _plus(
        _BLANKS,
        (
            "否则一段话：每个得分的数值、分界和名次，以及分群。",
            "otherwise one text: each score with its number, cuts and rank, and the segment.",
        ),
    ),
    "explain_cell.recency_days": (
        "R {score}：距上次购买 {value:,} 天，分界 {cuts}，第 {rank:,} 名（共 {n:,} 名）。",
        "R {score}: {value:# day|# days} since the last order; cuts {cuts}; rank {rank:,} of "
        "{n:,}.",
    ),
    "explain_cell.order_count": (
        "F {score}：{value:,} 笔订单，分界 {cuts}，第 {rank:,} 名（共 {n:,} 名）。",
        "F {score}: {value:# order|# orders}; cuts {cuts}; rank {rank:,} of {n:,}.",
    ),
    "explain_cell.revenue": (
        "M {score}：累计金额 {value:,}，分界 {cuts}，第 {rank:,} 名（共 {n:,} 名）。",
        "M {score}: revenue {value:,}; cuts {cuts}; rank {rank:,} of {n:,}.",
    ),
    "explain_cell.segment": ("得分 {score}：{segment}。", "Score {score}: {segment}."),
    "explain_cell.no_orders": ("还没有订单，没有得分。", "No orders yet, so no scores."),
    "explain_cell.all": (
        "{recency}{orders}{revenue}{segment}",
        "{recency} {orders} {revenue} {segment}",
    ),
    # What a call can go wrong with
    "call.unknown_function": (
        "没有名为「{name}」的函数；运行 customer-chain functions 查看全部函数。",
        "There is no function '{name}'; customer-chain functions lists them all.",
    ),
    "call.unknown_function_near": (
        "没有名为「{name}」的函数。您要找的是 {near} 吗？",
        "There is no function '{name}'. Did you mean {near}?",
    ),
    "call.wrong_count": (
        "{signature} 需要 {count} 个参数，给了 {given} 个。",
        "{signature} takes {count} arguments, {given} given.",
    ),
    "call.cell_holds_error": (
        "引用的单元格本身是 {code}。",
        "The cell referred to holds {code} itself.",
    ),
    "call.nested_too_deep": ("区域只能由行和列组成。", "A range has rows and columns only."),
    "call.not_whole": ("「{value}」不是非负整数", "'{value}' is not a whole number from 0 up"),
    "call.too_large": ("「{value}」太大", "'{value}' is too large"),
    "call.not_a_score": ("「{value}」不是 1 到 5 的得分", "'{value}' is not a score from 1 to 5"),
    "call.not_a_flag": ("「{value}」不是 TRUE 或 FALSE", "'{value}' is not TRUE or FALSE"),
    "call.not_a_choice": (
        "{argument} 不能是「{value}」，可选：{choices}。",
        "{argument} cannot be '{value}'; it is one of: {choices}.",
    ),
    "call.single_value": (
        "{argument} 需要一个单元格，不是区域。",
        "{argument} takes a single cell, not a range.",
    ),
    "call.shapes_differ": (
        "区域大小不一致（行 × 列）：{sizes}。请选择行数相同的区域。",
        "The ranges do not go together (rows × columns): {sizes}. Choose ranges of the same size.",
    ),
    "call.too_many_cells": (
        "结果会有 {cells:,} 个单元格。请不要把整列与整行放在一起。",
        "The result would have {cells:,} cells. Do not combine a whole column with a whole row.",
    ),
    "call.columns_unclear": (
        "区域有 {n} 列，无法判断各列的含义。请选择这些列：{columns}；或者连同标题行一起选择，"
        "例如 Orders[#All]。",
        "The range has {n} columns and no header row. Choose these columns: {columns}; or "
        "include the header row, as in Orders[#All].",
    ),
    "call.columns_missing": ("标题行缺少：{columns}。", "The header row lacks: {columns}."),
    "call.columns_twice": ("标题行中重复：{columns}。", "The header row has twice: {columns}."),
    "call.analysis_date_needed": (
        "这是订单区域：请填写分析日期。",
        "The range holds orders: give the analysis date too.",
    ),
    "call.orders_needed": (
        "这是客户区域：请去掉分析日期，或改选订单区域。",
        "The range holds customers: leave the analysis date out, or choose a range of orders.",
    ),
    "call.no_rows": ("区域里没有数据。", "The range has no rows."),
    "call.no_orders": (
        "没有可以计入的订单。",
        "There is no order that counts, so there is nothing to score.",
    ),
    "call.no_population": (
        "没有可以比较的数值：分界由所有客户的数值算出。",
        "There are no numbers to compare with; the cuts come from all customers.",
    ),
    "call.order_after_analysis_date": (
        "最后购买 {last_order} 晚于分析日期 {analysis_date}。",
        "The last order, {last_order}, is after the analysis date {analysis_date}.",
    ),
    "call.no_rules": ("规则区域是空的。", "The range of rules is empty."),
    "call.level_not_whole": (
        "规则中的级别「{value}」不是整数。",
        "The level '{value}' in the rules is not a whole number.",
    ),
    # The command line and docs/functions.md
    "call.bad_list": (
        "「{value}」不是区域。请写成 [1,2,3] 或 [[1,2],[3,4]]。",
        "'{value}' is not a range. Write [1,2,3] for a column or [[1,2],[3,4]] for rows.",
    ),
    "call.file_missing": ("找不到文件「{file}」。", "There is no file {file}."),
    "call.file_unreadable": ("无法读取「{file}」：{why}", "{file} cannot be read: {why}"),
    "call.file_encoding": (
        "「{file}」的文字编码不是 UTF-8 或 GBK。",
        "{file} is neither UTF-8 nor GBK text.",
    ),
    "functions.more": (
        "查看一个函数：customer-chain functions CC_SEGMENT",
        "About one function: customer-chain functions CC_SEGMENT",
    ),
    "functions.arguments": ("参数", "Arguments"),
    "functions.result": ("结果", "Result"),
    "functions.example": ("例子", "Example"),
    "functions.optional": ("可省略", "optional"),
}
