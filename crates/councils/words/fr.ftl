# Les mots des conseils, des sièges et des mandats, et des personnes qui souhaitent siéger.
# used: reach-by-* council-kind-* seat-state-* seat-chairing-* seat-visibility-* term-left-* round-season-* expression-state-* expressions-* letter-no-* ask-room-* ask-about-* audit-* kind-* seat-sits-*
# never one: council-too-deep leaving-within-days

# Pourquoi une chose n’a pas été faite.
council-cycle = Un groupe ne peut pas relever de lui-même ni d’un groupe qui relève de lui. Choisissez un autre groupe
council-too-deep = L’arborescence compte au plus { $deepest } niveaux. Choisissez un groupe situé plus haut
council-no-such-parent = Le groupe dont celui-ci relève n’existe plus ou est fermé. Choisissez-en un autre
council-has-open-below = { $count ->
    [one] Un groupe qui relève de celui-ci est encore actif. Fermez-le d’abord
   *[other] { $count } groupes qui relèvent de celui-ci sont encore actifs. Fermez-les d’abord
}
council-has-below = { $count ->
    [one] Un groupe relève encore de celui-ci. Déplacez-le ou mettez-le d’abord à la corbeille
   *[other] { $count } groupes relèvent encore de celui-ci. Déplacez-les ou mettez-les d’abord à la corbeille
}
council-already-closed = Ce groupe est fermé
council-not-closed = Ce groupe n’est pas fermé
council-same-name = Un autre groupe, au même niveau, porte ce nom. Choisissez un autre nom, ou indiquez ci-dessous que les deux sont voulus
seat-council-full = { $limit ->
    [one] Ce groupe compte un seul siège, déjà attribué. Augmentez le nombre de sièges ou mettez le siège à la corbeille
   *[other] Ce groupe compte { $limit } sièges, tous attribués. Augmentez le nombre de sièges ou mettez un siège à la corbeille
}
seat-council-closed = Ce groupe est fermé. Rouvrez-le avant d’attribuer des sièges
seat-limit-below-seats = { $seats ->
    [one] Ce groupe compte déjà un siège. Inscrivez au moins 1
   *[other] Ce groupe compte déjà { $seats } sièges. Inscrivez un nombre au moins aussi élevé
}
seat-held = Ce siège est occupé ou sur le point de l’être. Mettez d’abord fin au mandat
term-backwards = Le dernier jour précède le premier
term-overlaps = Ce siège est occupé en vertu d’un mandat qui commence le { $from }. Mettez d’abord fin à ce mandat ou choisissez d’autres dates
term-seated-here = Cette personne occupe déjà le siège { $number } de ce groupe à ces dates
term-alternate-is-holder = La personne suppléante est aussi titulaire. Choisissez quelqu’un d’autre
term-over = Ce mandat a pris fin le { $on }
term-left-before-start = Le mandat commence le { $starts_on }. Choisissez ce jour ou un jour ultérieur
term-left-after-end = Le mandat se termine le { $ends_on }. Choisissez ce jour ou un jour antérieur
term-without-end = Ce mandat n’a pas de date de fin : il n’y a rien à renouveler
term-council-closed = Ce groupe est fermé. Rouvrez-le avant de changer ses titulaires
term-gone = Ce siège n’existe plus
reference-adopted-before = La version précédente a été adoptée le { $on }. Choisissez ce jour ou un jour ultérieur
reference-not-yet-adopted = Une version se consigne une fois adoptée, pas avant
reference-no-change-note = Dites ce qui a changé et pourquoi, pour que tout le monde puisse suivre
reference-unchanged = Ce texte est identique à celui de la version précédente
expression-answered = Cette personne a déjà reçu une réponse
expression-seat-taken = Ce siège est occupé ou sur le point de l’être. Choisissez un siège vacant
expression-no-such-seat = Ce siège n’appartient pas à ce groupe. Choisissez un siège vacant
expression-no-words = Écrivez quelques mots à cette personne : personne n’est refusé sans explication
round-backwards = Le dernier jour précède le premier
round-overlaps = Un autre appel commence le { $from }. Deux appels ne peuvent pas être ouverts le même jour
round-answered = { $n ->
    [one] { $n } personne a reçu une réponse dans cet appel. Il demeure
   *[other] { $n } personnes ont reçu une réponse dans cet appel. Il demeure
}
category-taken = Une autre catégorie porte ce nom
category-used = { $n ->
    [one] { $n } siège relève de cette catégorie, peut-être dans la corbeille. Donnez-lui-en d’abord une autre
   *[other] { $n } sièges relèvent de cette catégorie, peut-être dans la corbeille. Donnez-leur-en d’abord une autre
}

# Qui nous sommes, sur le site public.
nav-who-we-are = Qui nous sommes
who-title = Qui nous sommes
who-about = Ici, des organismes, des institutions publiques, des employeurs et des personnes résidentes planifient ensemble pour que les nouveaux arrivants puissent s’établir, travailler et se sentir chez eux.
who-groups = Nos groupes
who-empty = Les groupes de ce partenariat ne figurent pas encore ici.
who-picture = Nos groupes en arbre
who-picture-description = { $n ->
    [one] Un groupe. La liste qui suit dit la même chose en mots.
   *[other] { $n } groupes, chacun dessiné sous celui dont il relève. La liste qui suit dit la même chose en mots.
}
who-counts = { $seats }, { $vacant }
who-seats = { $n ->
    [one] { $n } siège
   *[other] { $n } sièges
}
who-vacant = { $n ->
    [one] { $n } vacant
   *[other] { $n } vacants
}
who-no-seats = Aucun siège indiqué
who-no-seats-yet = Les sièges de ce groupe ne figurent pas encore ici.
who-a-partner = un partenaire
who-word = Type de groupe
who-outcome = Résultat visé
who-open = Réunions
who-open-yes = Ouvertes : toute personne peut venir et prendre la parole
who-closed = Ce groupe a pris fin le { $day }.
who-mandate = Mandat
who-seats-heading = Sièges
who-seats-caption = Qui siège ici
who-seat = Siège
who-for = Pour
who-holder = Titulaire
who-until = Jusqu’au
who-ex-officio = D’office
who-held = Occupé
who-names = Un nom paraît ici seulement si le siège et la personne sont publics. Pour joindre ce groupe, adressez-vous au bureau du partenariat.
who-names-title = Ce qui ne paraît pas ici
who-none-vacant = Tous les sièges sont occupés pour l’instant. Ce que vous envoyez est conservé pour le prochain appel.
who-interest = Dites-nous que vous aimeriez siéger
who-unlisted-vacant = { $n ->
    [one] Un siège vacant ne figure pas dans la liste.
   *[other] { $n } sièges vacants ne figurent pas dans la liste.
}
who-unlisted = { $n ->
    [one] Un autre siège est compté ici sans y figurer.
   *[other] { $n } autres sièges sont comptés ici sans y figurer.
}
who-reference = Cadre de référence
who-reference-adopted = Version { $n }, adoptée le { $day }
who-reference-about = Version { $n }, adoptée vers le { $day }
who-reference-signed = Télécharger la version signée
who-reference-earlier = Versions antérieures
who-vacant-seat = Vacant
who-awaited-seat = Une personne est attendue

# Qui siège et qui manque.
# used: table-by-* missing-*
missing-ask-partner = Demander à un partenaire
missing-invite = Inviter à se joindre au partenariat
missing-find = Trouver quelqu’un
table-title = { $name } : qui siège, qui manque
table-title-all = Qui siège à nos tables, qui manque
table-part = Qui manque
table-here = Qui siège ici
table-all = Tous les groupes
table-own = Ce groupe
table-below = Avec les groupes qui en relèvent
table-scopes = Quelle table
table-empty = Personne ne siège encore ici. Voici qui on pourrait s’attendre à y trouver.
table-lede = { $filled ->
    [0] Aucun siège n’est occupé ni sur le point de l’être, sur { $seats }.
    [one] { $filled } siège sur { $seats } est occupé ou le sera bientôt.
   *[other] { $filled } sièges sur { $seats } sont occupés ou le seront bientôt.
} { $vacant ->
    [0] Aucun n’est vacant.
    [one] { $vacant } est vacant.
   *[other] { $vacant } sont vacants.
}
table-how = Compté d’après ce que les sièges et les organismes disent d’eux-mêmes, jamais d’après le nom d’une personne.
table-by-category = Objet du siège
table-by-sector = Secteur
table-by-area = Territoire
table-by-language = Langue de service
table-shares = Sièges pourvus, répartition : { $quality }
table-seats = Sièges pourvus
table-share = Part
table-of = { $n } sur { $all }
table-silent = { $n ->
    [one] { $n } siège attribué à quelqu’un n’en dit rien.
   *[other] { $n } sièges attribués à quelqu’un n’en disent rien.
}
table-missing = { $n ->
    [0] Personne ne manque
    [one] Il en manque { $n }
   *[other] Il en manque { $n }
}
table-gaps = Absences : { $quality }
table-next = Prochaine étape
table-ask = À qui demander
table-fill = Siège à attribuer
table-fill-none = Aucun siège vacant ne convient.
table-fill-more = { $n ->
    [one] et { $n } autre siège
   *[other] et { $n } autres sièges
}
table-ask-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}

# La section et ses volets.
councils-title = Conseils
councils-parts = Volets de la section
councils-part-groups = Groupes
councils-part-seats = Sièges
councils-part-leaving = Fins de mandat
councils-part-expressions = Déclarations d’intérêt
councils-empty-why = Aucun groupe n’a encore été constitué.
councils-empty-example = En général, un conseil se trouve au sommet; des sous-conseils et des groupes de travail en relèvent.
about-day = vers le { $day }

# Les groupes.
kind-council = Groupe
kind-seat = Siège
kind-seat-category = Catégorie de siège
council-kind-council = Conseil
council-kind-sub-council = Sous-conseil
council-kind-working-group = Groupe de travail
council-kind-team = Équipe
council-kind-other = Groupe
council-seats = { $n ->
    [0] aucun siège
    [one] { $n } siège
   *[other] { $n } sièges
}
council-seats-of = { $n ->
    [one] { $n } siège attribué sur { $limit }
   *[other] { $n } sièges attribués sur { $limit }
}
council-vacant = { $n ->
    [one] { $n } vacant
   *[other] { $n } vacants
}
council-awaited = { $n ->
    [one] { $n } arrivée prévue
   *[other] { $n } arrivées prévues
}
council-closed = fermé
council-is-closed = Ce groupe est fermé. Ses sièges et son historique demeurent; plus rien de nouveau ne s’y passe.
council-outcome = Résultat visé
council-outcome-hint = Ce qui devrait être vrai un jour grâce à ce groupe, en une phrase.
council-mandate = Mandat
council-seats-heading = Sièges
council-seats-caption = Sièges par numéro
council-seats-empty-why = Ce groupe ne compte encore aucun siège.
council-vacancies = Sièges vacants
council-vacancies-count = { $n ->
    [0] aucun
    [one] { $n } vacant
   *[other] { $n } vacants
}
council-word = Son propre nom commun
council-word-hint = Le mot par lequel on désigne un tel groupe : table de concertation, comité. Laissez vide pour employer le mot de la catégorie.
council-open = Qui peut venir
council-open-yes = Toute personne peut venir et prendre la parole; les titulaires d’un siège décident
council-open-no = Les titulaires d’un siège et les personnes invitées
council-open-box = Toute personne peut venir et prendre la parole
council-history = Historique
council-history-link = { $n ->
    [one] { $n } version
   *[other] { $n } versions : qui a changé quoi
}
council-name = Nom
council-kind = Catégorie
council-parent = Relève de
council-parent-hint = Laissez vide pour un groupe au sommet.
council-position = Rang parmi ses voisins
council-position-hint = 0 vient en premier.
council-seat-limit = Nombre maximal de sièges
council-seat-limit-hint = Laissez vide s’il n’y a pas de maximum.
council-add = Constituer un groupe
council-edit = Modifier ce groupe
council-save = Enregistrer
council-conflict = Deux personnes ont modifié ce groupe
council-same-name-box = Les deux sont voulus : enregistrer quand même
council-add-public = Un nouveau groupe figure aussitôt sur votre page publique « Qui nous sommes », avec son nom, son résultat visé et son mandat.
council-close = Fermer
council-close-title = Fermer : { $name }?
council-close-explains = Ses sièges et son historique demeurent. Aucun nouveau siège n’est attribué et personne de nouveau n’y siège. Il disparaît de la liste des groupes de votre site public. Vous pouvez le rouvrir.
council-close-submit = Fermer ce groupe
council-bin-title = Mettre à la corbeille : { $name }?
council-bin-explains = Le groupe disparaît de toutes les pages avec ses sièges, y compris des pages publiques. On peut le retirer de la corbeille avec tout ce qui lui appartient.
council-reopen = Rouvrir
council-bin = Mettre à la corbeille

# Les sièges.
seat-numbered = Siège { $number }
seat-column = Siège
seat-number = Numéro
seat-council = Groupe
seat-category = À quel titre
seat-category-hint = Ce que le siège représente : conseils scolaires, expérience vécue, réseau en immigration francophone. Prenez un nom proposé s’il convient; un nouveau nom crée une nouvelle catégorie.
seat-organization = Organisme
seat-organization-hint = Seulement si le siège appartient à un organisme. La personne qui l’occupe peut changer.
seat-sector = Secteur
seat-holder = Titulaire
seat-holder-not-named = Non nommé dans la source
seat-holder-hidden = Connu du personnel
seat-holder-erased = Nom effacé
seat-holder-in-bin = À la corbeille
seat-alternate = Suppléance
seat-until = Jusqu’au
seat-state = État
seat-state-held = Occupé
seat-state-ending = Se termine bientôt
seat-state-ending-on = Se termine le { $day }
seat-state-unnamed = Occupé, non nommé
seat-state-awaited = Quelqu’un arrive bientôt
seat-state-awaited-from = À compter du { $day }
seat-state-vacant = Vacant
seat-state-vacant-since = Vacant depuis le { $day }
seat-chairing = Présidence
seat-chairing-chair = Présidence
seat-chairing-co-chair = Coprésidence
seat-chairing-vice-chair = Vice-présidence
seat-comes-with = Rattaché à
seat-ex-officio = D’office
seat-ex-officio-box = D’office : une fonction exercée ailleurs donne droit à ce siège
seat-visibility = Qui peut voir qui siège ici
seat-visibility-public = Tout le monde
seat-visibility-partners = Les personnes du partenariat
seat-visibility-staff = Le personnel seulement
seat-since = Existe depuis
seat-note = Note
seat-add = Attribuer un siège
seat-sits-named = Quelqu’un l’occupe : dites qui, ci-dessous
seat-sits-vacant = Personne encore : créer un siège vacant
seat-if-named = nécessaire si quelqu’un l’occupe
seat-edit = Modifier ce siège
seat-save = Enregistrer
seat-bin = Mettre ce siège à la corbeille
seat-bin-title = Mettre à la corbeille le siège « { $seat } »?
seat-bin-explains = Le siège disparaît de toutes les pages, avec l’historique des personnes qui y ont siégé. On peut le retirer de la corbeille; il reçoit alors un numéro libre. Seul un siège vacant peut y aller.
seat-vacant-since = Ce siège est vacant depuis le { $day } : trouvez quelqu’un.
seat-vacant-now = Ce siège est vacant : trouvez quelqu’un.
seat-vacant-from = Ce siège est vacant à compter du { $day } : trouvez quelqu’un, ou prolongez par un autre mandat.
seat-ask = Vous pourriez demander à :
seat-ask-nobody = Aucun organisme connu ici ne convient par son secteur. Quand vous avez trouvé quelqu’un, consignez-le ci-dessous.
seat-conflict = Deux personnes ont modifié ce siège
seat-history = Qui a siégé ici
seat-history-empty = Personne jusqu’à présent.
seat-changes = Ce qui a été changé sur ce siège, et par qui
seat-who-sits = Qui siège ici
seats-file = sieges
seats-caption = Sièges de tous les groupes
seats-search = Chercher dans les groupes, les titres et les organismes
seats-empty-why = Aucun groupe ne compte encore de siège.
seats-empty-example = Un siège représente quelque chose : « Conseils scolaires », occupé par Ngozi Pelletier pour le conseil scolaire du district jusqu’en juin 2029.
seats-empty-first = Vers les groupes
leaving-file = fins-de-mandat
leaving-title = Fins de mandat
leaving-caption = Mandats selon leur dernier jour
leaving-within = Dernier jour
leaving-within-days = d’ici { $n } jours
leaving-search = Chercher dans les sièges, les groupes, les organismes et les noms
leaving-nobody = Aucun mandat n’a de dernier jour.
leaving-nobody-example = Un mandat qui a un dernier jour, par exemple deux ans après le premier, paraît ici à temps pour le prochain appel.
leaving-nobody-first = Voir les sièges
leaving-lede = { $n ->
    [one] { $n } mandat a un dernier jour.
   *[other] { $n } mandats ont un dernier jour; le prochain vient en premier.
}

# Les mandats.
term-from = depuis le { $from }
term-from-about = depuis environ le { $from }
term-from-to = du { $from } au { $to }
term-from-about-to = d’environ le { $from } jusqu’au { $to }
term-left-resigned = Démission
term-left-replaced = L’organisme a désigné quelqu’un d’autre
term-left-ended = Le groupe y a mis fin
term-left-erased = Nom effacé
term-alternate = Suppléance : { $name }
term-new-holder = Une nouvelle personne siège ici
term-holder-hint = Choisissez une personne, ou cochez la case ci-dessous. Elle n’est pas dans la liste? Ajoutez-la d’abord aux personnes.
term-not-named = La source ne nomme pas la personne
term-starts-on = Premier jour
term-starts-about = Ce jour n’est connu qu’approximativement
term-ends-on = Dernier jour
term-ends-on-hint = Laissez vide si le mandat n’a pas de fin.
term-record = Consigner le mandat
term-leave = La personne part avant la fin
term-last-day = Dernier jour sur le siège
term-last-day-hint = Le siège est vacant à compter du lendemain.
term-box-ticked = oui
term-how = Motif
term-renew = La personne poursuit pour un autre mandat
term-renew-explains = Le mandat suivant commence le lendemain du { $day }.
term-correct = Corriger
term-correct-explains = Pour ce qui a été mal consigné : { $span }. Si la personne part, poursuit ou est remplacée, utilisez plutôt la page du siège. L’historique conserve ce qui figurait ici auparavant.
term-correct-submit = Corriger ce mandat
term-correct-why = Motif de la correction
term-correct-why-hint = Quelques mots pour l’historique : où l’erreur a été remarquée, ce que disent les documents.
term-left-on = Départ avant terme le
term-left-on-hint = Seulement si la personne est partie avant le dernier jour du mandat.
term-name-alternate = Désigner une suppléance

# Le cadre de référence.
reference-as-document = Mandat et plus récent cadre de référence en fichier Word
reference-title = Cadre de référence
reference-add = Consigner une nouvelle version
reference-empty-why = Aucune version n’a encore été consignée.
reference-empty-example = « Adopté en avril 2015 : sièges par catégories numérotées, appels deux fois l’an. »
reference-none = aucun consigné
reference-version = Version { $number }
reference-version-adopted = Version { $number }, adoptée le { $day }
reference-adopted = Date d’adoption
reference-adopted-about = Ce jour n’est connu qu’approximativement
reference-change = Ce qui a changé et pourquoi
reference-change-hint = Nécessaire à partir de la deuxième version.
reference-text = Texte
reference-older = Version plus ancienne
reference-newer = Version plus récente
reference-compare = Comparer
reference-compared = De la version { $older } à la version { $newer }
reference-removed = Retiré :
reference-added = Ajouté :
reference-signed = Version signée
reference-signed-hint = Un PDF, ou une image PNG ou JPEG, d’au plus { $megabytes } Mo.
reference-signed-public = Offrir ce fichier sur la page publique
reference-signed-none = aucun fichier
reference-signed-for-all = aussi sur la page publique
reference-signed-inside = dans l’espace de travail seulement
reference-signed-add = Ajouter la version signée
reference-signed-change = Remplacer le fichier ou changer qui le voit
reference-signed-title = Version signée de la version { $number }
reference-signed-kept = Fichier conservé : { $name }. Choisissez un fichier seulement pour le remplacer.
reference-signed-save = Conserver la version signée
reference-record = Consigner cette version

# Ce que dit la page suivante après un changement.
said-council-set-up = Le groupe est constitué.
said-council-changed = Le groupe est modifié.
said-council-closed = Le groupe est fermé.
said-council-reopened = Le groupe est rouvert.
said-council-binned = Le groupe est à la corbeille avec ses sièges. On peut l’en retirer.
said-seat-granted = Le siège est attribué.
said-seat-made-vacant = Le nouveau siège est créé. Personne ne l’occupe encore.
said-seat-changed = Le siège est modifié.
said-seat-binned = Le siège est à la corbeille. On peut l’en retirer.
said-term-recorded = Le mandat est consigné.
said-term-left = Le mandat prend fin avant terme. La page du siège indique à compter de quand il est vacant : trouvez quelqu’un.
said-term-corrected = Le mandat est corrigé. L’historique conserve ce qui y figurait auparavant.
said-term-renewed = La personne poursuit son mandat.
said-term-alternate = La suppléance est modifiée.
said-reference-signed = La version signée est conservée.
said-reference-recorded = La nouvelle version est consignée.

# Ce que dit l’historique.
audit-council-set-up = a constitué le groupe
audit-council-changed = a modifié le groupe
audit-council-closed = a fermé le groupe
audit-council-reopened = a rouvert le groupe
audit-council-binned = a mis le groupe à la corbeille
audit-council-restored = a retiré le groupe de la corbeille
audit-council-reference-signed = a conservé une version signée du cadre de référence
audit-council-terms-of-reference = a consigné une version du cadre de référence
audit-seat-granted = a attribué le siège
audit-seat-changed = a modifié le siège
audit-seat-binned = a mis le siège à la corbeille
audit-seat-restored = a retiré le siège de la corbeille
audit-seat-held = a consigné un mandat
audit-seat-resigned = a consigné un départ avant terme
audit-seat-corrected = a corrigé un mandat
audit-seat-import-undone = a annulé ce qu’une importation avait fait de ce siège
audit-seat-alternate = a changé la suppléance

# Sur les pages des organismes et des personnes.
panel-seats = Sièges
panel-group = Groupe
panel-holds = Y siège
panel-stands-in = Y remplace
panel-will = Y siégera bientôt
panel-held = Y a siégé
panel-removal = { $n ->
    [one] Cette personne a { $n } siège, mandat à venir ou suppléance compris. Il reste occupé tant que la personne est à la corbeille, et sa page ne montre aucun nom. Pour le libérer, mettez d’abord fin au mandat; une fois la fiche effacée, il est vacant.
   *[other] Cette personne a { $n } sièges, mandats à venir et suppléances compris. Ils restent occupés tant que la personne est à la corbeille, et leurs pages ne montrent aucun nom. Pour les libérer, mettez d’abord fin aux mandats; une fois la fiche effacée, ils sont vacants.
}

# Aujourd’hui.
today-term-of = Mandat qui prend fin : { $name }, { $seat }
today-term = Mandat qui prend fin : { $seat }
today-term-act = Renouveler ou remplacer
today-since = depuis le { $day }
today-vacant = { $n ->
    [one] Siège vacant : { $what }
   *[other] { $n } sièges vacants : { $what }
}
today-vacant-act = Pourvoir
today-expressions = { $n ->
    [one] { $n } personne aimerait siéger et attend une réponse
   *[other] { $n } personnes aimeraient siéger et attendent une réponse
}
today-expressions-act = Répondre

# Les déclarations d’intérêt dans l’espace de travail.
expressions-title = Déclarations d’intérêt
expressions-queues = Lesquelles
expressions-waiting = À traiter ({ $n })
expressions-kept = Conservées ({ $n })
expressions-answered = Traitées ({ $n })
expressions-empty-why = Il n’y a personne ici.
expressions-empty-example = « Je m’occupe de la patinoire de Hilltop et j’aimerais faire part au conseil de ce que les parents me disent. »
expression-read = Lire et répondre
expression-state = État
expression-state-received = Pas encore lue
expression-state-under-review = À l’étude
expression-state-kept = Conservée pour le prochain appel
expression-state-accepted = Siège attribué
expression-state-declined = Refusée
expression-received = Reçue le
expression-language = Langue
expression-agreed = A accepté
expression-words = Dans ses propres mots
expression-answer-heading = Réponse
expression-answered-on = Réponse donnée le { $day }
expression-review = J’en fais la lecture
expression-keep = La conserver pour le prochain appel
expression-conflict = Deux personnes y ont répondu
expression-typed = Ce que vous avez écrit, et qui n’a pas été envoyé
expression-no-vacancy = Ce groupe n’a aucun siège vacant à attribuer.
expression-accept = Attribuer un siège
expression-decline = Refuser
expression-person = La personne, si vous la connaissez déjà
expression-person-hint = Laissez vide pour l’ajouter aux personnes du partenariat.
expression-answer = Mot à la personne
expression-answer-hint = Il est envoyé par courriel. La personne a écrit en : { $language }.
expression-call-hint = Aucun courriel ne part : la personne souhaite qu’on l’appelle. Notez ce que vous lui dites; ces mots restent avec la réponse. Elle a écrit en : { $language }.
expression-tell-by-phone = Aucun courriel n’est parti. Prévenez la personne par téléphone :
expression-kept-until = Conservée jusqu’au
expression-erase = Effacer
expression-erase-title = Effacer ce que { $name } a écrit?
expression-erase-about = Le nom, l’adresse, le numéro, le texte et la réponse sont supprimés pour de bon, avec les courriels à ce sujet. C’est irréversible. Il reste qu’un effacement a eu lieu, quand, par qui et pourquoi, sans aucun nom.
expression-erase-seated = Un siège a été attribué à cette personne. Le siège et la fiche de la personne demeurent; la fiche s’efface sur sa propre page.
expression-erase-submit = Effacer pour de bon
expression-mail-subject = Votre souhait de siéger : { $council }
expression-mail-accepted = Bonjour { $name },

    Merci d’offrir de votre temps. Nous avons le plaisir de vous annoncer qu’un siège vous est attribué : { $council }, { $partnership }.
expression-mail-declined = Bonjour { $name },

    Merci d’offrir de votre temps. Nous ne pouvons pas vous attribuer de siège cette fois-ci : { $council }, { $partnership }.
expression-mail-seat = Votre siège : { $seat }
expression-mail-from-to = Du { $from } au { $to }
expression-mail-from = À partir du { $from }; aucun dernier jour n’est fixé
expression-mail-ask = Une question? Écrivez-nous ou appelez-nous : { $ways }
expression-mail-ask-office = Une question? Adressez-vous au bureau : { $partnership }.
seat-numbered-for = Siège { $number } : { $category }
rounds-title = Appels
rounds-empty = Aucun appel n’est fixé. Ce qui arrive est conservé jusqu’au prochain.
round-from-to = { $season } : du { $from } au { $to }
round-open = en cours
round-set = Fixer un appel
round-set-explains = Les déclarations conservées y entrent aussitôt.
round-season = Période de l’année
round-season-spring = Printemps
round-season-fall = Automne
round-season-other = Autre moment
round-opens-on = Premier jour
round-closes-on = Dernier jour
round-change = Modifier
round-change-about = Si l’appel n’est pas clos à son nouveau dernier jour, les déclarations conservées y entrent aussitôt. Aucune n’en sort.
round-save = Enregistrer l’appel
round-remove = Retirer cet appel
round-remove-about = Pour un appel fixé par erreur. Ce qui y est arrivé est conservé jusqu’au prochain. Un appel où quelqu’un a reçu une réponse demeure.
categories-title = Catégories de siège
categories-lead = Ce que les sièges représentent. La liste s’allonge quand un siège est attribué sous un nouveau nom; ici, on corrige un nom pour tous ses sièges et on retire ce qui ne sert plus.
categories-empty = Aucune catégorie pour l’instant. Le premier siège apporte la première.
categories-seats = { $n ->
    [one] { $n } siège
   *[other] { $n } sièges
}
categories-add = Ajouter une catégorie
categories-name = Nom
categories-change-about = { $n ->
    [0] Aucun siège ne relève de cette catégorie.
    [one] Le nouveau nom figurera dès lors à { $n } siège.
   *[other] Le nouveau nom figurera dès lors à { $n } sièges.
}
categories-save = Enregistrer le nom
categories-remove = Retirer de la liste

# Les déclarations d’intérêt sur le site public.
interest-title = Votre intérêt pour un siège
interest-name = Votre nom
interest-reach = Comment vous joindre?
interest-reach-hint = Un numéro de téléphone suffit.
reach-by-mail = Par courriel
reach-by-phone = Par téléphone
interest-email = Adresse de courriel
interest-email-hint = Nous vous y répondrons. Seuls le bureau et la présidence la voient.
interest-if-mail = nécessaire si nous devons vous écrire
interest-phone = Numéro de téléphone
interest-phone-hint = Quelqu’un vous appellera. Seuls le bureau et la présidence le voient.
interest-if-phone = nécessaire si nous devons vous appeler
interest-no-way = Donnez une adresse de courriel ou un numéro de téléphone, pour que quelqu’un puisse vous répondre
interest-no-mail = Donnez votre adresse de courriel, ou choisissez le téléphone ci-dessus
interest-no-phone = Donnez votre numéro de téléphone, ou choisissez le courriel ci-dessus
interest-speaks-for = Au nom de qui vous parleriez
interest-speaks-for-hint = Un organisme, un groupe, votre rue. Laissez vide si vous parlez en votre nom.
interest-body = Pourquoi vous aimeriez siéger ici
interest-body-hint = Quelques phrases dans n’importe quelle langue suffisent. Dites-nous ce qu’il vous faut pour venir : garde d’enfants, interprète, autre horaire.
interest-too-often = Beaucoup d’envois sont venus d’ici en peu de temps. Rien n’est perdu : envoyez de nouveau dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
interest-not-agreed = Cochez cette case. Sans votre accord, personne ici ne peut conserver ce que vous avez écrit ni vous répondre
interest-agreement = Votre accord
interest-consent = J’accepte que ce partenariat conserve ce que j’ai écrit ici et me réponde par courriel ou par téléphone au sujet de ce siège. Le tout est supprimé deux ans après la réponse. Sans réponse, il l’est deux ans après la fin de son appel ou, s’il n’y a pas eu d’appel, deux ans après son arrivée.
interest-send = Envoyer
interest-until = Ce que vous envoyez sera lu dans le cadre de l’appel en cours, ouvert jusqu’au { $day }.
interest-next = Le prochain appel commence le { $day }. Ce que vous envoyez d’ici là est conservé pour cet appel.
interest-kept = Ce que vous envoyez est conservé pour le prochain appel. Il y en a un au printemps et un à l’automne.
interest-received = C’est reçu
interest-received-explains = Merci. Quelqu’un lira ce que vous avez écrit et vous répondra de la façon que vous avez choisie, dans la langue de cette page. Si vous avez envoyé deux fois le même formulaire, il ne compte qu’une fois.
interest-receipt-subject = Nous avons bien reçu votre message : { $council }
interest-receipt-body =
    Bonjour,

    Nous avons bien reçu ce que vous nous avez envoyé au sujet d’un siège : { $council }.

    { $when } Quelqu’un le lit et vous répond à cette adresse.

    Ce que vous avez écrit est supprimé deux ans après la réponse. Sans réponse, il l’est deux ans après la fin de son appel ou, s’il n’y a pas eu d’appel, deux ans après son arrivée. D’ici là, vous pouvez en tout temps nous demander ce que nous détenons sur vous, le faire corriger ou le faire supprimer.

    { $partnership }
interest-receipt-tell = Vous n’avez rien envoyé, ou vous voulez changer quelque chose? Écrivez à { $mail } ou répondez à ce courriel.

# Les lettres à un groupe.
letter-write = Écrire à ce groupe
letter-to = { $n ->
    [0] Personne ne la reçoit par courriel
    [one] { $n } personne la reçoit
   *[other] { $n } personnes la reçoivent
}
letter-who = Qui
letter-copy = Adresses pour votre propre messagerie
letter-copy-explains = Collez-les dans le champ des copies conformes invisibles, pour que personne ne voie les autres.
letter-copy-rest = { $n ->
    [one] Seul le personnel connaît { $n } adresse : seule une lettre envoyée d’ici y parvient.
   *[other] Seul le personnel connaît { $n } adresses : seule une lettre envoyée d’ici y parvient.
}
letter-others = { $n ->
    [one] et { $n } personne dont seul le personnel connaît le nom
   *[other] et { $n } personnes dont seul le personnel connaît le nom
}
letter-withheld = { $n ->
    [one] { $n } personne ne reçoit pas de courriel : prévenez-la autrement
   *[other] { $n } personnes ne reçoivent pas de courriel : prévenez-les autrement
}
letter-no-address = aucune adresse connue
letter-no-consent = n’a pas consenti aux courriels
letter-no-wanted = a demandé le { $day } de ne plus recevoir de lettres
letter-same-address = partage son adresse avec une autre personne qui la reçoit
ask-room-councils = Groupes
ask-about-seat = Quelqu’un de chez vous prendrait-il ce siège : { $title }?
letter-subject = Objet
letter-body = Lettre
letter-body-hint = Commencez par ce que vous avez à dire : chaque courriel s’ouvre de lui-même par « Bonjour » et le nom, et se termine par la raison de l’envoi. Chaque personne le reçoit dans sa langue si vous écrivez dans cette langue; sinon, en anglais ou en français.
letter-alternates = Les suppléances aussi
letter-preview = Voir ce que chaque groupe lira
letter-preview-title = Votre lettre, telle que chaque groupe la lira
letter-not-sent-yet = Rien n’est encore parti.
letter-only-subject = L’objet est écrit aussi dans cette langue, mais pas la lettre : { $languages }. Qui lit cette langue y recevra l’objet, et la lettre dans une autre.
letter-only-body = La lettre est écrite aussi dans cette langue, mais pas l’objet : { $languages }. Qui lit cette langue y recevra la lettre, sous un objet dans une autre.
letter-group = { $n ->
    [one] Langue préférée – { $language } : { $n } personne
   *[other] Langue préférée – { $language } : { $n } personnes
}
letter-group-in = Vous n’avez pas écrit dans cette langue. La lettre leur parvient dans celle-ci : { $language }.
letter-subject-is = Objet :
letter-name-here = [nom]
letter-change = Modifier la lettre
letter-send-to = { $n ->
    [one] L’envoyer à { $n } personne
   *[other] Envoyer un courriel à chacune des { $n } personnes
}
letter-earlier = Lettres précédentes
letter-sent-by = { $n ->
    [one] { $name }, à { $n } personne
   *[other] { $name }, à { $n } personnes
}
letter-mail = Bonjour { $name },

    { $body }

    Vous recevez ce courriel parce que vous siégez ici, comme titulaire ou en suppléance : { $council }, { $partnership }.

said-expression-answered = La réponse est consignée.
said-expression-erased = La déclaration d’intérêt est effacée.
said-round-set = L’appel est fixé.
said-lead-added = L’organisme est désormais responsable de ce groupe.
said-lead-removed = L’organisme n’est plus responsable de ce groupe.
audit-council-lead-added = a ajouté un organisme responsable
audit-council-lead-removed = a retiré un organisme responsable
audit-organization-leads = l’a rendu responsable d’un groupe
audit-organization-leads-no-more = lui a retiré la responsabilité d’un groupe
leads-heading = Organismes responsables
leads-empty = Aucun organisme n’est encore responsable de ce groupe.
leads-empty-shown = Aucun organisme que vous pouvez voir n’est responsable de ce groupe.
leads-add = Ajouter un organisme responsable
leads-organization = Organisme
leads-hint = L’organisme qui porte le travail de ce groupe; en être responsable n’est pas y occuper un siège.
leads-remove = N’est plus responsable
leads-of-organization = Responsable de
said-round-changed = L’appel est modifié.
said-round-removed = L’appel est retiré. Ce qui y est arrivé est conservé.
said-category-saved = La catégorie est enregistrée.
said-category-removed = La catégorie est retirée de la liste.
audit-round-changed = a modifié l’appel
audit-round-removed = a retiré l’appel
audit-seat-category-added = a ajouté la catégorie de siège
audit-seat-category-changed = a renommé la catégorie de siège
audit-seat-category-removed = a retiré la catégorie de siège de la liste
said-letter-sent = La lettre est en route.
audit-round-set = a fixé un appel
audit-expression-received = a envoyé une déclaration d’intérêt
audit-expression-answered = a répondu à la déclaration d’intérêt
audit-expression-erased = a effacé la déclaration d’intérêt
audit-council-written-to = a écrit au groupe

# Ce que cette salle conserve sur les personnes.
# used: held-seats, purpose-*
held-seats = Sièges
held-seat = Siège
held-expression = Déclaration d’intérêt
purpose-council-letters = Lettres aux groupes
# used: way-in-*
way-in-seat = Demander un siège
way-in-seat-how = Les conseils, groupes de travail et équipes ont des sièges. La page de chaque groupe dit à quoi il travaille, quels sièges sont vacants et comment en demander un.

# used: fact-*
fact-council-word = Son propre mot pour ce qu’il est
fact-council-outcome = Résultat visé
fact-council-mandate = Mandat
fact-council-parent = Groupe dont il relève
fact-council-position = Rang parmi ses voisins
fact-council-open = Ouvert aux personnes intéressées
fact-council-seat-limit = Nombre maximal de sièges
fact-council-organization = Organisme
fact-organization-room-is-councils = { ask-room-councils }
fact-council-1 = Numéro
fact-council-2 = De quoi il s’agissait
fact-council-3 = Public
fact-seat-category = À quoi il sert
fact-seat-sector = Secteur
fact-seat-organization = Organisme
fact-seat-ex-officio = D’office
fact-seat-chairing = Présidence
fact-seat-since-on = Existe depuis
fact-seat-holder = Titulaire
fact-seat-alternate = Substitut
fact-seat-starts-on = Premier jour
fact-seat-starts-about = Premier jour approximatif
fact-seat-ends-on = Dernier jour
fact-seat-left = Départ
fact-seat-left-on = Départ le
fact-seat-left-how = Comment il a pris fin
fact-seat-left-how-is-resigned = Démission
fact-seat-left-how-is-replaced = Remplacement
fact-seat-left-how-is-ended = Fin du mandat
fact-seat-left-how-is-erased = Effacement
fact-seat-on = Le
fact-seat-how = Fin du mandat : motif
fact-seat-how-is-resigned = { fact-seat-left-how-is-resigned }
fact-seat-how-is-replaced = { fact-seat-left-how-is-replaced }
fact-seat-how-is-ended = { fact-seat-left-how-is-ended }
fact-seat-how-is-erased = { fact-seat-left-how-is-erased }
fact-seat-itself = Substitut
fact-seat-term = Mandat
fact-seat-agreed = Convenu
fact-seat-term-agreed-holder = Titulaire
fact-seat-term-agreed-alternate = Substitut
fact-seat-term-agreed-starts-on = Premier jour
fact-seat-term-agreed-starts-about = Premier jour approximatif
fact-seat-term-agreed-ends-on = Dernier jour
fact-seat-term-left-on = Départ le
fact-seat-term-left-how = Comment il a pris fin
fact-seat-term-left-how-is-resigned = { fact-seat-left-how-is-resigned }
fact-seat-term-left-how-is-replaced = { fact-seat-left-how-is-replaced }
fact-seat-term-left-how-is-ended = { fact-seat-left-how-is-ended }
fact-seat-term-left-how-is-erased = { fact-seat-left-how-is-erased }
fact-seat-category-itself = Nom
fact-round-1 = Moment de l’année
fact-round-1-is-spring = { round-season-spring }
fact-round-1-is-fall = { round-season-fall }
fact-round-1-is-other = { round-season-other }
fact-round-2 = Premier jour
fact-round-3 = Dernier jour
fact-round-4 = Déclarations d’intérêt qui y sont
fact-expression-itself = État
fact-expression-itself-is-received = { expression-state-received }
fact-expression-itself-is-under-review = { expression-state-under-review }
fact-expression-itself-is-kept = { expression-state-kept }
fact-expression-itself-is-accepted = { expression-state-accepted }
fact-expression-itself-is-declined = { expression-state-declined }
## Sièges venus d’une feuille de partenaires.
# used: import-seat-*
import-seat-council = Siège au conseil ou au groupe
import-seat-category = À quoi sert le siège
import-seat-from = Siège depuis le
import-seat-until = Siège jusqu’au
import-seat-any = Organisme partenaire
import-seat-unknown-body = Aucun de vos conseils ou groupes ne s’appelle « { $body } ». S’agit-il de l’un de ceux-ci : { $near }?
import-seat-several-bodies = Plusieurs de vos conseils et groupes s’appellent « { $body } » : { $near }. Écrivez le nom tel qu’il figure dans son adresse.
import-seat-no-bodies = Il n’y a encore aucun conseil ni groupe où siéger (« { $body } »). Créez-en d’abord un.
import-seat-nowhere = La ligne ne dit pas à quel conseil ou groupe; cela est laissé de côté.
import-seat-new = Obtient un nouveau siège : { $name }.
import-seat-taken = Occupe un siège vacant : { $name }.
import-seat-vacant = Un siège de cet organisme s’ajoute, vacant, car la ligne ne nomme personne : { $name }.
import-seat-known = Y siège déjà.
import-seat-category-added = « { $before } » s’ajoute à ce à quoi servent les sièges.
import-seat-binned = Un siège à la corbeille
# used: retention-*
retention-expression = Déclarations d’intérêt, au moment annoncé
