# Les mots des conseils, des sièges et des mandats, et des personnes qui souhaitent siéger.
# used: council-kind-* seat-state-* seat-chairing-* term-left-* round-season-* expression-state-* audit-*

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

# Qui nous sommes, sur le site public.
# used: who-kind-* who-chairing-*
nav-who-we-are = Qui nous sommes
who-title = Qui nous sommes
who-about = Organismes, institutions publiques, employeurs et résidents planifient ici ensemble, pour que les nouveaux arrivants puissent s’établir, travailler et trouver leur place.
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
who-word = Ce que c’est
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
who-holder-not-named = Occupé
who-holder-hidden = Occupé; le nom n’est pas public
who-interest = Dire que vous aimeriez y siéger
who-unlisted = { $n ->
    [one] Un autre siège est compté ici sans y figurer.
   *[other] { $n } autres sièges sont comptés ici sans y figurer.
}
who-reference = Cadre de référence
who-reference-adopted = Version { $n }, adoptée le { $day }
who-reference-about = Version { $n }, adoptée vers le { $day }
who-reference-earlier = Versions antérieures
who-kind-council = Conseil
who-kind-sub-council = Sous-conseil
who-kind-working-group = Groupe de travail
who-kind-team = Équipe
who-kind-other = Groupe
who-chairing-chair = Présidence
who-chairing-co-chair = Coprésidence
who-chairing-vice-chair = Vice-présidence
who-vacant-seat = Vacant
who-awaited-seat = Une personne est attendue

# Qui siège et qui manque.
# used: table-by-* missing-*
missing-ask-partner = Demander à un partenaire
missing-invite = Inviter à se joindre au partenariat
missing-find = Trouver quelqu’un
table-title = { $name } : qui siège, qui manque
table-title-all = Qui siège à nos tables, qui manque
table-all = Tous les groupes
table-own = Ce groupe
table-below = Avec les groupes qui en relèvent
table-scopes = Quelle table
table-empty = Personne ne siège encore ici. Voici qui on pourrait s’attendre à y trouver.
table-lede = { $filled } des { $seats } sièges sont occupés.
table-how = Compté d’après ce que les sièges et les organismes disent d’eux-mêmes, jamais d’après le nom d’une personne.
table-by-category = Objet du siège
table-by-sector = Secteur
table-by-area = Territoire
table-by-language = Langue de service
table-shares = Sièges occupés, répartition : { $quality }
table-seats = Sièges occupés
table-share = Part
table-of = { $n } sur { $all }
table-silent = { $n ->
    [one] { $n } siège occupé n’en dit rien.
   *[other] { $n } sièges occupés n’en disent rien.
}
table-missing = { $n ->
    [0] Personne ne manque
    [one] Il en manque { $n }
   *[other] Il en manque { $n }
}
table-gaps = Absences : { $quality }
table-next = Prochaine étape
table-ask = À qui demander
table-ask-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
