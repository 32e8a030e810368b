# كلمات المجالس للموقع العام.
# used: reach-by-* council-kind-* seat-chairing-*
council-kind-council = مجلس
council-kind-sub-council = مجلس فرعي
council-kind-working-group = مجموعة عمل
council-kind-team = فريق
council-kind-other = مجموعة
seat-chairing-chair = الرئاسة
seat-chairing-co-chair = الرئاسة المشتركة
seat-chairing-vice-chair = نيابة الرئاسة
who-awaited-seat = سيشغله شخص قريبًا
who-vacant-seat = شاغر

# من نحن
nav-who-we-are = من نحن
who-title = من نحن
who-about = هنا تخطط المنظمات والمؤسسات العامة وأصحاب العمل والسكان معًا، كي يتمكن القادمون الجدد من الاستقرار والعمل والشعور بالانتماء.
who-groups = مجموعاتنا
who-empty = لم تُدرَج مجموعات هذه الشراكة هنا بعد.
who-picture = مجموعاتنا على شكل شجرة
who-picture-description = { $n ->
    [one] مجموعة واحدة. القائمة أدناه تقول الشيء نفسه بالكلمات.
    [two] مجموعتان، رُسمت كل منهما تحت المجموعة التي تتبعها. القائمة أدناه تقول الشيء نفسه بالكلمات.
    [few] { $n } مجموعات، رُسمت كل منها تحت المجموعة التي تتبعها. القائمة أدناه تقول الشيء نفسه بالكلمات.
   *[other] { $n } مجموعة، رُسمت كل منها تحت المجموعة التي تتبعها. القائمة أدناه تقول الشيء نفسه بالكلمات.
}
who-counts = { $seats }، { $vacant }
who-seats = { $n ->
    [zero] لا مقاعد
    [one] مقعد واحد
    [two] مقعدان
    [few] { $n } مقاعد
    [many] { $n } مقعدًا
   *[other] { $n } مقعد
}
who-vacant = { $n ->
    [zero] لا شاغر منها
    [one] واحد منها شاغر
    [two] اثنان منها شاغران
   *[other] { $n } منها شاغرة
}
who-no-seats = لا مقاعد مدرجة
who-no-seats-yet = لم تُدرَج مقاعد هذه المجموعة هنا بعد.
who-a-partner = أحد الشركاء
who-word = نوع المجموعة
who-outcome = الهدف الذي تعمل من أجله
who-open = الاجتماعات
who-open-yes = مفتوحة: يمكن لأي شخص الحضور والتحدث
who-closed = انتهى عمل هذه المجموعة في { $day }.
who-mandate = مهامها
who-seats-heading = المقاعد
who-seats-caption = من يشغل المقاعد هنا
who-seat = المقعد
who-for = يمثّل
who-holder = من يشغله
who-until = حتى
who-ex-officio = بحكم المنصب
who-held = مشغول
who-names = لا يُذكر اسم هنا إلا إذا كان المقعد والشخص معلنين للجميع. للتواصل مع هذه المجموعة، اتصل بمكتب الشراكة.
who-names-title = ما لا يظهر هنا
who-none-vacant = كل المقاعد مشغولة الآن. وما ترسله يُحفظ للدورة القادمة.
who-interest = أخبرنا أنك ترغب في مقعد
who-unlisted-vacant = { $n ->
    [zero] كل المقاعد الشاغرة مدرجة في القائمة.
    [one] أحد المقاعد الشاغرة غير مدرج في القائمة.
    [two] مقعدان شاغران غير مدرجين في القائمة.
    [few] { $n } مقاعد شاغرة غير مدرجة في القائمة.
   *[other] { $n } مقعدًا شاغرًا غير مدرج في القائمة.
}
who-unlisted = { $n ->
    [zero] لا مقاعد أخرى.
    [one] يوجد مقعد آخر محسوب هنا وغير مدرج في القائمة.
    [two] يوجد مقعدان آخران محسوبان هنا وغير مدرجين في القائمة.
    [few] توجد { $n } مقاعد أخرى محسوبة هنا وغير مدرجة في القائمة.
   *[other] يوجد { $n } مقعدًا آخر محسوبًا هنا وغير مدرج في القائمة.
}
who-reference = إطار العمل المعتمد
who-reference-adopted = النسخة { $n }، اعتُمدت في { $day }
who-reference-about = النسخة { $n }، اعتُمدت نحو { $day }
who-reference-signed = تنزيل النسخة الموقّعة
who-reference-earlier = نسخ سابقة

# على صفحات المنظمات
panel-seats = المقاعد
panel-group = المجموعة

# التعبير عن الاهتمام على الموقع العام.
interest-title = رغبتك في مقعد
interest-name = اسمك
interest-reach = كيف نتواصل معك؟
interest-reach-hint = يكفي رقم الهاتف وحده.
reach-by-mail = بالبريد الإلكتروني
reach-by-phone = بالهاتف
interest-email = عنوان البريد الإلكتروني
interest-if-mail = مطلوب إذا أردت أن نكتب إليك
interest-phone = رقم الهاتف
interest-phone-hint = سيتصل بك أحدنا. لا يراه أحد خارج المكتب والرئاسة.
interest-if-phone = مطلوب إذا أردت أن نتصل بك
interest-no-way = اكتب عنوان بريد إلكتروني أو رقم هاتف كي نتمكن من الرد عليك
interest-no-mail = اكتب عنوان بريدك الإلكتروني، أو اختر الهاتف أعلاه
interest-no-phone = اكتب رقم هاتفك، أو اختر البريد الإلكتروني أعلاه
interest-email-hint = نجيبك عليه. لا يراه أحد خارج المكتب والرئاسة.
interest-speaks-for = باسم مَن تتحدث
interest-speaks-for-hint = منظمة أو مجموعة أو شارعك. اتركه فارغًا إذا كنت تتحدث باسمك.
interest-body = لماذا تودّ أن يكون لك مقعد هنا
interest-body-hint = تكفي بضع جمل بأي لغة. أخبرنا بما تحتاج إليه لتتمكن من الحضور: رعاية الأطفال، مترجم شفوي، موعد آخر.
interest-too-often = وصلنا الكثير من هنا في وقت قصير. لم يضع شيء: أرسله من جديد بعد { $minutes } دقيقة
interest-not-agreed = ضع علامة في هذا المربع. من دون موافقتك لا يجوز لنا أن نحتفظ بما كتبته ولا أن نجيبك
interest-agreement = موافقتك
interest-consent = أوافق على أن تحتفظ هذه الشراكة بما كتبته هنا وأن تجيبني بالبريد الإلكتروني أو بالهاتف بشأن هذا المقعد. ويُحذف بعد سنتين من الجواب. وإذا لم يكن هناك جواب، يُحذف بعد سنتين من انتهاء دورته، أو بعد سنتين من وصوله إن لم تكن هناك دورة.
interest-send = إرسال
interest-until = يُقرأ ما ترسله في هذه الدورة المفتوحة حتى { $day }.
interest-next = تبدأ الدورة القادمة في { $day }. وما ترسله قبلها يُحفظ لها.
interest-kept = ما ترسله يُحفظ للدورة القادمة. تُعقد الدورات في الربيع وفي الخريف.
interest-received = وصلنا طلبك
interest-received-explains = شكرًا لك. سيقرأ أحدنا ما كتبته ويجيبك بالطريقة التي اخترتها وبلغة هذه الصفحة. وإذا أرسلت النموذج نفسه مرتين فإنه يُحسب مرة واحدة.
interest-receipt-subject = وصلنا ما كتبته: { $council }
interest-receipt-body =
    مرحبًا،

    وصلنا ما أرسلته إلينا بشأن مقعد في { $council }.

    { $when } سيقرؤه أحدنا ويجيبك على هذا العنوان.

    يُحذف ما كتبته بعد سنتين من الجواب. وإذا لم يكن هناك جواب، يُحذف بعد سنتين من انتهاء دورته، أو بعد سنتين من وصوله إن لم تكن هناك دورة. وحتى ذلك الحين يمكنك أن تسألنا في أي وقت عمّا نحتفظ به عنك، أو أن تطلب تصحيحه أو حذفه.

    { $partnership }
interest-receipt-tell = لم ترسل هذا، أو تريد تغيير شيء؟ اكتب إلى { $mail } أو أجب على هذه الرسالة.
expression-mail-subject = رغبتك في مقعد: { $council }
expression-mail-accepted = مرحبًا { $name }،

    شكرًا لأنك عرضت وقتك. يسرنا أن نخبرك بأن لك مقعدًا في { $council }، { $partnership }.
expression-mail-declined = مرحبًا { $name }،

    شكرًا لأنك عرضت وقتك. لا نستطيع أن نعطيك مقعدًا في { $council }، { $partnership }، هذه المرة.
expression-mail-seat = مقعدك: { $seat }
expression-mail-from-to = من { $from } إلى { $to }
expression-mail-from = ابتداءً من { $from }، ولم يُحدَّد يوم أخير
expression-mail-ask = إذا كان لديك سؤال، فاسألنا: { $ways }
expression-mail-ask-office = إذا كان لديك سؤال، فاسأل مكتب { $partnership }.
letter-mail = مرحبًا { $name }،

    { $body }

    تصلك هذه الرسالة لأن لك مقعدًا في { $council }، { $partnership }.
letter-name-here = [الاسم]
leads-heading = المنظمات التي تقود العمل
leads-of-organization = تقود عمل
# used: way-in-*
way-in-seat = اطلب مقعدًا
way-in-seat-how = للمجالس ومجموعات العمل مقاعد. تقول صفحة كل مجموعة الهدف الذي تعمل من أجله، وأي المقاعد شاغر، وكيف تطلب مقعدًا.
