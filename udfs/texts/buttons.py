"""Texts of the buttons, their labels and what they tell: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "button.tab": ("客户链", "Customer Chain"),
    "group.refresh": ("刷新", "Refresh"),
    "group.follow_up": ("跟进", "Follow-up"),
    "group.share": ("分享", "Share"),
    "group.explain": ("说明", "Explain"),
    "group.data": ("数据", "Data"),
    "group.help": ("帮助", "Help"),
    "button.refresh": ("刷新等级", "Refresh tiers"),
    "button.refresh.tip": (
        "用全部订单重新计算每位客户",
        "Compute every customer anew from all orders",
    ),
    "button.refresh.help": (
        "重新计算得分、等级、分群和流失预警，只改写「客户链管理表」中的灰色列，并在「刷新记录」中记一行。"
        "按 Esc 键可以中途取消；「撤销刷新」可以恢复原状。",
        "Computes scores, tiers, segments and churn flags anew. Only the computed columns of Customers are"
        " written, and one line of the refresh log. Esc cancels while it works; Undo refresh takes it back.",
    ),
    "button.undo": ("撤销刷新", "Undo refresh"),
    "button.undo.tip": (
        "恢复上一次刷新、导入或生成之前的状态",
        "Back to before the last refresh, import or follow-up",
    ),
    "button.undo.help": (
        "把上一次刷新、导入或生成跟进表时写入的单元格恢复为之前的内容，并删除新加的工作表。您之后自己填写的内容保持不变。",
        "Puts back what the last refresh, import or follow-up has written, and deletes sheets it added. What you"
        " have typed since then stays.",
    ),
    "button.what_changed": ("变化", "What changed"),
    "button.what_changed.tip": (
        "上一次刷新改变了哪些等级",
        "Which tiers the last refresh has changed",
    ),
    "button.what_changed.help": (
        "生成工作表「变化」：哪些客户换了等级、为什么，以及最近两次刷新的对比。",
        "Makes the sheet What changed: which customers moved to another tier and why, and the last two"
        " refreshes side by side.",
    ),
    "button.follow_up": ("生成跟进表", "Follow-up sheets"),
    "button.follow_up.tip": (
        "今天该联系谁、为什么、说什么",
        "Whom to contact, why, and what to say",
    ),
    "button.follow_up.help": (
        "生成总的跟进表和每位负责人的跟进表。已填写的结果会保留；「完成」填了「是」的事项记入「联系记录」，不再列出。"
        "缺少的工作表会自动加上。「撤销刷新」可以恢复原状。",
        "Makes a follow-up sheet for all and one per owner. What was typed stays; what is ticked as done goes into"
        " Contacts. Sheets the workbook lacks are added. Undo refresh takes it back.",
    ),
    "button.recall": ("召回名单", "Recall list"),
    "button.recall.tip": (
        "沉默的高价值客户，以及该说什么",
        "High-value customers who have fallen silent",
    ),
    "button.recall.help": (
        "生成工作表「召回名单」：曾是高价值、近期没有下单的客户，附负责人、联系方式和建议的话。"
        "没有同意联系的客户不列出。不改动您的数据。",
        "Makes the sheet Recall list: customers once of high value who have not ordered lately, with owner, way to"
        " reach them and words. Nobody without consent is on it. Your data is not changed.",
    ),
    "button.share": ("生成共享副本", "Shared copies"),
    "button.share.tip": (
        "每位同事一份，只含其可看的内容",
        "One copy per colleague, with what they may see",
    ),
    "button.share.help": (
        "按「同事」和「角色」为每位同事生成一份没有宏的副本，放在工作簿旁边的文件夹里，并记入「共享记录」。"
        "没有有效授权的客户不在其中。请先保存工作簿。不发送任何内容。",
        "Makes a copy without macros for each colleague, by their role, in a folder beside the workbook, and"
        " notes it in Share log. Save the workbook first. Nothing is sent.",
    ),
    "button.mail_drafts": ("副本邮件草稿", "Mail drafts"),
    "button.mail_drafts.tip": (
        "把副本写成可查看的邮件文件",
        "Mails with the copies, as files to look at",
    ),
    "button.mail_drafts.help": (
        "生成副本，并在每份副本旁边写一个邮件文件（.eml），用邮件程序打开后由您查看并发送。程序自己不发送任何内容。",
        "Makes the copies, and a mail file (.eml) beside each; open it in your mail program, look at it and send"
        " it yourself. Nothing is sent from here.",
    ),
    "button.customer_mails": ("客户邮件", "Customer mails"),
    "button.customer_mails.tip": (
        "由跟进表生成给客户的邮件草稿",
        "Mail drafts for customers from the follow-up sheet",
    ),
    "button.customer_mails.help": (
        "为跟进表中有邮箱、并已同意这种用途的客户各生成一个邮件文件（.eml），由您查看并发送。"
        "没有同意、已完成或已拒绝的不生成，并说明原因。",
        "Writes a mail file (.eml) for each follow-up line whose customer has an address and has consented;"
        " look at it and send it yourself. Others are left out, with the reason.",
    ),
    "button.send": ("发送副本", "Send copies"),
    "button.send.tip": (
        "用「设置」中的邮箱发送副本",
        "Send the copies from the mailbox in Settings",
    ),
    "button.send.help": (
        "生成副本，列出收件人和附件，您确认以后才发送。邮件服务器在「设置」中填写，密码保存在系统的密码库里。"
        "每封邮件记入「共享记录」。",
        "Makes the copies, lists readers and attachments, and sends only when you say yes. The mail server stands"
        " on Settings, the password in the system's store. Each mail is noted in Share log.",
    ),
    "button.explain": ("为什么", "Why this score"),
    "button.explain.tip": (
        "说明所选客户的每个数字",
        "Explain every number of the selected customer",
    ),
    "button.explain.help": (
        "先点选某位客户所在行（「客户链管理表」或「订单」）的任意单元格，再点此按钮。"
        "如果所选单元格的 CC_ 公式出错，则说明错在哪里。",
        "First select any cell in the customer's row, on Customers or Orders. If the selected cell holds a"
        " CC_ formula with an error, its reason is told instead.",
    ),
    "button.gap": ("距离升级", "Gap to next tier"),
    "button.gap.tip": (
        "所选客户还差多少可以升级",
        "What would lift the selected customers to the next tier",
    ),
    "button.gap.help": (
        "先在「客户链管理表」中选择一行或多行。逐一列出每位客户距离上一等级还差多少订单、多少金额。",
        "First select one or more rows of Customers. Tells for each how many orders and how much revenue are"
        " missing to the next tier.",
    ),
    "button.audit": ("核对表", "Audit sheet"),
    "button.audit.tip": ("一位客户全部数字的来龙去脉", "Everything behind one customer's numbers"),
    "button.audit.help": (
        "先点选一位客户，再生成工作表「核对」：计入的每笔订单、未计入的订单及原因、评分界线和所用的规则。",
        "First select a customer. Makes the sheet Audit: every order that counts, those left out and why, the"
        " cuts and the rules applied.",
    ),
    "button.import_orders": ("导入订单", "Import orders"),
    "button.import_orders.tip": (
        "从 CSV 或 Excel 文件导入订单",
        "Bring orders in from a CSV or Excel file",
    ),
    "button.import_orders.help": (
        "选择一个文件，新的订单和新的客户会加在表格末尾；已有的订单不会重复导入。「撤销刷新」可以恢复原状。",
        "Choose a file: new orders and new customers are added at the end of the tables; orders that are"
        " there already are not taken twice. Undo refresh takes it back.",
    ),
    "button.check": ("检查数据", "Check data"),
    "button.check.tip": ("找出填错、漏填和重复的内容", "Find what is wrong, missing or doubled"),
    "button.check.help": (
        "检查客户、订单和规则，生成工作表「检查结果」：每个问题在哪张表、哪一行、哪一列，以及怎样改正。不改动您的数据。",
        "Looks through customers, orders and rules and makes the sheet Data check: each problem with its sheet,"
        " row and column, and what to do. Your data is not changed.",
    ),
    "button.guide": ("使用说明", "Guide"),
    "button.guide.tip": ("打开工作表「说明」", "Go to the sheet Guide"),
    "button.guide.help": (
        "两分钟看懂这个工作簿：哪些列由您填写，哪些列由加载项计算。",
        "What this workbook does, in two minutes: which columns are yours and which are computed.",
    ),
    "button.check_installation": ("检查安装", "Check installation"),
    "button.check_installation.tip": (
        "函数和公式是否正常",
        "Are functions and formulas in order?",
    ),
    "button.check_installation.help": (
        "核对工作表「自检」中的每个公式。如有不对，逐条说明原因和办法。",
        "Goes through every formula of the sheet Checks. For each that is wrong it tells why, and what to do.",
    ),
    "button.language": ("English", "中文"),
    "button.language.tip": ("按钮和提示改用英文", "Buttons and messages in Chinese"),
    "button.language.help": (
        "在中文和英文之间切换按钮和提示的语言。工作簿里的文字不变；要改它们，请用「设置」表中的「语言」。",
        "Switches buttons and messages between English and Chinese. The words in the workbook stay as they"
        " are; for those there is Language on the sheet Settings.",
    ),
    "press.cancelled": ("已取消，表格没有改动。", "Cancelled; the tables are as they were."),
    "press.our_error": (
        "程序出错了，表格没有改动。详细信息保存在 {file}，请把它发给技术支持。",
        "The program made an error; the tables are as they were. Details are in {file}; please send it to"
        " support.",
    ),
    "press.no_tables": (
        "打开的工作簿「{file}」不是客户链的工作簿：缺少表「{table}」。请打开 CustomerChain.xlsm 再试。",
        "The open workbook '{file}' is not a Customer Chain workbook: it lacks the table {table}. Please open"
        " CustomerChain.xlsm and try again.",
    ),
    "press.select_customer": (
        "请先在「{customers}」或「{orders}」表中点选一位客户所在的行，再点这个按钮。",
        "Please select a row with a customer on {customers} or {orders} first, then press the button again.",
    ),
    "press.more": ("还有 {n} 位客户。", "And {n:# more customer|# more customers}."),
    "press.refreshed": ("刷新完成", "Refreshed"),
    "press.undo_hint": ("「撤销刷新」可以恢复原状。", "Undo refresh brings the state before back."),
    "press.imported": ("导入完成", "Imported"),
    "press.followed_up": ("跟进表已生成", "Follow-up sheets made"),
    "press.choose_orders": (
        "选择订单文件（CSV 或 Excel）",
        "Choose a file of orders (CSV or Excel)",
    ),
    "press.order_files": ("订单文件", "Files of orders"),
    "press.nothing_chosen": (
        "没有选择文件，没有改动。",
        "No file was chosen; nothing was changed.",
    ),
    "press.save_first": (
        "工作簿还没有保存，或者保存之后又有改动。请先保存（Ctrl+S），再点这个按钮。",
        "The workbook has not been saved, or was changed since. Please save it (Ctrl+S), then press the button"
        " again.",
    ),
    "press.not_on_disk": (
        "工作簿「{file}」不在本机磁盘上。请把它另存到本机的文件夹，再试一次。",
        "The workbook {file} does not lie on a disk of this computer. Please save it into a folder here and try"
        " again.",
    ),
    "press.not_xlsx": (
        "「{file}」不是 Excel 工作簿。请另存为 .xlsx 或 .xlsm，再试一次。",
        "{file} is not an Excel workbook. Please save it as .xlsx or .xlsm and try again.",
    ),
    "press.error_in_cell": ("单元格 {cell}：{why}", "Cell {cell}: {why}"),
    "press.language": (
        "按钮和提示现在是中文。",
        "Buttons and messages are in English now.",
    ),
    "press.no_guide": (
        "这个工作簿没有工作表「{sheet}」。",
        "This workbook has no sheet {sheet}.",
    ),
    "page.made_anew": (
        "此表由加载项生成，只供查看，下次点按钮时会重新生成。",
        "Made by the add-in, for reading; it is made anew the next time you press the button.",
    ),
    "undo.nothing": (
        "没有可以撤销的操作：打开这个工作簿以后，还没有刷新、导入或生成过。",
        "There is nothing to undo: nothing was refreshed, imported or made since this workbook was opened.",
    ),
    "undo.done": (
        "已恢复到 {moment} 写入之前的状态：{tables}。",
        "Brought back the state before what was written at {moment}: {tables}.",
    ),
    "undo.update": ("「{sheet}」{n} 行恢复原值", "{n:# row|# rows} of {sheet} as before"),
    "undo.append": ("「{sheet}」去掉 {n} 行", "{n:# added row|# added rows} taken out of {sheet}"),
    "undo.rows": (
        "「{sheet}」恢复为原来的 {n} 行",
        "{n:# row|# rows} of {sheet} as before",
    ),
    "undo.sheets": ("删除工作表 {sheets}", "the added sheets {sheets} deleted"),
    "undo.sheets_left": (
        "工作表 {sheets} 在加入之后有人改动过，因此保留；不需要时请自行删除。",
        "The added sheets {sheets} were changed since, so they stay; delete them yourself if you do not need"
        " them.",
    ),
    "undo.typed_since": (
        "{moment} 之后有人改动过「{sheet}」表，撤销会丢失这些内容，因此没有改动任何内容。请不要撤销，再生成一次即可。",
        "{sheet} was changed after {moment}, and undoing would lose that; nothing was changed. Rather than"
        " undo, make the sheets once more.",
    ),
    "undo.gone": (
        "「{sheet}」表末尾在 {moment} 加入的行已被排序、移动或删除，无法准确撤销，因此没有改动任何内容。",
        "The rows added to {sheet} at {moment} have been sorted, moved or deleted since, so they cannot be"
        " taken back safely; nothing was changed.",
    ),
    "live.protected": (
        "工作表「{sheet}」受保护，无法写入。请先撤销工作表保护（「审阅」选项卡）。",
        "The sheet {sheet} is protected, so nothing can be written. Please unprotect it first (tab Review).",
    ),
    "live.filtered": (
        "工作表「{sheet}」上有一个筛选，写入时无法原样保留。请先清除筛选（「数据」选项卡），再试一次；没有改动任何内容。",
        "The sheet {sheet} has a filter that could not be set again after writing. Please clear the filter (tab"
        " Data) and try again; nothing was changed.",
    ),
    "live.changed_meanwhile": (
        "计算期间「{sheet}」表被移动、排序或增减了行，因此没有写入任何内容。请再试一次。",
        "Rows of {sheet} were moved, sorted, added or deleted while the work was going on, so nothing was"
        " written. Please try again.",
    ),
    "live.not_restored": (
        "写入中断，「{sheet}」表没能完全恢复原状。请不要保存：关闭这个工作簿，再重新打开。",
        "The writing was interrupted and {sheet} could not be put back completely. Please do not save: close"
        " this workbook and open it again.",
    ),
    "live.structure": (
        "工作簿的结构受保护，无法添加工作表「{sheet}」。请先撤销工作簿保护（「审阅」选项卡）。",
        "The structure of the workbook is protected, so the sheet {sheet} cannot be added. Please unprotect the"
        " workbook first (tab Review).",
    ),
    "step.adding_sheets": ("正在添加工作表", "Adding sheets"),
    "live.edited": (
        "正在编辑单元格，无法写入。请先按 Enter 键结束编辑，再试一次。",
        "A cell is being edited, so nothing can be written. Please finish it with Enter and try again.",
    ),
    "live.page_taken": (
        "已有一张名为「{sheet}」的工作表，而且不是由加载项生成的。请给它改个名字，再试一次。",
        "There is already a sheet named {sheet} that the add-in has not made. Please rename it and try again.",
    ),
}
