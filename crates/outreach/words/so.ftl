# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = Ka qaybqaado
involved-title = Ka qaybqaado
involved-lead = Ururrada, kooxaha aan rasmiga ahayn iyo dadkuba waa lagu soo dhaweynayaa halkan. Akoon iyo waraaqo midna uma baahnid.
involved-ways = Siyaabaha looga qaybqaato
involved-write = Noo soo qor
involved-write-how = Noo sheeg waxa aad jeclaan lahayd inaad samayso: inaad urur ahaan ku biirto, waqti bixiso, ama albaab furto. Qof ayaa kuu jawaabaya.
involved-form = Noo sheeg waxa aad jeclaan lahayd inaad samayso
involved-reach = Ama si toos ah nala soo xiriir
asking-asker = Cidda codsanaysa
asking-asker-organization = Urur
asking-asker-group = Koox aan rasmi ahayn
asking-asker-person = Qof
asking-organization = Magaca ururka ama kooxda
asking-organization-needed = waa loo baahan yahay haddii uu urur ama koox yahay
asking-sector = Qaybta
asking-name = Magacaaga
asking-email = Cinwaanka iimaylka
asking-email-hint = Halkaas ayaan kuugu jawaabaynaa. Cid ka baxsan xafiiska iyo guddoomiyayaasha looma tuso.
asking-phone = Telefoon
asking-reach-needed = labada mid ka mid ah ayaa loo baahan yahay
asking-wish = Waxa aad jeclaan lahayd inaad samayso
asking-wish-hint = Dhowr weedhood oo luqad kasta ah ayaa ku filan.
asking-languages = Luqadaha aad ku hadasho
asking-languages-hint = Luqadda boggan mooyee.
asking-agreement = Oggolaanshahaaga
asking-consent = Waan oggolahay in iskaashigani hayo waxa aan halkan ku qoray oo uu ii jawaabo. Waxaa la tirtiraa laba sano jawaabta ka dib, ama haddii aan jawaab la bixin, laba sano markii ay timid ka dib; ama ka hor haddii aan codsado.
asking-send = Dir
asking-received = Waan helnay
asking-received-explains = Mahadsanid. Qof ayaa akhrinaya waxa aad qortay oo kuu jawaabaya shan maalmood oo shaqo gudahood, luqadda boggan.
asking-received-home = Bogga koowaad
asking-not-agreed = Calaamadi sanduuqan. Oggolaanshahaaga la’aantiis, cidna halkan kuma hayn karto waxa aad qortay kuumana jawaabi karto
asking-too-often = Wax badan ayaa halkan ka yimid muddo gaaban. Waxba ma lumin: { $minutes ->
    [one] mar kale dir { $minutes } daqiiqo ka dib
   *[other] mar kale dir { $minutes } daqiiqo ka dib
}
asking-no-organization = Qor magaca ururka ama kooxda, ama dooro “Qof”
asking-no-reach = Qor cinwaan iimayl ama lambar telefoon, si aan kuugu jawaabi karno
asking-receipt-subject = Waan helnay waxa aad u qortay { $partnership }
asking-receipt-body =
    Salaan,

    Waan helnay codsigaaga ka qaybqaadashada. Qof ayaa akhrinaya oo kuu jawaabaya shan maalmood oo shaqo gudahood.

    Waxa aad qortay waxaa la tirtiraa laba sano jawaabta ka dib, ama haddii aan jawaab la bixin, laba sano markii ay timid ka dib. Ilaa waqtigaas waxaad mar kasta weydiin kartaa waxa aan kaa hayno, ama in la saxo ama la tirtiro.

    { $partnership }
asking-receipt-tell = Adigu ma dirin tan, ama ma rabtaa inaad wax beddesho? U qor { $mail }, ama ka jawaab iimaylkan.
asking-mail-subject = Codsigaaga ka qaybqaadashada: { $partnership }
asking-mail-body =
    Salaan { $name },

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = Weydii su’aal
way-in-question-how = Ma garanaysid meesha aad u jeesato? Ku weydii luqad kasta, akoon la’aan. Qof ayaa jawaabaya.
enquiry-title = Weydii su’aal
enquiry-lead = Ma garanaysid meesha aad u jeesato? Halkan ku weydii luqad kasta. Qof ayaa kuu jawaabaya shan maalmood oo shaqo gudahood. Uma baahnid inaad sheegto cidda aad tahay ama waraaqaha aad haysato.
enquiry-urgent = Haddii aanay sugi karin, wac
enquiry-form = Su’aashaada
enquiry-question = Su’aal
enquiry-question-hint = Dhowr weedhood ayaa ku filan. Fadlan ha qorin magacyo iyo lambarrada waraaqaha.
enquiry-topic = Waxa ay ku saabsan tahay
enquiry-topic-first-steps = Tallaabooyinka ugu horreeya
enquiry-topic-housing = Meel la dego
enquiry-topic-work = Shaqo iyo shahaadooyin
enquiry-topic-language = Barashada luqad
enquiry-topic-school = Carruurta iyo iskuulka
enquiry-topic-health = Caafimaad
enquiry-topic-money = Lacag, gunnooyinka dawladda, canshuur
enquiry-topic-rights = Sharciga iyo xuquuqda
enquiry-topic-belonging = La kulanka dadka
enquiry-topic-other = Wax kale
enquiry-area = Meesha aad deggan tahay
enquiry-name = Magaca aan kuugu yeeri karno
enquiry-name-hint = Magac kasta waa ku filan yahay.
enquiry-consent = Waan oggolahay in iskaashigani hayo su’aashayda oo uu ii jawaabo. Wixii shakhsi ah waxaa la tirtiraa hal sano jawaabta ka dib, ama haddii aan jawaab la bixin, hal sano markii ay timid ka dib; ama ka hor haddii aan codsado. Waxa su’aashu ku saabsanayd waa la tiriyaa.
enquiry-not-agreed = Calaamadi sanduuqan. Oggolaanshahaaga la’aantiis, cidna halkan kuma hayn karto su’aashaada kuumana jawaabi karto
enquiry-no-reach = Qor cinwaan iimayl ama lambar telefoon, si aan kuugu jawaabi karno
enquiry-receipt-urgent =
    Haddii aanay sugi karin, wac:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    Salaan,

    Waan helnay su’aashaada. Qof ayaa akhrinaya oo kuu jawaabaya shan maalmood oo shaqo gudahood.

    Wixii shakhsi ah waxaa la tirtiraa hal sano jawaabta ka dib, ama haddii aan jawaab la bixin, hal sano markii ay timid ka dib. Ilaa waqtigaas waxaad mar kasta weydiin kartaa waxa aan kaa hayno, ama in la saxo ama la tirtiro.

    { $partnership }
enquiry-mail-subject = Su’aashaada: { $partnership }
enquiry-mail-body =
    Salaan,

    { $words }

    { $partnership }
