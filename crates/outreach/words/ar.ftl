# كلمات المشاركة للموقع العام.
# used: asking-asker-*
nav-get-involved = شارك معنا
involved-title = شارك معنا
involved-lead = نرحب بالمنظمات والمجموعات غير الرسمية والأفراد. لا تحتاج إلى حساب ولا إلى أوراق.
involved-ways = طرق المشاركة
involved-write = اكتب إلينا
involved-write-how = أخبرنا بما تود أن تفعله: الانضمام كمنظمة، أو منح بعض الوقت، أو فتح باب. سيجيبك شخص منا.
involved-form = أخبرنا بما تود أن تفعله
involved-reach = أو تواصل معنا مباشرة
asking-asker = من يطلب
asking-asker-organization = منظمة
asking-asker-group = مجموعة غير رسمية
asking-asker-person = فرد
asking-organization = اسم المنظمة أو المجموعة
asking-organization-needed = مطلوب لمنظمة أو مجموعة
asking-sector = القطاع
asking-name = اسمك
asking-email = عنوان البريد الإلكتروني
asking-email-hint = نجيبك عليه. لا يراه أحد خارج المكتب ورؤساء المجموعات.
asking-phone = الهاتف
asking-reach-needed = أحدهما مطلوب
asking-wish = ما تود أن تفعله
asking-wish-hint = تكفي بضع جمل بأي لغة.
asking-languages = اللغات التي تتكلمها
asking-languages-hint = غير لغة هذه الصفحة.
asking-agreement = موافقتك
asking-consent = أوافق على أن تحتفظ هذه الشراكة بما كتبته هنا وأن تجيبني. ويُحذف بعد سنتين من الجواب، أو بعد سنتين من وصوله إن لم يُجَب عنه، أو قبل ذلك إن طلبت.
asking-send = إرسال
asking-received = وصلنا طلبك
asking-received-explains = شكرًا لك. سيقرأ شخص منا ما كتبته ويجيبك خلال خمسة أيام عمل بلغة هذه الصفحة.
asking-received-home = إلى الصفحة الأولى
asking-not-agreed = ضع علامة في هذا المربع. من دون موافقتك لا يجوز لنا أن نحتفظ بما كتبته ولا أن نجيبك
asking-too-often = وصلنا الكثير من هنا في وقت قصير. لم يضع شيء: أرسله من جديد بعد { $minutes } دقيقة
asking-no-organization = اكتب اسم المنظمة أو المجموعة، أو اختر «فرد»
asking-no-reach = اكتب عنوان بريد إلكتروني أو رقم هاتف كي نتمكن من إجابتك
asking-receipt-subject = وصلنا ما كتبته إلى { $partnership }
asking-receipt-body =
    مرحبًا،

    وصلنا طلبك للمشاركة. سيقرؤه شخص منا ويجيبك خلال خمسة أيام عمل.

    يُحذف ما كتبته بعد سنتين من الجواب، أو بعد سنتين من وصوله إن لم يُجَب عنه. وحتى ذلك الحين يمكنك أن تسألنا في أي وقت عمّا نحتفظ به عنك، أو أن تطلب تصحيحه أو حذفه.

    { $partnership }
asking-receipt-tell = لم ترسل هذا، أو تريد تغيير شيء؟ اكتب إلى { $mail } أو أجب على هذه الرسالة.
asking-mail-subject = طلبك للمشاركة: { $partnership }
asking-mail-body =
    مرحبًا { $name }،

    { $words }

    { $partnership }

# اسأل سؤالًا
# used: enquiry-topic-* way-in-*
way-in-question = اسأل سؤالًا
way-in-question-how = لا تعرف إلى من تتوجه؟ اسأل بأي لغة ومن دون حساب. سيجيبك شخص منا.
enquiry-title = اسأل سؤالًا
enquiry-lead = لا تعرف إلى من تتوجه؟ اسأل هنا بأي لغة. سيجيبك شخص منا خلال خمسة أيام عمل. لست مضطرًا إلى أن تقول من أنت ولا أي أوراق لديك.
enquiry-urgent = إذا كان الأمر لا يحتمل الانتظار فاتصل
enquiry-form = سؤالك
enquiry-question = السؤال
enquiry-question-hint = تكفي بضع جمل. لا تكتب أسماء ولا أرقام أوراق.
enquiry-topic = الموضوع
enquiry-topic-first-steps = الخطوات الأولى
enquiry-topic-housing = مكان للسكن
enquiry-topic-work = العمل والشهادات
enquiry-topic-language = تعلم لغة
enquiry-topic-school = الأطفال والمدرسة
enquiry-topic-health = الصحة
enquiry-topic-money = المال والإعانات والضرائب
enquiry-topic-rights = القانون والحقوق
enquiry-topic-belonging = التعرف إلى الناس
enquiry-topic-other = شيء آخر
enquiry-area = أين تسكن
enquiry-name = كيف نناديك
enquiry-name-hint = أي اسم يكفي.
enquiry-consent = أوافق على أن تحتفظ هذه الشراكة بسؤالي وأن تجيبني. ويُمحى ما هو شخصي بعد سنة من الجواب، أو بعد سنة من وصوله إن لم يُجَب عنه، أو قبل ذلك إن طلبت؛ ويُحسب موضوع السؤال.
enquiry-not-agreed = ضع علامة في هذا المربع. من دون موافقتك لا يجوز لنا أن نحتفظ بسؤالك ولا أن نجيبك
enquiry-no-reach = اكتب عنوان بريد إلكتروني أو رقم هاتف كي نتمكن من إجابتك
enquiry-receipt-urgent =
    إذا كان الأمر لا يحتمل الانتظار فاتصل:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    مرحبًا،

    وصلنا سؤالك. سيقرؤه شخص منا ويجيبك خلال خمسة أيام عمل.

    يُمحى ما هو شخصي بعد سنة من الجواب، أو بعد سنة من وصوله إن لم يُجَب عنه. وحتى ذلك الحين يمكنك أن تسألنا في أي وقت عمّا نحتفظ به عنك، أو أن تطلب تصحيحه أو حذفه.

    { $partnership }
enquiry-mail-subject = سؤالك: { $partnership }
enquiry-mail-body =
    مرحبًا،

    { $words }

    { $partnership }
