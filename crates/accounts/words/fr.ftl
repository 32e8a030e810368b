# Les mots des comptes : connexion, fonctions, invitations, première mise en marche.
# used: office-*, fact-*, purpose-*
# used: audit-*
# used: said-*
# used: sweep-*
sweep-sign-in = Connexions, 90 jours après leur fin
sweep-second-factor = Seconds facteurs commencés puis laissés, une fois leur délai passé
nav-accounts = Comptes

# Se connecter
sign-in-title = Se connecter
sign-in-lead = Pour les membres d’un partenariat. Vous recevez un courriel avec un lien; aucun mot de passe n’est nécessaire.
sign-in-mail = Votre adresse de courriel
sign-in-mail-hint = Celle que votre partenariat connaît, comme nom@exemple.org
sign-in-send = M’envoyer un lien
sign-in-newcomers = Vous cherchez de l’aide ou des services? Aucun compte n’est nécessaire.
sign-in-public = Au site public
sign-in-sent-title = Consultez vos courriels
sign-in-sent-lead = Si un compte correspond à cette adresse, un courriel avec un lien est en route. Le lien sert une seule fois, pendant 30 minutes.
sign-in-sent-nothing = Rien après quelques minutes? Regardez dans le courrier indésirable, vérifiez l’adresse ou parlez-en à la coordination.
sign-in-again = Demander un nouveau lien
sign-in-as = Vous vous connectez en tant que
sign-in-enter = Me connecter sur cet appareil
sign-in-gone-title = Ce lien ne fonctionne plus
sign-in-gone-lead = Chaque lien sert une seule fois, pendant 30 minutes. Demandez-en un nouveau; cela prend une minute.
mail-link-subject = Votre lien de connexion
mail-link-body =
    Bonjour { $name },

    Ce lien vous connecte. Il sert une seule fois, pendant 30 minutes :

    { $link }

    Vous n’avez rien demandé? Vous n’avez rien à faire : sans ce lien, personne n’entre.

sign-in-by-password = Me connecter avec un mot de passe

# Mots de passe
password-sign-in-title = Se connecter avec un mot de passe
password-field = Mot de passe
password-enter = Me connecter
password-forgotten = Pas encore de mot de passe, ou mot de passe oublié? Un lien par courriel vous connecte; vous pourrez alors en choisir un nouveau.
password-does-not-fit = Ce que vous avez tapé ne correspond pas. Vérifiez l’adresse, le mot de passe et, si vous en utilisez un, le code; ou demandez un lien par courriel
password-own-title = Votre mot de passe
password-lead = Le mot de passe s’ajoute au lien par courriel, qui fonctionne toujours. Tous les caractères sont permis, y compris les espaces; quelques mots que vous seriez la seule personne à réunir font le mieux l’affaire. Votre navigateur peut en créer un et le retenir.
password-others-out = À l’enregistrement, tous les autres appareils sont déconnectés et un courriel vous en avise.
password-new = Nouveau mot de passe
password-hint = Longueur en caractères : de { $least } à { $most }
password-set = Enregistrer le mot de passe
password-remove-title = Sans mot de passe
password-remove-lead = Vous vous connecterez alors par le lien reçu par courriel, comme avant.
password-remove = Retirer le mot de passe
password-short = Trop court. Le nombre minimal de caractères est de { $least }
password-long = Trop long. Le nombre maximal de caractères est de { $most }
password-common = Beaucoup de gens utilisent ce mot de passe, ou ce mot avec quelque chose autour. Choisissez-en un autre
password-pattern = Cette suite ou cette répétition se devine vite. Choisissez autre chose
password-own = Ce n’est guère plus que votre nom, votre adresse ou votre partenariat. Choisissez autre chose
said-password-set = Le mot de passe est enregistré. Tous les autres appareils sont déconnectés.
said-password-removed = Le mot de passe est retiré.
ways-title = Vos moyens de connexion
ways-mail = Lien par courriel
ways-mail-always = fonctionne toujours
ways-password = Mot de passe
ways-passkeys = Clés d’accès
ways-passkeys-kept = { $n ->
    [one] { $n } clé d’accès
   *[other] { $n } clés d’accès
}
ways-second-factor = Code de votre téléphone
ways-since = depuis (UTC)
ways-none = non configuré
ways-back = Retour à votre compte
once-more-title = Connectez-vous de nouveau
once-more-lead = Vos moyens de connexion se modifient dans les 15 minutes qui suivent une connexion. Connectez-vous de nouveau et vous reviendrez ici.
once-more-password = Avec votre mot de passe
audit-account-password-set = a enregistré le mot de passe
audit-account-password-removed = a retiré le mot de passe
mail-changed-subject = Vos moyens de connexion ont changé
mail-changed-password-set = Un mot de passe a été enregistré pour votre compte.
mail-changed-password-removed = Le mot de passe de votre compte a été retiré.
mail-changed-body =
    Bonjour { $name },

    { $what } ({ $at } UTC)

    C’est bien vous? Vous n’avez rien à faire. Ce n’est pas vous? Demandez un lien par courriel, connectez-vous et rétablissez les choses ici :

    { $link }

    Avisez ensuite la coordination.

# Le second facteur
code-field = Code
code-hint = Seulement si votre compte en demande un : six chiffres de votre téléphone, ou un code de secours
code-hint-link = Six chiffres de votre téléphone, ou un code de secours
code-does-not-fit = Ce code ne convient pas ou a déjà servi. Attendez le prochain que montre votre téléphone, ou utilisez un code de secours
code-not-shown = Ce n’est pas le code que montre votre téléphone en ce moment. Attendez le prochain, et vérifiez l’heure du téléphone
code-needed = Ce compte demande un code. Connectez-vous avec celui-ci
second-factor-title = Code de votre téléphone
second-factor-lead = Une application d’authentification montre sur votre téléphone un nouveau code de six chiffres toutes les 30 secondes. Votre compte demande alors ce code à chaque connexion, en plus du lien ou du mot de passe.
second-factor-what-for = Ainsi, personne n’entre en lisant vos courriels ou en connaissant votre mot de passe. Cela vaut la peine pour qui voit beaucoup de choses, la coordination avant tout.
second-factor-begin = Configurer
second-factor-telephone = 1. Préparez votre téléphone
second-factor-scan = Ouvrez l’application d’authentification sur votre téléphone et faites-lui lire cette image.
second-factor-square = Une image carrée pour l’application d’authentification de votre téléphone
second-factor-by-hand = Ou tapez-y cette clé :
second-factor-other-eyes = Quelqu’un d’autre a-t-il vu cette image? Prenez-en une nouvelle.
second-factor-new-picture = Une nouvelle image
second-factor-passkeys = { $n ->
    [one] { $n } clé d’accès continue de vous connecter sans code.
   *[other] { $n } clés d’accès continuent de vous connecter sans code.
}
second-factor-recovery = 2. Gardez ces codes
second-factor-recovery-lead = Chacun vous connecte une fois, le jour où le téléphone est perdu. Imprimez-les ou notez-les, et gardez-les loin du téléphone. Ils ne seront plus montrés.
second-factor-confirm = 3. Tapez le code que montre votre téléphone
second-factor-first-code = Six chiffres
second-factor-turn-on = Activer
second-factor-holds = Votre compte demande un code à chaque connexion.
second-factor-codes-left = { $n ->
    [one] Il reste { $n } code de secours.
   *[other] Il reste { $n } codes de secours.
}
second-factor-anew = Un nouveau téléphone, ou de nouveaux codes de secours? Retirez le code, puis configurez-le de nouveau.
second-factor-remove-lead = Le lien ou le mot de passe suffira alors pour vous connecter. Un mot de passe de moins de 15 caractères est retiré du même coup.
second-factor-remove = Retirer
said-second-factor-on = Votre compte demande désormais un code. Tous les autres appareils sont déconnectés.
said-second-factor-off = Votre compte ne demande plus de code.
audit-account-second-factor-on = a activé le second facteur
audit-account-second-factor-off = a désactivé le second facteur
audit-account-codes-closed = a été fermé aux codes pour une journée, après trop d’essais
audit-account-recovery-code-used = a utilisé un code de secours
mail-changed-second-factor-on = Votre compte demande désormais un code de votre téléphone.
mail-changed-second-factor-off = Votre compte ne demande plus de code.
mail-changed-taken-away = La personne qui gère l’installation a retiré le code. Votre compte ne demande plus de code{ $n ->
    [0] .
    [one] , et { $n } clé d’accès a été retirée.
   *[other] , et { $n } clés d’accès ont été retirées.
}
mail-changed-codes-closed = Tant de codes ont été essayés pour votre compte qu’aucun n’est plus accepté pendant 24 heures au plus. Qui les a essayés connaît votre mot de passe ou lit vos courriels.
mail-changed-recovery-used = Quelqu’un s’est connecté à votre compte avec un code de secours.

# Clés d’accès
passkey-enter = Me connecter avec une clé d’accès
passkey-failed = Aucune clé d’accès n’est venue. Réessayez, ou choisissez un autre moyen.
passkey-no-title = Cette clé d’accès ne vous connecte pas
passkey-does-not-fit = Elle n’est celle d’aucun compte ici, a été retirée ou a pris plus de 5 minutes. Réessayez, ou demandez un lien par courriel
passkey-known = Cette clé d’accès est déjà conservée ici
passkey-enough = Un compte peut avoir jusqu’à { $most ->
    [one] { $most } clé d’accès
   *[other] { $most } clés d’accès
}. Retirez-en une d’abord
passkeys-title = Clés d’accès
passkeys-lead = Avec une clé d’accès, votre téléphone, votre ordinateur ou votre clé de sécurité vous connecte après vous avoir reconnu par le doigt, le visage ou un NIP. Rien à taper, rien qu’on puisse vous soutirer; elle tient aussi lieu de code.
passkeys-need = Pour en ajouter une, il faut un navigateur qui connaît les clés d’accès, avec les scripts activés. Les autres moyens fonctionnent toujours.
passkey-more = Ajouter une clé d’accès
passkey-make = Ajouter une clé d’accès sur cet appareil
passkey-name = Nom
passkey-name-hint = Celui auquel vous la reconnaîtrez ici
passkey-host = Vaut à l’adresse
passkey-made = Ajoutée (UTC)
passkey-used = Dernière utilisation (UTC)
passkey-never = pas encore
passkey-remove = Retirer
said-passkey-added = La clé d’accès est conservée. Elle vous connecte désormais.
said-passkey-removed = La clé d’accès est retirée.
audit-account-passkey-added = a ajouté une clé d’accès
audit-account-passkeys-removed = a retiré toutes les clés d’accès
audit-account-passkey-copied = a refusé une clé d’accès dont quelqu’un a peut-être une copie
audit-account-passkey-removed = a retiré une clé d’accès
mail-changed-passkey-added = Une clé d’accès a été ajoutée à votre compte.
mail-changed-passkey-removed = Une clé d’accès de votre compte a été retirée.
mail-changed-passkey-copied = Une clé d’accès de votre compte a un compteur qui n’augmente plus : quelqu’un en a peut-être une copie. Elle n’a pas été acceptée. Retirez-la, à moins que vous n’en connaissiez la raison.

# Comptes ailleurs
elsewhere-enter = Me connecter avec { $house }
elsewhere-back-title = Retour de { $house }
elsewhere-back-lead = { $house } a dit qui vous êtes. Encore une étape, et vous voilà connecté.
elsewhere-go-on = Continuer
elsewhere-no-title = Ce moyen ne vous connecte pas
elsewhere-again = Réessayer avec { $house }
elsewhere-other-ways = D’autres façons de se connecter
elsewhere-late = La connexion a pris plus de 10 minutes, a commencé dans une autre fenêtre ou est déjà faite. Recommencez avec { $house }.
elsewhere-denied = Selon { $house }, vous avez arrêté, ou vous n’avez pas le droit de vous connecter ici par ce moyen. Recommencez, ou connectez-vous autrement.
elsewhere-away = { $house } ne répond pas comme il faut. Réessayez dans quelques minutes, ou connectez-vous autrement. Les responsables de cette installation en trouveront la raison dans son journal.
elsewhere-does-not-hold = Ce que { $house } dit de vous ne tient pas et n’a donc pas servi. Recommencez; si cela se répète, prévenez les responsables de cette installation.
elsewhere-no-mail = { $house } ne donne aucune adresse de courriel pour vous : impossible de trouver ainsi votre compte. Connectez-vous autrement, puis ajoutez { $house } sous Votre compte.
elsewhere-unverified = { $house } ne s’est pas assuré que { $mail } est bien à vous. Confirmez l’adresse là-bas; ou connectez-vous autrement ici, puis ajoutez { $house } sous Votre compte.
elsewhere-domain = { $mail } ne fait pas partie des adresses qui peuvent se connecter ici avec { $house }. Connectez-vous autrement.
elsewhere-unknown = { $mail } n’a pas de compte ici. Demandez à la coordination de votre partenariat de vous inviter à cette adresse; { $house } vous connectera ensuite.
elsewhere-by-hand = Le compte de { $mail } administre cette installation : aucune autre maison ne le trouve par son adresse. Connectez-vous autrement, puis ajoutez vous-même { $house } sous Votre compte.
elsewhere-another = { $house } connecte déjà quelqu’un d’autre au compte de { $mail } : l’adresse n’est peut-être devenue la vôtre qu’après. Connectez-vous autrement, puis retirez l’autre sous Votre compte.
elsewhere-taken = { $house } vous connaît ici sous un autre compte, ou connaît quelqu’un d’autre sous le vôtre. Retirez d’abord ce qui a été ajouté, puis ajoutez celui-ci.
ways-identities = Comptes ailleurs
ways-identities-kept = { $n ->
    [one] { $n } compte
   *[other] { $n } comptes
}
identities-title = Comptes ailleurs
identities-lead = Un compte que vous avez à l’un de ces endroits peut aussi vous connecter ici. On y est prié de vous demander qui vous êtes si vous ne l’avez pas montré depuis 15 minutes, et de dire quand vous l’avez fait; sans cela, vous vous connectez une fois de plus autrement avant de changer vos moyens de connexion. Pendant ces minutes, on peut vous renvoyer ici sans rien demander. Si votre compte demande un code de votre téléphone, il le demande ici aussi. C’est le nom qu’on vous y donne qui compte, pas votre adresse de courriel là-bas.
identity-house = Chez
identity-mail = Adresse de courriel là-bas
identity-made = Ajouté (UTC)
identity-used = Dernière utilisation (UTC)
identity-never = pas encore
identity-more = En ajouter un
identity-add = Ajouter { $house }
identity-go = Aller chez { $house }
identity-go-lead = { $house } vous demande qui vous êtes, puis vous renvoie ici.
identity-remove = Retirer
said-identity-added = C’est noté. Ce compte vous connecte désormais.
said-identity-removed = C’est retiré. Ce compte ne vous connecte plus.
audit-account-identity-added = a ajouté un compte ailleurs
audit-account-identity-removed = a retiré un compte ailleurs
fact-account-house = Chez
mail-changed-identity-added = { $house } vous connecte désormais à votre compte.
mail-changed-identity-removed = { $house } ne vous connecte plus à votre compte.

# Appareils
devices-title = Votre compte
devices-lead = Les appareils sur lesquels vous êtes connecté. Une connexion prend fin après 30 jours sans utilisation, et après 90 jours dans tous les cas.
devices-caption = Appareils
devices-device = Appareil
devices-since = Connecté depuis (UTC)
devices-seen = Dernière utilisation (UTC)
devices-unknown = Un appareil qui ne dit pas son nom
devices-this = cet appareil
devices-end-others = Déconnecter tous les autres appareils
said-others-signed-out = Tous les autres appareils sont déconnectés.

# Fonctions
office-administrator = Administration de l’installation
office-coordinator = Coordination
office-chair = Présidence
office-council-member = Membre d’un groupe
office-partner-editor = Rédaction pour un partenaire
office-translator = Traduction
office-reader = Lecture
office-coordinator-may = Assure la gestion courante du partenariat : voit et modifie tout, invite des personnes.
office-chair-may = Préside ce groupe et tient son dossier.
office-council-member-may = Lit les documents de ce groupe.
office-partner-editor-may = Tient le dossier de cet organisme.
office-translator-may = Écrit les textes dans d’autres langues.
office-reader-may = Lit ce que les partenaires peuvent lire.

# Qui peut faire quoi
accounts-title = Comptes
accounts-lead = Qui peut se connecter ici, et ce que chacun peut faire. Un compte n’est pas un siège : la page de chaque groupe dit qui y siège.
accounts-caption = Les comptes et ce que chacun peut faire
accounts-search = Chercher par adresse de courriel
accounts-empty = Personne d’autre ne peut encore se connecter.
accounts-example = Par exemple : une personne à la présidence, qui lit les documents de son groupe, ou un partenaire qui tient son propre dossier.
accounts-name = Nom
accounts-mail = Adresse de courriel
accounts-mail-hint = L’invitation y est envoyée. Une adresse, un compte.
accounts-lang = Langue des pages et des courriels
accounts-office = Fonction
accounts-office-on = Fonction, pour : { $object }
accounts-on = Pour
accounts-whole = tout le partenariat
accounts-unknown-object = quelque chose qui n’est plus ici
accounts-from = Depuis
accounts-until = Dernier jour
accounts-until-hint = Laissez vide s’il n’y en a pas.
accounts-open = sans fin prévue
accounts-state = État
accounts-state-invited = invitation envoyée
accounts-state-in-force = en vigueur
accounts-state-later = commence plus tard
accounts-state-over = terminée
accounts-invite = Inviter quelqu’un
accounts-invite-title = Inviter quelqu’un
accounts-invite-lead = Un courriel avec un lien part à cette adresse. Le lien est valable 30 jours et peut être renvoyé.
accounts-invite-elsewhere = Pour inviter quelqu’un au titre d’un groupe ou d’un organisme, partez de sa page.
accounts-invite-send = Envoyer l’invitation
accounts-invite-again = Renvoyer l’invitation
accounts-invited-lead = L’invitation a été envoyée et n’a pas encore été acceptée.
accounts-last-day-title = Dernier jour
accounts-last-day-save = Enregistrer le dernier jour
accounts-revoke-title = Retirer
accounts-revoke-lead = Prend effet aussitôt. Le compte demeure, et ce qu’il a fait reste dans l’historique.
accounts-revoke = Retirer la fonction
accounts-panel = Qui peut se connecter à ce titre
accounts-panel-empty = Personne pour l’instant.
said-invited = La fonction est accordée. Si la personne est nouvelle ici, une invitation est en route.
said-invited-again = L’invitation a été renvoyée.
said-grant-changed = Le dernier jour est modifié.
said-grant-revoked = La fonction est retirée.
grant-does-not-fit = Cette fonction ne va pas avec ceci. Faites un autre choix
grant-more-than-held = Vous ne pouvez pas accorder plus que ce que vous détenez vous-même
grant-already-held = Cette personne a déjà cette fonction ici
grant-backwards = Le dernier jour ne peut ni précéder le premier ni être passé
grant-last-coordinator = C’est la dernière personne à la coordination qui s’est déjà connectée et dont la fonction n’a pas de fin. Invitez d’abord quelqu’un d’autre et attendez sa première connexion
grant-account-ended = Ce compte est fermé. Utilisez une autre adresse

# Invitations
invitation-title = Une invitation pour vous
invitation-lead = Vous pouvez vous connecter à l’espace de travail de ce partenariat à ce titre :
invitation-accept = Accepter et me connecter
invitation-kept = Votre nom, votre adresse de courriel et ce que vous modifiez ici sont conservés. La coordination les voit.
invitation-gone-title = Cette invitation ne fonctionne plus
invitation-gone-lead = Elle a déjà été acceptée, date de plus de 30 jours ou a été retirée. Si vous l’avez acceptée, connectez-vous avec votre adresse de courriel; sinon, parlez-en à la personne qui vous l’a envoyée.
mail-invitation-subject = { $partnership } vous invite
mail-invitation-body =
    Bonjour { $name },

    { $partnership } vous invite dans son espace de travail. Ce lien sert à accepter et à vous connecter, une seule fois, pendant 30 jours :

    { $link }

    Ensuite, vous vous connectez avec votre adresse de courriel. Vous n’attendiez rien de tel? Vous n’avez rien à faire.

# Un nouveau partenariat
founding-partnership = Le partenariat
founding-name = Nom
founding-name-hint = Tel que le public le connaît, dans les deux langues
founding-place = Lieu
founding-place-hint = La ville ou la région desservie
founding-slug = Nom court dans les adresses
founding-slug-hint = Lettres minuscules sans accent, chiffres et traits d’union. L’adresse devient { $origin }/nom-court
founding-zone = Fuseau horaire
founding-contact = Adresse de courriel du partenariat
founding-contact-hint = Par exemple info@example.org : elle figure sur le site public et reçoit les réponses aux courriels du partenariat. La coordination peut l’ajouter plus tard.
founding-coordinator = La première personne à la coordination
founding-mail-hint = Pour se connecter : un lien y est envoyé
slug-malformed = Utilisez de 2 à 40 lettres minuscules sans accent, chiffres et traits d’union simples, en commençant par une lettre
slug-reserved = Ce mot est réservé. Choisissez-en un autre
slug-taken = Un autre partenariat l’utilise. Choisissez-en un autre

# Première mise en marche
first-run-title = Bienvenue
first-run-lead = Personne n’a encore de compte ici. Vous créez le premier partenariat et le premier compte, qui administre aussi cette installation.
first-run-code = Code de la console
first-run-code-hint = Là où le programme a été lancé, il a écrit un code de quatre groupes. Chaque lancement en écrit un nouveau.
first-run-begin = Commencer
first-run-wrong-code = Ce n’est pas le code de la console, ou il a déjà servi. Relancez le programme pour en obtenir un nouveau

# L’installation
installation-title = Installation
installation-lead = Les partenariats qui partagent cette installation. L’administrer ne montre rien de ce qu’ils contiennent.
installation-partnerships = Partenariats
installation-mail = Courriels de l’installation
installation-undelivered = { $n ->
    [one] { $n } courriel de l’installation n’a pas été livré.
   *[other] { $n } courriels de l’installation n’ont pas été livrés.
}
installation-gallery = Galerie : toutes les pages avec un contenu inventé, pour qui construit le programme
installation-undelivered-why = Voir pourquoi et renvoyer
installation-more = Un partenariat de plus
installation-make = Le créer et inviter la coordination
said-partnership-made = Le partenariat est créé, et l’invitation de la coordination est en route.

# Historique
audit-account-made = a créé un compte
audit-account-invited = a envoyé une invitation
audit-account-accepted = a accepté l’invitation
audit-account-others-signed-out = a déconnecté tous les autres appareils
audit-grant-given = a accordé une fonction
audit-grant-changed = a changé le dernier jour d’une fonction
audit-grant-revoked = a retiré une fonction
audit-partnership-made = a créé le partenariat

# Les comptes prennent fin
access-end-title = Mettre fin à tout accès
access-end-short = Tout ce que cette personne peut faire ici prend fin aussitôt.
access-end-lead = Tout ce que cette personne peut faire dans ce partenariat prend fin à son prochain clic. Ce qu’elle a fait reste dans l’historique. Vous pourrez l’inviter de nouveau en tout temps.
access-end = Mettre fin à tout accès
invitation-withdraw-title = Retirer l’invitation
invitation-withdraw-lead = Le lien du courriel n’ouvrira plus rien. Vous pourrez inviter cette personne de nouveau en tout temps.
invitation-withdraw = Retirer l’invitation
said-access-ended = Cette personne ne peut plus rien faire ici.
said-invitation-withdrawn = L’invitation est retirée.
closing-title = Fermer un compte
closing-lead = Personne ne pourra plus se connecter avec ce compte, et il est déconnecté aussitôt de tous les appareils. Vous pourrez le rouvrir; il pourra alors ce qu’il pouvait avant.
closing-close = Fermer le compte
lost-codes-title = Retirer le code
lost-codes-lead = Ce compte ne demandera plus de code, et tous ses appareils sont déconnectés. La personne en est avisée par courriel et se connecte par le lien; un mot de passe de moins de 15 caractères et toutes les clés d’accès sont retirés aussi.
lost-codes-make-sure = Ne le faites que si vous savez à qui vous parlez : rappelez la personne au numéro que vous connaissez, ou rencontrez-la. Une demande par courriel peut venir de quelqu’un d’autre.
lost-codes-link = Téléphone perdu
said-codes-removed = Le compte ne demande plus de code et n’a plus de clés d’accès.
closing-reopen = Rouvrir
closing-act = Ce que vous pouvez faire
closing-stays = Ce qui a été fait avec ce compte reste dans l’historique, avec le nom. La fermeture met fin à l’accès; elle n’efface ni le nom ni l’adresse.
closing-own-title = Fermer mon compte
closing-own-short = Pour un départ définitif.
closing-own-lead = Vous serez déconnecté de tous les appareils et ne pourrez plus vous connecter, dans aucun partenariat. La personne qui exploite l’installation peut rouvrir le compte.
closing-own = Fermer mon compte
closing-accounts-title = Comptes de l’installation
closing-accounts-lead = Qui peut se connecter à cette installation. Ce que chacun peut faire dans un partenariat, seule sa coordination le voit.
closing-accounts-caption = Comptes, par nom
closing-accounts-empty = Il n’y a aucun compte.
closing-last-coordinator = { $partnership } n’aurait plus de coordonnatrice ou de coordonnateur qui puisse se connecter et dont la fonction n’ait pas de dernier jour. Invitez d’abord une autre personne et attendez qu’elle se soit connectée
closing-last-administrator = Personne ne pourrait plus gérer cette installation
closing-not-open = C’est déjà fait
accounts-state-closed = compte fermé
said-account-closed = Le compte est fermé.
said-account-reopened = Le compte est rouvert.
coordinator-correct = Corriger la personne invitée
coordinator-correct-lead = L’invitation à { $name } déjà partie est retirée : son lien n’ouvre plus rien. Une autre est envoyée à cette adresse.
coordinator-correct-submit = Retirer et inviter
said-coordinator-corrected = La première invitation est retirée. Une autre a été envoyée.
installation-awaited = Pas encore venue ou venu :
audit-account-access-ended = a mis fin à tout accès au partenariat
audit-account-closed = a fermé le compte
audit-account-reopened = a rouvert le compte
audit-account-erased = a effacé le compte

# Ce qui est conservé sur une personne qui se connecte
# used: held-account
held-account = Compte
held-account-one = Compte pour se connecter
held-account-grant = Fonction
held-account-invitation = Invitation

fact-grant-office = Fonction
fact-grant-on = Seulement pour
fact-account-grants = Fonction
fact-account-grants-office = Fonction
fact-account-grants-on = Seulement pour
fact-account-grants-from = Du
fact-account-grants-until = Jusqu’au
fact-account-office = Fonction
fact-account-itself = Ce qui a changé
fact-partnership-slug = Début de ses adresses

nav-daily = Courriel quotidien
daily-title = Courriel quotidien
daily-lead = Une fois par jour, le matin, vous pouvez recevoir par courriel ce qui arrive à échéance et ce qui vous attend. C’est ce que montre « Aujourd’hui », et cela n’arrive que lorsqu’il y a du nouveau.
daily-wanted = Envoyez-moi le courriel quotidien
daily-wanted-hint = Au plus un courriel par jour. Il va à l’adresse avec laquelle vous vous connectez. Chaque courriel porte un lien qui y met fin.
daily-topics = Au sujet de
daily-topics-hint = Ce que vous ne choisissez pas est laissé de côté.
daily-save = Enregistrer
said-daily-saved = C’est enregistré, à partir du prochain courriel.
purpose-daily = Ce qui arrive à échéance et ce qui vous attend, une fois par jour
mail-daily-subject = { $n ->
    [one] Du nouveau pour vous : { $partnership }
   *[other] { $n } nouveautés pour vous : { $partnership }
}
mail-daily-lead = { $day }. Voici ce qui arrive à échéance ou vous attend chez { $partnership } :
mail-daily-line = - { $line }
mail-daily-new = - Nouveau : { $line }
mail-daily-choose = Choisir ce que dit ce courriel, ou y mettre fin :
    { $link }
audit-account-daily = a choisi pour le courriel quotidien
held-account-daily = Courriel quotidien
held-account-daily-on = demandé
held-account-daily-off = refusé
fact-account-wanted = Courriel quotidien demandé
fact-account-stopped = Laissé de côté
