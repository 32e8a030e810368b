# كلمات الإطار العام
# used: error-*
product-name = Kith
skip-to-content = انتقل إلى المحتوى
nav-main = التنقل الرئيسي
emergency-danger = خطر، حريق، إسعاف:
emergency-suicide = أفكار انتحارية:
emergency-find = ابحث عن خدمة:
emergency-nurse = ممرضة:
invented-partnership = هذه الشراكة متخيَّلة، للتجربة فقط
foot-accessibility = إمكانية الوصول
foot-privacy = الخصوصية: ما لا نحتفظ به
foot-workspace = للشركاء: تسجيل الدخول
thread-label = موقع هذا في المسار
error-not-found = لا يوجد شيء هنا
error-not-found-what-now = قد يكون العنوان قديمًا أو مكتوبًا خطأ، أو أن الصفحة ليست متاحة للجميع.
error-failed = حدث خطأ من جانبنا
error-failed-what-now = لم يتغير شيء. حاول مرة أخرى، وإن تكرر ذلك فأخبرنا بالرقم أدناه.
error-way-home = إلى الصفحة الأولى
error-way-list = إلى قائمة الشراكات
error-reference = الرقم المرجعي: { $number }
