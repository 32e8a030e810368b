# كلمات المجالس للموقع العام.
# used: council-kind-* seat-chairing-*
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
who-about = هنا تخطط المنظمات المحلية والمؤسسات العامة وأصحاب العمل والسكان معًا، كي يتمكن القادمون الجدد من الاستقرار والعمل والشعور بالانتماء.
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
who-word = ما هي
who-outcome = ما تعمل من أجله
who-open = الاجتماعات
who-open-yes = مفتوحة: يمكن لأي شخص الحضور والتحدث
who-closed = انتهى عمل هذه المجموعة في { $day }.
who-mandate = ما تقوم به
who-seats-heading = المقاعد
who-seats-caption = من يشغل المقاعد هنا
who-seat = المقعد
who-for = يمثّل
who-holder = من يشغله
who-until = حتى
who-ex-officio = بحكم المنصب
who-held = مشغول
who-names = لا يُذكر اسم هنا إلا إذا كان المقعد والشخص معلنين للجميع.
who-interest = أخبرنا أنك ترغب في مقعد
who-unlisted = { $n ->
    [zero] لا مقاعد أخرى.
    [one] يوجد مقعد آخر محسوب هنا وغير مدرج.
    [two] يوجد مقعدان آخران محسوبان هنا وغير مدرجين.
    [few] توجد { $n } مقاعد أخرى محسوبة هنا وغير مدرجة.
   *[other] يوجد { $n } مقعدًا آخر محسوبة هنا وغير مدرجة.
}
who-reference = النظام الداخلي
who-reference-adopted = النسخة { $n }، اعتُمدت في { $day }
who-reference-about = النسخة { $n }، اعتُمدت نحو { $day }
who-reference-earlier = نسخ سابقة

# على صفحات المنظمات
panel-seats = المقاعد
panel-group = المجموعة
