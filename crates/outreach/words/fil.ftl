# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = Makilahok
involved-title = Makilahok
involved-lead = Malugod na tinatanggap dito ang mga organisasyon, impormal na grupo at mga tao. Hindi kailangan ng account o anumang papeles.
involved-ways = Mga paraan para makilahok
involved-write = Sumulat sa amin
involved-write-how = Sabihin sa amin kung ano ang gusto ninyong gawin: sumali bilang organisasyon, magbigay ng kaunting oras, tumulong na mag-ugnay. May sasagot sa inyo.
involved-form = Sabihin sa amin kung ano ang gusto ninyong gawin
involved-reach = O makipag-ugnayan sa amin nang direkta
asking-asker = Sino ang humihiling
asking-asker-organization = Isang organisasyon
asking-asker-group = Isang impormal na grupo
asking-asker-person = Isang tao
asking-organization = Pangalan ng organisasyon o grupo
asking-organization-needed = kailangan para sa organisasyon o grupo
asking-sector = Sektor
asking-name = Pangalan ninyo
asking-email = Email address
asking-email-hint = Doon kami sasagot. Walang makakakita nito sa labas ng opisina at ng mga chair.
asking-phone = Telepono
asking-reach-needed = kailangan ang isa sa dalawa
asking-wish = Ano ang gusto ninyong gawin
asking-wish-hint = Sapat na ang ilang pangungusap sa anumang wika.
asking-languages = Mga wikang sinasalita ninyo
asking-languages-hint = Maliban sa wika ng page na ito.
asking-agreement = Ang pagsang-ayon ninyo
asking-consent = Sumasang-ayon ako na itabi ng partnership na ito ang isinulat ko rito at sagutin ako. Buburahin ito dalawang taon pagkatapos ng sagot o, kung walang sagot, dalawang taon pagkatapos itong dumating; o mas maaga kung hihilingin ko.
asking-send = Ipadala
asking-received = Natanggap na namin
asking-received-explains = Salamat. May taong magbabasa ng isinulat ninyo at sasagot sa loob ng limang araw ng trabaho, sa wika ng page na ito.
asking-received-home = Sa unang page
asking-not-agreed = Lagyan ng tsek ang kahon na ito. Kung hindi kayo sasang-ayon, walang sinuman dito ang puwedeng magtabi ng isinulat ninyo o sumagot sa inyo
asking-too-often = Marami ang dumating mula rito sa maikling panahon. Walang nawala: ipadala ulit pagkaraan ng { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minuto
}
asking-no-organization = Isulat ang pangalan ng organisasyon o grupo, o piliin ang “Isang tao”
asking-no-reach = Sumulat ng email address o numero ng telepono, para makasagot kami
asking-receipt-subject = Natanggap namin ang isinulat ninyo sa { $partnership }
asking-receipt-body =
    Magandang araw po,

    Natanggap namin ang hiling ninyong makilahok. May taong magbabasa nito at sasagot sa inyo sa loob ng limang araw ng trabaho.

    Buburahin ang isinulat ninyo dalawang taon pagkatapos ng sagot o, kung walang sagot, dalawang taon pagkatapos itong dumating. Hanggang doon, puwede ninyong itanong anumang oras kung ano ang hawak namin tungkol sa inyo, o ipatama o ipabura ito.

    { $partnership }
asking-receipt-tell = Hindi ba kayo ang nagpadala nito, o may gusto kayong baguhin? Sumulat sa { $mail }, o sagutin ang email na ito.
asking-mail-subject = Ang hiling ninyong makilahok: { $partnership }
asking-mail-body =
    Magandang araw po { $name },

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = Magtanong
way-in-question-how = Hindi ba ninyo alam kung saan lalapit? Magtanong sa anumang wika, nang walang account. May taong sasagot.
enquiry-title = Magtanong
enquiry-lead = Hindi ba ninyo alam kung saan lalapit? Magtanong dito sa anumang wika. May taong sasagot sa loob ng limang araw ng trabaho. Hindi ninyo kailangang sabihin kung sino kayo, o kung anong papeles ang mayroon kayo.
enquiry-urgent = Kung hindi ito makakapaghintay, tumawag sa
enquiry-form = Ang tanong ninyo
enquiry-question = Tanong
enquiry-question-hint = Sapat na ang ilang pangungusap. Pakiusap, huwag isulat ang mga pangalan at mga numero ng papeles.
enquiry-topic = Tungkol saan ito
enquiry-topic-first-steps = Mga unang hakbang
enquiry-topic-housing = Tirahan
enquiry-topic-work = Trabaho at diploma
enquiry-topic-language = Pag-aaral ng wika
enquiry-topic-school = Mga anak at paaralan
enquiry-topic-health = Kalusugan
enquiry-topic-money = Pera, benepisyo, buwis
enquiry-topic-rights = Batas at mga karapatan
enquiry-topic-belonging = Pagkilala sa ibang tao
enquiry-topic-other = Iba pa
enquiry-area = Saan kayo nakatira
enquiry-name = Ano ang itatawag namin sa inyo
enquiry-name-hint = Kahit anong pangalan.
enquiry-consent = Sumasang-ayon ako na itabi ng partnership na ito ang tanong ko at sagutin ako. Tuluyang buburahin ang personal na impormasyon isang taon pagkatapos ng sagot o, kung walang sagot, isang taon pagkatapos itong dumating; o mas maaga kung hihilingin ko; binibilang kung tungkol saan ang tanong.
enquiry-not-agreed = Lagyan ng tsek ang kahon na ito. Kung hindi kayo sasang-ayon, walang sinuman dito ang puwedeng magtabi ng tanong ninyo o sumagot sa inyo
enquiry-no-reach = Sumulat ng email address o numero ng telepono, para makasagot kami
enquiry-receipt-urgent =
    Kung hindi ito makakapaghintay, tumawag sa:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    Magandang araw po,

    Natanggap namin ang tanong ninyo. May taong magbabasa nito at sasagot sa inyo sa loob ng limang araw ng trabaho.

    Tuluyang buburahin ang personal na impormasyon isang taon pagkatapos ng sagot o, kung walang sagot, isang taon pagkatapos itong dumating. Hanggang doon, puwede ninyong itanong anumang oras kung ano ang hawak namin tungkol sa inyo, o ipatama o ipabura ito.

    { $partnership }
enquiry-mail-subject = Ang tanong ninyo: { $partnership }
enquiry-mail-body =
    Magandang araw po,

    { $words }

    { $partnership }
