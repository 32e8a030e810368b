# Les mots de la déclaration d’intention : son texte, qui la signe, à qui on le demande.
# used: way-in-* ask-room-* document-* documents-* assessment-* agreement-* agreements-* exchange-* exchanges-* statement-* statements-* signatory-state-* signature-way-* invitation-state-* request-state-* purpose-* declarations-* audit-* kind-*
# never one: signing-mail-body

# Pourquoi une chose n’a pas été faite.
declaration-published = Cette version est publiée. Un texte que quelqu’un a pu signer ne change plus : rédigez la version suivante
declaration-drafted = Une ébauche est déjà en cours. Publiez-la ou modifiez-la
declaration-not-in-both = Le titre ou le texte manque en { $lang }. Une déclaration se publie dans les deux langues officielles
declaration-before = La version précédente est en vigueur à compter du { $on }. Choisissez un jour ultérieur
declaration-unchanged = Le texte est identique à celui de la version précédente
declaration-no-decision = Indiquez comment la décision a été prise : par qui, quand, à quelle réunion
declaration-unread = Une machine a produit les mots dans cette langue, et personne ne les a lus : { $lang }. Un texte publié ne change plus. Sous Textes à traduire, faites-les lire par une personne qui la parle, puis publiez
declaration-by-machine = Une machine a produit ces mots, et personne ne pourra plus les changer sous une version publiée. Faites-les d’abord lire par une personne qui parle la langue
signing-none-in-force = Aucune version de la déclaration n’est en vigueur. Publiez-en d’abord une
signing-other-version = Une nouvelle version est entrée en vigueur depuis l’ouverture de cette page. Lisez-la ci-dessus avant de signer
signing-signed-then = Cet organisme a déjà signé cette version ce jour-là
signing-future = Ce jour est à venir. Choisissez aujourd’hui ou un jour antérieur
signing-withdrawn = Cet organisme s’est déjà retiré
signing-before-signing = L’organisme a signé pour la première fois le { $on }. Choisissez ce jour ou un jour ultérieur
signing-not-agreed = Cochez cette case pour continuer
signing-stands-already = Cet organisme a signé de nouveau entre-temps. Mettez d’abord cette signature à la corbeille
signing-invitation-over = Cette invitation a déjà servi ou a été annulée
signing-answered = Cette demande a déjà reçu une réponse
signing-no-words = Écrivez quelques mots : on ne refuse personne sans raison
signing-said-no = Cette personne ou cet organisme ne veut plus recevoir ce genre de lettre. Passez par une autre voie ou écrivez à quelqu’un d’autre
signing-changed = Quelqu’un d’autre a modifié ceci entre-temps. Rien n’a été écrasé et votre texte est ici : envoyez-le de nouveau s’il tient toujours

# used: retention-*
retention-signing-request = Demandes de signature, un an après la réponse ou, sans réponse, après leur arrivée
retention-signing-invitation = Invitations à signer, un an après la réponse ou la fin
kind-declaration = Déclaration d’intention
kind-signatory = Signataire
kind-signing-invitation = Invitation à signer
kind-signing-request = Demande de signature

# La section.
nav-declarations = Déclaration
declarations-title = Déclaration d’intention
declarations-parts = Parties de la déclaration
declarations-part-signatories = Signataires
declarations-part-text = Le texte
declarations-part-invitations = Invitations
declarations-part-requests = Demandes de signature
declarations-lead = Les organismes qui soutiennent publiquement les buts du partenariat, la version que chacun a signée, et quand le lui redemander.
declarations-public = La page publique
declarations-none-in-force = Aucune version de la déclaration n’est en vigueur; personne ne peut encore signer.

# Les signataires.
signatories-caption = Organismes signataires de la déclaration
signatories-search = Nom de l’organisme
signatories-file = signataires
signatories-empty = Personne n’a encore signé.
signatories-empty-example = Publiez un texte, puis invitez les premiers organismes : chacun reçoit un lien et signe sans compte.
signatory-organization = Organisme
signatory-state = Situation
signatory-state-signed = A signé
signatory-state-due = Signature à renouveler
signatory-state-withdrawn = S’est retiré
signatory-due-version = Signature à renouveler : nouvelle version depuis le { $day }
signatory-due-years = Signature à renouveler : délai écoulé le { $day }
signatory-withdrawn-on = S’est retiré le { $day }
signatory-since = Depuis le
signatory-signed = Dernière signature
signatory-version = Version
signatory-withdrawn = Jour du retrait
signatory-visibility = Qui peut savoir que l’organisme a signé
signatory-visibility-hint = La page publique ne le nomme que si l’organisme lui-même est public.
signatory-visibility-change = Changer qui peut le savoir
signatory-save = Enregistrer
signatory-bin = Mettre à la corbeille
signatory-bin-title = Mettre { $name } à la corbeille?
signatory-bin-explains = Pour ce qui a été consigné par erreur. Les signatures suivent et reviennent avec la fiche. Un organisme qui reprend sa parole se retire plutôt : le retrait, lui, se conserve.
signatures-title = Signatures
signature-version = Version { $number }
signature-way-link = par un lien
signature-way-paper = sur papier
signature-name-erased = Nom effacé
signature-person = Fiche de la personne signataire
signature-person-hint = Grâce à la fiche, le nom se retrouve et se retire si la personne demande l’effacement.
signature-name = Nom de la personne signataire
signature-name-needed = nécessaire si aucune fiche n’est choisie
signature-title = Titre
signature-signed-on = Jour de la signature
signature-paper = Document signé
signature-paper-hint = PDF ou image, au plus { $megabytes } Mo. Seule l’équipe le voit.
withdrawal-add = Consigner un retrait
withdrawal-title = Consigner un retrait
withdrawal-explains = Dès maintenant, la page publique ne nomme plus l’organisme. Le jour et le motif se conservent ici.
withdrawal-reason = Motif
withdrawal-reason-hint = Dans les mots de l’organisme, si vous les avez. Seule l’équipe le lit.
withdrawal-submit = Consigner le retrait
paper-add = Consigner une signature sur papier
paper-again = Consigner une nouvelle signature sur papier
paper-explains = Pour une déclaration signée à la main. Les invitations encore ouvertes au même organisme prennent fin.
paper-organization-hint = Absent de la liste? Ajoutez-le d’abord sous Partenaires.
paper-submit = Consigner la signature
said-signatory-changed = C’est enregistré.
said-signatory-withdrew = Le retrait est consigné et la page publique ne nomme plus l’organisme.
said-signatory-binned = La fiche est à la corbeille.
said-signature-noted = La signature est consignée.

# Le texte.
declaration-add = Rédiger la version suivante
declaration-edit = Modifier l’ébauche
declaration-save = Enregistrer l’ébauche
declaration-name = Titre
declaration-body = Texte
declaration-body-hint = Une ligne vide commence un paragraphe.
declaration-renew-years = Redemander les signatures après combien d’années
declaration-renew-years-hint = Sans réponse, une signature n’est redemandée qu’à l’entrée en vigueur d’une nouvelle version.
declaration-renew-after = { $n ->
    [one] Redemandée après { $n } an
   *[other] Redemandée après { $n } ans
}
declaration-draft-explains = Seule l’équipe voit une ébauche. Elle se modifie jusqu’à sa publication.
declaration-empty = Il n’y a pas encore de déclaration.
declaration-empty-example = Une demi-page suffit : ce que la communauté veut être, et ce que chaque signataire entend faire en ce sens.
declaration-state = État
declaration-state-draft = Ébauche
declaration-state-to-come = Publiée, pas encore en vigueur
declaration-state-in-force = En vigueur
declaration-state-replaced = Remplacée par une version plus récente
declaration-in-force-on = En vigueur à compter du
declaration-in-force-hint = Dès ce jour, le texte figure sur la page publique et on redemande leur signature aux signataires de la version précédente.
declaration-decision = Décision
declaration-decision-hint = Qui a décidé, quand et où : « Adoptée par le conseil le 4 mai 2026 ». La page publique l’indique.
declaration-renewal = Renouvellement
declaration-history = Historique
declaration-publish = Publier
declaration-publish-title = Publier la version { $number }
declaration-publish-explains = Personne ne peut modifier un texte publié : les signatures valent pour ces mots exactement. Une erreur se corrige dans la version suivante.
declaration-conflict = Quelqu’un d’autre a modifié cette ébauche
said-declaration-drafted = L’ébauche est enregistrée.
said-declaration-changed = L’ébauche est enregistrée.
said-declaration-published = La version est publiée.

# Les invitations.
invitations-caption = Invitations à signer
invitations-lead = Chaque invitation est un courriel dont le lien vaut 30 jours et sert une seule fois à signer. Nul besoin de compte.
invitations-file = invitations
invitations-empty = Personne n’a encore été invité.
invitations-empty-example = Choisissez un organisme et la personne autorisée à signer en son nom.
invitation-add = Inviter à signer
invitation-renew = Redemander la signature
invitation-send = Envoyer le lien
invitation-again = Envoyer de nouveau
invitation-cancel = Annuler
invitation-do = Prochaine étape
invitation-person = Fiche de la personne
invitation-name = Personne
invitation-email = Adresse électronique
invitation-email-hint = Seule cette adresse reçoit le lien.
invitation-lang = Langue
invitation-state = État
invitation-state-waiting = En attente
invitation-state-ended = Lien échu
invitation-state-signed = A servi à signer
invitation-state-cancelled = Annulée
invitation-sent-on = Dernier envoi
invitation-count = Nombre d’envois
said-invitation-sent = Le lien est en route.
said-invitation-sent-again = Le lien est de nouveau en route et vaut 30 jours à compter d’aujourd’hui.
said-invitation-cancelled = L’invitation est annulée : ses liens n’ouvrent plus rien.
signing-mail-subject = Signez la déclaration : { $partnership }
signing-mail-body =
    Bonjour { $name },

    { $partnership } invite { $organization } à signer sa déclaration d’intention. Lisez le texte et signez-le ici :

    { $link }

    Ce lien vous est destiné, vaut 30 jours et sert une seule fois à signer. Nul besoin de compte. Si quelqu’un d’autre signe au nom de { $organization }, dites-le-nous : nous lui écrirons.

    { $partnership }

# Les demandes.
requests-caption = Demandes de signature
requests-lead = Des organismes qui aimeraient signer sans y avoir été invités. Rien n’est signé tant que vous n’avez pas confirmé qui le demande.
requests-file = demandes-de-signature
requests-empty = Personne n’a fait de demande.
requests-empty-example = La page publique offre un formulaire à tout organisme qui souhaite signer.
request-title = Demande de signature
request-name = Qui demande
request-received = Reçue
request-state = État
request-state-received = Attend une réponse
request-state-invited = Lien envoyé
request-state-set-aside = Mise de côté
request-words = Ce que la personne a écrit
request-consent = A consenti à ceci
request-answer = Réponse
request-answer-title = Répondre
request-typed = Ce que vous avez écrit
request-decision = Suite à donner
request-invite = Envoyer le lien de signature
request-invite-hint = Quand vous savez qui demande, et au nom de qui.
request-aside = Mettre de côté
request-aside-hint = La personne reçoit votre réponse par courriel.
request-organization = Organisme dans vos dossiers
request-organization-hint = Absent de la liste? Ajoutez-le d’abord sous Partenaires.
request-organization-needed = nécessaire pour envoyer le lien
request-words-needed = nécessaire pour mettre de côté
request-submit = Répondre
said-request-invited = Le lien est en route.
said-request-set-aside = La demande est mise de côté et la personne reçoit votre réponse.
signing-aside-subject = Votre demande : { $partnership }
signing-aside-body =
    Bonjour { $name },

    Merci d’avoir demandé à signer notre déclaration d’intention. Voici notre réponse :

    { $words }

    { $partnership }

# Sur d’autres pages.
panel-declaration = Déclaration d’intention
panel-signed = A signé la version { $number } le { $day }
panel-not-signed = Cet organisme n’a pas signé la déclaration.
panel-ask = Inviter à signer
held-signatures = Déclaration d’intention
purpose-signing-invitation = Invitations à signer la déclaration d’intention
held-signature = Signature
held-signing-invitation = Invitation à signer
held-signing-request = Demande de signature
today-since-day = depuis le { $day }
today-signing-requests = { $n ->
    [one] { $n } demande de signature de la déclaration
   *[other] { $n } demandes de signature de la déclaration
}
today-signing-requests-act = Répondre
today-invitations = { $n ->
    [one] { $n } invitation à signer sans réponse
   *[other] { $n } invitations à signer sans réponse
}
today-invitations-act = Voir qui
today-renewals = { $n ->
    [one] { $n } signature à renouveler
   *[other] { $n } signatures à renouveler
}
today-renewals-act = Demander

# Le site public.
nav-declaration = Déclaration
wall-title = Déclaration d’intention
wall-about = Ce que les organismes de la communauté entendent faire ensemble, et qui l’a signé.
wall-none = Il n’y a pas encore de déclaration.
wall-version = Version { $number }, en vigueur à compter du { $day }
wall-signatories = { $n ->
    [0] Signataires
    [one] { $n } signataire
   *[other] { $n } signataires
}
wall-nobody = Aucun organisme n’est encore nommé ici.
wall-since = depuis le { $day }
wall-signed-version = a signé la version { $number }
wall-unlisted = Les organismes qui ont demandé à ne pas être nommés ne figurent pas ici.
wall-decision = La décision
wall-earlier = Versions antérieures
wall-replaced = Cette version a été remplacée. Celle qui est en vigueur :
wall-sign = Signer la déclaration
sign-lead = On vous invite à signer au nom de cet organisme :
sign-text = Voici le texte que vous signez.
sign-name = Votre nom
sign-as = Votre titre ou fonction
sign-as-hint = Par exemple : direction générale, présidence du conseil d’administration.
sign-agree = Je peux signer au nom de cet organisme, qui entend agir comme le dit cette déclaration.
sign-agreement = Ce à quoi vous consentez
sign-listed = Nommer notre organisme sur la page publique
sign-listed-hint = La page nomme l’organisme et le jour, jamais votre nom. Un organisme qui n’est pas public sur ce site n’y est pas nommé.
sign-submit = Signer
sign-kept = Nous conservons avec la signature votre nom, votre titre et l’adresse à laquelle ce lien est arrivé, pour l’équipe seulement. Votre organisme peut se retirer en tout temps : écrivez-nous.
sign-gone-title = Ce lien ne fonctionne plus
sign-gone = Il a servi, il est échu après 30 jours ou il a été annulé. L’ouvrir n’a rien signé. Demandez-nous-en un autre.
signed-title = Merci d’avoir signé
signed-explains = Votre signature est conservée. Si vous nous permettez de nommer votre organisme et qu’il est public sur ce site, il figure dès maintenant sur la page publique.
ask-lead = Votre organisme aimerait signer? Dites-nous qui vous êtes : nous le confirmons et vous envoyons le lien de signature. Ce formulaire ne signe rien.
ask-organization = Votre organisme
ask-email = Votre adresse électronique
ask-email-hint = Le lien y sera envoyé.
ask-words = Ce que nous devrions savoir
ask-consent = J’accepte que cette demande soit conservée pour y répondre, puis effacée un an après la réponse, ou un an après sa réception si personne n’y répond.
ask-send = Envoyer la demande
ask-received = Votre demande est arrivée
ask-received-explains = Nous la lisons, confirmons qui la fait et envoyons le lien de signature par courriel.

# L’historique.
audit-declaration-drafted = a commencé une ébauche
audit-declaration-changed = a modifié l’ébauche
audit-declaration-translated = a écrit le texte dans une autre langue
audit-declaration-published = a publié cette version
audit-signatory-signed = a consigné une signature
audit-signatory-changed = a changé qui peut avoir connaissance de la signature
audit-signatory-withdrew = a consigné un retrait
audit-signatory-binned = l’a mise à la corbeille
audit-signatory-restored = l’a retirée de la corbeille
audit-signing-invitation-sent = a envoyé une invitation à signer
audit-signing-invitation-sent-again = a envoyé l’invitation de nouveau
audit-signing-invitation-signed = a signé par le lien
audit-signing-invitation-cancelled = a annulé l’invitation
audit-signing-request-received = a demandé à signer
audit-signing-request-invited = a répondu par un lien de signature
audit-signing-request-set-aside = a mis la demande de côté

# used: fact-*
fact-declaration-title = Titre
fact-declaration-body = Texte
fact-declaration-renew-years = À signer de nouveau après tant d’années
fact-declaration-in-force-on = En vigueur à compter du
fact-declaration-decision = Comment il en a été décidé
fact-signatory-version = Version
fact-signatory-signed-on = Signée le
fact-signatory-way = Comment elle a été signée
fact-signatory-withdrawn-on = Retrait le
fact-signatory-reason = Pourquoi
ask-room-declarations = Déclaration
ask-about-signing = Signer la déclaration d’intention
fact-organization-room-is-declarations = { ask-room-declarations }
fact-signing-invitation-organization = Organisme
fact-signing-invitation-itself = Nombre d’envois
fact-signatory-way-is-link = { signature-way-link }
fact-signatory-way-is-paper = { signature-way-paper }

# Les prises de position.
kind-statement = Prise de position
record-conflict = Quelqu’un d’autre a aussi modifié ceci
meanwhile-binned-title = { $name } est à la corbeille
meanwhile-binned-by = { $who } a mis ceci à la corbeille ({ $when }) pendant que vous écriviez.
meanwhile-binned = Ceci a été mis à la corbeille ({ $when }) pendant que vous écriviez.
meanwhile-add-anew = Rien de ce que vous avez écrit n’est perdu : tout se trouve ci-dessous. Enregistrez-le pour l’ajouter à nouveau, ou reprenez d’abord l’autre de la corbeille et écrivez-y.
meanwhile-take-out = Rien de ce que vous avez écrit n’est perdu : tout se trouve ci-dessous. Reprenez l’élément de la corbeille dans une autre fenêtre, puis envoyez ceci de nouveau. Comme il se trouvait entre-temps à la corbeille, son état actuel vous est montré encore une fois avant que ceci soit conservé.
meanwhile-bin-apart = Ouvrir la corbeille dans une autre fenêtre
meanwhile-send-again = Envoyer de nouveau
meanwhile-published-title = La version { $number } est publiée
meanwhile-published-by = { $who } a publié la version { $number } ({ $when }) pendant que vous écriviez.
meanwhile-published = La version { $number } a été publiée pendant que vous écriviez.
meanwhile-next-version = Un texte publié ne change pas, et rien de ce que vous avez écrit n’est perdu : tout se trouve ci-dessous. Enregistrez-le comme ébauche de la prochaine version.
meanwhile-decision-kept = La décision alors consignée demeure. Rien de ce que vous avez écrit n’est perdu : tout se trouve ci-dessous.
record-bin = Mettre à la corbeille
record-bin-title = Mettre { $name } à la corbeille?
record-link = Où le lire
statement-title = Prises de position
statement-no-issuer = Choisissez le groupe, ou au moins un organisme, qui l’a publiée
statement-unread = Une machine a produit les mots dans cette langue, et personne ne les a lus : { $lang }. Réservez cette prise de position au personnel jusqu’à ce qu’une personne qui la parle les ait lus sous Textes à traduire
statement-future = Une prise de position se consigne à compter du jour où elle est publiée
statement-no-such-day = Écrivez un jour de l’année : le mois et le jour, comme 03-21
statements-caption = Prises de position
statements-lead = Ce que le partenariat et ses partenaires ont dit publiquement contre la discrimination, qui l’appuie, et quand le redire.
statements-search = Mots du titre
statements-file = prises-de-position
statements-empty = Aucune prise de position n’est encore consignée.
statements-empty-example = Par exemple une proclamation du conseil municipal pour le 21 mars, rappelée chaque année.
statement-add = Ajouter une prise de position
statement-edit = Modifier la prise de position
statement-save = Enregistrer
statement-bin-explains = Elle quitte toutes les listes et la page publique; elle revient de la corbeille telle quelle.
statement-kind = Genre
statement-kind-statement = Déclaration publique
statement-kind-proclamation = Proclamation
statement-kind-open-letter = Lettre ouverte
statement-name = Titre
statement-body = Texte
statement-body-hint = Laissez vide si vous renvoyez seulement à la source.
statement-issued-on = Publiée le
statement-issued-by = Publiée par
statement-council = Publiée par le groupe
statement-issuers = Publiée par des organismes
statement-issuers-hint = Au moins un, ou le groupe ci-dessus.
statement-signatories = Signée par
statement-visibility = Qui peut en avoir connaissance
statement-recall = Rappelée chaque année le
statement-recall-hint = Le mois et le jour, comme 03-21. Le 29 février se rappelle le 28 quand l’année n’a pas de 29.
statement-recall-ahead = Combien de jours à l’avance Aujourd’hui la rappelle
said-statement-added = La prise de position est consignée.
said-statement-changed = C’est enregistré.
said-statement-binned = Elle est à la corbeille.
today-anniversary = À rappeler : { $title }
today-anniversary-since = Publiée le { $day }
today-anniversary-act = Ouvrir
public-statements = Prises de position
public-statements-lead = Ce que les organismes de la communauté ont dit publiquement contre la discrimination.
public-statements-empty = Aucune prise de position n’a encore été publiée ici.
audit-statement-added = a ajouté la prise de position
audit-statement-changed = a modifié la prise de position
audit-statement-binned = l’a mise à la corbeille
audit-statement-restored = l’a retirée de la corbeille

# Les ententes avec les gouvernements.
kind-agreement = Entente
kind-exchange = Échange avec un gouvernement
agreement-title = Gouvernements
agreement-backwards = Le dernier jour précède le premier
exchange-future = Un échange se consigne après coup. Choisissez aujourd’hui ou un jour antérieur
exchange-next-before = Le prochain échange vient après le { $on }. Choisissez un jour ultérieur
agreements-caption = Ententes et échanges avec les gouvernements
agreements-lead = Avec qui le partenariat a une entente, des échanges réguliers ou un groupe de travail : fédéral, provincial ou territorial, municipal.
agreements-search = Mots du ministère ou de l’objet
agreements-file = ententes
agreements-empty = Aucune entente, aucun échange n’est encore consigné.
agreements-empty-example = Par exemple une rencontre avec le service d’urbanisme de la municipalité tous les trois mois.
agreement-add = Ajouter une entente ou un échange
agreement-edit = Modifier
agreement-save = Enregistrer
agreement-bin-explains = La fiche quitte toutes les listes avec son journal; elle revient de la corbeille telle quelle.
agreement-level = Gouvernement
agreement-level-federal = Fédéral
agreement-level-provincial = Provincial ou territorial
agreement-level-municipal = Municipal
agreement-department = Ministère ou service
agreement-unit = Direction ou unité
agreement-kind = Genre
agreement-kind-agreement = Entente
agreement-kind-exchange = Échanges réguliers
agreement-kind-working-group = Groupe de travail
agreement-subject = Objet
agreement-since = Depuis le
agreement-until = Jusqu’au
agreement-person = À qui s’y adresser
agreement-next = Prochain échange
agreement-next-hint = Aujourd’hui l’annonce 14 jours à l’avance.
agreement-late = en retard
exchanges-title = Journal des échanges
exchanges-none = Rien n’est encore consigné.
exchange-add = Consigner un échange
exchange-save = Consigner l’échange
exchange-edit = Corriger l’échange du { $day }
exchange-bin = Mettre l’échange du { $day } à la corbeille
exchange-change = Corriger un échange
exchange-bin-title = Mettre à la corbeille l’échange du { $day } ({ $name })?
exchange-bin-explains = L’échange quitte le journal; il revient de la corbeille tel quel.
exchange-held-on = Tenu le
exchange-who = Participants
exchange-about = Objet
exchange-result = Résultat
said-agreement-added = C’est consigné.
said-agreement-changed = C’est enregistré.
said-agreement-binned = La fiche est à la corbeille.
said-exchange-noted = L’échange est consigné.
held-agreement = Contact auprès d’un gouvernement
today-exchange = Échange : { $department }
today-exchange-act = Consigner
audit-agreement-added = a ajouté l’entente
audit-agreement-changed = a modifié l’entente
audit-agreement-exchange-noted = a consigné un échange
audit-agreement-exchange-changed = a corrigé un échange
audit-agreement-exchange-binned = a mis un échange à la corbeille
audit-agreement-exchange-restored = a retiré un échange de la corbeille
audit-agreement-binned = l’a mise à la corbeille
audit-agreement-restored = l’a retirée de la corbeille

fact-statement-kind = Genre
fact-statement-title = Titre
fact-statement-body = Texte
fact-statement-issued-on = Publiée le
fact-statement-council = Publiée par le groupe
fact-statement-issuers = Publiée par des organismes
fact-statement-signatories = Signée par
fact-statement-link = Où le lire
fact-statement-visibility = Qui peut en avoir connaissance
fact-statement-recall = Rappelée chaque année le
fact-statement-month = Mois
fact-statement-day = Jour
fact-statement-recall-ahead = Combien de jours à l’avance Aujourd’hui la rappelle
fact-agreement-level = Gouvernement
fact-agreement-department = Ministère ou service
fact-agreement-unit = Direction ou unité
fact-agreement-kind = Genre
fact-agreement-subject = Objet
fact-agreement-since-on = Depuis le
fact-agreement-until-on = Jusqu’au
fact-agreement-person = À qui s’y adresser
fact-agreement-next-on = Prochain échange
fact-agreement-held-on = Tenu le
fact-agreement-link = Où le lire

# Les documents stratégiques.
kind-strategic-document = Document stratégique
document-title = Documents stratégiques
document-backwards = La dernière année précède la première
document-no-evidence = Dites ce que dit le document, dans vos mots : au-delà de « non mentionnée », le niveau s’appuie sur une preuve
document-future = Choisissez aujourd’hui ou un jour antérieur
document-before = L’évaluation précédente date du { $on }. Choisissez ce jour ou un jour ultérieur
document-review-before = Choisissez un jour qui suit celui de cette évaluation
documents-caption = Documents stratégiques des organismes
documents-lead = Les plans, budgets et politiques des organismes, et jusqu’où chacun va en matière d’immigration.
documents-search = Mots du titre ou de l’organisme
documents-file = documents
documents-empty = Aucun document n’est encore consigné.
documents-empty-example = Par exemple le plan stratégique de l’hôpital : immigration non mentionnée, mentionnée, engagement ou engagement financé.
document-add = Ajouter un document
document-edit = Modifier le document
document-save = Enregistrer
document-bin-explains = Il quitte toutes les listes et tous les comptes avec ses évaluations; il revient de la corbeille tel quel.
document-name = Titre
document-kind = Genre
document-kind-strategic-plan = Plan stratégique
document-kind-official-plan = Plan officiel
document-kind-budget = Budget
document-kind-policy = Politique
document-kind-work-plan = Plan de travail
document-kind-other = Autre
document-from = Première année
document-to = Dernière année
document-years = Années
document-years-open = depuis { $from }
document-sector = Secteur
document-mention = Immigration
document-mention-none = Non mentionnée
document-mention-mention = Mentionnée
document-mention-commitment = Engagement
document-mention-funded = Engagement financé
document-mention-unread = Pas encore lu
document-assessed-on = Lu le
document-review = À relire le
document-review-hint = Aujourd’hui l’annonce 14 jours à l’avance.
document-file = Le document lui-même
document-file-choose = Fichier
document-file-hint = Au plus { $megabytes } Mo. Dans l’espace de travail, l’ouvre quiconque peut avoir connaissance de l’organisme.
document-file-save = Conserver le fichier
assessments-title = Évaluations
assessments-none = Personne ne l’a encore lu.
assessment-add = Consigner une évaluation
assessment-save = Consigner l’évaluation
assessment-evidence = Ce qu’il dit
assessment-evidence-hint = Dans vos mots. Les évaluations précédentes demeurent.
assessment-evidence-needed = nécessaire au-delà de « non mentionnée »
assessment-pages = Où
assessment-pages-hint = Par exemple : p. 12, objectif 3.
overview-title = Portrait par secteur
overview-lead = Combien de documents se trouvent à chaque niveau. Les parts se calculent sur les documents lus; ceux qui ne le sont pas encore figurent à côté.
overview-caption = Documents stratégiques par secteur et par niveau
overview-file = documents-par-secteur
overview-no-sector = Sans secteur
overview-all = Tous
overview-read = Lus
overview-total = Ensemble
overview-of = { $n } sur { $base } ({ $percent } %)
said-document-added = Le document est consigné.
said-document-changed = C’est enregistré.
said-document-binned = Il est à la corbeille.
said-document-assessed = L’évaluation est consignée.
today-review = À relire : { $title }
today-review-act = Lire
audit-document-added = a ajouté le document
audit-document-changed = a modifié le document
audit-document-assessed = a consigné une évaluation
audit-document-file-kept = a conservé le fichier
audit-document-binned = l’a mis à la corbeille
audit-document-restored = l’a retiré de la corbeille

fact-document-organization = Organisme
fact-document-title = Titre
fact-document-kind = Genre
fact-document-from-year = Première année
fact-document-to-year = Dernière année
fact-document-link = Où le lire
fact-document-next-review-on = À relire le
fact-document-mention = Immigration
fact-document-assessed-on = Lu le

way-in-declaration = Signer la déclaration
way-in-declaration-how = Les organismes qui soutiennent les buts de la communauté signent sa déclaration d’intention. Dites-nous qui vous êtes : vous recevrez un lien pour signer.
