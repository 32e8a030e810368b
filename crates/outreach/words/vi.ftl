# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = Tham gia
involved-title = Tham gia
involved-lead = Chúng tôi hoan nghênh các tổ chức, các nhóm không chính thức và mọi người. Quý vị không cần tài khoản hay giấy tờ gì.
involved-ways = Các cách tham gia
involved-write = Viết cho chúng tôi
involved-write-how = Xin cho chúng tôi biết quý vị muốn làm gì: gia nhập với tư cách tổ chức, góp chút thời gian, giúp kết nối. Sẽ có người trả lời quý vị.
involved-form = Xin cho chúng tôi biết quý vị muốn làm gì
involved-reach = Hoặc liên lạc trực tiếp với chúng tôi
asking-asker = Ai là người hỏi
asking-asker-organization = Một tổ chức
asking-asker-group = Một nhóm không chính thức
asking-asker-person = Một cá nhân
asking-organization = Tên của tổ chức hoặc nhóm
asking-organization-needed = cần có nếu là tổ chức hoặc nhóm
asking-sector = Lĩnh vực
asking-name = Tên của quý vị
asking-email = Địa chỉ email
asking-email-hint = Chúng tôi trả lời qua địa chỉ này. Ngoài văn phòng và các vị chủ tọa, không ai thấy được.
asking-phone = Điện thoại
asking-reach-needed = cần có một trong hai
asking-wish = Điều quý vị muốn làm
asking-wish-hint = Vài câu bằng bất cứ ngôn ngữ nào cũng đủ.
asking-languages = Các ngôn ngữ quý vị nói
asking-languages-hint = Ngoài ngôn ngữ của trang này.
asking-agreement = Sự đồng ý của quý vị
asking-consent = Tôi đồng ý để tổ chức hợp tác này giữ những gì tôi viết ở đây và trả lời tôi. Nội dung này bị xóa hai năm sau khi trả lời, hoặc nếu không có trả lời thì hai năm sau khi nhận được; hoặc sớm hơn nếu tôi yêu cầu.
asking-send = Gửi
asking-received = Chúng tôi đã nhận được
asking-received-explains = Cảm ơn quý vị. Sẽ có người đọc những gì quý vị viết và trả lời trong vòng năm ngày làm việc, bằng ngôn ngữ của trang này.
asking-received-home = Về trang đầu
asking-not-agreed = Xin đánh dấu vào ô này. Nếu quý vị không đồng ý, không ai ở đây được giữ những gì quý vị viết hay trả lời quý vị
asking-too-often = Có nhiều nội dung được gửi từ đây trong thời gian ngắn. Không có gì bị mất: xin gửi lại sau { $minutes } phút
asking-no-organization = Xin viết tên của tổ chức hoặc nhóm, hoặc chọn “Một cá nhân”
asking-no-reach = Xin viết địa chỉ email hoặc số điện thoại để chúng tôi có thể trả lời
asking-receipt-subject = Chúng tôi đã nhận được những gì quý vị viết cho { $partnership }
asking-receipt-body =
    Xin chào quý vị,

    Chúng tôi đã nhận được yêu cầu tham gia của quý vị. Sẽ có người đọc và trả lời quý vị trong vòng năm ngày làm việc.

    Những gì quý vị viết bị xóa hai năm sau khi trả lời, hoặc nếu không có trả lời thì hai năm sau khi nhận được. Cho đến lúc đó, bất cứ khi nào quý vị cũng có thể hỏi chúng tôi đang giữ gì về quý vị, hoặc yêu cầu sửa hay xóa.

    { $partnership }
asking-receipt-tell = Quý vị không gửi thư này, hoặc muốn thay đổi điều gì? Xin viết đến { $mail }, hoặc trả lời email này.
asking-mail-subject = Yêu cầu tham gia của quý vị: { $partnership }
asking-mail-body =
    Xin chào { $name },

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = Đặt câu hỏi
way-in-question-how = Quý vị không biết hỏi ai? Xin hỏi bằng bất cứ ngôn ngữ nào, không cần tài khoản. Sẽ có người trả lời.
enquiry-title = Đặt câu hỏi
enquiry-lead = Quý vị không biết hỏi ai? Xin hỏi ở đây bằng bất cứ ngôn ngữ nào. Sẽ có người trả lời trong vòng năm ngày làm việc. Quý vị không cần nói mình là ai hay có giấy tờ gì.
enquiry-urgent = Nếu không thể chờ, xin gọi
enquiry-form = Câu hỏi của quý vị
enquiry-question = Câu hỏi
enquiry-question-hint = Vài câu là đủ. Xin đừng viết tên và số giấy tờ.
enquiry-topic = Về vấn đề gì
enquiry-topic-first-steps = Những bước đầu tiên
enquiry-topic-housing = Chỗ ở
enquiry-topic-work = Việc làm và bằng cấp
enquiry-topic-language = Học ngôn ngữ
enquiry-topic-school = Con cái và trường học
enquiry-topic-health = Sức khỏe
enquiry-topic-money = Tiền bạc, trợ cấp, thuế
enquiry-topic-rights = Luật pháp và quyền
enquiry-topic-belonging = Gặp gỡ mọi người
enquiry-topic-other = Điều khác
enquiry-area = Nơi quý vị sống
enquiry-name = Chúng tôi có thể gọi quý vị là gì
enquiry-name-hint = Tên nào cũng được.
enquiry-consent = Tôi đồng ý để tổ chức hợp tác này giữ câu hỏi của tôi và trả lời tôi. Thông tin cá nhân bị xóa hẳn một năm sau khi trả lời, hoặc nếu không có trả lời thì một năm sau khi nhận được; hoặc sớm hơn nếu tôi yêu cầu; chủ đề của câu hỏi được tính vào thống kê.
enquiry-not-agreed = Xin đánh dấu vào ô này. Nếu quý vị không đồng ý, không ai ở đây được giữ câu hỏi hay trả lời quý vị
enquiry-no-reach = Xin viết địa chỉ email hoặc số điện thoại để chúng tôi có thể trả lời
enquiry-receipt-urgent =
    Nếu không thể chờ, xin gọi:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    Xin chào quý vị,

    Chúng tôi đã nhận được câu hỏi của quý vị. Sẽ có người đọc và trả lời quý vị trong vòng năm ngày làm việc.

    Thông tin cá nhân bị xóa hẳn một năm sau khi trả lời, hoặc nếu không có trả lời thì một năm sau khi nhận được. Cho đến lúc đó, bất cứ khi nào quý vị cũng có thể hỏi chúng tôi đang giữ gì về quý vị, hoặc yêu cầu sửa hay xóa.

    { $partnership }
enquiry-mail-subject = Câu hỏi của quý vị: { $partnership }
enquiry-mail-body =
    Xin chào quý vị,

    { $words }

    { $partnership }
