# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = हमसे जुड़ें
involved-title = हमसे जुड़ें
involved-lead = संस्थाओं, अनौपचारिक समूहों और लोगों, सबका यहाँ स्वागत है। न अकाउंट की ज़रूरत है, न किसी काग़ज़ की।
involved-ways = हिस्सा लेने के तरीक़े
involved-write = हमें लिखें
involved-write-how = हमें बताएँ कि आप क्या करना चाहेंगे: संस्था के रूप में जुड़ना, थोड़ा समय देना, कोई रास्ता खोलना। कोई व्यक्ति आपको जवाब देगा।
involved-form = हमें बताएँ कि आप क्या करना चाहेंगे
involved-reach = या सीधे हमसे संपर्क करें
asking-asker = कौन पूछ रहा है
asking-asker-organization = कोई संस्था
asking-asker-group = कोई अनौपचारिक समूह
asking-asker-person = एक व्यक्ति
asking-organization = संस्था या समूह का नाम
asking-organization-needed = संस्था या समूह के लिए ज़रूरी
asking-sector = क्षेत्र
asking-name = आपका नाम
asking-email = ईमेल पता
asking-email-hint = हम वहीं जवाब देते हैं। दफ़्तर और अध्यक्षों के अलावा इसे कोई नहीं देखता।
asking-phone = फ़ोन
asking-reach-needed = दोनों में से एक ज़रूरी है
asking-wish = आप क्या करना चाहेंगे
asking-wish-hint = किसी भी भाषा में दो-चार वाक्य काफ़ी हैं।
asking-languages = आप कौन सी भाषाएँ बोलते हैं
asking-languages-hint = इस पेज की भाषा के अलावा।
asking-agreement = आपकी सहमति
asking-consent = मेरी सहमति है कि मैंने यहाँ जो लिखा है, यह साझेदारी उसे रखे और मुझे जवाब दे। जवाब के दो साल बाद इसे मिटा दिया जाता है, और जवाब न दिया गया हो तो इसके आने के दो साल बाद; या मेरे कहने पर उससे पहले।
asking-send = भेजें
asking-received = हमें मिल गया है
asking-received-explains = धन्यवाद। कोई व्यक्ति आपका लिखा पढ़ेगा और पाँच कामकाजी दिनों के अंदर इस पेज की भाषा में जवाब देगा।
asking-received-home = पहले पेज पर
asking-not-agreed = इस ख़ाने पर निशान लगाएँ। आपकी सहमति के बिना यहाँ कोई न आपका लिखा रख सकता है, न आपको जवाब दे सकता है
asking-too-often = यहाँ से थोड़े समय में बहुत कुछ आया है। कुछ भी खोया नहीं है: { $minutes } मिनट बाद फिर से भेजें
asking-no-organization = लिखें कि संस्था या समूह का नाम क्या है, या “एक व्यक्ति” चुनें
asking-no-reach = ईमेल पता या फ़ोन नंबर लिखें, ताकि हम जवाब दे सकें
asking-receipt-subject = { $partnership } को आपने जो लिखा, वह हमें मिल गया है
asking-receipt-body =
    नमस्ते,

    हिस्सा लेने का आपका अनुरोध हमें मिल गया है। कोई व्यक्ति उसे पढ़ेगा और पाँच कामकाजी दिनों के अंदर आपको जवाब देगा।

    आपने जो लिखा है, वह जवाब के दो साल बाद मिटा दिया जाता है, और जवाब न दिया गया हो तो उसके आने के दो साल बाद। तब तक आप कभी भी पूछ सकते हैं कि हमारे पास आपके बारे में क्या है, या उसे ठीक करवा सकते हैं या मिटवा सकते हैं।

    { $partnership }
asking-receipt-tell = यह आपने नहीं भेजा, या कुछ बदलना चाहते हैं? { $mail } पर लिखें या इस ईमेल का जवाब दें।
asking-mail-subject = हिस्सा लेने का आपका अनुरोध: { $partnership }
asking-mail-body =
    नमस्ते { $name },

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = सवाल पूछें
way-in-question-how = समझ नहीं आ रहा कि कहाँ जाएँ? किसी भी भाषा में, बिना अकाउंट के पूछें। कोई व्यक्ति जवाब देगा।
enquiry-title = सवाल पूछें
enquiry-lead = समझ नहीं आ रहा कि कहाँ जाएँ? यहाँ किसी भी भाषा में पूछें। कोई व्यक्ति पाँच कामकाजी दिनों के अंदर जवाब देगा। यह बताना ज़रूरी नहीं कि आप कौन हैं या आपके पास कौन से काग़ज़ हैं।
enquiry-urgent = अगर इंतज़ार नहीं हो सकता, तो फ़ोन करें
enquiry-form = आपका सवाल
enquiry-question = सवाल
enquiry-question-hint = दो-चार वाक्य काफ़ी हैं। कृपया नाम और काग़ज़ों के नंबर न लिखें।
enquiry-topic = यह किस बारे में है
enquiry-topic-first-steps = पहले क़दम
enquiry-topic-housing = रहने की जगह
enquiry-topic-work = काम और डिप्लोमा
enquiry-topic-language = भाषा सीखना
enquiry-topic-school = बच्चे और स्कूल
enquiry-topic-health = सेहत
enquiry-topic-money = पैसा, सरकारी भत्ते, टैक्स
enquiry-topic-rights = क़ानून और अधिकार
enquiry-topic-belonging = लोगों से मिलना-जुलना
enquiry-topic-other = कुछ और
enquiry-area = आप कहाँ रहते हैं
enquiry-name = हम आपको किस नाम से बुलाएँ
enquiry-name-hint = कोई भी नाम चलेगा।
enquiry-consent = मेरी सहमति है कि यह साझेदारी मेरा सवाल रखे और मुझे जवाब दे। जो निजी है, वह जवाब के एक साल बाद मिटा दिया जाता है, और जवाब न दिया गया हो तो उसके आने के एक साल बाद; या मेरे कहने पर उससे पहले। सवाल किस बारे में था, यह गिना जाता है।
enquiry-not-agreed = इस ख़ाने पर निशान लगाएँ। आपकी सहमति के बिना यहाँ कोई न आपका सवाल रख सकता है, न आपको जवाब दे सकता है
enquiry-no-reach = ईमेल पता या फ़ोन नंबर लिखें, ताकि हम जवाब दे सकें
enquiry-receipt-urgent =
    अगर इंतज़ार नहीं हो सकता, तो फ़ोन करें:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    नमस्ते,

    आपका सवाल हमें मिल गया है। कोई व्यक्ति उसे पढ़ेगा और पाँच कामकाजी दिनों के अंदर आपको जवाब देगा।

    जो निजी है, वह जवाब के एक साल बाद मिटा दिया जाता है, और जवाब न दिया गया हो तो उसके आने के एक साल बाद। तब तक आप कभी भी पूछ सकते हैं कि हमारे पास आपके बारे में क्या है, या उसे ठीक करवा सकते हैं या मिटवा सकते हैं।

    { $partnership }
enquiry-mail-subject = आपका सवाल: { $partnership }
enquiry-mail-body =
    नमस्ते,

    { $words }

    { $partnership }
