# Les mots du plan : ce qui a été demandé, qui le porte, où cela en est.
# never one: plan-too-deep plan-too-many plan-sheet-skips plan-edit-too-many
# used: charter-* plan-kind-* plan-state-* plan-stage-* plan-pattern-* plan-publicity-* plan-standing-* plan-role-* plan-month-* framework-is-* our-plan-shows-* our-plan-count-* panel-plan-* audit-* kind-* fact-* ask-room-* plan-letter-state-* plan-edited-* retention-* import-plan-into-* import-plan-year-* plan-sheet-skips milestone-* evidence-* recommendation-* said-*
# used: import-plan-who* import-plan-near* import-plan-state* import-plan-mark* import-plan-sum* import-plan-again* import-plan-quarter* plan-edit-tick-*
# milestone-* evidence-* recommendation-* said-*
# Pourquoi quelque chose n’a pas été fait.
plan-cycle = Une ligne ne peut pas se trouver sous elle-même ni sous une ligne qui est au-dessous d’elle. Choisissez une autre ligne au-dessus
plan-too-deep = Les lignes peuvent se trouver au plus à { $deepest } niveaux de profondeur. Choisissez une ligne plus haut
plan-too-many = Un plan compte au plus { $most } lignes
plan-no-such-parent = La ligne au-dessus ne figure plus dans ce plan. Choisissez-en une autre
plan-not-highest = Seuls les besoins et les priorités se trouvent tout en haut. Choisissez la ligne au-dessus
plan-wrong-order = Une ligne de ce genre ne se place pas là : l’ordre est besoin, priorité, but, action, projet. Choisissez un autre genre ou une autre ligne au-dessus
plan-wrong-order-below = Ce qui se trouve sous cette ligne n’irait pas sous son nouveau genre. Déplacez-le d’abord
plan-code-taken = Une autre ligne porte le code { $code }. Choisissez-en un autre
plan-has-below = { $count ->
    [one] Une ligne se trouve encore sous celle-ci. Déplacez-la ou mettez-la d’abord à la corbeille
   *[other] { $count } lignes se trouvent encore sous celle-ci. Déplacez-les ou mettez-les d’abord à la corbeille
}
plan-years-backwards = Écrivez une première et une dernière année, dans cet ordre et à 50 ans d’écart au plus
plan-years-lines-outside = { $count ->
    [one] { $count } ligne du plan se trouverait hors de ces années. Changez d’abord ses trimestres
   *[other] { $count } lignes du plan se trouveraient hors de ces années. Changez d’abord leurs trimestres
}
plan-quarters-backwards = Le dernier trimestre précède le premier
plan-quarters-outside = Le plan va de { $first } à { $last }. Choisissez des trimestres compris dans cette période
plan-ongoing-ends = Ce qui ne finit jamais n’a pas de dernier trimestre. Laissez l’un des deux de côté
plan-not-a-quarter = Choisissez un des trimestres
plan-month-elsewhere = Ce mois n’est pas dans le trimestre. Choisissez un de ses mois, ou un autre trimestre
plan-state-none = Seuls les actions et les projets sont menés par quelqu’un; eux seuls ont un état
plan-state-no-note = Dites pourquoi en quelques mots
plan-state-future = Choisissez le jour de la décision, aujourd’hui ou avant
plan-state-nothing-reported = Rien n’a été signalé pour cette ligne
plan-in-force-already = Ce plan est en vigueur
plan-only-reference = Ce plan est celui d’un autre organisme. Il est ici pour comparer
plan-without-lines = Ce plan n’a encore aucune ligne. Inscrivez d’abord ses lignes
plan-stage-not-a-direction = Seules les suites envisagées ont une étape
plan-stage-no-reason = Dites pourquoi elle recule ou prend fin
plan-wording-adopted = Ces mots ont été adoptés le { $on } et restent tels quels. Commencez une nouvelle version du plan pour d’autres mots
plan-wording-none = Il n’y a pas encore de mots exacts à adopter. Inscrivez-les d’abord
plan-wording-adopted-already = Ces mots sont adoptés
plan-wording-future = Choisissez le jour de la décision, aujourd’hui ou avant
plan-not-an-amount = Écrivez un nombre entier, { $most } au plus
plan-link-not-a-need = On ne répond qu’à des besoins, et un besoin ne répond pas à un autre. Choisissez un besoin
plan-link-not-continued = Seule une suite envisagée prolonge quelque chose, et seulement une action ou un projet
plan-link-same-framework = Choisissez une ligne d’un autre plan : dans un même plan, le dessus et le dessous le disent
plan-sheet-skips = La rangée { $row } se trouve au niveau { $step }, mais la précédente seulement au niveau { $before }. Ajoutez la rangée intermédiaire
plan-sheet-starts-below = La première rangée ne se trouve pas tout en haut
plan-sheet-wrong-order = La rangée { $row } est d’un genre qui ne se place pas là
plan-sheet-code-twice = La rangée { $row } porte le code { $code } d’une rangée précédente
plan-sheet-no-code = La rangée { $row } n’a pas de code
plan-sheet-above-unknown = Aucune rangée précédente ne porte le code { $code }. La ligne du dessus vient d’abord
plan-sheet-not-a-quarter = « { $typed } » n’est ni un trimestre ni un mois. Écrivez 2026-Q1, T1 2026 ou avril 2026
plan-sheet-not-a-year = « { $typed } » n’est pas une année. Écrivez-la comme 2026 ou 2026-27
plan-sheet-not-a-step = « { $typed } » n’est pas un niveau. Les lignes les plus hautes se trouvent au niveau 1
plan-sheet-base-moved-on = Quelqu’un a modifié le plan depuis que cette feuille lui a été comparée. Comparez-la de nouveau; rien n’a été repris
plan-sheet-says-nothing = La rangée ne nomme aucune ligne. Écrivez ce qui est à faire, ou laissez la rangée de côté
plan-sheet-nothing-above = Aucun domaine ne figure dans cette rangée ni avant. Écrivez le domaine dont elle relève
plan-edit-no-line = Aucune ligne n’a été choisie. Cochez des lignes dans le tableau, ou prenez toutes celles qu’il montre
plan-edit-too-many = On modifie au plus { $most } lignes à la fois. Resserrez le tableau
plan-edit-nothing-set = Choisissez ce qui doit changer
plan-edit-some-refused = { $count ->
    [one] Une ligne ne peut pas changer ainsi. On peut la laisser de côté
   *[other] { $count } lignes ne peuvent pas changer ainsi. On peut les laisser de côté
}
plan-edit-stays-behind = La ligne { $code } au-dessus d’elle est refusée et reste, celle-ci resterait donc avec elle
plan-edit-not-now = C’est déjà annulé, ou vieux de plus de 30 jours
plan-edit-changed-since = { $count ->
    [one] Une ligne a été modifiée depuis, donc rien n’a été annulé : { $codes }
   *[other] { $count } lignes ont été modifiées depuis, donc rien n’a été annulé : { $codes }
}
plan-slice-copied-already = Le code qu’aurait la copie de { $code } est déjà pris

# Genres, états, étapes.
kind-plan-node = Ligne d’un plan
kind-plan-framework = Plan
plan-kind-need = Besoin
plan-kind-priority = Priorité
plan-kind-goal = Objectif
plan-kind-action = Action
plan-kind-project = Projet
plan-kind-direction = Suite envisagée
plan-state = État
plan-state-not_started = Non commencée
plan-state-under_way = En cours
plan-state-on_track = En bonne voie
plan-state-behind = En retard
plan-state-stalled = Au point mort
plan-state-ongoing = En continu
plan-state-done = Achevée
plan-state-dropped = Abandonnée
plan-state-unknown = Inconnu
plan-stage-idea = Idée
plan-stage-seeking_funds = En quête de fonds
plan-stage-planned = Prévue
plan-stage-running = En marche
plan-stage-ended = Terminée
plan-pattern-inventory = Un inventaire est tenu à jour
plan-pattern-series = Une série a lieu
plan-pattern-signatories = Des signataires s’engagent
plan-pattern-publication = Quelque chose est publié
plan-pattern-policy = Une politique est adoptée
plan-pattern-care = On en prend soin en continu
plan-publicity-nothing = Le plan sans états
plan-publicity-confirmed = Ce que le conseil a confirmé
plan-publicity-released = Ce que le conseil a confirmé, et les signalements rendus publics
plan-standing-in-force = En vigueur
plan-standing-draft = Ébauche
plan-standing-past = Antérieur
plan-standing-reference = Pour comparer
plan-role-answers = Répond à
plan-role-continues = Prolonge
plan-role-towards = Contribue à
plan-month-1 = janvier
plan-month-2 = février
plan-month-3 = mars
plan-month-4 = avril
plan-month-5 = mai
plan-month-6 = juin
plan-month-7 = juillet
plan-month-8 = août
plan-month-9 = septembre
plan-month-10 = octobre
plan-month-11 = novembre
plan-month-12 = décembre
plan-month-of-year = { $month } { $year }
plan-quarter = T{ $n } de { $year }
plan-quarters-of-year = T{ $from } à T{ $to } de { $year }
plan-from-to = { $from } à { $to }
plan-from = dès { $from }
plan-until = jusqu’à { $to }
plan-ongoing = en continu
plan-ongoing-from = en continu dès { $from }
plan-roll = { $n } { $state }

# Lire le plan.
plan-title = Plan
plan-parts = Parties du plan
plan-part-tree = Arbre
plan-part-table = Tableau
plan-part-quarters = Par trimestre
plan-part-promises = Qui le porte
plan-part-frameworks = Tous les plans
plan-years = Années du plan
plan-year-empty = Rien n’est encore prévu pour cette année.
plan-work-of-year = Plan de travail de { $year }
plan-quarter-short = T{ $n }
plan-worked-on-in = prévu au { $quarter }
plan-by-council = Par conseil
plan-by-partner = Ce que les partenaires ont promis
plan-promises-empty = Personne ne pilote encore de ligne de ce plan.
plan-as-table = En tableau
plan-empty-why = Aucun plan n’est encore en vigueur ici.
plan-empty-example = Un plan communautaire sur cinq ans, avec des priorités, des buts et des actions, chacune pilotée par quelqu’un.
plan-no-lines-why = Ce plan n’a encore aucune ligne.
plan-no-lines-example = Commencez par un besoin ou une priorité; les buts et les actions se placent au-dessous.
plan-below = { $n ->
    [one] 1 ligne au-dessous
   *[other] { $n } lignes au-dessous
}
plan-table-caption = Lignes du plan
plan-table-search = Mots ou code
plan-year = Année
plan-file = plan

# Lignes.
line-add = Ajouter une ligne
line-add-below = Ajouter une ligne au-dessous
line-edit = Modifier
line-save = Enregistrer la ligne
line-conflict = Quelqu’un d’autre a modifié cette ligne
line-above = Ligne au-dessus
line-above-hint = Les besoins et les priorités peuvent se trouver tout en haut.
line-before = Avant quelle ligne
line-before-hint = Parmi les lignes qui s’y trouvent; laissé vide, elle vient en dernier.
line-below = Au-dessous
line-kind = Genre
line-code = Code
line-code-hint = Comme dans le document : 2.1, H2.1-1. Chaque code n’est donné qu’une fois.
line-title = En mots simples
line-title-hint = Une phrase que tout le monde comprend.
line-wording = Mots exacts
line-wording-hint = Tels qu’ils ont été décidés ou le seront. Une fois adoptés, ils restent.
line-note = Ce qu’il faut dire d’autre
line-lead = Pilote
line-partner = Pilote ou participe
line-partners = Partenaires
line-owner = Qui s’en occupe
line-asides = Nommés, pour l’équipe seulement
line-aside-name = { $name } (pour l’équipe seulement)
line-owner-hint = La personne qui dit où cela en est.
line-when = Quand
line-from = Premier trimestre
line-from-hint = Le plan va de { $first } à { $last }.
line-from-month = Mois de début
line-month-hint = Seulement s’il est connu : un mois du trimestre.
line-to-month = Mois de fin
line-to = Dernier trimestre
line-ongoing = Cela ne finit jamais
line-ongoing-yes = ne finit jamais
line-ongoing-no = a une fin
line-patterns = Preuves attendues
line-patterns-hint = Pour les actions et les projets : cochez tout ce qui convient.
line-stage = Étape
line-stage-hint = Pour les suites envisagées seulement.
line-stage-why = Pourquoi elle a reculé ou pris fin
line-seeking = Argent recherché, en dollars
line-secured = Argent trouvé, en dollars
line-in-kind = Aide en nature, valeur en dollars
line-volunteer-hours = Heures de bénévolat
line-money = Moyens
money-seeking = { $amount } $ recherchés
money-secured = { $amount } $ trouvés
money-in-kind = { $amount } $ en nature
money-volunteer-hours = { $amount ->
    [one] { $amount } heure de bénévolat
   *[other] { $amount } heures de bénévolat
}
line-history = Historique
line-history-link = { $n ->
    [one] Inchangée depuis qu’elle a été écrite
   *[other] { $n } versions
}
plan-state-voice = État qui compte
plan-reported = Signalé
plan-reported-for = { $state } (noté pour la personne responsable)
plan-state-legend = L’état qui compte est celui qui demande le plus d’attention : ce que la personne responsable a signalé ou qu’on a noté pour elle, ce que le conseil a confirmé ou ce que montrent les faits. La page d’une ligne montre les trois côte à côte.
line-how-far = Où cela en est
line-derived = D’après les faits
line-reported = La personne responsable signale
line-reported-for = Noté pour la personne responsable
line-reported-whom = pour { $name }
line-confirmed = Le conseil a confirmé
line-disputed = La personne responsable et le conseil ne disent pas la même chose.
line-disputed-for = Ce qui a été noté pour la personne responsable et ce que le conseil a confirmé ne concordent pas.
line-adopted-on = Adopté le { $day }.
line-not-adopted = Pas encore adopté.
line-links = Liens
link-add = Créer un lien
link-remove = Délier
link-role = Ce qu’elle est pour l’autre ligne
link-to = L’autre ligne
line-move = Déplacer
line-move-code = Les codes restent tels quels : cette ligne s’appelle toujours { $code }. Changez le code dans le formulaire de la ligne quand il ne convient plus.
line-move-there = Se trouve sous : { $line }
line-move-highest = Aucune ligne, parmi les plus hautes
line-move-show = Montrer les lignes qui s’y trouvent
line-move-title = Où placer { $code }?
line-move-explains = { $n ->
    [one] La ligne qui se trouve au-dessous la suit.
   *[other] { $n } lignes se trouvent au-dessous et la suivent.
}
line-bin = Mettre à la corbeille
line-bin-title = Mettre { $code } à la corbeille?
line-bin-changed = Quelqu’un d’autre a modifié cette ligne entre-temps. Voici ce qui a changé en dernier; rien n’est allé à la corbeille.
line-bin-explains = On peut ressortir la ligne de la corbeille, là où elle se trouvait. Entre-temps, son code est libre.

# Où en est une ligne.
state-report = Signaler où cela en est
state-report-title = Où en est { $code }?
state-report-for = Pour une ligne portée par d’autres, c’est indiqué comme noté par vous en leur nom, jusqu’à ce qu’ils le signalent eux-mêmes.
state-confirm = Noter ce que le conseil a confirmé
state-confirm-title = Qu’a confirmé le conseil au sujet de { $code }?
state-note = Quelques mots à ce sujet
state-note-hint = Nécessaire si c’est en retard, au point mort ou abandonné.
state-council = Quel conseil
state-decided-on = Jour de la décision
state-decision = Décision
state-decision-hint = Pour que d’autres la retrouvent : réunion du 17 septembre, décision 4.
report-release = Montrer le signalement au public
report-withhold = Ne plus montrer le signalement au public
report-release-box = Le public peut voir ce signalement
wording-adopt = Adopter les mots exacts
wording-adopt-title = Par quelle décision les mots de { $code } ont-ils été adoptés?
wording-adopt-explains = Ces mots resteront tels quels; d’autres mots demandent une nouvelle version du plan.

# Plans.
frameworks-title = Tous les plans
framework-add = Créer un plan
framework-edit = Modifier le plan
framework-conflict = Quelqu’un d’autre a modifié ce plan
framework-save = Enregistrer le plan
framework-title = Nom du plan
framework-about = Ce que c’est
charter = Ce qui nous guide
charter-hint = La charte du partenariat : un point par ligne. Dans un principe, un nom court placé avant un deux-points ressort en gras.
charter-purpose = Raison d’être
charter-goals = Objectifs
charter-principles = Principes
framework-source = D’où il vient
framework-source-hint = Seulement s’il n’a pas été écrit ici.
framework-edition = Ce que le document dit de sa version
framework-historical = Il est tiré d’un document ancien
framework-first-year = Première année
framework-last-year = Dernière année
framework-year-month = Ses années commencent en
framework-publicity = Ce que le public voit
framework-adopted-on = Adopté le
framework-levels = Comment le plan appelle ses niveaux
framework-levels-hint = Laissés vides, les mots habituels s’appliquent.
framework-level-one = { $kind } : une seule
framework-level-many = { $kind } : plusieurs
framework-version = version { $n }
framework-changes = Ce qui a changé depuis la version { $n }
framework-bring-into-force = Mettre en vigueur
framework-next-version = Commencer la version suivante
framework-is-draft = C’est une ébauche. Le public ne la voit pas.
framework-is-past = Ce plan n’est plus en vigueur.
framework-is-reference = C’est le plan d’un autre organisme, ici pour comparer.
framework-is-in-force = Ce plan est en vigueur.
changes-title = Ce qui a changé
changes-between = De la version { $old } à la version { $new }.
changes-none = Rien n’a changé.
changes-added = Nouveau ({ $n })
changes-gone = Disparu ({ $n })
changes-reworded = Modifié ({ $n })
changes-moved = Déplacé ({ $n })

# Notre plan, sur le site public.
our-plan-title = Notre plan
our-plan-about = Ce qui a été demandé, ce qui se fait et où cela en est.
our-plan-empty = Ce partenariat n’a pas encore publié son plan ici.
our-plan-historical = Ce plan est tiré d’un document ancien. Il montre ce qui était demandé alors, non ce qui se fait aujourd’hui.
our-plan-source = Source :
our-plan-shows-nothing = Cette page ne dit pas où en est chaque action.
our-plan-shows-confirmed = L’avancement de chaque action figure ici tel que le conseil l’a confirmé.
our-plan-shows-released = L’avancement de chaque action figure ici tel que le conseil l’a confirmé, ou tel que les responsables l’ont signalé ou fait noter.
our-plan-count = { $n } { $what }
our-plan-count-need = { $n ->
    [one] { $n } besoin
   *[other] { $n } besoins
}
our-plan-count-priority = { $n ->
    [one] { $n } priorité
   *[other] { $n } priorités
}
our-plan-count-goal = { $n ->
    [one] { $n } but
   *[other] { $n } buts
}
our-plan-count-action = { $n ->
    [one] { $n } action
   *[other] { $n } actions
}
our-plan-count-project = { $n ->
    [one] { $n } projet
   *[other] { $n } projets
}
our-plan-count-direction = { $n ->
    [one] { $n } suite envisagée
   *[other] { $n } suites envisagées
}
our-plan-confirmed-on = confirmé par le conseil le { $day }

# Sur d’autres pages.
panel-plan = Dans le plan
panel-plan-part = Rôle
panel-plan-lead = Pilote
panel-plan-partner = Participe
today-plan-until = jusqu’à { $quarter }
today-plan-open = Ouvrir
today-plan-reported = Signalé : { $state }
held-plan-lines = Lignes de plans dont elle s’occupe
held-plan-line = S’occupe de
held-plan-aside = Nommée pour l’équipe seulement

# Plans tirés de feuilles.
plan-sheet-take = Emporter le plan, y travailler, le rapporter
plan-sheet-bring = Apporter un plan depuis une feuille
import-plan-into = Ce que devient la feuille
import-plan-untitled = Plan de travail
import-plan-into-draft = Un plan à part, comme ébauche
import-plan-into-version = La version suivante du plan en vigueur, comme ébauche : les lignes se reconnaissent à leur code
import-plan-year = L’année des colonnes T1 à T4
import-plan-year-this = { $this }, l’année en cours
import-plan-year-next = { $next }, la suivante
import-plan-year-last = { $last }, la précédente
import-plan-in-words = « { $name } » reste en mots, que le public lit
import-plan-aside = « { $name } » n’est lu que par ceux qui écrivent le plan
import-plan-owner = { $name } s’occupe de la ligne
import-plan-who = « { $name } » n’est ni un groupe, ni un organisme, ni une personne des fiches. Un organisme qui devrait y être peut d’abord être ajouté aux partenaires; comparez ensuite de nouveau
import-plan-who-staff = Une personne, ou rien pour le public : seuls ceux qui écrivent le plan le lisent
import-plan-who-words = Un groupe ou un organisme : il reste en mots, que le public lit
import-plan-near = « { $name } » est presque le nom de quelqu’un dans les fiches. De qui s’agit-il?
import-plan-near-first = { $after }
import-plan-near-second = { $before }
import-plan-near-third = { $other }
import-plan-near-staff = { import-plan-who-staff }
import-plan-near-words = { import-plan-who-words }
import-plan-is = « { $name } » désigne { $after }
import-plan-state = Que dit « { $name } » de l’avancement?
import-plan-state-words = Rien : cela va dans la note
import-plan-state-not_started = { plan-state-not_started }
import-plan-state-under_way = { plan-state-under_way }
import-plan-state-on_track = { plan-state-on_track }
import-plan-state-behind = { plan-state-behind }
import-plan-state-stalled = { plan-state-stalled }
import-plan-state-ongoing = { plan-state-ongoing }
import-plan-state-done = { plan-state-done }
import-plan-state-dropped = { plan-state-dropped }
import-plan-state-noted = « { $name } » va dans la note
import-plan-mark = « { $name } » veut-il dire que quelque chose se fait dans ce trimestre?
import-plan-mark-words = Quelque chose se fait, et « { $name } » va dans la note
import-plan-mark-yes = Quelque chose se fait
import-plan-mark-no = Rien ne se fait
import-plan-sum = La ligne { $other } a l’air d’un total
import-plan-sum-leave = La laisser de côté
import-plan-sum-keep = C’est une ligne du plan
import-plan-again = La ligne { $other } dit exactement ce que dit la ligne { $n }
import-plan-again-leave = La laisser de côté
import-plan-again-keep = Elle est voulue deux fois
import-plan-code-out = « { $before } » est devenu « { $after } », avec le code { $name }
import-plan-quarter = T{ $n } de { $name }
import-plan-quarters = Du T{ $before } de { $name } au T{ $after } de { $other }
import-plan-quarter-from = À partir du T{ $n } de { $name }
import-plan-quarter-until = Jusqu’au T{ $n } de { $name }
import-plan-code-given = Elle reçoit le code { $after }
sheet-area = Domaine ou priorité
sheet-goal = Objectif
sheet-step = Niveau
sheet-title-en = En mots simples (anglais)
sheet-title-fr = En mots simples (français)
sheet-note-en = Ce qu’il faut dire d’autre (anglais)
sheet-note-fr = Ce qu’il faut dire d’autre (français)
sheet-wording-en = Mots exacts (anglais)
sheet-wording-fr = Mots exacts (français)
sheet-q1 = Premier trimestre de l’année
sheet-q2 = Deuxième trimestre de l’année
sheet-q3 = Troisième trimestre de l’année
sheet-q4 = Quatrième trimestre de l’année

# Plusieurs lignes à la fois, et revenir en arrière.
plan-edit-ticked = Modifier les lignes cochées
plan-edit-all = { $n ->
    [one] Modifier la ligne montrée
   *[other] Modifier les { $n } lignes montrées
}
plan-edit-tick-all = Cocher toutes les lignes montrées
plan-edit-tick-none = Tout décocher
plan-edit-tick = Choisir
plan-edit-title = Que faut-il changer?
plan-edit-lead = { $n ->
    [one] Une ligne est choisie. Ce qui reste vide demeure tel quel.
   *[other] { $n } lignes sont choisies. Ce qui reste vide demeure tel quel.
}
plan-edit-chosen = Les lignes choisies
plan-edit-new-lead = Pilote, à la place de qui pilotait
plan-edit-new-partner = Partenaire, en plus de qui participe
plan-edit-nobody = Personne
plan-edit-state = Ce qui est signalé
plan-edit-above = Déplacer sous quelle ligne
plan-edit-preview = Montrer ce qui changerait
plan-edit-preview-title = Ce qui changerait
plan-edit-caption = Ligne par ligne
plan-edit-line = Ligne
plan-edit-what = Ce qui change
plan-edit-same = reste telle quelle
plan-edit-refused = Refusé :
plan-edit-nothing = Rien ne changerait.
plan-edit-stale = Quelqu’un a modifié ces lignes depuis que vous les avez regardées. Rien n’a été fait; voici ce qui changerait maintenant.
plan-edit-do = { $n ->
    [one] Modifier cette ligne
   *[other] Modifier ces { $n } lignes
}
plan-edit-do-without = { $n ->
    [one] Laisser de côté ce qui est refusé et modifier une ligne
   *[other] Laisser de côté ce qui est refusé et modifier { $n } lignes
}
plan-edits-title = Changements de plusieurs lignes : revoir, annuler
plan-edits-none = Aucun changement de plusieurs lignes au cours des 30 derniers jours.
plan-edited-set = Lignes modifiées d’un coup
plan-edited-moved = Branche déplacée
plan-edited-sliced = Année copiée
plan-edit-undo = Annuler
plan-edit-undo-move = Annuler le déplacement
plan-edit-undo-explains = Tout est annulé, ou rien si quelqu’un a modifié une des lignes depuis. Ceci est gardé 30 jours.
plan-edit-undone = annulé
plan-edit-place = Rang
plan-edit-correct = Corriger ce qui change
plan-edit-undone-at = Annulé le { $when }
plan-edit-added = ajoutée
plan-edit-line-gone = Une ligne qui n’existe plus
plan-edit-line-binned = (à la corbeille)
plan-slice-title = Copier une année vers la suivante
plan-slice-explains = Les lignes comprises dans une seule année sont copiées vers la suivante, avec leurs liens et qui les porte, sans rien dire encore d’où elles en sont. Les moyens et les mots adoptés restent avec les anciennes. Ce qui est fait ou abandonné n’est pas coché au départ.
plan-slice-year = Année à copier
plan-slice-below = Seulement sous quelle ligne
plan-slice-narrow = Choisissez la ligne sous laquelle copier, une branche après l’autre.
plan-slice-retitle = Avec la nouvelle année dans ses mots :
plan-slice-show = Montrer
plan-slice-copy = Copie
plan-slice-empty = Aucune ligne n’est comprise dans cette seule année.
plan-slice-over = Son temps est passé : { $when }
plan-slice-do = Copier les lignes cochées
retention-plan-edit = Ce qui a été fait à plusieurs lignes d’un plan d’un coup, après 30 jours

# Ce qui est arrivé.
said-line-added = La ligne a été ajoutée.
said-line-changed = La ligne a été modifiée.
said-line-moved = La ligne a été déplacée.
said-line-binned = La ligne est à la corbeille.
said-line-linked = Les lignes sont liées.
said-line-unlinked = Le lien est défait.
said-line-reported = Votre signalement a été noté.
said-report-released = Le public peut voir le signalement.
said-report-withheld = Le public ne voit plus le signalement.
said-line-confirmed = Ce que le conseil a confirmé a été noté.
said-wording-adopted = Les mots sont adoptés.
said-lines-edited = Les lignes ont été modifiées.
said-edit-undone = C’est annulé.
said-slice-copied = L’année a été copiée.
said-framework-set-up = Le plan est créé, comme ébauche.
said-framework-changed = Le plan a été modifié.
said-framework-in-force = Le plan est en vigueur.
said-framework-version-begun = La version suivante commence comme ébauche.
audit-plan-framework-set-up = a créé le plan
audit-plan-framework-changed = a modifié le plan
audit-plan-framework-in-force = a mis le plan en vigueur
audit-plan-framework-superseded = a mis un autre plan en vigueur
audit-plan-framework-version-begun = a commencé cette version du plan
audit-plan-framework-edited = a modifié plusieurs lignes d’un coup
audit-plan-framework-edit-undone = a annulé ce qui avait été fait d’un coup
audit-plan-node-added = a ajouté la ligne
audit-plan-node-changed = a modifié la ligne
audit-plan-node-moved = a déplacé la ligne
audit-plan-node-binned = a mis la ligne à la corbeille
audit-plan-node-restored = a ressorti la ligne de la corbeille
audit-plan-node-reported = a signalé où cela en est
audit-plan-node-released = a montré le signalement au public
audit-plan-node-withheld = a retiré le signalement au public
audit-plan-node-confirmed = a noté ce que le conseil a confirmé
audit-plan-node-derived = a inscrit ce qui découle des faits
audit-plan-node-adopted = a adopté les mots exacts
audit-plan-node-linked = a lié la ligne
audit-plan-node-unlinked = a défait un lien

# Champs dans l’historique.
fact-plan-node-kind = Genre
fact-plan-node-code = Code
fact-plan-node-title = En mots simples
fact-plan-node-wording = Mots exacts
fact-plan-node-owner = Qui s’en occupe
fact-plan-node-span = Quand
fact-plan-node-span-from = Premier trimestre
fact-plan-node-span-to = Dernier trimestre
fact-plan-node-span-from-month = { line-from-month }
fact-plan-node-span-to-month = { line-to-month }
fact-plan-node-span-ongoing = Ne finit jamais
fact-plan-node-patterns = Preuves attendues
fact-plan-node-stage = Étape
fact-plan-node-stage-why = Pourquoi elle a reculé ou pris fin
fact-plan-node-money = Moyens
fact-plan-node-money-seeking = Argent recherché
fact-plan-node-money-secured = Argent trouvé
fact-plan-node-money-in-kind = Aide en nature
fact-plan-node-money-volunteer-hours = Heures de bénévolat
fact-plan-node-parties = Qui la porte
fact-plan-node-parties-part = Rôle
fact-plan-node-parties-who = Qui
fact-plan-node-parties-who-council = Instance
fact-plan-node-parties-who-organization = Organisme
fact-plan-node-parties-who-named = En mots
fact-plan-node-above = Ligne au-dessus
fact-plan-node-position = Place parmi ses voisines
fact-plan-node-state = État
fact-plan-node-on = Le
fact-plan-node-released = Montré au public
fact-plan-node-for-owner = Noté pour la personne responsable
fact-plan-node-council = Conseil
fact-plan-node-decision = Décision
fact-plan-node-role = Lien
fact-plan-node-to = L’autre ligne
fact-plan-framework-title = Nom du plan
fact-plan-framework-about = Ce que c’est
fact-plan-framework-purpose = { charter-purpose }
fact-plan-framework-goals = { charter-goals }
fact-plan-framework-principles = { charter-principles }
fact-plan-framework-source = D’où il vient
fact-plan-framework-edition = Ce que le document dit de sa version
fact-plan-framework-historical = Tiré d’un document ancien
fact-plan-framework-publicity = Ce que le public voit
fact-plan-framework-years = Années
fact-plan-framework-years-first = Première année
fact-plan-framework-years-last = Dernière année
fact-plan-framework-years-month = Mois où elles commencent
fact-plan-framework-adopted-on = Adopté le
fact-plan-framework-decision = Décision
fact-plan-framework-count = Nombre de lignes
fact-plan-framework-framework = Plan
fact-plan-node-kind-is-need = { plan-kind-need }
fact-plan-node-kind-is-priority = { plan-kind-priority }
fact-plan-node-kind-is-goal = { plan-kind-goal }
fact-plan-node-kind-is-action = { plan-kind-action }
fact-plan-node-kind-is-project = { plan-kind-project }
fact-plan-node-kind-is-direction = { plan-kind-direction }
fact-plan-node-state-is-not-started = { plan-state-not_started }
fact-plan-node-state-is-under-way = { plan-state-under_way }
fact-plan-node-state-is-on-track = { plan-state-on_track }
fact-plan-node-state-is-behind = { plan-state-behind }
fact-plan-node-state-is-stalled = { plan-state-stalled }
fact-plan-node-state-is-ongoing = { plan-state-ongoing }
fact-plan-node-state-is-done = { plan-state-done }
fact-plan-node-state-is-dropped = { plan-state-dropped }
fact-plan-node-stage-is-idea = { plan-stage-idea }
fact-plan-node-stage-is-seeking-funds = { plan-stage-seeking_funds }
fact-plan-node-stage-is-planned = { plan-stage-planned }
fact-plan-node-stage-is-running = { plan-stage-running }
fact-plan-node-stage-is-ended = { plan-stage-ended }
fact-plan-node-patterns-is-inventory = { plan-pattern-inventory }
fact-plan-node-patterns-is-series = { plan-pattern-series }
fact-plan-node-patterns-is-signatories = { plan-pattern-signatories }
fact-plan-node-patterns-is-publication = { plan-pattern-publication }
fact-plan-node-patterns-is-policy = { plan-pattern-policy }
fact-plan-node-patterns-is-care = { plan-pattern-care }
fact-plan-node-role-is-answers = { plan-role-answers }
fact-plan-node-role-is-continues = { plan-role-continues }
fact-plan-node-role-is-towards = { plan-role-towards }
fact-plan-node-parties-part-is-lead = { panel-plan-lead }
fact-plan-node-parties-part-is-partner = { panel-plan-partner }
fact-plan-framework-publicity-is-nothing = { plan-publicity-nothing }
fact-plan-framework-publicity-is-confirmed = { plan-publicity-confirmed }
fact-plan-framework-publicity-is-released = { plan-publicity-released }

# Demander où en sont les lignes et répondre par le lien d’une lettre.
kind-plan-letter = Lettre au sujet du plan
plan-letter-nobody = Choisissez au moins une personne
plan-letter-until = Choisissez un jour entre demain et le { $last }, où le lien prend fin
plan-letter-over = Cette lettre a déjà été annulée
plan-letter-nothing-said = Dites d’au moins une ligne où elle en est
plan-letter-changed = On ne peut plus écrire à une personne choisie. Revoyez la liste
plan-letter-state-waiting = En attente
plan-letter-state-answered = Avec réponse
plan-letter-state-ended = Lien échu
plan-letter-state-cancelled = Annulée
plan-letter-subject = Où en sont vos actions? { $partnership }
plan-letter-hello = Bonjour { $name },
plan-letter-asks = { $n ->
    [one] Vous vous occupez d’une ligne de notre plan ({ $partnership }). Dites-nous d’ici le { $day } où elle en est :
   *[other] Vous vous occupez de { $n } lignes de notre plan ({ $partnership }). Dites-nous d’ici le { $day } où elles en sont :
}
plan-letter-own-in = Les mots qui suivent ont été écrits dans une autre langue ({ $language }) :
plan-letter-link = Aucun compte n’est nécessaire. Ouvrez ce lien, choisissez un état pour chaque ligne et envoyez :
    { $link }
plan-letter-end = Le lien reste ouvert 30 jours : vous pouvez corriger ce que vous avez dit. Il est pour vous seulement; ne le transmettez à personne.
    { $partnership }
plan-letters = Lettres
plan-letters-file = lettres-au-sujet-du-plan
plan-letters-none = Personne n’a encore été interrogé.
plan-letter-to = À
plan-letter-answered = Réponses
plan-letter-of = { $answered } sur { $n }
plan-letter-until-on = Réponse d’ici le
plan-letter-sent-on = Envoyée
plan-letter-count = Nombre d’envois
plan-letter-email = Adresse de courriel
plan-letter-do = À faire
plan-letter-cancel = Annuler
plan-asking-title = Demander où cela en est
plan-asking-lead = Demandez à celles et ceux qui s’occupent des lignes où elles en sont. Chaque personne reçoit une seule lettre, dans sa langue, avec un lien pour répondre sans ouvrir de session. La demande est comptée auprès de son organisme.
plan-asking-no-plan = Les lettres portent sur un plan d’aujourd’hui. Le plan en vigueur est gardé comme historique, ou il n’y en a pas.
plan-asking-nobody = Personne à interroger : les lignes ouvertes n’ont personne qui s’en occupe ou les pilote et à qui l’on puisse écrire.
plan-asking-unreached = { $n ->
    [one] { $n } ligne pour laquelle on ne peut interroger personne
   *[other] { $n } lignes pour lesquelles on ne peut interroger personne
}
plan-asking-unreached-why = Parmi ceux qui s’occupent de ces lignes ou les pilotent, personne n’a à la fois une adresse et donné son accord pour qu’on lui écrive. Les groupes rendent compte par leur présidence, qui ouvre une session.
plan-asking-to = Qui interroger
plan-asking-lines = { $n ->
    [one] { $n } ligne
   *[other] { $n } lignes
}, { $owed ->
    [0] rien à signaler de plus ce trimestre
    [one] dont { $owed } pas encore signalée ce trimestre
   *[other] dont { $owed } pas encore signalées ce trimestre
}
plan-asking-waits = interrogée le { $day }, sans réponse
plan-asking-until = Réponse d’ici le
plan-asking-until-hint = Dans les 30 jours : ensuite, le lien prend fin.
plan-asking-words = Quelques mots de votre part
plan-asking-words-hint = Ils figurent dans la lettre, sous les lignes. Langues de celles et ceux que vous pouvez interroger : { $languages }. Les lettres dans une langue où vous ne les écrivez pas les portent sans traduction.
plan-asking-preview = Voir les lettres
plan-asking-preview-title = Ce qui sera lu
plan-asking-not-sent-yet = Rien n’a encore été envoyé.
plan-asking-each = { $n ->
    [one] Une lettre
   *[other] { $n } lettres, une par personne
}
plan-asking-untranslated = Vos propres mots ne sont pas écrits dans cette langue ({ $language }). Ces lettres les portent sans traduction, avec une ligne qui dit dans quelle langue ils sont.
plan-asking-group = { $language } : { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
plan-asking-subject = Objet :
plan-asking-link-here = (ici figure le lien personnel)
plan-asking-change = Modifier
plan-asking-send = { $n ->
    [one] Envoyer la lettre
   *[other] Envoyer { $n } lettres
}
plan-asking-line = Interroger qui s’en occupe
ask-room-plans = Plan
ask-about-plan = Dire où en sont vos lignes du plan
fact-organization-room-is-plans = { ask-room-plans }
mine-title = Mes actions
mine-lead = Ce dont vous vous occupez et ce que pilote votre organisme ou votre groupe. Dites une fois par trimestre où cela en est.
mine-none = Vous ne vous occupez d’aucune ligne ouverte du plan, et votre organisme ou votre groupe n’en pilote aucune.
mine-owed = Rien n’a été dit ce trimestre
mine-report = Signaler
mine-ask-us = Demandez à la coordination de le noter
today-plan-mine = { $n ->
    [one] { $n } de vos actions est sans nouvelles ce trimestre
   *[other] { $n } de vos actions sont sans nouvelles ce trimestre
}
today-plan-letters = { $n ->
    [one] { $n } lettre au sujet du plan est sans réponse
   *[other] { $n } lettres au sujet du plan sont sans réponse
}
reporting-title = Où en sont vos actions?
reporting-lead = Dites-nous d’ici le { $day } où en sont ces lignes de notre plan. Ce que vous laissez vide reste tel quel.
reporting-last = Dernier signalement : { $state }, { $day }
reporting-last-for = Noté en dernier pour la personne responsable : { $state }, { $day }
reporting-none-yet = Personne n’a encore dit où cela en est.
reporting-leave = Laissé vide, cela reste tel quel.
reporting-note = Quelques mots au sujet de { $code }
reporting-by = Votre nom
reporting-send = Envoyer
reporting-kept = Nous notons ce que vous dites avec votre nom et la date d’aujourd’hui. La coordination et les conseils le lisent; le public ne le voit que confirmé ou rendu public.
reporting-nothing-left = Vous ne vous occupez plus d’aucune de ces lignes : il n’y a rien à dire. Si c’est une erreur, écrivez-nous.
reporting-gone-title = Ce lien ne fonctionne plus
reporting-gone = Il a pris fin après 30 jours, a été annulé ou n’a pas été copié en entier. L’ouvrir n’a rien changé. Écrivez-nous : nous vous en enverrons un autre ou noterons ce que vous nous direz.
reporting-correct = Corriger
reported-title = Merci
reported-explains = Ce que vous avez dit a été noté. Jusqu’au { $day }, vous pouvez le corriger par le même lien.
retention-plan-letter = Lettres demandant où en sont les lignes, un an après la fin de leur lien
held-plan-letters = Lettres au sujet des lignes des plans
held-plan-letter = A été interrogée sur l’avancement de lignes
said-plan-letters-sent = Les lettres sont parties.
said-plan-letter-cancelled = La lettre a été annulée. Son lien n’ouvre plus rien.
audit-plan-letter-sent = a envoyé la lettre
audit-plan-letter-answered = a répondu à la lettre
audit-plan-letter-cancelled = a annulé la lettre

# Ce qui accompagne les lignes : jalons, constats sur les besoins, recommandations.
plan-record-not-done = Seuls les actions et les projets ont des jalons
plan-record-not-a-need = Seuls les besoins ont des constats
plan-record-future = Choisissez aujourd’hui ou un jour passé
plan-record-answer-before = La réponse précède la demande. Revoyez les deux jours
plan-record-still-awaited = Un jour est inscrit, mais aucune réponse n’est dite reçue. Choisissez la réponse
plan-record-to-nobody = Choisissez un organisme ou dites en mots à qui elle s’adresse
plan-record-names-a-person = Le nom d’une personne qui figure dans vos dossiers se trouve ici. Dites-le en termes généraux : une mère, une infirmière, quelqu’un à l’usine
plan-record-save = Enregistrer
plan-record-remove = Retirer
plan-record-removal-explains = Cela n’accompagnera plus la ligne. L’historique de la ligne garde ce qui était dit.
plan-record-changed = Quelqu’un d’autre l’a modifié entre-temps. Ce que vous avez écrit se trouve ci-dessous; l’enregistrer le met à la place.
plan-record-theirs = Ce qui est inscrit maintenant
milestones = Jalons
milestone-add = Ajouter un jalon
milestone-edit = Modifier le jalon
milestone-remove-title = Retirer ce jalon?
milestone-title = Ce qui est atteint
milestone-due-on = D’ici le
milestone-done-on = Atteint le
milestone-reach = Atteint aujourd’hui
milestone-reached-on = atteint le { $day }
milestone-late = en retard : prévu pour le { $day }
milestone-due = prévu pour le { $day }
milestone-open = sans date
evidence = Ce qui en témoigne
evidence-add = Ajouter un constat
evidence-edit = Modifier le constat
evidence-remove-title = Retirer ce constat?
evidence-kind = Genre
evidence-kind-research = Recherche
evidence-kind-figure = Donnée
evidence-kind-voice = Voix
evidence-what = Ce qui est dit
evidence-what-hint = Pour une voix, ses mots; jamais le nom d’une personne.
evidence-figure = Chiffre
evidence-unit = Ce que compte le chiffre
evidence-unit-hint = Par exemple : des 90 visites.
evidence-source = Source, ou qui l’a dit
evidence-source-hint = Pour une voix, en termes généraux : une mère, dans un cercle. Jamais un nom.
evidence-place = Lieu
evidence-link = Où le lire
recommendations = Recommandations
recommendations-file = recommandations
recommendations-search = Mots de la recommandation
recommendations-where = Une recommandation s’écrit à la ligne du plan dont il s’agit : ouvrez la ligne, puis « Recommandations ».
recommendations-none = Rien n’a encore été recommandé à quelqu’un de l’extérieur.
recommendations-example = À un conseil scolaire : des soirées de parents en deux langues, pour que les parents viennent. Elle accompagne la ligne dont il s’agit.
recommendation-add = Ajouter une recommandation
recommendation-edit = Modifier la recommandation
recommendation-remove-title = Retirer cette recommandation?
recommendation-line = Ligne
recommendation-organization = À quel organisme
recommendation-named = À qui, en mots
recommendation-named-hint = Quand l’organisme ne figure pas dans vos dossiers, ou le service concerné.
recommendation-to = Destinataire
recommendation-barrier = Ce qui fait obstacle
recommendation-wording = Ce qui est recommandé
recommendation-on = Envoyée le
recommendation-expected-on = Réponse attendue d’ici le
recommendation-reply = Réponse
recommendation-reply-awaited = Attendue
recommendation-reply-accepted = Acceptée
recommendation-reply-partly = En partie
recommendation-reply-refused = Refusée
recommendation-reply-unknown = Inconnue
recommendation-replied-on = Répondu le
recommendation-reply-note = Ce qui a été dit
recommendation-outcome = Ce qui en est sorti
recommendation-released = Le public peut la lire
recommendation-overdue = en retard
today-recommendation = Réponse attendue : { $to }
today-recommendation-nobody = Une recommandation attend sa réponse
recommendation-organization-kept = Tel quel (à la corbeille)
said-milestone-added = Le jalon a été ajouté.
said-milestone-changed = Le jalon a été modifié.
said-milestone-removed = Le jalon a été retiré.
said-milestone-reached = Le jalon est atteint.
said-evidence-added = Le constat a été ajouté.
said-evidence-changed = Le constat a été modifié.
said-evidence-removed = Le constat a été retiré.
said-recommendation-added = La recommandation a été ajoutée.
said-recommendation-changed = La recommandation a été modifiée.
said-recommendation-removed = La recommandation a été retirée.
audit-plan-node-milestone-added = a ajouté un jalon
audit-plan-node-milestone-changed = a modifié un jalon
audit-plan-node-milestone-removed = a retiré un jalon
audit-plan-node-milestone-reached = a noté qu’un jalon est atteint
audit-plan-node-evidence-added = a ajouté un constat sur le besoin
audit-plan-node-evidence-changed = a modifié un constat sur le besoin
audit-plan-node-evidence-removed = a retiré un constat sur le besoin
audit-plan-node-recommendation-added = a ajouté une recommandation
audit-plan-node-recommendation-changed = a modifié une recommandation
audit-plan-node-recommendation-removed = a retiré une recommandation
fact-plan-node-milestone = Jalon
fact-plan-node-milestone-title = { milestone-title }
fact-plan-node-milestone-due-on = { milestone-due-on }
fact-plan-node-milestone-done-on = { milestone-done-on }
fact-plan-node-evidence = { evidence }
fact-plan-node-evidence-kind = { evidence-kind }
fact-plan-node-evidence-what = { evidence-what }
fact-plan-node-evidence-figure = { evidence-figure }
fact-plan-node-evidence-unit = { evidence-unit }
fact-plan-node-evidence-source = { evidence-source }
fact-plan-node-evidence-place = { evidence-place }
fact-plan-node-evidence-year = { plan-year }
fact-plan-node-evidence-link = { evidence-link }
fact-plan-node-evidence-kind-is-research = { evidence-kind-research }
fact-plan-node-evidence-kind-is-figure = { evidence-kind-figure }
fact-plan-node-evidence-kind-is-voice = { evidence-kind-voice }
fact-plan-node-recommendation = Recommandation
fact-plan-node-recommendation-organization-id = { recommendation-organization }
fact-plan-node-recommendation-organization = { recommendation-organization }
fact-plan-node-recommendation-named = { recommendation-named }
fact-plan-node-recommendation-barrier = { recommendation-barrier }
fact-plan-node-recommendation-wording = { recommendation-wording }
fact-plan-node-recommendation-recommended-on = { recommendation-on }
fact-plan-node-recommendation-expected-on = { recommendation-expected-on }
fact-plan-node-recommendation-reply = { recommendation-reply }
fact-plan-node-recommendation-replied-on = { recommendation-replied-on }
fact-plan-node-recommendation-reply-note = { recommendation-reply-note }
fact-plan-node-recommendation-outcome = { recommendation-outcome }
fact-plan-node-recommendation-released = { recommendation-released }
fact-plan-node-recommendation-reply-is-awaited = { recommendation-reply-awaited }
fact-plan-node-recommendation-reply-is-accepted = { recommendation-reply-accepted }
fact-plan-node-recommendation-reply-is-partly = { recommendation-reply-partly }
fact-plan-node-recommendation-reply-is-refused = { recommendation-reply-refused }
fact-plan-node-recommendation-reply-is-unknown = { recommendation-reply-unknown }

# Les cadres d’autres organismes.
plan-reference-title = Cadres auxquels comparer votre plan
plan-reference-lead = Des noms seulement, chacun avec sa source. Une fois le cadre repris, les lignes de votre plan peuvent être liées aux siennes : « contribue à ».
plan-reference-take = L’ajouter à nos plans
said-plan-reference-taken = Le cadre figure maintenant parmi vos plans. Liez vos lignes aux siennes.
