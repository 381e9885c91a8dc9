"""Texts about mails, drafts and sending: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Asking and telling
    "mail.ask": (
        "现在以 {sender} 的名义、通过 {server} 发送 {n:#|#} 封邮件吗？发出后无法收回。",
        "Send {n:# mail|# mails} from {sender} through {server} now? They cannot be taken back.",
    ),
    "mail.ask_password": (
        "请输入 {user} 在 {server} 的密码（QQ、163 等邮箱请用授权码；输入时不显示）：",
        "Password of {user} at {server} (some providers want an app password; it is not shown):",
    ),
    "mail.ask_keep": (
        "要把这个密码保存在本机系统的密码库中，下次不再询问吗？",
        "Keep this password in this computer's own password store, so that it is not asked again?",
    ),
    "mail.declined": ("没有发送任何邮件。", "No mail was sent."),
    "mail.sending": ("正在发送邮件", "Sending mails"),
    "mail.result_all": (
        "{n:#|#} 封邮件全部发出。",
        "{n:# mail was|# mails were} sent, all of them.",
    ),
    "mail.result_some": (
        "共 {n:#|#} 封邮件：已发出 {sent} 封，未发出 {not_sent} 封，不确定 {unclear} 封。",
        "Of {n:# mail|# mails}, {sent} went out, {not_sent} did not, and {unclear} are unclear.",
    ),
    "mail.line_sent": ("已发出：{to}", "Sent: {to}"),
    "mail.line_not_sent": ("未发出：{to}。{why}", "Not sent: {to}. {why}"),
    "mail.line_unclear": ("不确定：{to}。{why}", "Unclear: {to}. {why}"),
    "mail.drafts_written": (
        "{n:#|#} 封邮件草稿已保存在 {folder}。双击即可打开、修改和发送；在苹果的「邮件」中请再点「邮件 > 再次发送」。",
        "{n:# mail draft is|# mail drafts are} in {folder}. Double-click one to read, change and send it; in Apple Mail, then choose Message > Send Again.",
    ),
    # Addresses and drafts
    "mail.no_address": (
        "{whose}没有邮箱地址。请在表中填写。",
        "{whose} has no e-mail address. Please fill it in.",
    ),
    "mail.bad_address": (
        "「{address}」不是邮箱地址。请改正，例如 wang@example.com。",
        "'{address}' is not an e-mail address. Please correct it, for example wang@example.com.",
    ),
    "mail.bad_address_of": (
        "{whose}的「{address}」不是邮箱地址。请改正，例如 wang@example.com。",
        "{whose}: '{address}' is not an e-mail address. Please correct it, for example wang@example.com.",
    ),
    "mail.bad_attachment_name": (
        "「{name}」不能用作附件的名称。请改用不超过 80 个字、没有斜杠和换行的名称。",
        "'{name}' cannot be the name of an attachment. Use at most 80 characters, without slashes and line breaks.",
    ),
    "mail.no_folder": (
        "找不到文件夹「{folder}」，没有保存草稿。请先建立文件夹，或换一个位置。",
        "There is no folder '{folder}', so no draft was saved. Make it first or choose another place.",
    ),
    "mail.disk_full": (
        "磁盘已满，「{folder}」中没有保存任何草稿。请腾出空间后重试。",
        "The disk is full; no draft was saved in '{folder}'. Free some space and try again.",
    ),
    "mail.folder_not_writable": (
        "没有权限在「{folder}」中保存，没有保存任何草稿。请换一个可以写入的文件夹。",
        "You may not save in '{folder}'; no draft was saved. Please choose a folder you may write to.",
    ),
    "mail.write_failed": (
        "在「{folder}」中保存草稿时出错，没有保存任何草稿：{why}。请换一个文件夹再试。",
        "Saving drafts in '{folder}' failed; none was saved: {why}. Try another folder.",
    ),
    # The settings of the server
    "mail.server_incomplete": (
        "「设置」中缺少发件服务器或登录名。请填写后再发送，或只保存草稿。",
        "The settings lack the mail server or the user name. Fill them in, or save drafts only.",
    ),
    "mail.bad_security": (
        "「设置」中的加密方式「{security}」无法识别。请填写 starttls（通常用端口 587）或 tls（通常用端口 465）。",
        "The mail security '{security}' in the settings is not known. Write starttls (mostly port 587) or tls (mostly port 465).",
    ),
    "mail.bad_port": (
        "「设置」中的端口「{port}」不对。请填写 587（starttls）或 465（tls），或问管理员。",
        "The mail port '{port}' in the settings cannot be right. Write 587 (starttls) or 465 (tls), or ask your administrator.",
    ),
    "mail.bad_ca_file": (
        "读不到证书文件「{file}」。请向管理员要公司的证书（PEM 格式），并检查文件名。",
        "The certificate file '{file}' cannot be read. Ask your administrator for the company's certificates (PEM), and check the name.",
    ),
    # Before the first mail
    "mail.server_unknown": (
        "找不到发件服务器「{host}」，没有发送任何邮件。请检查「设置」中的服务器名称和网络连接。",
        "There is no mail server '{host}' to be found; nothing was sent. Check its name in the settings, and the network.",
    ),
    "mail.nobody_listens": (
        "「{host}」在端口 {port} 上拒绝连接，没有发送任何邮件。请检查「设置」中的端口（通常是 587 或 465）。",
        "'{host}' refuses connections at port {port}; nothing was sent. Check the port in the settings (mostly 587 or 465).",
    ),
    "mail.no_answer": (
        "「{host}」的端口 {port} 没有及时应答，没有发送任何邮件。请检查网络和「设置」：端口 587 配 starttls，端口 465 配 tls。",
        "'{host}' did not answer in time at port {port}; nothing was sent. Check the network and the settings: port 587 goes with starttls, port 465 with tls.",
    ),
    "mail.hung_up": (
        "「{host}」的端口 {port} 在登录前断开了连接，没有发送任何邮件。请检查「设置」：端口 587 配 starttls，端口 465 配 tls。",
        "'{host}' hung up at port {port} before sign-in; nothing was sent. Check the settings: port 587 goes with starttls, port 465 with tls.",
    ),
    "mail.no_connection": (
        "连不上「{host}」的端口 {port}：{why}。没有发送任何邮件。请检查网络，或请管理员放行。",
        "No connection to '{host}', port {port}: {why}. Nothing was sent. Check the network, or ask your administrator to allow it.",
    ),
    "mail.no_tls": (
        "「{host}」的端口 {port} 不能这样加密，没有发送任何邮件。请检查「设置」：端口 587 配 starttls，端口 465 配 tls。",
        "'{host}' cannot encrypt this way at port {port}; nothing was sent. Check the settings: port 587 goes with starttls, port 465 with tls.",
    ),
    "mail.no_starttls": (
        "「{host}」的端口 {port} 不提供加密，因此没有登录，也没有发送任何邮件。请改用端口 465 和 tls，或问管理员。",
        "'{host}' offers no encryption at port {port}, so nothing was said or sent there. Try port 465 with tls, or ask your administrator.",
    ),
    "mail.certificate_not_trusted": (
        "「{host}」的证书不受信任（{why}），没有发送任何邮件。若是公司自己的服务器，请向管理员要公司的证书；否则可能有人冒充它。",
        "The certificate of '{host}' is not trusted ({why}); nothing was sent. If it is your company's own server, ask the administrator for the company's certificate; if not, somebody may be posing as it.",
    ),
    "mail.certificate_of_other": (
        "应答的服务器出示的证书不属于「{host}」，没有发送任何邮件。请检查「设置」中的服务器名称；若名称无误，请找管理员。",
        "The server that answers has a certificate for another name than '{host}'; nothing was sent. Check the name in the settings; if it is right, ask your administrator.",
    ),
    "mail.certificate_out_of_date": (
        "「{host}」的证书已过期或尚未生效，没有发送任何邮件。请检查这台电脑的日期；若日期无误，请找管理员。",
        "The certificate of '{host}' has run out or is not valid yet; nothing was sent. Check this computer's date; if it is right, ask your administrator.",
    ),
    "mail.server_says_no": (
        "「{host}」不接受连接：{why}。没有发送任何邮件。请稍后再试，或问管理员。",
        "'{host}' does not serve us: {why}. Nothing was sent. Try again later, or ask your administrator.",
    ),
    "mail.no_sign_in": (
        "「{host}」不提供用密码登录的方式，没有发送任何邮件。请问管理员该用哪个服务器，或只保存草稿。",
        "'{host}' offers no sign-in with a password; nothing was sent. Ask your administrator which server to use, or save drafts only.",
    ),
    "mail.password_not_ascii": (
        "{user} 的登录名或密码中有英文字母、数字和符号以外的字，无法登录。请检查输入法，或更换密码。",
        "The user name or password of {user} has letters other than English ones, so signing in is impossible. Check the keyboard, or change the password.",
    ),
    "mail.wrong_password": (
        "「{host}」不接受 {user} 的密码（{why}），没有发送任何邮件。请重新输入；QQ、163 等邮箱要用授权码，而不是登录密码。",
        "'{host}' does not take the password of {user} ({why}); nothing was sent. Type it again; some providers want an app password instead of your own.",
    ),
    "mail.sign_in_later": (
        "「{host}」现在不让 {user} 登录（{why}），没有发送任何邮件。请过一会儿再试。",
        "'{host}' does not let {user} sign in right now ({why}); nothing was sent. Try again in a while.",
    ),
    # One mail
    "mail.no_recipient": (
        "邮件「{subject}」没有收件人。请填写邮箱地址。",
        "The mail '{subject}' has no recipient. Please fill in an address.",
    ),
    "mail.no_utf8_addresses": (
        "「{host}」不能向「{address}」这样含有中文的地址发送。请向对方要一个英文的邮箱地址。",
        "'{host}' cannot send to an address in other letters such as '{address}'. Ask for one in English letters.",
    ),
    "mail.too_large": (
        "邮件有 {size} MB，超过了服务器允许的大小。请减少附件，或换一种方式交付。",
        "The mail has {size} MB, more than the server takes. Attach less, or hand it over in another way.",
    ),
    "mail.too_large_for": (
        "邮件有 {size} MB，服务器最多接受 {limit} MB。请减少附件，或换一种方式交付。",
        "The mail has {size} MB, and the server takes {limit} MB at most. Attach less, or hand it over in another way.",
    ),
    "mail.sender_refused": (
        "服务器不让以 {address} 的名义发送（{why}）。请检查「设置」中的发件人，它通常要与登录名一致。",
        "The server does not let {address} send ({why}). Check the sender in the settings; it mostly has to be the user who signs in.",
    ),
    "mail.recipient_refused": (
        "服务器拒绝了{whose}的地址 {address}（{why}）。请核对地址。",
        "The server refused the address {address} of {whose} ({why}). Please check it.",
    ),
    "mail.content_refused": (
        "服务器拒绝了这封邮件（{why}）。请修改内容或附件后再发，或问管理员。",
        "The server refused this mail ({why}). Change its words or attachments and send it again, or ask your administrator.",
    ),
    "mail.server_closing": (
        "「{host}」要求停止发送（{why}）。这封及之后的邮件没有发出，请稍后再发这些邮件。",
        "'{host}' asked to stop ({why}). This mail and those after it were not sent; send them later.",
    ),
    "mail.connection_lost": (
        "与「{host}」的连接中断。这封及之后的邮件没有发出，请稍后再发这些邮件。",
        "The connection to '{host}' broke off. This mail and those after it were not sent; send them later.",
    ),
    "mail.unclear": (
        "邮件刚交给「{host}」，连接就中断了，不知道是否已经发出。请先查看「已发送」或问收件人，再决定是否重发。",
        "The connection broke off just when '{host}' had the mail, so it may have gone out or not. Look into your sent mails or ask the recipient before you send it again.",
    ),
    # The keyring
    "mail.no_keyring": (
        "这台电脑没有可靠的系统密码库，所以密码不会保存，每次发送时都要输入。",
        "This computer has no safe password store of its own, so the password is not kept and is asked each time.",
    ),
    "mail.keyring_failed": (
        "系统的密码库没有应答，可能已上锁。请解锁后再试，或直接输入密码。",
        "This computer's password store does not answer; it may be locked. Unlock it and try again, or type the password.",
    ),
}
