# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = ተሳተፉ
involved-title = ተሳተፉ
involved-lead = ውድባት፣ ዘይወግዓውያን ጉጅለታትን ሰባትን ብደሓን ምጹ። ኣካውንት ኮነ ሰነዳት ኣየድልየኩምን።
involved-ways = ናይ ምስታፍ መገድታት
involved-write = ጽሓፉልና
involved-write-how = ክትገብርዎ እትደልዩ ንገሩና: ከም ውድብ ምጽንባር፣ ገለ ግዜ ምሃብ፣ ወይ ማዕጾ ምኽፋት። ሓደ ሰብ ይምልሰልኩም።
involved-form = ክትገብርዎ እትደልዩ ንገሩና
involved-reach = ወይ ብቐጥታ ርኸቡና
asking-asker = መን ይሓትት ኣሎ
asking-asker-organization = ውድብ
asking-asker-group = ዘይወግዓዊ ጉጅለ
asking-asker-person = ሰብ
asking-organization = ስም ናይቲ ውድብ ወይ ጉጅለ
asking-organization-needed = ንውድብ ወይ ንጉጅለ የድሊ
asking-sector = ጽላት
asking-name = ስምኩም
asking-email = ኣድራሻ ኢመይል
asking-email-hint = ብእኡ ንምልሰልኩም። ካብ ቤት ጽሕፈትን ኣቦ-መናብርን ወጻኢ ንማንም ኣይረአን።
asking-phone = ተሌፎን
asking-reach-needed = ሓደ ካብዞም ክልተ የድሊ
asking-wish = ክትገብርዎ እትደልዩ
asking-wish-hint = ብዝኾነ ቋንቋ ውሑዳት ሓረጋት ይኣክላ።
asking-languages = እትዛረብዎም ቋንቋታት
asking-languages-hint = ብዘይካ ቋንቋ ናይዚ ገጽ።
asking-agreement = ስምምዕኩም
asking-consent = እዚ ሽርክነት ነቲ ኣብዚ ዝጸሓፍኩዎ ክዕቅቦን ክምልሰለይን እስማማዕ። ድሕሪ መልሲ ክልተ ዓመት ይድምሰስ፣ መልሲ እንተዘይሃልዩ ድማ ድሕሪ ምምጻኡ ክልተ ዓመት፤ ወይ ቅድሚኡ እንተሓቲተ።
asking-send = ስደዱ
asking-received = በጺሑና
asking-received-explains = የቐንየልና። ሓደ ሰብ ነቲ ዝጸሓፍኩምዎ የንብቦ፣ ኣብ ውሽጢ ሓሙሽተ ናይ ስራሕ መዓልታት ድማ ብቋንቋ ናይዚ ገጽ ይምልሰልኩም።
asking-received-home = ናብ ቀዳማይ ገጽ
asking-not-agreed = ኣብዚ ሳጹን ምልክት ግበሩ። ብዘይ ስምምዕኩም ኣብዚ ዝጸሓፍኩምዎ ክዕቅብ ወይ ክምልሰልኩም ዝፍቀደሉ ሰብ የለን
asking-too-often = ኣብ ሓጺር ግዜ ካብዚ ብዙሕ በጺሑና። ዝጠፍአ የለን: { $minutes ->
    [one] ድሕሪ { $minutes } ደቒቕ መሊስኩም ስደዱ
   *[other] ድሕሪ { $minutes } ደቓይቕ መሊስኩም ስደዱ
}
asking-no-organization = ስም ናይቲ ውድብ ወይ ጉጅለ ጽሓፉ፣ ወይ «ሰብ» ምረጹ
asking-no-reach = ክንምልሰልኩም ምእንቲ ክንክእል፣ ኣድራሻ ኢመይል ወይ ቁጽሪ ተሌፎን ጽሓፉ
asking-receipt-subject = ናብ { $partnership } ዝጸሓፍኩምዎ በጺሑና
asking-receipt-body =
    ሰላም፣

    ናይ ምስታፍ ሕቶኹም በጺሑና። ሓደ ሰብ የንብቦ፣ ኣብ ውሽጢ ሓሙሽተ ናይ ስራሕ መዓልታት ድማ ይምልሰልኩም።

    ዝጸሓፍኩምዎ ድሕሪ መልሲ ክልተ ዓመት ይድምሰስ፣ መልሲ እንተዘይሃልዩ ድማ ድሕሪ ምምጻኡ ክልተ ዓመት። ክሳብ ሽዑ፣ ብዛዕባኹም እንታይ ከም ዝሓዝና ክትሓቱ፣ ወይ ክእረም ወይ ክድምሰስ ክትሓቱ፣ ኣብ ዝኾነ ግዜ ትኽእሉ።

    { $partnership }
asking-receipt-tell = እዚ ንስኹም ኣይሰደድኩምዎን፣ ወይ ገለ ነገር ክትቅይሩ ትደልዩ ዶ? ናብ { $mail } ጽሓፉ፣ ወይ ነዚ ኢመይል መልሱ።
asking-mail-subject = ናይ ምስታፍ ሕቶኹም: { $partnership }
asking-mail-body =
    ሰላም { $name }፣

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = ሕቶ ሕተቱ
way-in-question-how = ናብ መን ከም እትኸዱ ኣይትፈልጡን ዶ? ብዝኾነ ቋንቋ፣ ብዘይ ኣካውንት ሕተቱ። ሓደ ሰብ ይምልሰልኩም።
enquiry-title = ሕቶ ሕተቱ
enquiry-lead = ናብ መን ከም እትኸዱ ኣይትፈልጡን ዶ? ኣብዚ ብዝኾነ ቋንቋ ሕተቱ። ሓደ ሰብ ኣብ ውሽጢ ሓሙሽተ ናይ ስራሕ መዓልታት ይምልሰልኩም። መን ምዃንኩም ወይ እንታይ ሰነዳት ከም ዘለኩም ክትነግሩና ኣየድልየኩምን።
enquiry-urgent = ክትጽበዩ ዘይትኽእሉ እንተኾይንኩም ደውሉ
enquiry-form = ሕቶኹም
enquiry-question = ሕቶ
enquiry-question-hint = ውሑዳት ሓረጋት ይኣክላ። በጃኹም ኣስማትን ቁጽርታት ሰነዳትን ኣይትጽሓፉ።
enquiry-topic = ብዛዕባ ምንታይ እዩ
enquiry-topic-first-steps = ቀዳሞት ስጉምትታት
enquiry-topic-housing = መንበሪ ቦታ
enquiry-topic-work = ስራሕን ናይ ትምህርቲ ምስክር ወረቐትን
enquiry-topic-language = ቋንቋ ምምሃር
enquiry-topic-school = ቆልዑን ትምህርትን
enquiry-topic-health = ጥዕና
enquiry-topic-money = ገንዘብ፣ ናይ መንግስቲ ደገፍ፣ ግብሪ
enquiry-topic-rights = ሕግን መሰላትን
enquiry-topic-belonging = ምስ ሰባት ምፍላጥ
enquiry-topic-other = ካልእ ነገር
enquiry-area = ኣበይ ትነብሩ
enquiry-name = እንታይ ኢልና ንጸውዓኩም
enquiry-name-hint = ዝኾነ ስም ይኣክል።
enquiry-consent = እዚ ሽርክነት ንሕቶይ ክዕቅቦን ክምልሰለይን እስማማዕ። ውልቃዊ ዝኾነ ድሕሪ መልሲ ሓደ ዓመት ይድምሰስ፣ መልሲ እንተዘይሃልዩ ድማ ድሕሪ ምምጻኡ ሓደ ዓመት፤ ወይ ቅድሚኡ እንተሓቲተ። እቲ ሕቶ ብዛዕባ ምንታይ ምንባሩ ይቑጸር።
enquiry-not-agreed = ኣብዚ ሳጹን ምልክት ግበሩ። ብዘይ ስምምዕኩም ኣብዚ ንሕቶኹም ክዕቅብ ወይ ክምልሰልኩም ዝፍቀደሉ ሰብ የለን
enquiry-no-reach = ክንምልሰልኩም ምእንቲ ክንክእል፣ ኣድራሻ ኢመይል ወይ ቁጽሪ ተሌፎን ጽሓፉ
enquiry-receipt-urgent =
    ክትጽበዩ ዘይትኽእሉ እንተኾይንኩም ደውሉ:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    ሰላም፣

    ሕቶኹም በጺሑና። ሓደ ሰብ የንብቦ፣ ኣብ ውሽጢ ሓሙሽተ ናይ ስራሕ መዓልታት ድማ ይምልሰልኩም።

    ውልቃዊ ዝኾነ ድሕሪ መልሲ ሓደ ዓመት ይድምሰስ፣ መልሲ እንተዘይሃልዩ ድማ ድሕሪ ምምጻኡ ሓደ ዓመት። ክሳብ ሽዑ፣ ብዛዕባኹም እንታይ ከም ዝሓዝና ክትሓቱ፣ ወይ ክእረም ወይ ክድምሰስ ክትሓቱ፣ ኣብ ዝኾነ ግዜ ትኽእሉ።

    { $partnership }
enquiry-mail-subject = ሕቶኹም: { $partnership }
enquiry-mail-body =
    ሰላም፣

    { $words }

    { $partnership }
