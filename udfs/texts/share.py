"""Texts about copies of the workbook for colleagues, and mails: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "share.all": ("全部", "all"),
    "share.comma": ("，", ", "),
    "share.count": ("{table} {n:,}", "{table} {n:,}"),
    # The first sheet of a copy, and its file
    "share.page.sheet": ("首页", "About this copy"),
    "share.page.title": ("客户链副本：{reader}", "Customer Chain: copy for {reader}"),
    "share.page.for": ("给谁", "For"),
    "share.page.reader": ("{reader}", "{reader}"),
    "share.page.reader_role": ("{reader}（角色：{role}）", "{reader} (role: {role})"),
    "share.page.from": ("来自", "From"),
    "share.page.from_file": ("「{file}」", "{file}"),
    "share.page.from_company": ("{company}，「{file}」", "{company}, {file}"),
    "share.page.as_of": ("数据截至", "As of"),
    "share.page.as_of_date": ("{day}（分析日期）", "{day} (analysis date)"),
    "share.page.no_date": ("没有设定分析日期", "no analysis date is set"),
    "share.page.made": ("生成时间", "Made"),
    "share.page.customers": ("包含的客户", "Customers in it"),
    "share.page.own": ("{n} 位，都由 {reader} 负责", "{n}, all looked after by {reader}"),
    "share.page.all": ("{n} 位，所有负责人的", "{n}, of all colleagues"),
    "share.page.rows": ("行数", "Rows"),
    "share.page.columns": ("没有给的列", "Columns left out"),
    "share.page.no_columns": ("没有", "none"),
    "share.page.masked": ("遮盖", "Masked"),
    "share.page.is_masked": (
        "电话、邮箱、证件号码和地址只显示一部分",
        "phone, e-mail, ID numbers and address are shown in part",
    ),
    "share.page.not_masked": ("没有遮盖", "nothing"),
    "share.page.left_out": ("没有给的客户", "Customers left out"),
    "share.page.none_left_out": ("没有", "none"),
    "share.page.fingerprint": ("底稿指纹", "Base fingerprint"),
    "share.page.what": (
        "这是「{file}」的一份副本，只包含给 {reader} 的内容。总表里的其他客户、其他列和其他工作表都不在这个文件里。",
        "This is a copy of {file} that holds only what is meant for {reader}. Other customers, columns"
        " and sheets of the master are not in this file.",
    ),
    "share.page.no_consent": (
        "没有有效授权的客户不在副本里。不在副本里的客户，请不要联系；有疑问请问发件人。",
        "Customers without a valid consent are not in the copy. Please do not contact a customer who"
        " is not in it; ask the sender if in doubt.",
    ),
    "share.page.formulas": (
        "以 CC_ 开头的函数在这里已换成当时的结果，公式写在批注里。其他公式、图表和下拉列表照常可用，不需要安装任何程序。",
        "Functions that begin with CC_ stand here as their results of that day; the formula is in a"
        " note. Other formulas, charts and lists work as usual, without any add-in.",
    ),
    "share.page.changes": (
        "在这里填写和修改不会改变总表。请填好后把文件寄回给发件人，由发件人并入总表。请不要改动客户编号和底稿指纹。",
        "What you type here does not change the master. When you are done, send the file back to the"
        " sender, who brings it into the master. Please leave customer IDs and the base fingerprint"
        " as they are.",
    ),
    "share.page.personal": (
        "里面是客户的个人信息，请只用于本职工作，不要转给别人，用完后删除。",
        "It holds personal data of customers. Use it for your work only, do not pass it on, and delete"
        " it when it is no longer needed.",
    ),
    "share.file": ("客户链 {reader} {day}", "Customer Chain {reader} {day}"),
    # The buttons
    "share.folder": ("副本", "Copies"),
    "share.mail_folder": ("客户邮件", "Customer mails"),
    "share.in_folder": (
        "副本在工作簿旁边的「{folder}」文件夹里。",
        "The copies are in the folder {folder} beside the workbook.",
    ),
    "share.logged_here": (
        "已记入「{sheet}」，并保存了工作簿。",
        "Logged on sheet {sheet}, and the workbook is saved.",
    ),
    "share.not_saved": (
        "工作簿没能保存。请先手动保存，再试一次。",
        "The workbook could not be saved. Save it yourself and try again.",
    ),
    "share.no_kept_password": (
        "还没有保存 {user} 在 {server} 的密码。请在命令行运行一次 customer-chain share ... --send，并选择保存密码；或改用「副本邮件草稿」。",
        "No password of {user} at {server} is kept yet. Run customer-chain share ... --send once at the"
        " command line and let it keep the password, or use Mail drafts.",
    ),
    "press.shared": ("共享副本", "Shared copies"),
    "press.customer_mails": ("客户邮件", "Customer mails"),
    # Why customers are left out
    "share.left_out.never_given": ("{n} 位没有同意", "{n} never agreed"),
    "share.left_out.not_yet": ("{n} 位的同意尚未生效", "{n} with a consent not yet in force"),
    "share.left_out.withdrawn": ("{n} 位已撤回同意", "{n} withdrew their consent"),
    "share.left_out.no_id": ("{n} 位没有客户编号", "{n} without a customer ID"),
    "share.left_out.shared_id": (
        "{n} 位的客户编号与其他同事的客户重复（请改正编号）",
        "{n} with the ID of another colleague's customer (please correct the ID)",
    ),
    # The report
    "share.made": ("{reader}：「{file}」，{rows}。", "{reader}: {file}, {rows}."),
    "share.made_many": (
        "已生成 {n} 份副本：{readers}。每份有哪些内容，见「共享记录」和副本的首页。",
        "{n} copies were made: {readers}. What is in each stands on sheet Share log and on its first"
        " sheet.",
    ),
    "share.and_more": ("……另外 {n} 封", "... and {n} more"),
    "share.made_encrypted": (
        "{reader}：「{file}」（有密码），{rows}。",
        "{reader}: {file} (with a password), {rows}.",
    ),
    "share.left_out": (
        "没有给 {reader}：{parts}。请先取得同意。",
        "Not in the copy of {reader}: {parts}. Ask for consent first.",
    ),
    "share.columns": (
        "没有给 {readers} 的列：{columns}。",
        "Columns not given to {readers}: {columns}.",
    ),
    "share.quoting": (
        "其中 {columns} 会透露看不到的列，所以也没有给。",
        "Of these, {columns} would tell what is hidden and were left out too.",
    ),
    "share.nobody": (
        "{reader} 没有负责的客户，没有生成副本。",
        "{reader} has no customers, so no copy was made.",
    ),
    "share.nobody_allowed": (
        "{reader} 的客户都没有有效授权（{parts}），没有生成副本。",
        "None of the customers of {reader} has a valid consent ({parts}), so no copy was made.",
    ),
    "share.no_owner": (
        "{n} 位客户没有负责人，不在任何个人的副本里。请填写「{column}」。",
        "{n:# customer has|# customers have} nobody who looks after them and {n:is|are} in nobody's"
        " copy. Fill in the column {column}.",
    ),
    "share.refused_one": ("没有为这些同事生成：{why}", "Not made: {why}"),
    "share.stopped": (
        "到 {reader} 时停止：{why}已生成的副本都在，并已记录。",
        "Stopped at {reader}: {why} The copies made before are there and logged.",
    ),
    "share.logged": (
        "已记入总表的「{sheet}」。",
        "Logged on sheet {sheet} of the master.",
    ),
    "share.nothing_made": ("没有生成任何副本。", "No copy was made."),
    "share.yes_no": ("（是/否）", "(yes/no)"),
    "share.passwords": (
        "密码（只显示这一次，不会保存。请用另一种方式告诉对方，不要写进邮件）：",
        "Passwords (shown this once and kept nowhere; tell them by another way than mail):",
    ),
    "share.password_of": ("{reader}：{password}", "{reader}: {password}"),
    "share.ask_password": (
        "请输入副本的密码，至少 8 个字；直接按回车则为每位同事各生成一个：",
        "Password for the copies, at least 8 characters; Enter makes one for each colleague: ",
    ),
    "share.ask_password_again": ("请再输入一次：", "The same once more: "),
    "share.passwords_differ": (
        "两次输入的密码不一样，没有生成任何副本。请重试。",
        "The two passwords differ; no copy was made. Please try again.",
    ),
    # Refusals
    "share.unknown_role": (
        "「{sheet}」第 {row} 行「{column}」：没有名为「{role}」的角色。现有：{roles}。",
        "{sheet} row {row}, {column}: there is no role '{role}'. There are: {roles}.",
    ),
    "share.no_roles": (
        "「{sheet}」第 {row} 行「{column}」写着「{role}」，但工作簿没有「角色」表。请用 customer-chain upgrade 补上，或清空这一格。",
        "{sheet} row {row}, {column} says '{role}', but the workbook has no sheet Roles. Add it with"
        " customer-chain upgrade, or clear the cell.",
    ),
    "share.bad_scope": (
        "「{sheet}」第 {row} 行「{column}」：「{value}」看不懂。请选「自己的」或「全部」。",
        "{sheet} row {row}, {column}: '{value}' is not understood. Choose Own or All.",
    ),
    "share.bad_masked": (
        "「{sheet}」第 {row} 行「{column}」：「{value}」看不懂。请选「是」或「否」。",
        "{sheet} row {row}, {column}: '{value}' is not understood. Choose Yes or No.",
    ),
    "share.unknown_column": (
        "「{sheet}」第 {row} 行「{column}」：没有名为「{value}」的列或表。",
        "{sheet} row {row}, {column}: there is no column or sheet '{value}'.",
    ),
    "share.unknown_column_near": (
        "「{sheet}」第 {row} 行「{column}」：没有名为「{value}」的列或表。您要写的是「{near}」吗？",
        "{sheet} row {row}, {column}: there is no column or sheet '{value}'. Did you mean '{near}'?",
    ),
    "share.unknown_sheet": (
        "「{sheet}」第 {row} 行「{column}」：没有可以附带的工作表「{value}」。只能写您自己加的、没有隐藏的工作表。",
        "{sheet} row {row}, {column}: there is no sheet '{value}' to go along. Only sheets of your own"
        " that are not hidden can.",
    ),
    "share.unknown_sheet_near": (
        "「{sheet}」第 {row} 行「{column}」：没有可以附带的工作表「{value}」。您要写的是「{near}」吗？",
        "{sheet} row {row}, {column}: there is no sheet '{value}' to go along. Did you mean '{near}'?",
    ),
    "share.key_column": (
        "「{sheet}」第 {row} 行「{column}」：「{of}」的「{caption}」不能隐藏，副本寄回时要靠它认出每一行。",
        "{sheet} row {row}, {column}: {caption} of {of} cannot be left out; by it each row is known when"
        " the copy comes back.",
    ),
    "share.customers_needed": (
        "「{sheet}」第 {row} 行「{column}」：不能不给「{value}」，副本就是由它组成的。请只写其中的列。",
        "{sheet} row {row}, {column}: the sheet {value} cannot be left out, the copy is made of it."
        " Name columns of it instead.",
    ),
    "share.hidden_sheet": (
        "工作表「{sheet}」被隐藏了，无法放进副本。请先取消隐藏。",
        "The sheet {sheet} is hidden and cannot go into a copy. Please unhide it first.",
    ),
    "share.folder_is_no_folder": (
        "「{folder}」不是文件夹。请用 --to 指定一个文件夹。",
        "'{folder}' is not a folder. Please name a folder with --to.",
    ),
    "share.disk_full": (
        "磁盘已满，「{folder}」放不下副本。请腾出空间后重试。",
        "The disk is full; there is no room for the copy in '{folder}'. Free some space and try again.",
    ),
    "share.folder_not_writable": (
        "没有权限在「{folder}」中保存。请换一个可以写入的文件夹。",
        "You may not save in '{folder}'. Please choose a folder you may write to.",
    ),
    "share.write_failed": (
        "在「{folder}」中保存时出错：{why}。请换一个文件夹再试。",
        "Saving in '{folder}' failed: {why}. Try another folder.",
    ),
    "share.log_failed": (
        "无法把副本记入总表，所以这次生成的副本都已删除：{why}",
        "The copies could not be logged in the master, so those just made were removed again: {why}",
    ),
    "share.leak": (
        "{reader}：「{sheet}」的 {place} 含有别的客户的内容，没有生成副本。请修改那里，或不要附带这张表。",
        "{reader}: {place} on sheet {sheet} holds something of another customer, so no copy was made."
        " Change it there, or leave that sheet out.",
    ),
    # Mails with a copy
    "share.mail.subject": ("客户链副本 {day}", "Your copy of the customer chain, {day}"),
    "share.mail.words": (
        "{reader}，您好！\n\n附件是截至 {day} 的客户链副本，只包含给您的内容，第一页有说明。填好后请回复此邮件，把文件寄回。",
        "Hello {reader},\n\nattached is your copy of the customer chain as of {day}. It holds only what"
        " is meant for you; its first sheet explains it. When you have filled it in, please reply and"
        " attach it.",
    ),
    "share.mail.password": (
        "文件有密码，密码会用另一种方式告诉您。",
        "The file has a password, which you will be told in another way.",
    ),
    "share.mail.no_address": (
        "{reader} 没有邮箱，没有写邮件。请在「同事」表中填写。",
        "{reader} has no e-mail address, so no mail was written. Fill it in on sheet Staff.",
    ),
    "share.mail.same_address": (
        "请核对：{readers} 的邮箱都是 {address}，他们的副本会寄到同一个邮箱。",
        "Please check: {readers} have the same e-mail address, {address}; their copies go to one mailbox.",
    ),
    "share.mail.whose": ("「{sheet}」第 {row} 行（{name}）", "{sheet} row {row} ({name})"),
    "share.mail.written": (
        "已写好 {n} 封邮件草稿，放在副本旁边。双击即可打开、修改和发送。",
        "{n:# mail draft lies|# mail drafts lie} beside the copies. Double-click one to read, change and"
        " send it.",
    ),
    "share.sent.sent": ("{to}，{moment}", "{to}, {moment}"),
    "share.sent.not_sent": ("没有发出：{to}", "not sent: {to}"),
    "share.sent.unclear": ("不确定：{to}，{moment}", "unclear: {to}, {moment}"),
    "share.sent_not_logged": (
        "邮件已处理，但结果没能记入总表：{why}",
        "The mails were handled, but the result could not be logged in the master: {why}",
    ),
    # Mails to customers
    "share.customers.subject": ("来自 {us} 的问候", "A message from {us}"),
    "share.customers.subject_plain": ("问候", "A message for you"),
    "share.customers.none": (
        "没有可以写的邮件。",
        "There is no mail to write.",
    ),
    "share.customers.no_sheet": (
        "工作簿里还没有跟进表。请先生成跟进表。",
        "The workbook has no follow-up sheet yet. Make the follow-up sheets first.",
    ),
    "share.customers.left_out": ("没有写 {n} 封：{parts}。", "{n} not written: {parts}."),
    "share.customers.done": ("已经办完 {n} 封", "already done {n}"),
    "share.customers.declined": ("客户已拒绝 {n} 封", "declined {n}"),
    "share.customers.no_email": ("客户没有邮箱 {n} 封", "no e-mail {n}"),
    "share.customers.bad_email": ("邮箱写错 {n} 封", "e-mail not valid {n}"),
    "share.customers.no_consent": (
        "没有这种用途的有效授权 {n} 封",
        "no valid consent for the purpose {n}",
    ),
    "share.customers.no_words": ("没有合适的话术 {n} 封", "no fitting template {n}"),
    "share.customers.unknown": ("客户已不在表中 {n} 封", "customer not in the table {n}"),
    # The command line
    "cli.share": (
        "为同事生成只含其客户的副本",
        "make copies for colleagues, each with only their customers",
    ),
    "cli.share.workbook": ("工作簿（总表）", "the workbook (the master)"),
    "cli.share.for": (
        "给谁：负责人的名字，或 all（全部）",
        "for whom: a colleague's name, or all",
    ),
    "cli.share.to": ("副本放进哪个文件夹", "the folder the copies go into"),
    "cli.share.password": (
        "给副本设打开密码（运行时询问，不写在命令里）",
        "give the copies a password to open (asked for, never typed on the command line)",
    ),
    "cli.share.mask": (
        "遮盖电话、邮箱、证件号码和地址",
        "show phone, e-mail, ID numbers and address in part only",
    ),
    "cli.share.mail": ("在副本旁边写好邮件草稿", "write a mail draft beside each copy"),
    "cli.share.send": (
        "发出邮件（先询问；服务器见「设置」）",
        "send the mails (asks first; the server is on sheet Settings)",
    ),
    "cli.share.yes": ("发送前不再询问", "do not ask before sending"),
    "cli.share.as_of": (
        "按哪一天的授权（默认今天，或更晚的分析日期）",
        "the day whose consents count (default: today, or the analysis date if later)",
    ),
    "cli.customer_mails": (
        "把跟进表写成给客户的邮件草稿",
        "write mail drafts to customers from the follow-up sheet",
    ),
    "cli.customer_mails.workbook": ("工作簿", "the workbook"),
    "cli.customer_mails.to": ("草稿放进哪个文件夹", "the folder the drafts go into"),
    "cli.customer_mails.owner": (
        "只写这位负责人的客户",
        "only for the customers of this colleague",
    ),
    "cli.customer_mails.as_of": (
        "分析日期（默认用「设置」中的日期）",
        "analysis date (default: the one on sheet Settings)",
    ),
    "cli.metavar.reader": ("姓名或all", "NAME"),
    "cli.metavar.folder": ("文件夹", "FOLDER"),
    "step.share.plan": ("正在查看谁能看什么", "Looking up who may see what"),
    "step.share.copy": ("正在生成副本", "Making copies"),
    "step.share.log": ("正在记录", "Logging"),
    "step.share.mail": ("正在写邮件", "Writing mails"),
}
