# Mobilisation : qui participe et qui devrait participer.
# used: retention-* asking-asker-* asking-state-* asking-decide-* audit-* kind-* said-* held-* purpose-* way-in-*
kind-joining = Demande de participation
outreach-title = Mobilisation
outreach-lead = Qui participe, qui devrait participer, et ce qui attend une réponse.
outreach-parts = Volets de la mobilisation
outreach-part-all = En bref
outreach-public-page = Voir la page publique « Participer »
outreach-to-bin = Mettre à la corbeille
outreach-bin-title = Mettre { $name } à la corbeille?
outreach-bin-explains = L’élément disparaît des listes et des comptes. Il peut ressortir de la corbeille tel quel.
outreach-bin-submit = Mettre à la corbeille
said-outreach-binned = C’est dans la corbeille, d’où cela peut ressortir.

# Participer, sur le site public.
nav-get-involved = Participer
involved-title = Participer
involved-lead = Organismes, groupes informels et personnes sont les bienvenus. Il ne faut ni compte ni papier.
involved-ways = Façons de participer
involved-write = Nous écrire
involved-write-how = Dites-nous ce que vous aimeriez faire : adhérer comme organisme, donner un peu de temps, ouvrir une porte. Une personne vous répond.
involved-form = Dites-nous ce que vous aimeriez faire
involved-reach = Ou joignez-nous directement
asking-asker = Qui demande
asking-asker-organization = Un organisme
asking-asker-group = Un groupe informel
asking-asker-person = Une personne
asking-organization = Nom de l’organisme ou du groupe
asking-organization-needed = nécessaire pour un organisme ou un groupe
asking-sector = Secteur
asking-name = Votre nom
asking-email = Adresse courriel
asking-email-hint = Nous y répondons. Personne ne la voit hors du bureau et des présidences.
asking-phone = Téléphone
asking-reach-needed = l’un des deux est nécessaire
asking-wish = Ce que vous aimeriez faire
asking-wish-hint = Quelques phrases suffisent, dans la langue de votre choix.
asking-languages = Langues que vous parlez
asking-languages-hint = Autres que la langue de cette page.
asking-agreement = Votre accord
asking-consent = J’accepte que ce partenariat conserve ce que j’ai écrit ici et me réponde. Le tout est supprimé deux ans après la réponse ou, sans réponse, deux ans après la réception, ou plus tôt si je le demande.
asking-send = Envoyer
asking-received = C’est reçu
asking-received-explains = Merci. Une personne lit ce que vous avez écrit et vous répond dans les cinq jours ouvrables, dans la langue de cette page.
asking-received-home = Retour à l’accueil
asking-not-agreed = Cochez cette case. Sans votre accord, personne ici ne peut conserver ce que vous avez écrit ni vous répondre
asking-no-organization = Écrivez le nom de l’organisme ou du groupe, ou choisissez « Une personne »
asking-no-reach = Écrivez une adresse courriel ou un numéro de téléphone, pour que nous puissions répondre
asking-decided = La suite de cette demande est déjà décidée. Rien n’a été changé
asking-no-words = Écrivez ce que vous répondez. Personne ne reste sans un mot
asking-too-often = Beaucoup d’envois sont venus d’ici en peu de temps. Rien n’est perdu : envoyez de nouveau dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
asking-near = Un nom presque identique figure déjà ici. Choisissez-le, ou dites que c’en est un autre
asking-receipt-subject = Nous avons reçu ce que vous avez écrit : { $partnership }
asking-receipt-body =
    Bonjour,

    Nous avons reçu votre demande de participation. Une personne la lit et vous répond dans les cinq jours ouvrables.

    Ce que vous avez écrit est supprimé deux ans après la réponse ou, sans réponse, deux ans après la réception. D’ici là, vous pouvez en tout temps demander ce que nous détenons à votre sujet, le faire corriger ou le faire supprimer.

    { $partnership }
asking-receipt-tell = Vous n’avez pas envoyé cela, ou voulez changer quelque chose? Écrivez à { $mail }, ou répondez à ce courriel.
asking-mail-subject = Votre demande de participation : { $partnership }
asking-mail-body =
    Bonjour { $name },

    { $words }

    { $partnership }

# La file.
asking-title = Demandes de participation
asking-lead = Ce que des organismes, des groupes et des personnes ont écrit à « Participer ». Chaque demande reçoit une réponse dans les cinq jours ouvrables; celles qui attendent viennent en premier.
asking-file = demandes-de-participation
asking-search = Chercher un nom
asking-empty = Personne n’a encore écrit à « Participer ».
asking-empty-example = Le cercle de couture de la rue des Ormes écrit en français qu’il aimerait ouvrir ses portes le mardi; vous répondez en français et l’inscrivez comme partenaire.
asking-who = Qui
asking-their-name = Nom de la personne
asking-their-wish = Ce qui est souhaité
asking-their-languages = Langues parlées
asking-state = État
asking-state-new = Nouvelle
asking-state-answered = Réponse donnée
asking-state-partner = Partenaire
asking-state-volunteer = Bénévole
asking-state-not-now = Pas maintenant
asking-received-on = Reçue
asking-answered-by = { $day }, par { $who }
asking-lang = Langue de la réponse
asking-agreed = Accord donné
asking-became = Ce qui en est issu
asking-waiting = { $n ->
    [0] aucune n’attend
    [one] { $n } attend une réponse
   *[other] { $n } attendent une réponse
}
asking-answer = Répondre
asking-answer-given = La réponse
asking-answer-submit = Envoyer la réponse
asking-answer-record = Noter la réponse
asking-again = Répondre une autre fois
asking-again-mailed = Cette demande a reçu une réponse le { $day }. Ce que vous écrivez maintenant part dans un second courriel et prend ici la place de la première réponse.
asking-again-recorded = Cette demande a reçu une réponse le { $day }. Ce que vous écrivez maintenant prend ici la place de la première.
asking-decision = Ce que vous décidez
asking-decide-answered = Répondre, et laisser la suite ouverte
asking-decide-not-now = Pas maintenant
asking-words = Vos mots
asking-words-mailed = Ils partent par courriel. Langue de la demande : { $language }.
asking-words-called = Il n’y a qu’un numéro de téléphone. Appelez, puis écrivez ici ce qui a été dit. Langue de la demande : { $language }.
asking-becomes = La suite
asking-make-partner = En faire un partenaire
asking-make-partner-submit = Inscrire comme partenaire
asking-make-volunteer = Inscrire la personne comme bénévole
asking-make-volunteer-submit = Inscrire la personne
asking-note = Note du personnel
asking-note-hint = Vue seulement par la coordination et les présidences.
asking-note-submit = Conserver la note
asking-conflict = Quelqu’un d’autre a changé cette demande
asking-changed-meanwhile = Quelqu’un d’autre a changé cette demande entre-temps. État actuel : { $state }. Ce que vous avez écrit est ci-dessous; l’envoyer de nouveau s’ajoute à ce qui est là.
asking-which = Est-ce l’un de ceux-ci?
asking-which-hint = Leur nom est presque le même. Celui qui est déjà ici adhère; personne n’est inscrit deux fois.
asking-name-too = En anglais ou en français aussi. Le nom que le groupe se donne reste à côté.
asking-is-new = Non, c’en est un autre
asking-visibility = Qui peut le voir
asking-joined-on = A adhéré le
asking-speaker = Qui le représente
asking-person = Quelle personne
asking-person-hint = La personne qui a écrit. L’adresse courriel et le téléphone sont conservés avec une nouvelle personne, pour le personnel.
asking-person-new = Une nouvelle personne, avec le nom ci-dessous
asking-person-nobody = Personne pour l’instant
said-asking-answered = La réponse est notée, et envoyée s’il y a une adresse courriel.
said-asking-noted = La note est conservée.
said-asking-decided = C’est décidé, et conservé avec la demande.
audit-joining-received = a demandé à participer
audit-joining-answered = a répondu à la demande
audit-joining-decided = a décidé de la suite de la demande
audit-joining-noted = a changé la note
audit-joining-erased = a effacé la demande de participation
audit-joining-binned = a mis la demande à la corbeille
audit-joining-restored = a sorti la demande de la corbeille
today-joinings = { $n ->
    [one] { $n } demande de participation attend une réponse
   *[other] { $n } demandes de participation attendent une réponse
}
today-joinings-act = Répondre
today-answer-by = d’ici le { $day }
today-answer-late = en retard depuis le { $day }
panel-joining = A demandé à participer
panel-joining-line = { $name }, { $day }
retention-joining = Demandes de participation, deux ans après la réponse ou, sans réponse, après leur réception; 90 jours à la corbeille
retention-enquiry = Ce qui est personnel dans les questions, un an après la réponse ou, sans réponse, après leur réception; 90 jours à la corbeille
outreach-erase = Effacer
outreach-erase-title = Effacer ce qui est conservé sous « { $name } »?
outreach-erase-submit = Effacer pour de bon
joining-erase-about = Les noms, l’adresse, le numéro, le texte, la réponse et la note sont supprimés pour de bon, avec les courriels à ce sujet. C’est irréversible. Il reste qu’un effacement a eu lieu, quand, par qui et pourquoi, sans aucun nom. L’organisme ou la personne qui en est issu demeure avec les partenaires.
enquiry-erase-about = La question, le nom, l’adresse, le numéro et la réponse sont effacés pour de bon, avec les courriels à ce sujet. C’est irréversible. Le sujet, la langue et le territoire restent et continuent de compter; il reste aussi qu’un effacement a eu lieu, quand, par qui et pourquoi, sans aucun nom.
said-outreach-erased = C’est effacé pour de bon.
held-outreach = Ce qui a été envoyé par « Participer »
held-joining = Demande de participation
purpose-joining = Réponses à une demande de participation

# Partenaires pressentis : qui devrait être à la table.
# used: prospect-stage-* growth-by-*
kind-prospect = Partenaire pressenti
asking-person-needed = nécessaire pour une nouvelle personne
prospects-title = Partenaires pressentis
prospects-lead = Les organismes, groupes et personnes qui devraient être à la table et n’y sont pas encore : pourquoi, qui les connaît, et le prochain pas avec sa date.
prospects-file = partenaires-pressentis
prospects-search = Chercher un nom
prospects-empty = Aucun partenaire pressenti n’est encore inscrit.
prospects-empty-example = La mosquée de la rue des Ormes : deux cents familles, personne à la table. Amina connaît l’imam; l’appeler d’ici jeudi.
prospects-open = { $n ->
    [0] rien d’ouvert
    [one] { $n } ouvert
   *[other] { $n } ouverts
}
prospect-add = Inscrire un partenaire pressenti
prospect-add-submit = Inscrire
prospect-edit = Modifier
prospect-name = Nom
prospect-kind = Ce que c’est
prospect-sector = Secteur
prospect-area = Territoire
prospect-languages = Langues
prospect-why = Pourquoi leur place est à la table
prospect-why-hint = Les gens qu’ils rejoignent et que personne d’autre à la table ne rejoint.
prospect-next = Prochain pas
prospect-next-hint = Une seule chose, qu’une personne peut faire.
prospect-next-on = D’ici le
prospect-steward = Qui s’en charge
prospect-knows = Qui les connaît
prospect-knows-person = Une personne qui les connaît
prospect-knows-organization = Un organisme qui les connaît
prospect-stage = Étape
prospect-stage-idea = Idée
prospect-stage-contacted = Premier contact
prospect-stage-talking = En discussion
prospect-stage-joined = A adhéré
prospect-stage-declined = A décliné
prospect-stage-later = Plus tard
prospect-stage-new = Nouvelle étape
prospect-way = Le parcours
prospect-since = Le
prospect-happened = Ce qui s’est passé
prospect-by = Noté par
prospect-note-needed = nécessaire en cas de refus
prospect-move = Passer à cette étape
prospect-same-stage = C’est déjà l’étape actuelle. Choisissez-en une autre
prospect-joined = L’adhésion est faite et figure avec les partenaires. Rien n’a été changé
prospect-join-first = L’adhésion se fait à part : choisissez « En faire un partenaire » plus haut
prospect-no-reason = Écrivez la raison du refus, pour que personne ne redemande pour rien
prospect-conflict = Quelqu’un d’autre a changé ce partenaire pressenti
outreach-changed-meanwhile = Quelqu’un d’autre a fait un changement entre-temps. L’état actuel est plus haut, ce que vous avez écrit est plus bas; l’envoyer de nouveau s’y ajoute
outreach-future = Choisissez aujourd’hui ou un jour antérieur
said-prospect-added = Le partenaire pressenti est inscrit.
said-prospect-changed = Le partenaire pressenti est modifié.
said-prospect-moved = L’étape est notée.
audit-prospect-added = a inscrit le partenaire pressenti
audit-prospect-changed = a modifié le partenaire pressenti
audit-prospect-moved = a noté une autre étape
audit-prospect-binned = a mis le partenaire pressenti à la corbeille
audit-prospect-restored = a sorti le partenaire pressenti de la corbeille
today-prospect = { $step } : { $name }
today-prospect-step = Prochain pas
today-prospect-act = Le faire
panel-prospect-line = Partenaire pressenti : { $name }
held-prospect = Partenaire pressenti

# La croissance du partenariat.
growth-title = Croissance
growth-by-year = Année
growth-by-month = Mois
growth-ways = Années ou mois
growth-file = croissance
growth-joined = Ont adhéré
growth-left = Sont partis
growth-standing = Partenaires à la fin
growth-how = Les partenaires à la fin de chaque période : ceux qui ont adhéré, moins ceux qui sont partis. Un organisme parti puis revenu compte depuis sa dernière adhésion.
growth-empty = Aucun partenaire n’a encore de date d’adhésion.
growth-empty-example = Cinq partenaires la première année, quinze la troisième : la courbe montre quand les autres sont venus.
panel-growth-all = La croissance par année et par mois
growth-description = { $n ->
    [one] { $n } partenaire maintenant, { $before } à la fin de la période { $from }. La liste ci-dessous dit la même chose en chiffres.
   *[other] { $n } partenaires maintenant, { $before } à la fin de la période { $from }. La liste ci-dessous dit la même chose en chiffres.
}

# La liste de repérage : ce qui existe ici.
# used: discovery-has-* discovery-ask-* ask-room-* ask-about-*
kind-discovery-question = Question de la liste de repérage
discovery-title = Ce qui existe ici
discovery-lead = Des questions par secteur sur ce qu’offre votre communauté. Chaque réponse dit qui l’a donnée et quand; une nouvelle réponse s’ajoute aux anciennes. Ensemble, elles forment le portrait.
discovery-file = ce-qui-existe-ici
discovery-empty = Aucune question ne figure encore sur la liste.
discovery-empty-example = « La police connaît-elle les préoccupations des nouveaux arrivants, et quelqu’un s’en occupe-t-il? » En partie : un agent de liaison, pas d’interprète; selon l’école, en octobre.
discovery-take = Commencer avec huit questions
discovery-count = { $answer } : { $n }
discovery-question = Question
discovery-question-hint = Une seule chose, sur un seul secteur, à laquelle on répond par oui, en partie ou non.
discovery-edit = Modifier la question
discovery-conflict = Quelqu’un d’autre a changé cette question
discovery-place = Rang dans la liste
discovery-place-hint = 1 vient en premier; les autres se décalent.
discovery-has = Réponse
discovery-has-yes = Oui
discovery-has-partly = En partie
discovery-has-no = Non
discovery-has-unknown = Inconnu
discovery-strengths = Forces
discovery-weaknesses = Faiblesses
discovery-told-by = Qui nous l’a dit
discovery-answered-by = Qui a répondu
discovery-answered-by-hint = La question a été posée à ces organismes. Ceux qui sont cochés n’ont plus à répondre; on attend encore la réponse des autres.
discovery-told-by-hint = Un organisme ou une personne; vu seulement par la coordination et les présidences.
discovery-answered-on = Le
discovery-add = Poser une autre question
discovery-add-submit = Ajouter la question
ask-room-outreach = Mobilisation
ask-about-discovery-question = Qu’existe-t-il ici? { $title }
fact-organization-room-is-outreach = { ask-room-outreach }
discovery-answers = Réponses jusqu’ici
discovery-answer = Une nouvelle réponse
discovery-answer-submit = Noter la réponse
discovery-no-answer = Personne n’a encore répondu.
discovery-retire = Ne plus poser cette question
discovery-ask-again = Poser de nouveau cette question
discovery-retired = Cette question n’est plus posée. Ses réponses restent
discovery-retired-mark = n’est plus posée
discovery-future = Choisissez aujourd’hui ou un jour antérieur
discovery-offered = La liste a déjà des questions. Ajoutez les autres une à une
discovery-missing = Qui manque, selon la liste de repérage
discovery-missing-lead = Les secteurs où l’on sait peu de choses de ce qui existe, et dont personne n’est encore partenaire.
discovery-ask-whom = Prochain pas
discovery-ask-police = La police sait-elle ce qui préoccupe les nouveaux arrivants, et quelqu’un s’en occupe-t-il?
discovery-ask-arts = Les groupes d’arts et de culture planifient-ils avec les nouveaux arrivants, et pas seulement pour eux?
discovery-ask-worship = Les lieux de culte ouvrent-ils leurs portes aux nouveaux arrivants, quelle que soit leur foi?
discovery-ask-clinics = Quelles cliniques et quels organismes à but non lucratif aident les immigrants, et tout le monde y a-t-il accès?
discovery-ask-interpreters = Y a-t-il un interprète quand les parents rencontrent l’école et les patients, le médecin?
discovery-ask-leaders = Le conseil municipal et les acteurs économiques travaillent-ils à une communauté accueillante?
discovery-ask-advice = Y a-t-il une porte où frapper pour un conseil quand on ne sait pas à qui s’adresser?
discovery-ask-schools = Que font les écoles et les collèges pour que chacun y ait sa place?
said-discovery-taken = Huit questions figurent sur la liste. Adaptez-la à votre milieu.
said-discovery-added = La question est ajoutée.
said-discovery-answered = La réponse est notée à côté des précédentes.
said-discovery-saved = La question est modifiée.
audit-discovery-added = a ajouté la question
audit-discovery-changed = a modifié la question
audit-discovery-answered = a noté une réponse
audit-discovery-retired = ne pose plus la question
audit-discovery-asked-again = pose de nouveau la question

# Le journal : qui nous avons rencontré.
# used: encounter-promise-*
kind-encounter = Entrée du journal de mobilisation
encounters-title = Journal de mobilisation
encounters-lead = Qui nous avons rencontré, par communauté et par langue : ce que nous avons demandé, ce qu’on nous a dit, ce que nous avons promis et pour quand. Les personnes sont comptées, jamais nommées.
encounters-file = journal-de-mobilisation
encounters-search = Chercher une communauté ou un lieu
encounters-empty = Selon ce journal, personne n’a encore été rencontré.
encounters-empty-example = Mardi, le cours de couture au sous-sol de l’église, en tigrinya, environ 14 personnes : elles ont demandé les heures d’autobus dans leur langue; nous les avons promises pour le 1er décembre.
encounters-open = { $n ->
    [0] aucune promesse ouverte
    [one] { $n } promesse ouverte
   *[other] { $n } promesses ouvertes
}
encounter-add = Noter une rencontre
encounter-add-submit = Noter
encounter-edit = Modifier l’entrée
encounter-met-on = Jour
encounter-community = Qui
encounter-community-hint = Un cours, une communauté de foi, les locataires d’un immeuble. Aucun nom de personne.
encounter-language = Langue
encounter-place = Où
encounter-organization = Avec quel organisme
encounter-people = Combien de personnes
encounter-people-hint = Un compte, ou rien si personne n’a compté.
encounter-met-by = Qui de nous
encounter-asked = Ce que nous avons demandé
encounter-said = Ce qu’on nous a dit
encounter-said-hint = Dans leurs mots, sans noms.
encounter-promise = Promesse
encounter-promised = Ce que nous avons promis
encounter-promise-on = D’ici le
encounter-promise-needed = nécessaire pour une promesse
encounter-promise-open = Ouverte
encounter-promise-kept = Tenue
encounter-promise-none = Aucune
encounter-note-hint = Vue seulement par la coordination.
encounter-keep = Elle est tenue
encounter-future = Choisissez aujourd’hui ou un jour antérieur
encounter-no-day = Choisissez jusqu’à quand c’est promis
encounter-no-promise = Écrivez ce qui a été promis, ou enlevez le jour
encounter-not-open = Il n’y a pas de promesse ouverte ici. Rien n’a été changé
encounter-conflict = Quelqu’un d’autre a changé cette entrée
encounter-about-file = Au sujet de
encounter-about = Qui cela concerne
encounter-about-nobody = Cette entrée n’est encore liée à personne.
encounter-link = Lier
encounter-unlink = Retirer le lien
encounter-link-organization = Un organisme
encounter-link-person = Une personne
encounter-link-person-hint = Quelqu’un qui figure parmi les personnes et que cela regarde. Les gens rencontrés sont comptés, jamais nommés.
encounter-link-council = Un groupe
encounter-nobody = Choisissez un organisme, une personne ou un groupe
said-encounter-linked = L’entrée est liée.
said-encounter-unlinked = Le lien est retiré.
audit-encounter-linked = l’a liée à
audit-encounter-unlinked = a retiré le lien avec
said-encounter-added = C’est noté.
said-encounter-changed = L’entrée est modifiée.
said-encounter-kept = La promesse est tenue.
audit-encounter-added = a noté une rencontre
audit-encounter-changed = a modifié l’entrée
audit-encounter-kept = a tenu la promesse
audit-encounter-binned = a mis l’entrée à la corbeille
audit-encounter-restored = a sorti l’entrée de la corbeille
today-promise = { $promise } ({ $community })
today-promise-act = La tenir

# used: fact-*
fact-joining-itself = État
fact-joining-itself-is-organization = { asking-asker-organization }
fact-joining-itself-is-group = { asking-asker-group }
fact-joining-itself-is-person = { asking-asker-person }
fact-joining-itself-is-new = { asking-state-new }
fact-joining-itself-is-answered = { asking-state-answered }
fact-joining-itself-is-partner = { asking-state-partner }
fact-joining-itself-is-volunteer = { asking-state-volunteer }
fact-joining-itself-is-not-now = { asking-state-not-now }
fact-prospect-kind = Genre
fact-prospect-kind-is-organization = { asking-asker-organization }
fact-prospect-kind-is-group = { asking-asker-group }
fact-prospect-kind-is-person = { asking-asker-person }
fact-prospect-sector = Secteur
fact-prospect-area = Territoire
fact-prospect-languages = Langues
fact-prospect-next-step = Prochain pas
fact-prospect-next-on = Jour du prochain pas
fact-prospect-steward = Qui s’en occupe
fact-prospect-knows-person = Connu par cette personne
fact-prospect-knows-organization = Connu par cet organisme
fact-prospect-itself = Étape
fact-prospect-itself-is-idea = { prospect-stage-idea }
fact-prospect-itself-is-contacted = { prospect-stage-contacted }
fact-prospect-itself-is-talking = { prospect-stage-talking }
fact-prospect-itself-is-joined = { prospect-stage-joined }
fact-prospect-itself-is-declined = { prospect-stage-declined }
fact-prospect-itself-is-later = { prospect-stage-later }
fact-discovery-question = Question
fact-discovery-sector = Secteur
fact-discovery-sector-id = Secteur
fact-discovery-place = Rang dans la liste
fact-discovery-retired = N’est plus posée
fact-discovery-itself = Réponse
fact-encounter-met-on = Jour
fact-encounter-community = Communauté
fact-encounter-language = Langue
fact-encounter-place = Où
fact-encounter-organization = Organisme
fact-encounter-person = Personne
fact-encounter-council = Groupe
fact-encounter-people = Combien de personnes
fact-encounter-met-by = Qui les a rencontrées
fact-encounter-asked = Ce qui a été demandé
fact-encounter-said = Ce qui a été dit
fact-encounter-promise = Promesse
fact-encounter-promise-on = Jour de la promesse
fact-encounter-itself = Jour

# Les questions que l’on pose.
# used: enquiry-topic-* enquiry-state-* way-in-*
kind-enquiry = Question posée
way-in-question = Poser une question
way-in-question-how = Vous ne savez pas à qui vous adresser? Posez votre question dans n’importe quelle langue, sans compte. Une personne répond.
enquiry-title = Poser une question
enquiry-lead = Vous ne savez pas à qui vous adresser? Écrivez ici dans n’importe quelle langue. Une personne répond dans les cinq jours ouvrables. Vous n’avez à dire ni qui vous êtes, ni quels papiers vous avez.
enquiry-urgent = Si cela ne peut pas attendre, appelez
enquiry-form = Votre question
enquiry-question = Question
enquiry-question-hint = Quelques phrases suffisent. Laissez de côté les noms et les numéros de papiers.
enquiry-topic = Sujet
enquiry-topic-first-steps = Premiers pas
enquiry-topic-housing = Un logement
enquiry-topic-work = Travail et diplômes
enquiry-topic-language = Apprendre une langue
enquiry-topic-school = Enfants et école
enquiry-topic-health = Santé
enquiry-topic-money = Argent, prestations, impôts
enquiry-topic-rights = Loi et droits
enquiry-topic-belonging = Rencontrer des gens
enquiry-topic-other = Autre chose
enquiry-topic-not-given = Aucun sujet indiqué
enquiry-area = Où vous habitez
enquiry-name = Comment vous appeler
enquiry-name-hint = N’importe quel nom convient.
enquiry-consent = J’accepte que ce partenariat conserve ma question et me réponde. Ce qui est personnel est effacé un an après la réponse ou, sans réponse, un an après la réception, ou plus tôt si je le demande; le sujet de la question est compté.
enquiry-not-agreed = Cochez cette case. Sans votre accord, personne ici ne peut conserver votre question ni vous répondre
enquiry-no-reach = Écrivez une adresse courriel ou un numéro de téléphone, pour que nous puissions répondre
enquiry-answered = Cette question a eu sa réponse. Rien n’a été changé
enquiry-no-words = Écrivez la réponse
enquiry-no-address = Il n’y a pas d’adresse courriel. Appelez, et notez ce qui a été dit
enquiry-receipt-body =
    Bonjour,

    Nous avons reçu votre question. Une personne la lit et vous répond dans les cinq jours ouvrables.

    Ce qui est personnel est effacé un an après la réponse ou, sans réponse, un an après la réception. D’ici là, vous pouvez en tout temps demander ce que nous détenons à votre sujet, le faire corriger ou le faire supprimer.

    { $partnership }
enquiry-receipt-urgent =
    Si cela ne peut pas attendre, appelez :
    { $numbers }
enquiry-receipt-number = { $what } : { $number }
enquiry-mail-subject = Votre question : { $partnership }
enquiry-mail-body =
    Bonjour,

    { $words }

    { $partnership }
enquiries-title = Questions posées
enquiries-lead = Ce que l’on a demandé à « Poser une question ». Chaque question reçoit une réponse dans les cinq jours ouvrables; un an plus tard, il n’en reste que le sujet, la langue et le territoire, qui continuent de compter.
enquiries-file = questions-posees
enquiry-voices = Voix
enquiry-voices-lead = Ce que les gens ont demandé compte comme une voix, même quand tout ce qui est personnel est effacé.
enquiry-voices-count = Questions
enquiries-empty = Personne n’a encore posé de question.
enquiries-empty-example = Quelqu’un demande en français où loger cinq personnes; vous répondez en français, et la question compte sous « Un logement ».
enquiry-public-page = Voir la page publique « Poser une question »
enquiry-state-new = Nouvelle
enquiry-state-mailed = Réponse par courriel
enquiry-state-called = Réponse par téléphone
enquiry-state-erased = Effacée sans réponse
enquiry-erased = Ce qui était personnel est effacé. Le sujet, la langue et le territoire restent et comptent.
enquiry-typed = Ce que vous avez écrit
enquiry-their-name = Nom à employer
enquiry-their-area = Lieu de résidence
enquiry-way = Comment vous répondez
enquiry-by-mail = Par courriel, maintenant
enquiry-by-phone = Par téléphone : c’est déjà dit
enquiry-answer-submit = Envoyer ou noter la réponse
enquiry-words-hint = Langue de la question : { $language }. Après un appel, notez ce qui a été dit.
enquiry-topic-hint = Changez-le si la question portait sur autre chose.
said-enquiry-answered = La réponse est notée.
audit-enquiry-received = a posé une question
audit-enquiry-answered = a répondu à la question
audit-enquiry-erased = a effacé la question
audit-enquiry-binned = a mis la question à la corbeille
audit-enquiry-restored = a sorti la question de la corbeille
today-enquiries = { $n ->
    [one] { $n } question attend une réponse
   *[other] { $n } questions attendent une réponse
}
held-encounter = Rencontres qui la ou le concernent
held-enquiry = Question posée
purpose-enquiry = Réponses à une question
