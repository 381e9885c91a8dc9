"""Texts of the sheet Checks and of the check of the installation: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "sheet.checks": ("自检", "Checks"),
    "purpose.checks": (
        "检查函数在这台电脑上是否算得对，不用填写。",
        "Shows whether the functions work on this computer; nothing to fill in.",
    ),
    # The sheet
    "checks.title": ("自检", "Checks"),
    "checks.how": (
        "每一行调用一个函数，答案是事先知道的。「结论」一列应全部为 TRUE（绿色）；"
        "如有红色，请点「检查安装」，它会说明原因和办法。",
        "Each row calls a function whose answer is known. Every verdict must be TRUE (green); where "
        "one is red, press Check installation, which says why and what to do.",
    ),
    "checks.all": ("全部正确", "All correct"),
    "checks.what": ("检查内容", "What is checked"),
    "checks.function": ("函数", "Function"),
    "checks.input": ("输入 {n}", "Input {n}"),
    "checks.result": ("结果", "Result"),
    "checks.expected": ("应为", "Expected"),
    "checks.also": ("英文时应为", "Expected in Chinese"),
    "checks.verdict": ("结论", "Verdict"),
    "checks.blank": ("（空白）", "(blank)"),
    "checks.below": ("下方「{block}」", "{block} below"),
    "checks.data": ("检查用的数据", "Data for the checks"),
    "checks.block.orders": ("订单", "Orders"),
    "checks.block.customers": ("天数、订单数、金额", "Days, orders, revenue"),
    "checks.block.flawed": ("有错的金额", "Flawed"),
    "checks.block.rules": ("分群规则", "Segment rules"),
    "checks.column.0": ("天数", "Days"),
    "checks.column.1": ("订单数", "Orders"),
    "checks.column.2": ("金额", "Revenue"),
    # What each row checks
    "checks.what.CC_R_SCORE": ("最近购买得分，与全体比较", "Recency score among all customers"),
    "checks.what.CC_F_SCORE": ("购买频次得分，与全体比较", "Frequency score among all customers"),
    "checks.what.CC_F_SCORE_range": (
        "一次算整个区域：五个得分之和",
        "A whole range at once: the sum of five scores",
    ),
    "checks.what.CC_M_SCORE": ("购买金额得分，与全体比较", "Monetary score among all customers"),
    "checks.what.CC_M_SCORE_neighbours": (
        "区域中一个单元格有错，只错它一个",
        "One bad cell of a range gives one error, not more",
    ),
    "checks.what.CC_RECENCY_DAYS": ("两个日期之间的天数", "Days between two dates"),
    "checks.what.CC_RECENCY_DAYS_words": ("文字写的中文日期", "A date written in Chinese"),
    "checks.what.CC_RECENCY_DAYS_error": (
        "订单晚于分析日期：错误值 #NUM!",
        "An order after the analysis date: the error #NUM!",
    ),
    "checks.what.CC_SEGMENT": ("分群名称，按工作簿的语言", "Segment, in the workbook's language"),
    "checks.what.CC_SEGMENT_blank": ("输入空白，结果空白", "A blank input, a blank result"),
    "checks.what.CC_SEGMENT_rules": (
        "自己的规则，中文原样返回",
        "Own rules as a range; Chinese comes back unharmed",
    ),
    "checks.what.CC_EXPLAIN": ("得分的文字说明", "The scores explained in words"),
    "checks.what.CC_RFM": (
        "由订单得出的表：客户 A 的得分",
        "Table from orders: score of customer A",
    ),
    "checks.what.CC_RFM_caption": ("同一张表：最后一列的表头", "The same table: its last caption"),
    "checks.what.CC_RFM_omitted": (
        "省略一个参数，不要表头：行数",
        "One argument left out, no captions: number of rows",
    ),
    "checks.what.CC_TIER": ("客户等级，按工作簿的语言", "Tier, in the workbook's language"),
    "checks.what.CC_TIER_equal": ("正好等于分界算高", "Equal to the cuts counts as high"),
    "checks.what.CC_TIER_words": ("全角数字和「万」", "Full-width digits, and 万 for ten thousand"),
    "checks.what.CC_TIER_error": ("不是数字：错误值 #VALUE!", "Not a number: the error #VALUE!"),
    "checks.what.CC_TIER_passed_on": (
        "输入本身是错误值 #N/A：原样传递",
        "An input that is the error #N/A: passed on",
    ),
    "checks.what.CC_GAP_TO_NEXT_TIER": ("距离升级，用文字", "Gap to the next tier, in words"),
    "checks.what.CC_GAP_TO_NEXT_TIER_part": (
        "距离升级，只要订单数",
        "Gap to the next tier, orders only",
    ),
    "checks.what.CC_CHURN_FLAG": (
        "三个月零一天没有购买：预警",
        "Silent for three months and a day: flagged",
    ),
    "checks.what.CC_CHURN_FLAG_limit": (
        "正好三个月：还不预警",
        "Silent for exactly three months: not yet flagged",
    ),
    "checks.what.stored_date": (
        "单元格中的日期还是原来的那一天",
        "A date in a cell is still the day it was",
    ),
    "checks.explained": (
        "R 4：距上次购买 12 天，分界 10.2 / 28.8 / 60 / 112，第 2 名（共 5 名）。"
        "F 4：5 笔订单，分界 1.8 / 2 / 3.2 / 5.8，第 2 名（共 5 名）。"
        "M 4：累计金额 880，分界 264 / 390 / 622 / 1,224，第 2 名（共 5 名）。得分 444：忠诚客户。",
        "R 4: 12 days since the last order; cuts 10.2 / 28.8 / 60 / 112; rank 2 of 5. "
        "F 4: 5 orders; cuts 1.8 / 2 / 3.2 / 5.8; rank 2 of 5. "
        "M 4: revenue 880; cuts 264 / 390 / 622 / 1,224; rank 2 of 5. Score 444: Loyal.",
    ),
    # What the check of the installation says
    "checks.fine": (
        "{n:#|#} 项检查全部通过：函数、公式和 Python 都正常。",
        "{n:# check|# checks}, all passed: functions, formulas and Python are in order.",
    ),
    "checks.fine_stored": (
        "{n:#|#} 项检查全部通过：公式完好，Python 正常，文件中保存的结果正确。"
        "文件关闭时看不出函数能否运行，请打开工作簿后点按钮「检查安装」。",
        "{n:# check|# checks}, all passed: the formulas are whole, Python is in order, and the results "
        "stored in the file are right. Whether the functions run shows only in the open workbook: "
        "press the button Check installation there.",
    ),
    "checks.fine_python": (
        "{n:#|#} 项检查在 Python 中全部通过。没有指定工作簿，因此没有检查表格中的公式。",
        "{n:# check|# checks}, all passed in Python. No workbook was named, so no formulas "
        "in cells were checked.",
    ),
    "checks.summary": (
        "{n:#|#} 项检查中有 {failed:#|#} 项没有通过：",
        "{failed:#|#} of {n:# check|# checks} failed:",
    ),
    "checks.names": ("（{names}）", " ({names})"),
    "checks.no_sheet": (
        "工作簿中没有工作表「自检」的名称。它可能是旧版本，或这张表被删除了；"
        "用 customer-chain new 新建一个工作簿，再把客户和订单导入进去。",
        "The workbook lacks the names of the sheet Checks. It may be of an older version, or the sheet "
        "was deleted; make a new workbook with customer-chain new and import customers and orders.",
    ),
    "checks.missing": (
        "这些检查已不在工作簿中。请从新的工作簿中复制工作表「自检」。",
        "These checks are gone from the workbook. Take the sheet Checks from a new workbook.",
    ),
    "checks.changed": (
        "这些公式被改动过。请从新的工作簿中复制工作表「自检」。",
        "These formulas were changed. Take the sheet Checks from a new workbook.",
    ),
    "checks.not_running": (
        "单元格显示 #NAME? 或 #VALUE!，表示 CC_ 函数没有运行。在 Excel 中：打开文件时点「启用内容」，"
        "如仍不对，请再次双击 install.cmd；在 LibreOffice 中：运行 customer-chain libreoffice install，"
        "然后重新打开文件。",
        "The cells show #NAME? or #VALUE!, so the CC_ functions do not run. In Excel: choose Enable "
        "Content when the file opens; if it stays so, start install.cmd again. In LibreOffice: run "
        "customer-chain libreoffice install, then open the file again.",
    ),
    "checks.not_calculated": (
        "这些单元格还没有计算过。请按 Ctrl+Alt+F9 重新计算，再检查一次。",
        "These cells have not been calculated yet. Press Ctrl+Alt+F9 and check again.",
    ),
    "checks.old_value": (
        "结果看来正确，结论却不是 TRUE。请按 Ctrl+Alt+F9 重新计算，再检查一次。",
        "The results look right but the verdicts are not TRUE. Press Ctrl+Alt+F9 and check again.",
    ),
    "checks.wrong": (
        "{what}：显示「{shown}」，应为「{expected}」。请按 Ctrl+Alt+F9 重新计算；"
        "如仍不对，请再次双击 install.cmd，在 LibreOffice 中则运行 customer-chain libreoffice install。",
        "{what}: shows '{shown}' instead of '{expected}'. Press Ctrl+Alt+F9; if it stays so, start "
        "install.cmd again, or for LibreOffice run customer-chain libreoffice install.",
    ),
    "checks.date_shifted": (
        "工作簿的日期系统改变了，所有日期都差了四年。在 Excel 选项的「高级」中取消「使用 1904 日期系统」。",
        "The date system of the workbook was changed, and all dates are four years off. In Excel's "
        "options, under Advanced, clear Use 1904 date system.",
    ),
    "checks.python": (
        "{what}：Python 算出「{shown}」，应为「{expected}」。请再次双击 install.cmd，或重新安装 customer-chain。",
        "{what}: Python computes '{shown}' instead of '{expected}'. Start install.cmd "
        "again, or install customer-chain anew.",
    ),
}
