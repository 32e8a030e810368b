# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = ہمارے ساتھ شامل ہوں
involved-title = ہمارے ساتھ شامل ہوں
involved-lead = اداروں، غیر رسمی گروپوں اور افراد، سب کو یہاں خوش آمدید۔ نہ اکاؤنٹ کی ضرورت ہے، نہ کسی کاغذ کی۔
involved-ways = حصہ لینے کے طریقے
involved-write = ہمیں لکھیں
involved-write-how = ہمیں بتائیں کہ آپ کیا کرنا چاہیں گے: ادارے کے طور پر شامل ہونا، کچھ وقت دینا، کوئی راستہ کھولنا۔ کوئی فرد آپ کو جواب دے گا۔
involved-form = ہمیں بتائیں کہ آپ کیا کرنا چاہیں گے
involved-reach = یا براہ راست ہم سے رابطہ کریں
asking-asker = کون پوچھ رہا ہے
asking-asker-organization = کوئی ادارہ
asking-asker-group = کوئی غیر رسمی گروپ
asking-asker-person = ایک فرد
asking-organization = ادارے یا گروپ کا نام
asking-organization-needed = ادارے یا گروپ کے لیے ضروری
asking-sector = شعبہ
asking-name = آپ کا نام
asking-email = ای میل پتہ
asking-email-hint = ہم وہیں جواب دیتے ہیں۔ دفتر اور سربراہوں کے علاوہ اسے کوئی نہیں دیکھتا۔
asking-phone = فون
asking-reach-needed = دونوں میں سے ایک ضروری ہے
asking-wish = آپ کیا کرنا چاہیں گے
asking-wish-hint = کسی بھی زبان میں دو چار جملے کافی ہیں۔
asking-languages = آپ کون سی زبانیں بولتے ہیں
asking-languages-hint = اس صفحے کی زبان کے علاوہ۔
asking-agreement = آپ کی رضامندی
asking-consent = میں اس پر راضی ہوں کہ میں نے یہاں جو لکھا ہے، یہ شراکت داری اسے رکھے اور مجھے جواب دے۔ جواب کے دو سال بعد اسے مٹا دیا جاتا ہے، اور جواب نہ دیا گیا ہو تو اس کے آنے کے دو سال بعد؛ یا میرے کہنے پر اس سے پہلے۔
asking-send = بھیجیں
asking-received = ہمیں مل گیا ہے
asking-received-explains = شکریہ۔ کوئی فرد آپ کا لکھا ہوا پڑھے گا اور پانچ کاروباری دنوں کے اندر اس صفحے کی زبان میں جواب دے گا۔
asking-received-home = پہلے صفحے پر
asking-not-agreed = اس خانے پر نشان لگائیں۔ آپ کی رضامندی کے بغیر یہاں کوئی نہ آپ کا لکھا ہوا رکھ سکتا ہے، نہ آپ کو جواب دے سکتا ہے
asking-too-often = یہاں سے تھوڑے وقت میں بہت کچھ آیا ہے۔ کچھ بھی ضائع نہیں ہوا: { $minutes } منٹ بعد دوبارہ بھیجیں
asking-no-organization = لکھیں کہ ادارے یا گروپ کا نام کیا ہے، یا ”ایک فرد“ چنیں
asking-no-reach = ای میل پتہ یا فون نمبر لکھیں، تاکہ ہم جواب دے سکیں
asking-receipt-subject = { $partnership } کو آپ نے جو لکھا وہ ہمیں مل گیا ہے
asking-receipt-body =
    السلام علیکم،

    حصہ لینے کی آپ کی درخواست ہمیں مل گئی ہے۔ کوئی فرد اسے پڑھے گا اور پانچ کاروباری دنوں کے اندر آپ کو جواب دے گا۔

    آپ نے جو لکھا ہے وہ جواب کے دو سال بعد مٹا دیا جاتا ہے، اور جواب نہ دیا گیا ہو تو اس کے آنے کے دو سال بعد۔ تب تک آپ کسی بھی وقت پوچھ سکتے ہیں کہ ہمارے پاس آپ کے بارے میں کیا ہے، یا اسے درست کروا سکتے ہیں یا مٹوا سکتے ہیں۔

    { $partnership }
asking-receipt-tell = یہ آپ نے نہیں بھیجا، یا کچھ بدلنا چاہتے ہیں؟ { $mail } پر لکھیں یا اس ای میل کا جواب دیں۔
asking-mail-subject = حصہ لینے کی آپ کی درخواست: { $partnership }
asking-mail-body =
    السلام علیکم { $name }،

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = سوال پوچھیں
way-in-question-how = سمجھ نہیں آ رہا کہ کہاں جائیں؟ کسی بھی زبان میں، اکاؤنٹ کے بغیر پوچھیں۔ کوئی فرد جواب دے گا۔
enquiry-title = سوال پوچھیں
enquiry-lead = سمجھ نہیں آ رہا کہ کہاں جائیں؟ یہاں کسی بھی زبان میں پوچھیں۔ کوئی فرد پانچ کاروباری دنوں کے اندر جواب دے گا۔ یہ بتانا ضروری نہیں کہ آپ کون ہیں یا آپ کے پاس کون سے کاغذات ہیں۔
enquiry-urgent = اگر انتظار نہیں ہو سکتا تو فون کریں
enquiry-form = آپ کا سوال
enquiry-question = سوال
enquiry-question-hint = دو چار جملے کافی ہیں۔ براہ کرم نام اور کاغذات کے نمبر نہ لکھیں۔
enquiry-topic = یہ کس بارے میں ہے
enquiry-topic-first-steps = پہلے قدم
enquiry-topic-housing = رہنے کی جگہ
enquiry-topic-work = کام اور ڈپلومے
enquiry-topic-language = زبان سیکھنا
enquiry-topic-school = بچے اور اسکول
enquiry-topic-health = صحت
enquiry-topic-money = پیسہ، سرکاری مالی مدد، ٹیکس
enquiry-topic-rights = قانون اور حقوق
enquiry-topic-belonging = لوگوں سے ملنا جلنا
enquiry-topic-other = کچھ اور
enquiry-area = آپ کہاں رہتے ہیں
enquiry-name = ہم آپ کو کس نام سے بلائیں
enquiry-name-hint = کوئی بھی نام چلے گا۔
enquiry-consent = میں اس پر راضی ہوں کہ یہ شراکت داری میرا سوال رکھے اور مجھے جواب دے۔ جو ذاتی ہے وہ جواب کے ایک سال بعد مٹا دیا جاتا ہے، اور جواب نہ دیا گیا ہو تو اس کے آنے کے ایک سال بعد؛ یا میرے کہنے پر اس سے پہلے۔ سوال کس بارے میں تھا، یہ گنا جاتا ہے۔
enquiry-not-agreed = اس خانے پر نشان لگائیں۔ آپ کی رضامندی کے بغیر یہاں کوئی نہ آپ کا سوال رکھ سکتا ہے، نہ آپ کو جواب دے سکتا ہے
enquiry-no-reach = ای میل پتہ یا فون نمبر لکھیں، تاکہ ہم جواب دے سکیں
enquiry-receipt-urgent =
    اگر انتظار نہیں ہو سکتا تو فون کریں:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    السلام علیکم،

    آپ کا سوال ہمیں مل گیا ہے۔ کوئی فرد اسے پڑھے گا اور پانچ کاروباری دنوں کے اندر آپ کو جواب دے گا۔

    جو ذاتی ہے وہ جواب کے ایک سال بعد مٹا دیا جاتا ہے، اور جواب نہ دیا گیا ہو تو اس کے آنے کے ایک سال بعد۔ تب تک آپ کسی بھی وقت پوچھ سکتے ہیں کہ ہمارے پاس آپ کے بارے میں کیا ہے، یا اسے درست کروا سکتے ہیں یا مٹوا سکتے ہیں۔

    { $partnership }
enquiry-mail-subject = آپ کا سوال: { $partnership }
enquiry-mail-body =
    السلام علیکم،

    { $words }

    { $partnership }
