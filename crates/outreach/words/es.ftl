# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = Participar
involved-title = Participar
involved-lead = Aquí son bienvenidas las organizaciones, los grupos informales y las personas. No necesita una cuenta ni documentos.
involved-ways = Formas de participar
involved-write = Escríbanos
involved-write-how = Díganos qué le gustaría hacer: unirse como organización, dar un poco de su tiempo, abrir una puerta. Una persona le responde.
involved-form = Díganos qué le gustaría hacer
involved-reach = O comuníquese con nosotros directamente
asking-asker = Quién escribe
asking-asker-organization = Una organización
asking-asker-group = Un grupo informal
asking-asker-person = Una persona
asking-organization = Nombre de la organización o del grupo
asking-organization-needed = necesario si es una organización o un grupo
asking-sector = Sector
asking-name = Su nombre
asking-email = Correo electrónico
asking-email-hint = Respondemos a esta dirección. Nadie la ve, aparte de la oficina y de quienes presiden los grupos.
asking-phone = Teléfono
asking-reach-needed = se necesita uno de los dos
asking-wish = Qué le gustaría hacer
asking-wish-hint = Bastan unas pocas frases en cualquier idioma.
asking-languages = Idiomas que usted habla
asking-languages-hint = Además del idioma de esta página.
asking-agreement = Su consentimiento
asking-consent = Acepto que esta alianza guarde lo que escribí aquí y me responda. Se borra dos años después de la respuesta o, si no hay respuesta, dos años después de que llegó; o antes si lo pido.
asking-send = Enviar
asking-received = Lo recibimos
asking-received-explains = Gracias. Una persona lee lo que usted escribió y le responde en un plazo de cinco días hábiles, en el idioma de esta página.
asking-received-home = Ir a la primera página
asking-not-agreed = Marque esta casilla. Sin su consentimiento, nadie aquí puede guardar lo que escribió ni responderle
asking-too-often = Llegaron muchos envíos desde aquí en poco tiempo. No se perdió nada: envíelo de nuevo en { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
asking-no-organization = Escriba cómo se llama la organización o el grupo, o elija “Una persona”
asking-no-reach = Escriba un correo electrónico o un número de teléfono para que podamos responderle
asking-receipt-subject = Recibimos lo que escribió a { $partnership }
asking-receipt-body =
    Hola:

    Recibimos su solicitud para participar. Una persona la lee y le responde en un plazo de cinco días hábiles.

    Lo que usted escribió se borra dos años después de la respuesta o, si no hay respuesta, dos años después de que llegó. Hasta entonces, puede preguntarnos en cualquier momento qué tenemos sobre usted, o pedir que se corrija o se borre.

    { $partnership }
asking-receipt-tell = ¿Usted no envió esto o quiere cambiar algo? Escriba a { $mail } o responda a este correo.
asking-mail-subject = Su solicitud para participar: { $partnership }
asking-mail-body =
    Hola, { $name }:

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = Hacer una pregunta
way-in-question-how = ¿No sabe a quién acudir? Pregunte en cualquier idioma, sin cuenta. Una persona le responde.
enquiry-title = Hacer una pregunta
enquiry-lead = ¿No sabe a quién acudir? Pregunte aquí en cualquier idioma. Una persona responde en un plazo de cinco días hábiles. No tiene que decir quién es ni qué documentos tiene.
enquiry-urgent = Si no puede esperar, llame
enquiry-form = Su pregunta
enquiry-question = Pregunta
enquiry-question-hint = Bastan unas pocas frases. Por favor, no ponga nombres ni números de documentos.
enquiry-topic = De qué se trata
enquiry-topic-first-steps = Primeros pasos
enquiry-topic-housing = Un lugar para vivir
enquiry-topic-work = Trabajo y diplomas
enquiry-topic-language = Aprender un idioma
enquiry-topic-school = Niños y escuela
enquiry-topic-health = Salud
enquiry-topic-money = Dinero, ayudas, impuestos
enquiry-topic-rights = Ley y derechos
enquiry-topic-belonging = Conocer gente
enquiry-topic-other = Otra cosa
enquiry-area = Dónde vive
enquiry-name = Cómo podemos llamarle
enquiry-name-hint = Cualquier nombre sirve.
enquiry-consent = Acepto que esta alianza guarde mi pregunta y me responda. Lo personal se borra un año después de la respuesta o, si no hay respuesta, un año después de que llegó; o antes si lo pido; el tema de la pregunta se cuenta.
enquiry-not-agreed = Marque esta casilla. Sin su consentimiento, nadie aquí puede guardar su pregunta ni responderle
enquiry-no-reach = Escriba un correo electrónico o un número de teléfono para que podamos responderle
enquiry-receipt-urgent =
    Si no puede esperar, llame:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    Hola:

    Recibimos su pregunta. Una persona la lee y le responde en un plazo de cinco días hábiles.

    Lo personal se borra un año después de la respuesta o, si no hay respuesta, un año después de que llegó. Hasta entonces, puede preguntarnos en cualquier momento qué tenemos sobre usted, o pedir que se corrija o se borre.

    { $partnership }
enquiry-mail-subject = Su pregunta: { $partnership }
enquiry-mail-body =
    Hola:

    { $words }

    { $partnership }
