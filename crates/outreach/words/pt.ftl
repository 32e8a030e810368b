# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = Participar
involved-title = Participar
involved-lead = Organizações, grupos informais e pessoas são bem-vindos aqui. Não precisa de uma conta nem de documentos.
involved-ways = Formas de participar
involved-write = Escreva-nos
involved-write-how = Diga-nos o que gostaria de fazer: participar como organização, dar algum tempo, abrir uma porta. Uma pessoa responde.
involved-form = Diga-nos o que gostaria de fazer
involved-reach = Ou fale diretamente com a parceria
asking-asker = Quem escreve
asking-asker-organization = Uma organização
asking-asker-group = Um grupo informal
asking-asker-person = Uma pessoa
asking-organization = Nome da organização ou do grupo
asking-organization-needed = necessário para uma organização ou um grupo
asking-sector = Setor
asking-name = O seu nome
asking-email = Endereço de e-mail
asking-email-hint = Respondemos para este endereço. Ninguém o vê, além do escritório e de quem preside os grupos.
asking-phone = Telefone
asking-reach-needed = é preciso um dos dois
asking-wish = O que gostaria de fazer
asking-wish-hint = Bastam algumas frases em qualquer língua.
asking-languages = Línguas que fala
asking-languages-hint = Além da língua desta página.
asking-agreement = O seu consentimento
asking-consent = Aceito que esta parceria guarde o que escrevi aqui e me responda. Tudo é apagado dois anos depois da resposta ou, se não houver resposta, dois anos depois da chegada; ou antes, se eu pedir.
asking-send = Enviar
asking-received = Recebemos
asking-received-explains = Agradecemos. Uma pessoa lê o que escreveu e responde no prazo de cinco dias úteis, na língua desta página.
asking-received-home = Ir para a primeira página
asking-not-agreed = Marque esta caixa. Sem o seu consentimento, ninguém aqui pode guardar o que escreveu nem responder
asking-too-often = Chegaram muitos envios daqui em pouco tempo. Nada se perdeu: envie de novo daqui a { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
asking-no-organization = Escreva o nome da organização ou do grupo, ou escolha “Uma pessoa”
asking-no-reach = Escreva um endereço de e-mail ou um número de telefone, para podermos responder
asking-receipt-subject = Recebemos o que escreveu: { $partnership }
asking-receipt-body =
    Olá,

    Recebemos o seu pedido para participar. Uma pessoa lê o pedido e responde no prazo de cinco dias úteis.

    O que escreveu é apagado dois anos depois da resposta ou, se não houver resposta, dois anos depois da chegada. Até lá, pode perguntar a qualquer momento o que temos sobre a sua pessoa, ou pedir que se corrija ou se apague.

    { $partnership }
asking-receipt-tell = Não enviou isto ou quer mudar alguma coisa? Escreva para { $mail } ou responda a este e-mail.
asking-mail-subject = O seu pedido para participar: { $partnership }
asking-mail-body =
    Olá, { $name },

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = Fazer uma pergunta
way-in-question-how = Não sabe a quem se dirigir? Pergunte em qualquer língua, sem conta. Uma pessoa responde.
enquiry-title = Fazer uma pergunta
enquiry-lead = Não sabe a quem se dirigir? Pergunte aqui em qualquer língua. Uma pessoa responde no prazo de cinco dias úteis. Não precisa de dizer quem é nem que documentos tem.
enquiry-urgent = Se não pode esperar, ligue
enquiry-form = A sua pergunta
enquiry-question = Pergunta
enquiry-question-hint = Bastam algumas frases. Por favor, não escreva nomes nem números de documentos.
enquiry-topic = Assunto
enquiry-topic-first-steps = Primeiros passos
enquiry-topic-housing = Um lugar para morar
enquiry-topic-work = Trabalho e diplomas
enquiry-topic-language = Aprender uma língua
enquiry-topic-school = Crianças e escola
enquiry-topic-health = Saúde
enquiry-topic-money = Dinheiro, benefícios, impostos
enquiry-topic-rights = Lei e direitos
enquiry-topic-belonging = Conhecer pessoas
enquiry-topic-other = Outra coisa
enquiry-area = Onde mora
enquiry-name = Que nome podemos usar
enquiry-name-hint = Qualquer nome serve.
enquiry-consent = Aceito que esta parceria guarde a minha pergunta e me responda. O que é pessoal é apagado um ano depois da resposta ou, se não houver resposta, um ano depois da chegada; ou antes, se eu pedir; o assunto da pergunta é contado.
enquiry-not-agreed = Marque esta caixa. Sem o seu consentimento, ninguém aqui pode guardar a sua pergunta nem responder
enquiry-no-reach = Escreva um endereço de e-mail ou um número de telefone, para podermos responder
enquiry-receipt-urgent =
    Se não pode esperar, ligue:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    Olá,

    Recebemos a sua pergunta. Uma pessoa lê a pergunta e responde no prazo de cinco dias úteis.

    O que é pessoal é apagado um ano depois da resposta ou, se não houver resposta, um ano depois da chegada. Até lá, pode perguntar a qualquer momento o que temos sobre a sua pessoa, ou pedir que se corrija ou se apague.

    { $partnership }
enquiry-mail-subject = A sua pergunta: { $partnership }
enquiry-mail-body =
    Olá,

    { $words }

    { $partnership }
