# Les mots de la maison : cadre des pages, erreurs, formulaires, Aujourd’hui.
# used: error-*, fact-*, topic-*
# never one: line-too-long
product-name = Kith
skip-to-content = Aller au contenu
nav-main = Navigation principale
nav-rooms = Rubriques
nav-top = Aujourd’hui
nav-people = Personnes
nav-work = Travail
nav-listening = Écoute
nav-knowledge = Savoir
nav-reporting = Reddition de comptes
nav-office = Bureau
nav-today = Aujourd’hui
nav-languages = Langues
nav-more-languages = Toutes les langues ({ $n })
lang-apart = (dans un nouvel onglet; ce que vous avez écrit reste ici)
nav-here = Vous êtes ici
emergency-label = Numéros à composer
emergency-danger = Danger, incendie, ambulance
emergency-crisis = Idées de suicide
emergency-information = Trouver un service
emergency-health-line = Personnel infirmier
invented-partnership = Ce partenariat est inventé, pour faire des essais
foot-accessibility = Accessibilité
foot-privacy = Vie privée : ce que nous ne conservons pas
foot-workspace = Partenaires : se connecter
sign-out = Se déconnecter
thread-label = Où cela se situe
thread-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
today-title = Aujourd’hui
today-count = { $n ->
    [0] Rien ne vous attend
    [one] { $n } chose à faire
   *[other] { $n } choses à faire
}
today-due = À échéance
today-promised = Promis par d’autres
today-stuck = Bloqué
today-waiting = En attente de votre part
today-nothing = Rien n’est à échéance, promis, bloqué ni en attente. Quand un mandat tire à sa fin ou qu’une personne souhaite se joindre à vous, cela s’affiche ici.
error-not-found = Il n’y a rien ici
error-not-found-what-now = L’adresse est peut-être ancienne ou mal tapée, ou la page n’est pas ouverte à tous.
error-sign-in-first = Connectez-vous d’abord
error-sign-in-first-what-now = Cette page est réservée aux membres du partenariat.
error-forbidden = Votre compte ne permet pas de faire cela
error-forbidden-what-now = Si vous devriez pouvoir le faire, parlez-en à la coordination du partenariat.
error-refused = Rien n’a été enregistré
error-stale = Quelqu’un d’autre a modifié ceci entre-temps
error-stale-what-now = Revenez en arrière, rechargez la page et refaites votre changement sur le nouveau texte. Rien n’a été écrasé.
error-key-reused = Ce formulaire a déjà été envoyé avec un autre contenu
error-key-reused-what-now = Ouvrez le formulaire de nouveau et envoyez-le une fois de plus.
error-cross-site = Cet envoi vient d’un autre site
error-cross-site-what-now = Rien n’a été changé. Ouvrez la page ici et envoyez de nouveau le formulaire.
error-malformed = L’envoi est illisible
error-malformed-what-now = Revenez en arrière et essayez de nouveau.
error-malformed-value = La valeur de « { $name } » dans la requête ne peut pas être lue. Sa description dans le document de l’API dit ce qu’elle peut être.
error-malformed-query = La requête de l’adresse ne peut pas être lue : elle n’est pas écrite nom=valeur, avec & entre deux.
error-malformed-form = Le corps ne peut pas être lu : ce n’est pas un formulaire en UTF-8, ou il contient un caractère qu’aucun texte n’a.
error-malformed-upload = Le corps ne peut pas être lu : ce n’est pas un formulaire avec fichiers (multipart/form-data), ou il s’est interrompu.
error-malformed-address = L’adresse contient des caractères qu’aucune adresse n’a.
error-malformed-key = La clé d’idempotence est trop longue, ou trop courte pour être distinguée d’autres.
error-malformed-text = Une valeur contient un caractère qu’aucun texte n’a.
error-wrong-method = Cette adresse ne permet pas cette opération
error-wrong-method-what-now = Rouvrez la page et utilisez ses boutons et ses liens.
error-too-slow = L’envoi a pris trop de temps
error-too-slow-what-now = Rien n’a été modifié. Réessayez, si possible avec une meilleure connexion.
error-too-large = C’est trop volumineux
error-too-large-what-now = Envoyez moins de texte ou un fichier plus petit.
error-too-often = Trop de tentatives
error-too-often-what-now = Attendez un peu, puis essayez de nouveau.
error-busy = Trop de fichiers arrivent en ce moment
error-busy-what-now = Rien n’a été changé. Attendez une minute, puis envoyez-le de nouveau.
error-failed = Quelque chose n’a pas fonctionné de notre côté
error-failed-what-now = Rien n’a été changé. Essayez de nouveau; si le problème persiste, communiquez-nous le numéro ci-dessous.
error-way-home = À la page d’accueil
error-way-work = À l’espace de travail
error-way-list = À la liste des partenariats
error-reference = Numéro de référence :
line-empty = Écrivez quelque chose ici
line-too-long = Écrivez au plus { $max } caractères
line-unprintable = Retirez les caractères de contrôle ou les marques qui changent le sens du texte
field-not-a-choice = Choisissez une des réponses
field-not-a-date = Écrivez la date ainsi : 2026-11-22
number-out-of-bounds = Écrivez un nombre entier de { $least } à { $most }
field-not-mail = Écrivez une adresse de courriel, comme nom@exemple.org
field-not-web = Écrivez une adresse web qui commence par https://
field-unknown = Ceci n’existe plus ici. Faites un autre choix
field-not-spoken = Le programme n’a pas encore de mots dans cette langue

# Formulaires
form-problems = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
form-about-field = { $label } :
form-error-mark = Erreur :
form-optional = (facultatif)
form-choose = Choisissez…
form-cancel = Annuler
form-file-again = Si vous aviez choisi un fichier, choisissez-le de nouveau : le navigateur ne le garde pas.
form-date-hint = Année, mois, jour, comme 2026-11-22

# Listes
list-show = Afficher
list-clear = Effacer les filtres
list-any = Tous
list-nothing-matches = Rien ne correspond à ces filtres.
list-sort = (trier selon cette colonne)
list-columns = Colonnes
list-columns-show = Afficher ces colonnes
list-take = Télécharger ce qui est affiché :
list-pages = Pages de la liste
list-range = { $first } à { $last } sur { $total }
list-rows = Lignes par page :
list-first = Première page
list-previous = Page précédente
list-next = Page suivante

# Historique
history-nobody = Une personne sans compte
history-change = Ce qui a changé
history-field = Champ
history-before = Avant
history-after = Après

# Deux personnes ont modifié la même chose
conflict-by = { $who } a modifié ceci ({ $when }) pendant que vous écriviez.
conflict-somebody = Quelqu’un d’autre a modifié ceci pendant que vous écriviez.
conflict-nothing-lost = Rien n’a été écrasé et rien de ce que vous avez écrit n’est perdu.
conflict-caption = Les deux textes côte à côte
conflict-theirs = Enregistré maintenant
conflict-mine = Ce que vous avez écrit
conflict-differs = diffère
conflict-keep-theirs = Garder ce qui est enregistré
conflict-save-mine = Enregistrer ce que j’ai écrit
conflict-edit = Réunir les deux à la main

# Le texte et ses langues
text-current = à jour
text-outdated = à réviser
text-outdated-machine = à réviser, traduction automatique
text-machine = traduction automatique
text-missing = manquant
text-outdated-note = Ce texte est peut-être plus ancien que celui de l’autre langue.
text-machine-note = Ce texte est une traduction automatique que personne n’a encore vérifiée.
text-in = en { $lang }
text-by-machine = Les mots soulignés de points viennent d’une traduction automatique que personne n’a encore vérifiée.
text-only-in = Pas encore dans votre langue; voici en { $lang } :

# Noms des langues
# used: lang-*
lang-en = anglais
lang-fr = français
lang-ar = arabe
lang-uk = ukrainien
lang-es = espagnol
lang-pa = pendjabi
lang-zh-hans = chinois
lang-fil = tagalog
lang-fa = farsi et dari
lang-ti = tigrigna
lang-so = somali
lang-ur = ourdou
lang-hi = hindi
lang-pt = portugais
lang-vi = vietnamien
mail-unsubscribe = Pour ne plus recevoir de courriels de ce genre, ouvrez cette adresse :
mail-unsubscribe-subject = Ne plus recevoir ces lettres
letters-stop-title = Lettres qui vous sont envoyées
letters-stop-explains = Rien n’a encore changé. Dès que vous appuyez sur le bouton, plus aucune lettre de ce genre ne vous est envoyée. Les courriels qui servent à vous connecter continueront d’arriver.
letters-stop = Ne plus recevoir ces lettres
letters-stop-gone = Ce lien ne fonctionne plus, ou il n’a pas été copié en entier. Rien n’a changé. La lettre la plus récente contient un lien valide, et le bureau peut aussi arrêter ces lettres pour vous.
letters-stop-home = Vers la page d’accueil
letters-stopped = Vous ne recevez plus de lettres de ce genre. Dites-le au bureau si vous les souhaitez de nouveau.
file-empty = Ce fichier est vide
file-too-large = Choisissez un fichier d’au plus { $megabytes } Mo
file-kind = Choisissez un PDF, un fichier Word ou Excel sans macros, une image PNG ou JPEG, ou du texte brut
file-not-a-paper = Choisissez un PDF, ou une image PNG ou JPEG
file-missing = Choisissez un fichier
file-name = Donnez au fichier un nom d’au plus 150 caractères ordinaires

# La corbeille et l’historique
# used: said-*
nav-bin = Corbeille
nav-gallery = Galerie
said-restored = L’élément est de retour à sa place.
bin-title = Élément
bin-kind = Type
bin-when = Supprimé le
bin-who = Par
bin-back = Retour
bin-restore = Restaurer
bin-caption = Éléments supprimés, du plus récent au plus ancien
bin-empty = La corbeille est vide.
bin-example = Ce que quelqu’un supprime attend ici et peut être restauré, avec tout ce qui s’y rattachait.
history-title = Historique : { $title }
history-empty = Rien n’a encore été consigné à ce sujet.

# États
# used: state-*
state-done = Terminé
state-on-track = En bonne voie
state-under-way = En cours
state-behind = En retard
state-not-started = Pas commencé
state-unknown = Inconnu

# La galerie
# used: kind-*, audit-*
kind-sample = Exemple
audit-gallery-sample = a modifié l’exemple
said-tried = Le formulaire a été lu sans rien à redire. Rien n’a été gardé.
gallery-about = Toutes les pièces dont les pages sont faites, avec un contenu inventé. Ce qui est envoyé ici n’est gardé nulle part.
gallery-states = États, avis, suites à donner
gallery-text = Le texte et ses langues
gallery-form = Un formulaire
gallery-list = Une liste
gallery-history = Historique
gallery-conflict = Deux personnes ont modifié la même chose
gallery-confirm = Avant de faire quelque chose
gallery-pages = Pages de toutes les rubriques, avec des exemples
gallery-sample-title = Un exemple
gallery-knot-above = Au-dessus
gallery-knot-here = Ici
gallery-knot-below = En dessous
gallery-name = Nom
gallery-hint = L’aide se trouve ici, avant le champ.
gallery-about-label = À propos
gallery-mail = Adresse de courriel
gallery-since = Depuis
gallery-sector = Secteur
gallery-count = Personnes
gallery-open = Ouvert à tous
gallery-choice-school = Écoles
gallery-choice-library = Bibliothèques
gallery-try = Essayer le formulaire

# Les courriels partis, en attente ou non remis
# used: said-*, kind-*, audit-*
nav-mail = Courriels
kind-mail = Courriel
mail-subject = Objet
mail-to = À
mail-when = Écrit
mail-state = État
mail-again = Nouvel essai
mail-sent = Envoyé
mail-waiting = En attente
mail-failed = Non remis
mail-stopped = Non envoyé : la personne n’en veut plus
# used: retention-*
nav-retention = Ce qui s’efface seul
retention-lead = Ce qui est conservé s’efface seul après les délais que donne « Ce qui est conservé ». Vous voyez ici ce qui serait effacé d’ici la fin d’un jour, avant que cela n’arrive; le travail de nuit efface exactement cela.
retention-on = D’ici la fin de ce jour
retention-caption = Ce qui sera effacé d’ici la fin de ce jour : { $day }
retention-what = Quoi
retention-count = Combien
retention-name = Nom
retention-since = Là depuis
retention-since-day = depuis le { $day }
retention-more = { $n ->
    [one] et { $n } autre, dans le fichier
   *[other] et { $n } autres, dans le fichier
}
retention-at-least = au moins { $n }
retention-file = ce-qui-s-efface
retention-mail = Courriels, un an après leur rédaction
retention-ticket = Liens dans les courriels, 30 jours après leur fin
# used: sweep-*
sweep-mail = Courriels de l’installation, un an après leur rédaction
sweep-ticket = Liens de connexion et questions posées aux clés d’accès, 30 jours après leur fin
sweep-throttle = Nombres d’essais, une fois leur délai passé
sweep-repeat = Premières réponses aux formulaires, après deux jours
sweep-job-done = Travaux faits, après sept jours
sweep-job-failed = Travaux définitivement échoués, après 90 jours
retention-import = Ce qui figurait dans les tableaux, 30 jours après la fin de l’importation
mail-resend = Renvoyer
mail-caption = Courriels du partenariat, du plus récent au plus ancien
mail-caption-installation = Courriels de l’installation, du plus récent au plus ancien : liens de connexion
mail-empty = Rien n’a encore été envoyé.
mail-example = Les invitations, les confirmations et les autres courriels paraîtront ici avec l’heure de leur envoi et, s’ils n’ont pu être remis, la raison.
mail-today = { $n ->
    [one] { $n } courriel n’a pas été remis
   *[other] { $n } courriels n’ont pas été remis
}
mail-today-act = Voir pourquoi
said-mail-resent = Le courriel sera envoyé de nouveau.
audit-mail-resent = a fait renvoyer le courriel

# Comment joindre un partenariat
reach-foot = Nous joindre :
reach-office = Bureau
reach-street = Adresse
reach-mail = Courriel
reach-phone = Téléphone
reach-hours = Heures d’ouverture

# Ce que le partenariat dit de lui-même
# used: said-*, kind-*, audit-*, partnership-*, zone-*, province-*, emergency-*
nav-partnership = Le partenariat
kind-partnership = Partenariat
partnership-title = Le partenariat
partnership-lead = Ce qui est écrit ici paraît sur votre site public. Les réponses aux courriels du partenariat vont à son adresse de courriel.
partnership-name = Nom
partnership-place = Lieu
partnership-place-hint = La ville ou la région que vous servez
partnership-about = Ce qu’il est
partnership-about-hint = En quelques phrases, pour des gens qui n’en ont jamais entendu parler
partnership-contact = Comment on vous joint
partnership-office-hint = Comme on le demande à l’entrée
partnership-street-hint = Les lettres aux groupes la portent : la loi canadienne anti-pourriel exige une adresse.
partnership-mail-hint = Par exemple info@example.org. Les réponses à tous les courriels du partenariat arrivent ici; choisissez une adresse que quelqu’un consulte chaque semaine.
partnership-hours-hint = Quand quelqu’un répond, par exemple « du lundi au vendredi, de 9 h à 16 h »
partnership-numbers = Numéros à composer
partnership-numbers-lead = Ils figurent en tête de chaque page publique. Un champ vide retire sa ligne.
partnership-own = Autre numéro : à quel sujet
partnership-own-hint = En quelques mots, par exemple « Ligne des locataires »
partnership-own-number = Autre numéro
partnership-site = Votre site public
partnership-langs = Langues du site public
partnership-langs-hint = L’anglais ou le français en fait toujours partie. Un texte qui manque dans une langue paraît en anglais ou en français, avec une mention.
partnership-lang-whole = Le programme la parle partout.
partnership-lang-part = Textes du programme déjà traduits : { $n } sur { $total }, d’abord ceux du site public. Les autres paraissent en anglais, avec une mention.
partnership-lang-none = Le programme n’a pas encore de mots dans cette langue : les siens paraissent en anglais, autour des vôtres.
partnership-province = Province ou territoire
partnership-province-hint = Les premiers pas disent ce qui y est différent. Les numéros ci-dessous qui sont ceux de la province changent avec elle; les vôtres restent.
partnership-zone = Fuseau horaire
partnership-zone-hint = Les jours commencent et finissent selon lui.
partnership-save = Enregistrer
partnership-states = Quelle confiance accorder à chaque langue
partnership-states-lead = Un texte est à réviser quand celui de la langue où il a d’abord été écrit est modifié sans lui. Ajouter ou modifier une traduction ne rend rien d’autre à réviser.
partnership-history = Qui a modifié ceci, et quand
said-partnership-saved = C’est enregistré. Le site public le dit désormais.
audit-partnership-changed = a modifié ce que le partenariat dit de lui-même
field-not-phone = Inscrivez un numéro de téléphone, par exemple 905 555-0134 ou 911
province-nl = Terre-Neuve-et-Labrador
province-pe = Île-du-Prince-Édouard
province-ns = Nouvelle-Écosse
province-nb = Nouveau-Brunswick
province-qc = Québec
province-on = Ontario
province-mb = Manitoba
province-sk = Saskatchewan
province-ab = Alberta
province-bc = Colombie-Britannique
province-yt = Yukon
province-nt = Territoires du Nord-Ouest
province-nu = Nunavut
zone-st-johns = Terre-Neuve (St. John’s)
zone-halifax = Atlantique (Halifax, Moncton)
zone-toronto = Est (Toronto, Ottawa, Québec)
zone-winnipeg = Centre (Winnipeg)
zone-regina = Saskatchewan (Regina, Saskatoon)
zone-edmonton = Rocheuses (Edmonton, Calgary, Yellowknife)
zone-vancouver = Pacifique (Vancouver, Victoria)
zone-whitehorse = Yukon (Whitehorse)
zone-iqaluit = Est du Nunavut (Iqaluit)

codes-title = Codes d’erreur
codes-lead = Toute réponse autre que celle demandée porte un de ces codes; en JSON, c’est le champ code. Les codes ne changent pas, les mots peuvent s’améliorer. ⟨…⟩ remplace ce que seule la réponse connaît.
codes-status = HTTP { $status }
# Ce que la plateforme conserve sur les personnes.
# used: consent-*, held-consent, held-mail, held-history, purpose-*
held-consent = Consentement
held-mail = Courriel
held-mail-one = Courriel envoyé
held-history = Historique
consent-express = A dit oui
consent-implied-gift = A fait un don
consent-implied-volunteering = A fait du bénévolat
consent-implied-attendance = A participé à une rencontre
consent-implied-business = A acheté quelque chose ou conclu une entente
consent-implied-inquiry = A fait une demande
consent-membership = Fait partie du groupe
consent-until = vaut jusqu’au { $day }
consent-withdrawal = A dit non
purpose-everything = Tous les courriels
consent-how-in-person = En personne
consent-how-by-phone = Par téléphone
consent-how-by-mail = Par courriel
consent-how-paper = Sur papier
consent-how-web-form = Sur un formulaire Web
consent-how-seat = En occupant un siège
consent-how-unsubscribe-link = Par le lien d’une lettre

nav-texts = Textes à traduire
texts-lead = { $n ->
    [0] Chaque texte est à jour dans toutes les langues de votre site.
    [one] Un texte est manquant, à réviser ou issu d’une traduction automatique dans une langue de votre site.
   *[other] { $n } textes sont manquants, à réviser ou issus d’une traduction automatique dans une langue de votre site.
 }
texts-caption = Textes dans les langues de votre site
texts-file = textes
texts-empty = Il n’y a encore rien à traduire.
texts-example = Dès qu’il y a un groupe, un organisme ou un territoire, ses textes paraissent ici dans chacune des langues du site, sauf celle où ils ont été rédigés.
texts-into = Langue
texts-state = État
texts-kind = Genre
texts-what = Texte
texts-which = { $text }, { $kind }
texts-source = Rédigé ainsi
texts-words = Dans cette langue
texts-one-title = { $text } ({ $lang })
texts-beside = Le texte dans ses autres langues
texts-length = { $n ->
    [one] Au plus { $n } caractère.
   *[other] Au plus { $n } caractères.
 }
texts-machine = Traduction automatique que personne n’a encore vérifiée
texts-machine-hint = Il reste signalé au public tant que personne ne l’a relu.
texts-save = Enregistrer ce texte
texts-review = Relu, toujours juste
texts-review-about = Les mots ne changent pas et sont à jour à compter d’aujourd’hui.
said-text-saved = Le texte est enregistré, dans cette langue seulement.
said-text-reviewed = Le texte est noté comme relu.
# Ce qui est conservé
# used: data-map-*, data-class-*
nav-data-map = Ce qui est conservé
data-map-lead = Ce que ce système conserve et sur qui, à quelle fin, pendant combien de temps et ce qu’il en advient. La liste est tirée des lignes mêmes que chaque version doit respecter à l’essai : rien n’est conservé qui n’y figure pas. Elle ne montre la fiche de personne.
data-map-shown = Ce qui est montré
data-map-people = Sur les personnes
data-map-everything = Tout
data-map-file = ce-qui-est-conserve
data-map-part = Au sujet de
data-map-caption = { $what } : champ par champ
data-map-column = Colonne de la base de données
data-map-what = Champ
data-map-class = Précaution
data-map-purpose = À quelle fin
data-map-retention = Durée
data-map-erasure = Comment cela prend fin
data-class-public = Public
data-class-internal = Interne
data-class-personal = Personnel
data-class-sensitive = Délicat
data-class-secret = Secret
# Les feuilles qu’on importe
# used: batch-state-*, batch-verdict-*, said-*, kind-batch, audit-*, doubt-*, sheet-*
kind-batch = Importation
batch-called = { $name }, { $day }
audit-batch-taken = A importé une feuille
audit-batch-undone = A annulé une importation
imports-title = Importer une feuille : { $what }
imports-lead = Un chiffrier, un fichier de valeurs ou un tableau que vous collez. Rien ne change avant que vous ayez vu, ligne par ligne, ce qui se passerait, et tout ce qui a été fait s’annule en une étape.
imports-sheet = Votre fichier
imports-sheet-hint = Un classeur (.xlsx) ou des valeurs séparées par des virgules, des points-virgules ou des tabulations (.csv), jusqu’à 20 Mo. Un titre au-dessus des en-têtes et des lignes vides ne gênent pas.
imports-sheet-name = Nom de la feuille
imports-sheet-name-hint = Seulement pour un classeur de plusieurs feuilles. Sans ce nom, on vous demandera laquelle il faut lire.
imports-pasted = Ou collez un tableau
imports-pasted-hint = Sélectionnez les cellules de votre chiffrier avec leurs en-têtes, copiez-les et collez-les ici.
imports-pasted-name = Tableau collé
imports-name-typed = Son nom
imports-name-typed-hint = Comment l’appeler ici, par exemple si elle est collée. Sans nom, elle s’appelle comme le fichier.
imports-submit = Lire la feuille
imports-columns = Quelles colonnes sont comprises?
imports-columns-are = Les en-têtes en français et en anglais sont reconnus, dans n’importe quel ordre : { $columns }. Les autres colonnes sont laissées de côté.
imports-before = Importations passées
imports-caption = Les importations, de la plus récente à la plus ancienne
imports-empty = Rien n’a encore été importé.
imports-empty-example = Par exemple « Membres 2024.xlsx » : 80 lignes, 64 nouveaux organismes, 12 déjà connus, 4 à examiner.
imports-name = Feuille
imports-state = État
imports-rows = Lignes
imports-begun = Reçue le
imports-by = Par
imports-file = importations
batch-state-reading = En lecture
batch-state-mapping = Colonnes à confirmer
batch-state-checking = En comparaison
batch-state-checked = À décider
batch-state-laying = Entre en ce moment
batch-state-taken = Importée
batch-state-clearing = Annulation en cours
batch-state-undone = Annulée
batch-state-dropped = Abandonnée
batch-verdict-unread = Pas encore lue
batch-verdict-refuse = Refusée
batch-verdict-ask = Réponse attendue
batch-verdict-change = Modifie une fiche
batch-verdict-add = Nouvelle
batch-verdict-same = Déjà connue
batch-verdict-leave = Laissée de côté
said-import-read = La feuille est lue. Vérifiez que ses colonnes sont bien comprises.
import-sheets-title = Quelle feuille faut-il lire?
import-sheets-lead = { $n ->
    [one] Ce classeur contient { $n } feuille avec des lignes.
   *[other] Ce classeur contient { $n } feuilles avec des lignes. Une seule est importée à la fois; son nom est retenu pour le prochain classeur.
 }
import-sheet-which = Feuille
import-one-sheet = { $n ->
    [one] { $name } ({ $n } ligne)
   *[other] { $name } ({ $n } lignes)
 }
import-sheet-take = Lire cette feuille
import-mapping-title = Ce que disent les colonnes de « { $name } »
import-mapping-lead = { $n ->
    [one] { $n } ligne a été trouvée. Chaque colonne est montrée avec les premières valeurs qui s’y trouvent; corrigez ce qui a été mal deviné. Vos réponses sont retenues pour la prochaine feuille qui a les mêmes en-têtes.
   *[other] { $n } lignes ont été trouvées. Chaque colonne est montrée avec les premières valeurs qui s’y trouvent; corrigez ce qui a été mal deviné. Vos réponses sont retenues pour la prochaine feuille qui a les mêmes en-têtes.
 }
import-mapping-caption = Les colonnes de la feuille
import-heading = En-tête
import-samples = Ce qui s’y trouve
import-says = Ce qu’elle dit
import-column-says = Ce que dit « { $heading } »
import-column-nameless = Colonne { $n }, sans en-tête
import-column-left-out = Laissée de côté
import-check = Comparer avec ce qui est conservé
import-under-way = Lignes traitées : { $done } sur { $total }. Vous pouvez quitter cette page; le travail continue.
import-look-again = Regarder de nouveau
import-refused = { $n ->
    [one] { $n } ligne ne peut pas entrer telle quelle. Une feuille entre au complet ou pas du tout : corrigez-la dans votre fichier et importez-le de nouveau, ou laissez la ligne de côté.
   *[other] { $n } lignes ne peuvent pas entrer telles quelles. Une feuille entre au complet ou pas du tout : corrigez-les dans votre fichier et importez-le de nouveau, ou laissez ces lignes de côté.
 }
import-returned = Votre feuille avec ce qui a été trouvé
import-returned-file = feuille-annotee
import-leave-refused = Laisser de côté les lignes refusées
import-asked = { $n ->
    [one] Une ligne attend une réponse. Répondez ci-dessous.
   *[other] { $n } lignes attendent une réponse. Répondez ci-dessous.
 }
import-settle = Noter les réponses et comparer de nouveau
import-asking-rows = { $n ->
    [one] Une ligne le demande. Laissée ouverte, la question revient.
   *[other] { $n } lignes le demandent. Laissée ouverte, la question revient.
}
said-import-settled = Les réponses sont notées, et les lignes ont été comparées avec elles.
import-leave-asked = Laisser ces lignes de côté
import-take = Importer (nouvelles : { $added }, modifiées : { $changed })
import-mapping-again = Corriger les colonnes
import-drop = Abandonner cette importation
import-see = Voir : { $what }
import-sums = { $n ->
    [one] La ligne { $rows } a été laissée de côté : c’est une somme d’autres.
   *[other] Les lignes { $rows } ont été laissées de côté : ce sont des sommes d’autres.
 }
import-undo = Annuler cette importation
import-undo-title = Annuler « { $name } »?
import-undo-explains = Ce que la feuille avait ajouté disparaît pour de bon ({ $added }), y compris ce qu’on y a écrit depuis. Ce qu’elle avait modifié redevient comme avant ({ $changed }), sauf là où quelqu’un l’a modifié depuis. Ce qui s’est ajouté à vos listes, des secteurs par exemple, y reste.
import-undo-submit = Annuler l’importation
import-rows-caption = Les lignes de la feuille et ce qu’elles deviennent
import-rows-empty = Aucune ligne de cette importation n’est plus conservée.
import-row = Ligne
import-row-number = ligne { $n }
import-verdict = Ce qu’elle devient
import-found = Ce qui a été trouvé
import-finding = { $column } : { $words }
import-which = Est-ce l’une de ces fiches?
import-it-is = C’est { $name }
import-it-is-new = C’est une nouvelle fiche
import-leave-out = La laisser de côté
said-import-answered = La réponse est notée.
said-import-left-out = Ces lignes sont laissées de côté.
said-import-taken = La feuille est en train d’entrer.
said-import-in = La feuille est entrée.
said-import-stopped = La feuille n’est pas entrée. Ce qui l’en empêche est indiqué ci-dessous.
said-import-undone = L’importation est annulée.
said-import-dropped = L’importation est abandonnée, et ce qu’elle disait est oublié.
batch-not-mapped = Dites quelle colonne contient : { $column }.
batch-twice = Deux colonnes diraient la même chose : { $column }.
batch-refused = { $n ->
    [one] { $n } ligne est refusée. Une feuille entre au complet ou pas du tout.
   *[other] { $n } lignes sont refusées. Une feuille entre au complet ou pas du tout.
 }
batch-asked = { $n ->
    [one] { $n } ligne attend votre réponse.
   *[other] { $n } lignes attendent votre réponse.
 }
batch-too-many-changes = Fiches que cette feuille modifierait : { $n }. Une importation peut en modifier au plus { $max } : divisez la feuille en parties d’au plus ce nombre de lignes qui modifient quelque chose et importez-les l’une après l’autre. Les lignes qui ne font qu’ajouter peuvent rester ensemble.
batch-nothing-new = Tout ce qui se trouve dans cette feuille est déjà conservé.
batch-not-now = L’état de cette importation a changé. Consultez sa page.
batch-leaned-on = { $n ->
    [one] Quelque chose repose sur ce que cette importation avait ajouté : { $what }. Mettez-y d’abord fin ou modifiez-le.
   *[other] { $n } choses reposent sur ce que cette importation avait ajouté : { $what }. Mettez-y d’abord fin ou modifiez-les.
 }
batch-and-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
 }
import-in-the-way = { $n ->
    [one] Rien n’a été annulé : quelque chose a été ajouté depuis et repose sur cette importation. Mettez-y fin ou modifiez-le d’abord.
   *[other] Rien n’a été annulé : { $n } éléments ajoutés ou modifiés depuis reposent sur cette importation. Mettez-y fin ou modifiez-les d’abord.
 }
batch-no-such-sheet = Aucune feuille de ce nom ne contient de lignes. Il y a : { $sheets }.
batch-several-sheets = Ce classeur contient plusieurs feuilles : { $sheets }. Indiquez laquelle il faut lire.
batch-no-such-question = Rien n’est demandé sous la clé { $key }. Un essai à blanc nomme ce qui est demandé.
batch-no-such-answer = À { $key }, on peut répondre : { $choices }.
batch-too-late = Ce qui se trouvait dans la feuille est oublié après 30 jours; cette importation ne peut plus être annulée.
batch-moved = Ce que touche cette ligne a changé depuis la comparaison. Comparez encore une fois : Corriger les colonnes.
batch-kept-change = Quelqu’un l’a modifiée depuis : elle reste telle quelle.
# used: held-imports
held-imports = Lignes de feuilles
held-import-row = Ligne { $n } d’une feuille importée
# used: import-unreadable-*, doubt-*
import-unreadable = Ce qui ne peut être lu : un numéro de téléphone avec un mot dedans, une date qui pourrait en être deux
import-unreadable-rest = va dans la note du personnel, et la ligne entre
import-unreadable-refuse = arrête la ligne
import-cleaned = « { $before } » est devenu « { $after } ».
import-unprintable = « { $before } » contient des signes qui ne s’affichent pas (�). Retapez cette cellule sans eux.
import-to-rest = « { $before } » ne peut être lu ici et va dans la note.
doubt-unreadable = « { $before } » n’est pas ce que contient cette colonne.
doubt-ambiguous = « { $before } » peut se lire de deux façons.
doubt-several = « { $before } » en contient plusieurs; on en demande un.
doubt-incomplete = Il manque une partie de « { $before } ».
doubt-impossible = « { $before } » n’existe pas.
doubt-foreign = « { $before } » appartient à un autre pays.
sheet-empty = On n’y a trouvé aucun tableau : il faut des en-têtes et au moins une ligne dessous.
sheet-too-large = Il est plus gros que ce qui est lu. Divisez-le.
sheet-kind = { $kind ->
    [old-workbook] Un classeur de l’ancien format (.xls) n’est pas lu. Enregistrez-le en .xlsx ou en .csv dans votre chiffrier.
    [binary-workbook] Un classeur binaire (.xlsb) n’est pas lu. Enregistrez-le en .xlsx ou en .csv dans votre chiffrier.
    [locked] Il s’ouvre avec un mot de passe. Enregistrez-le sans mot de passe.
    [open-document] Un classeur OpenDocument (.ods) n’est pas lu. Enregistrez-le en .xlsx ou en .csv dans votre chiffrier.
    [markup] C’est une page Web, quoi qu’en dise son nom. Ouvrez-la dans votre chiffrier et enregistrez-la en .xlsx ou en .csv.
   *[other] Ce n’est pas un tableau. Enregistrez-le en .xlsx ou en .csv dans votre chiffrier.
}
sheet-packed = Il est petit et serait énorme une fois décomprimé, ou il contient d’autres archives : aucun tableau n’est ainsi. Rien n’en a été lu. Enregistrez de nouveau le tableau dans votre chiffrier.
sheet-damaged = Il est endommagé. Enregistrez-le de nouveau dans votre chiffrier.
sheet-too-many = Il a plus de lignes, de colonnes ou de cellules que ce qui est lu. Divisez-le.
sheet-cell-too-long = La cellule de la ligne { $row }, colonne { $column }, est plus longue que ce qui est lu.
sheet-open-quote = Un guillemet ouvert à la ligne { $row } n’est jamais fermé.

nav-rooms-open = Menu
search-everything = Chercher dans le partenariat
search-go = Chercher
search-title = Chercher
search-what = Écrivez un nom ou un mot d’un titre dans le champ ci-dessus : vous trouvez les organismes, les personnes, les groupes et tout ce qui porte un nom ici.
search-nothing = Rien de ce que vous pouvez voir ne s’appelle « { $words } ».
search-nothing-hint = La recherche porte sur les noms et les titres, dans toutes les langues, avec ou sans accents. Une partie d’un mot suffit.
search-found = Résultats pour « { $words } » :
search-more = La liste s’arrête à { $n }. Tout voir
search-more-words = La liste s’arrête à { $n }. Un mot de plus resserre la recherche.
signed-out-nothing-saved = Votre connexion a pris fin; rien n’a donc encore été enregistré. Ce que vous avez écrit se trouve toujours ici, sur cette page.
signed-out-sign-in = Se connecter (dans un nouvel onglet; gardez celui-ci ouvert)
signed-out-come-back = Une fois la connexion rétablie, revenez à cet onglet et envoyez de nouveau.
signed-out-send = Envoyer de nouveau
signed-out-whose = L’envoi se fait au nom de la personne qui est alors connectée dans ce navigateur.
signed-out-typed = Ce que vous avez écrit
texts-every-state = Tous, même ceux qui sont à jour
fact-in-lang = { $what } ({ $lang })
fact-part = { $whole } : { $part }
fact-numbered = { $what } { $n }
fact-yes = Oui
fact-no = Non
fact-nameless = quelque chose qui ne peut pas être nommé ici
fact-itself = Texte
fact-name = Nom
fact-place = Lieu
fact-about = Présentation
fact-note = Note
fact-lang = Langue
fact-langs = Langues
fact-title = Titre
fact-kind = Genre
fact-value = Valeur
fact-code = Code
fact-visibility = Qui peut le voir
fact-slug = Fin de son adresse
fact-from = Du
fact-until = Jusqu’au
fact-to = Jusqu’au
fact-why = Pourquoi
fact-mail = Courriel
fact-partnership-contact = Comment le joindre
fact-partnership-emergency = Numéro à appeler
fact-partnership-province = Province ou territoire
fact-partnership-zone = Fuseau horaire
fact-contact-office = { reach-office }
fact-contact-street = { reach-street }
fact-contact-mail = { reach-mail }
fact-contact-phone = { reach-phone }
fact-contact-hours = { reach-hours }
fact-emergency-what = Pour quoi
fact-emergency-what-is-danger = { emergency-danger }
fact-emergency-what-is-crisis = { emergency-crisis }
fact-emergency-what-is-information = { emergency-information }
fact-emergency-what-is-health-line = { emergency-health-line }
fact-emergency-what-is-own = Le sien
fact-emergency-label = Pour quoi, dans ses mots
fact-emergency-number = Numéro
fact-batch-added = Ajouts
fact-batch-changed = Modifications
fact-batch-kept = Gardés malgré l’annulation
fact-erasure-itself = Pourquoi
fact-erasure-itself-is-asked = La personne l’a demandé
fact-erasure-itself-is-not-needed = Plus nécessaire
fact-erasure-itself-is-bin-emptied = Son temps dans la corbeille était écoulé
topic-platform = Courriel
