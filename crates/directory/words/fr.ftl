### Les services, les lieux, et la porte par où on les trouve.
# used: may-* service-status-*, stream-*, cost-*, interpretation-*, papers-*, feature-*, place-kind-*, class-*, fresh-*, check-way-*
# used: check-found-*, weekday-*, openness-funder-*, use-funder-*, location-*

directory-title = Services
directory-parts = Parties du répertoire
directory-lead = Tout ce qui peut servir ici à une personne nouvellement arrivée, formel ou informel. Une fiche vaut par le jour où quelqu’un l’a vérifiée, quoi qu’on y ait écrit depuis.
directory-file = services
directory-bin = Mettre à la corbeille
directory-bin-title = Mettre { $name } à la corbeille
directory-no-need = Cochez au moins un besoin : c’est par les besoins qu’on trouve un service.
directory-ages-backwards = L’âge maximal est inférieur à l’âge minimal. Changez l’un des deux.
directory-nobody-named = Cochez pour qui c’est, ou choisissez une autre réponse plus haut.
directory-no-papers = Écrivez quels papiers, ou choisissez une autre réponse plus haut.
directory-future = Ce jour est encore à venir. Écrivez le jour où il en était ainsi.
directory-not-a-phone = « { $typed } » ne se lit pas comme un numéro de téléphone. Écrivez dix chiffres, une virgule, puis à quoi il sert.
directory-too-many-phones = Trop de numéros pour un service. Au plus : { $max }.
directory-not-a-contact = « { $typed } » ne se lit pas comme quelqu’un à qui s’adresser. Écrivez un nom ou un rôle, une barre, puis le reste.
directory-not-a-capacity = « { $typed } » ne se lit pas comme une capacité. Écrivez ce qu’on compte, une barre, puis combien sont libres.
directory-too-many-lines = Trop de lignes. Au plus : { $max }.
directory-not-a-link = « { $typed } » ne se lit pas comme une page. Écrivez ce que c’est, une barre, puis une adresse qui commence par https://.
hours-not-some-weeks = « { $typed } » ne se lit pas comme des heures de certaines semaines du mois.
directory-changed = La fiche a changé depuis que vous l’avez ouverte. Relisez-la, puis dites ce que vous avez constaté.
directory-not-a-point = Cela ne se lit pas comme des degrés. Écrivez des nombres comme 43.2557 et -79.8711.
directory-point-swapped = Le nord et l’est sont inversés. Au Canada, le nord va de 41 à 84, l’est de -141 à -52.
directory-point-east = L’est n’a pas de signe moins, et ce point est en Asie. Au Canada, l’est va de -141 à -52.
directory-not-a-postal-code = « { $typed } » n’est pas un code postal canadien. Écrivez-en un comme L8R 2L3.
hours-unclear = « { $typed } » ne se lit pas comme des heures. Écrivez 9-12, 13:30-17.
hours-backwards = La fermeture ({ $closes }) précède l’ouverture ({ $opens }). Changez l’une des deux, ou ajoutez +1 à ce qui finit le lendemain.
hours-which-half = « { $typed } », est-ce l’après-midi? Écrivez 13-17, ou 01:00.
hours-overlap = { $first } et { $second } se chevauchent. Raccourcissez l’une des deux plages.
hours-too-many = Nombre maximal de plages dans une journée : { $max }.
kind-service = Service
kind-location = Lieu

services-title = Services
services-caption = Les services et la fraîcheur de leur fiche
services-search = Chercher par nom ou par organisme
services-empty = Aucun service n’est encore inscrit ici.
services-empty-example = Par exemple : un cours d’anglais, avec ses heures, les langues qu’on y parle et à qui il s’adresse.
service-add = Ajouter un service
service-edit = Modifier le service
service-save = Enregistrer le service
said-service-added = Le service est ajouté.
said-service-changed = Le service est modifié.
said-service-checked = Ce que vous avez constaté est noté.
said-service-binned = Le service est dans la corbeille.
service-bin-explains = Il disparaît du répertoire et du site public. On peut le ressortir de la corbeille.
service-public-page = Le voir comme le public
service-organization = Offert par
service-name = Nom
service-about = Ce que c’est
service-about-hint = Deux ou trois phrases courtes. Les heures, le coût et les langues ont leurs propres champs.
service-need = Besoin
service-needs = Besoins auxquels il répond
service-needs-hint = Cochez ceux pour lesquels quelqu’un viendrait.
service-kind = Formel ou informel
service-formal = Formel
service-informal = Informel : personne n’est payé pour l’offrir
service-informal-hint = Un groupe confessionnel, une association, une personne aînée, un groupe de clavardage. Sa fiche vaut 4 mois, puis on redemande.
service-informal-short = groupe informel
service-stream = Volet d’établissement
service-stream-hint = Seulement pour les services payés par le programme fédéral d’établissement.
service-status = État
service-status-active = Offert
service-status-temporarily-closed = Fermé pour un temps
service-status-inactive = Pas offert en ce moment
service-status-defunct = Terminé
service-visibility = Qui peut le connaître
service-months = À vérifier tous les … mois
service-months-hint = Vide : 12 mois, ou 4 pour un groupe informel.
service-locations = Lieux
service-phones = Numéros de téléphone
service-phones-hint = Un par ligne : le numéro, une virgule, à quoi il sert. Par exemple : 905-555-0100, arabe.
service-mail = Adresse courriel
service-web = Page
service-hours = Heures
service-hours-hint = Pour chaque jour : 9-12, 13:30-17. Vide si c’est fermé.
service-holidays = Fermé les jours fériés
service-hours-note = Plus sur les heures
service-languages = Langues parlées sur place
service-languages-hint = Par les personnes qui y travaillent; pour les interprètes, voir plus bas.
service-interpretation = Interprétation
service-openness = À qui il s’adresse
service-classes = Seulement pour
service-classes-needed = requis s’il s’adresse à certaines personnes
service-openness-note = Plus sur qui peut y aller
service-age-from = À partir de l’âge de
service-age-to = Jusqu’à l’âge de
service-cost = Coût
service-cost-note = Plus sur le coût
service-papers = Papiers à apporter
service-papers-note = Quels papiers
service-papers-note-hint = Un par ligne.
service-papers-needed = requis si des papiers sont demandés
service-features = Ce qui le rend accessible
service-apply = Comment commencer
service-apply-hint = Se présenter, téléphoner, remplir un formulaire : le premier pas, en une phrase.
service-intake = Qui fait l’accueil
service-wait-days = Jours d’attente
service-wait-hint = Affiché 30 jours, puis on dit au public de demander.
service-has-room = De la place en ce moment
service-wait-on = C’était le
service-program = Offert dans le programme
service-program-hint = Quand l’organisme offre plusieurs services sous un même nom.
service-program-about = Ce qu’est le programme
service-contacts = À qui s’adresser
service-contacts-hint = Seulement des personnes qui veulent être connues de tous. Une par ligne, séparée par des barres : nom | rôle | où dans l’organisme | adresse courriel | numéro.
service-capacities = Combien il y en a
service-capacities-hint = Une par ligne, séparée par des barres : ce qu’on compte | combien sont libres | combien il y en a | de quoi il s’agit | jour. Par exemple : places | 4 | 12 | cours du soir | 2026-05-01.
service-capacity-told = { $unit } : { $available ->
    [one] { $available } libre
   *[other] { $available } libres
}
service-capacity-of = { $unit } : { $available ->
    [one] { $available } libre sur { $most }
   *[other] { $available } libres sur { $most }
}
service-funding = Qui paie
service-funding-hint = Un par ligne.
service-alert = Ce qu’il faut savoir avant tout
service-alert-hint = Fermé pour travaux, déménagé, complet jusqu’à l’automne. Cela s’affiche tout en haut jusqu’à la fin de ce jour.
service-alert-until = Jusqu’à quel jour
service-areas = Pour les personnes qui habitent
service-areas-hint = Une par ligne : le nom et, derrière une barre, ce qui en fait partie. Laissez vide quand on peut venir de partout.
service-links = Autres pages
service-links-hint = Une par ligne : ce que c’est, une barre, l’adresse. Par exemple : Horaire | https://example.org/horaire.
service-hours-some = Certaines semaines du mois
service-hours-some-hint = Une par ligne : premier mardi du mois 10:00-12:00. Ou : dernier vendredi du mois 18:00-20:00.
hours-nth-1 = premier
hours-nth-2 = deuxième
hours-nth-3 = troisième
hours-nth-4 = quatrième
hours-nth-5 = cinquième
hours-nth-last = dernier
hours-of-month = { $nth } { $days } du mois
phone-extension = poste { $n }
service-fresh = Fraîcheur
service-verified = Vérifié le
service-source = Source
service-from = D’après :
stream-nars = Évaluation des besoins et aiguillage
stream-io = Information et orientation
stream-la = Évaluation linguistique
stream-lt = Formation linguistique
stream-er = Services liés à l’emploi
stream-cc = Liens avec la collectivité
stream-ss = Services de soutien
stream-rap = Aide à la réinstallation
stream-ind = Services indirects
cost-free = Gratuit
cost-sliding = Selon vos moyens
cost-fee = Il y a des frais
cost-unknown = Inconnu : demandez
interpretation-by-phone = Interprète par téléphone, tout de suite
interpretation-on-request = Interprète sur demande
interpretation-none = Pas d’interprète
interpretation-unknown = Inconnu
papers-none = Aucun papier requis
papers-listed = Ces papiers
papers-unknown = Inconnu
papers-none-told = Aucun papier requis.
feature-in-person = Sur place
feature-online = En ligne
feature-by-phone = Par téléphone
feature-home-visits = On vient chez vous
feature-step-free = Entrée sans marche
feature-child-care = Garde d’enfants pendant ce temps
feature-women-only = Pour les femmes seulement
feature-transport = Aide au transport
class-economic-resident = Résidence permanente, catégorie économique
class-family-resident = Résidence permanente par la famille
class-refugee-resident = Résidence permanente, personne réfugiée
class-protected = Personne protégée
class-claimant = Demande d’asile en cours
class-worker = Travail temporaire
class-student = Études internationales
class-ukraine = Ici selon les mesures pour l’Ukraine
class-visitor = Visite
class-citizen-born-abroad = Citoyenneté, naissance à l’étranger
class-born-in-canada = Naissance au Canada
class-no-status = Sans statut
openness-everyone = Tout le monde
openness-funder-ircc = Les personnes pour qui paie le programme fédéral d’établissement (IRCC)
openness-only = Certaines personnes seulement
openness-unknown = Inconnu
use-everyone = Oui. Ouvert à tout le monde.
use-unknown = Demandez : personne ne nous a dit qui peut y aller.
use-funder-ircc = Cela dépend de votre statut. Résidence permanente : probablement oui, pendant quelques années pour la catégorie économique. Citoyenneté : probablement non. Dans le doute, demandez.
funder-rule-link = La règle du bailleur de fonds
funder-rule-read = lue là le { $day }
use-only = Pour : { $who }. Dans le doute, demandez.
fresh-verified = Vérifié
fresh-due = À vérifier
fresh-call-first = Téléphonez d’abord
checked-on = (la dernière fois le { $day })
checks-title = Quand quelqu’un a vérifié
checks-none = Personne n’a encore noté avoir vérifié si c’est exact.
check-add = J’ai vérifié si c’est exact
check-found = Ce que vous avez constaté
check-found-unchanged = Rien n’a changé
check-found-corrected = Quelque chose était inexact et est corrigé
check-found-unreachable = Personne n’a répondu
check-way = Comment
check-way-phone = Par téléphone
check-way-mail = Par courriel
check-way-visit = Lors d’une visite
check-way-web = Sur leur propre page
check-way-link = Réponse par un lien
check-way-import = D’après un fichier
check-on = Le
check-note = Note
check-note-hint = Pour le personnel. Ce qui a changé s’écrit dans la fiche elle-même.
check-save = Noter ce que j’ai constaté
weekday-mo = lundi
weekday-tu = mardi
weekday-we = mercredi
weekday-th = jeudi
weekday-fr = vendredi
weekday-sa = samedi
weekday-su = dimanche

locations-title = Lieux
locations-caption = Lieux où des services sont offerts
locations-search = Chercher par nom
locations-file = lieux
locations-empty = Aucun lieu n’est encore inscrit ici.
location-add = Ajouter un lieu
location-edit = Modifier le lieu
location-save = Enregistrer le lieu
said-location-added = Le lieu est ajouté.
said-location-changed = Le lieu est modifié.
said-location-binned = Le lieu est dans la corbeille.
location-bin-explains = Il disparaît des services qu’on y offre, jusqu’à ce qu’on le ressorte de la corbeille.
location-name = Nom
location-name-hint = Comme les gens l’appellent : bibliothèque centrale, bureau de la rue Principale.
location-kind = Sorte de lieu
place-kind-physical = On peut s’y rendre
place-kind-postal = Adresse postale
place-kind-virtual = En ligne
location-address = Adresse
location-street = Rue et numéro
location-unit = Local, étage, entrée
location-city = Ville
location-province = Province ou territoire
location-postal-code = Code postal
location-point = Point
location-north = Degrés nord
location-east = Degrés est
location-point-hint = Par exemple 43.2557 et -79.8711, comme sur les cartes.
location-transit = Comment s’y rendre
location-access = Comment entrer
location-web = Page du lieu
location-access-web = Page sur l’accès
location-confidential = L’adresse n’est donnée à personne
location-confidential-hint = Pour les refuges. Le public ne voit que la ville, et aucun fichier qui sort d’ici n’en dit plus.
location-confidential-told = L’adresse n’est pas publique. Téléphonez d’abord.
location-services = Offerts ici
location-services-none = Rien n’est encore offert ici.
wait-room-yes = Oui
wait-room-no = Non, c’est complet
wait-room-unknown = Inconnu

nav-help = Trouver de l’aide
help-title = Trouver de l’aide
help-lead = Dites ce qu’il vous faut, dans votre langue. Aucun compte n’est requis, et rien sur vous n’est conservé.
help-what = De quoi avez-vous besoin?
help-example = médecin, cours d’anglais, manteau d’hiver…
help-search = Chercher
help-needs = Choisissez un besoin
help-for = Ce qui a été trouvé
help-count = { $n ->
    [one] { $n } service est inscrit ici.
   *[other] { $n } services sont inscrits ici.
}
help-no-trace = Nous ne gardons rien de ce que vous cherchez.
help-narrow = Préciser la liste
help-any = Peu importe
help-show = Afficher
help-found = { $n ->
    [0] Rien trouvé
    [one] { $n } service
   *[other] { $n } services
}
help-order = d’abord ce qui répond à vos mots, puis ce qui est ouvert à tout le monde, dans votre langue, et vérifié
help-none = Rien ici ne répond à cela. Essayez moins de mots, un autre mot, ou l’un des besoins.
help-wider = Afficher sans les précisions
help-all-needs = Tous les besoins
help-pages = D’autres services
help-before = Les précédents
help-more = D’autres
help-person = Demander à une personne
help-person-told = Si rien ne convient, demandez-nous, ou faites le 211 : on y trouve des services de toutes sortes, jour et nuit, en plusieurs langues.
help-ask = Nous poser une question
help-details = Tout ce qu’il faut savoir
help-near = Les trois premiers caractères de votre code postal
help-near-unknown = Aucun code postal canadien ne commence ainsi : les distances ne sont pas indiquées.
help-within = Pas plus loin que
help-km = { $n } km
help-km-near = À moins de 1 km
help-km-about = À environ { $n } km
help-counted = { $label } ({ $n })
help-read-as = Lu autrement qu’écrit :
help-nearly = Rien ici ne contient ces mots tels que vous les avez écrits. Voici ce qui s’en approche.
help-without = Rien ici ne contient tous vos mots. Laissés de côté :
help-any-word = Rien ici ne contient tous vos mots. Chacun de ces services en contient un.
help-meant = Vous cherchez peut-être :
help-instead = Ouvert à tout le monde à la place :
help-paper = Imprimer cette liste
help-send-phone = Envoyer par texto
help-send-mail = Envoyer par courriel
paper-back = Retour
paper-told = { $n ->
    [one] Un service, en deux langues. Imprimez cette page, ou faites lire le carré par un téléphone.
   *[other] { $n } services, en deux langues. Imprimez cette page, ou faites lire le carré par un téléphone.
}
paper-more = { $n ->
    [one] Un seul a été trouvé; la suite est à l’adresse indiquée.
   *[other] { $n } ont été trouvés; la suite est à l’adresse indiquée.
}
paper-square = L’adresse de cette liste
paper-printed = Imprimé le { $day }. Appelez avant de vous déplacer.
sheet-title = Une feuille à remettre
sheet-told = Imprimez-la et remettez-la au comptoir, ou montrez-la sur votre téléphone. N’écrivez votre nom que si vous le souhaitez. Rien n’en est conservé ici.
sheet-hello = Bonjour. Je viens pour :
sheet-speak = Je parle { $language }. Si personne ne parle cette langue, un interprète m’aiderait.
sheet-need = J’ai besoin d’aide pour :
sheet-choose = Ce qui peut figurer sur la feuille. Cochez seulement ce que le comptoir peut lire.
sheet-name = Mon nom (si je le souhaite) :
sheet-reach = Comment me joindre :
sheet-come = À remplir par vous : venez ce jour, à cette heure, voir cette personne :
sheet-bring = À remplir par vous : ce qu’il faut apporter :
situation-title = Puis-je l’utiliser? Dites-en plus, si vous le voulez
situation-told = Cela est envoyé avec cette seule question, reçoit une réponse et n’est conservé nulle part. Vous n’êtes pas obligé de répondre.
situation-class = Vous êtes au Canada à titre de
situation-unsaid = Non précisé
situation-since = Résident permanent depuis (le cas échéant)
situation-show = Montrer ce qui est probable pour moi
may-yes = Oui.
may-likely = Probablement oui.
may-ask = Demandez : cela ne peut pas se dire d’ici.
may-likely-not = Probablement non, selon la règle de l’organisme payeur. Demandez en cas de doute.
help-directions = Itinéraire
help-leave = Quitter vite
help-leave-told = Ceci ouvre un autre site. L’historique de votre navigateur montre encore que vous étiez ici.
open-filter-now = Ouvert maintenant
open-filter-tonight = Ouvert ce soir
open-now = Ouvert maintenant
open-until = Ouvert maintenant, jusqu’à { $time }
opens-today = Ouvre aujourd’hui à { $time }
opens-on = Ouvre le { $day } à { $time }
open-closed = Fermé
hours-run = du { $first } au { $last }
hours-some-weeks = certaines semaines du mois : téléphonez d’abord
hours-to = jusqu’au { $day }
hours-holidays = Fermé les jours fériés
ages-both = { $from } à { $to }
ages-from = { $from } et plus
ages-to = jusqu’à { $to }
wait-ask = Demandez combien de temps on attend
wait-room = Il y a de la place.
wait-full = C’est complet en ce moment.
wait-days = { $n ->
    [0] Pas d’attente.
    [one] L’attente est d’environ { $n } jour.
   *[other] L’attente est d’environ { $n } jours.
}
wait-said = (dit le { $day })
about-may-use = Puis-je y aller
about-ages = Âge
about-cost = Coût
about-languages = On y parle
about-hours = Quand
about-where = Où
about-areas = Pour les personnes qui habitent
about-features = Bon à savoir
about-phone = Téléphone
about-mail = Courriel
about-web = Page
about-links = Autres pages
about-papers = À apporter
about-apply = Comment commencer
about-intake = Qui vous accueille
about-wait = Attente
about-checked = Vérification
today-services-due = { $n ->
    [one] { $n } service est à vérifier
   *[other] { $n } services sont à vérifier
}
today-services-due-act = Les voir
today-never-verified = jamais vérifié

# Le répertoire tel que le milieu l’échange
exchange-page = Sa page dans ce répertoire
exchange-needs = Besoins des nouveaux arrivants
exchange-needs-told = Ce que cherchent les nouveaux arrivants, en douze groupes
exchange-streams = Volets des services d’établissement
exchange-streams-told = La nature du service d’établissement, selon les volets du programme fédéral
exchange-people = Statut au Canada
exchange-people-told = À qui s’adresse le service, selon le statut au Canada
exchange-features = Façon dont le service est offert
exchange-features-told = Où et comment on est servi, et ce qui est offert en plus
exchange-take = Emporter les services publics
exchange-take-told = Ce que tout le monde peut savoir, quoi que montre la liste ci-dessus. Les adresses restent les mêmes : les programmes des autres peuvent revenir.
exchange-package = Paquet HSDS (zip)
exchange-map = Carte (GeoJSON)
exchange-changes = Fil des changements (JSON)
exchange-joined = Elle a été jointe à une autre fiche, qui en parle à sa place.
exchange-api = Pour les programmes : l’API et ce qu’elle répond
exchange-hours = Heures
exchange-open-to = Ouvert à
exchange-place = Lieu
exchange-other-places = Autres lieux
exchange-north = Latitude
exchange-east = Longitude
exchange-source-on = Date de la source
# used: hsds-*, exchange-newer-here-*, exchange-changed-here-*, exchange-twin-*, import-services-*, hours-nth-*
exchange-name-fr = Nom en français
exchange-about-fr = Ce que c’est, en français
exchange-id = Identifiant dans sa source
exchange-street-number = Numéro civique
exchange-sheet-hint = Un classeur (.xlsx), des valeurs séparées par des virgules, des points-virgules ou des tabulations (.csv), un paquet HSDS (.zip) ou ses services en JSON, jusqu’à 20 Mo. Les exportations du 211, de CIOC et de la base de données ouverte sur les établissements de santé se reconnaissent à leurs en-têtes.
exchange-need-unknown = Aucun besoin ne s’appelle { $before } : laissé de côté
exchange-shortened = Une ligne n’en contient pas tant : { $before } a été coupé
exchange-left-out = { $before } n’est pas connu ici : laissé de côté
exchange-no-need = Elle ne nomme aucun besoin : on ne la trouve que par son nom tant que personne n’en coche un
exchange-twice = Elle dit le même service que la ligne { $n }. Laissez l’une des deux de côté
exchange-newer-here = { $name } a été vérifié ici le { $before }, après le fichier
exchange-newer-here-keep = Garder ce qui est ici
exchange-newer-here-take = Prendre ce que dit le fichier
exchange-import = Importer des services
exchange-fields = D’où viennent ses champs
exchange-fields-none = Aucun fichier n’en a rien dit.
exchange-fields-lead = Ce que des fichiers ont dit à leur arrivée. La fiche elle-même a pu changer depuis.
exchange-fields-unnamed = un fichier sans nom
exchange-id-here = Identifiant ici
exchange-informal = Informel
exchange-holidays = Fermé les jours fériés
exchange-papers-needed = S’il faut des papiers
exchange-wait-on = Attente telle qu’elle était le
exchange-changed = Modifié le
exchange-texts = Langue des textes
exchange-yes = oui
exchange-no = non
exchange-fees = Ce qu’il coûte, en mots
exchange-eligibility = À qui il s’adresse, en mots
exchange-hours-words = Heures, en mots
exchange-form = Forme du fichier
exchange-becomes = était « { $before } », devient « { $after } »
exchange-comes = est vide, devient « { $after } »
exchange-hours-read = « { $before } » se lit { $after }
exchange-hours-kept = « { $before } » ne se lit pas comme des heures : gardé en mots
exchange-perhaps = Peut-être le même que { $name } : { $other }
exchange-twin = Probablement le même que { $name } : { $other }
exchange-twin-link = C’est bien lui : ne rien changer, et le reconnaître désormais par cette source
exchange-twin-join = C’est bien lui : y écrire ce que dit le fichier
exchange-twin-apart = C’est un autre : l’ajouter
exchange-linked = C’est { $name }, reconnu désormais par cette source : { $other }
exchange-changed-here = { $name } a été modifié ici le { $before }, après la création du fichier
exchange-changed-here-keep = Garder ce qui est ici
exchange-changed-here-take = Prendre ce que dit le fichier
import-services-language = En quelle langue sont ses mots?
import-services-language-en = Anglais
import-services-language-fr = Français
import-services-see = Qui peut savoir ce qu’elle ajoute?
import-services-see-public = Tout le monde
import-services-see-partners = Les partenaires
import-services-see-staff = Les personnes qui gèrent le partenariat
hsds-at = { $where ->
    [file] { $file }
    [row] { $file }, ligne { $row }
    [pointer] { $file }, { $field }
   *[cell] { $file }, ligne { $row }, colonne { $column } ({ $field })
}
hsds-other = { hsds-at } : n’est pas comme la norme le veut : { $value }
hsds-more = { hsds-at } : et le nombre d’autres erreurs à partir de là est de { $value }
hsds-missing-file = { hsds-at } : le descripteur nomme ce fichier, et il n’y est pas
hsds-not-supported = { hsds-at } : le descripteur dit quelque chose qui n’est pas lu ici : { $value }
hsds-no-headings = { hsds-at } : il n’y a pas d’en-têtes
hsds-blank-heading = { hsds-at } : une colonne n’a pas d’en-tête
hsds-same-heading = { hsds-at } : l’en-tête est aussi celui de la colonne { $other }
hsds-unknown-column = { hsds-at } : la norme ne connaît pas de colonne appelée { $value }. Retirez-la ou renommez-la
hsds-missing-column = { hsds-at } : une colonne que la norme demande n’y est pas
hsds-blank-row = { hsds-at } : cette ligne est vide
hsds-extra-cell = { hsds-at } : il y a une cellule après la dernière colonne
hsds-missing-cell = { hsds-at } : la ligne finit avant sa dernière colonne
hsds-wrong-encoding = { hsds-at } : les caractères ne sont pas en UTF-8. Enregistrez le fichier en UTF-8
hsds-open-quote = { hsds-at } : un guillemet n’est jamais fermé
hsds-missing = { hsds-at } : il n’y a rien ici, et la norme demande quelque chose
hsds-wrong-type = { hsds-at } : { $value } n’est pas du type { $other }
hsds-wrong-format = { hsds-at } : { $value } n’est pas écrit comme { $other }
hsds-not-uuid = { hsds-at } : { $value } n’est pas un identifiant de la norme (UUID)
hsds-impossible-date = { hsds-at } : ce jour n’existe pas : { $value }
hsds-not-an-option = { hsds-at } : { $value } n’est rien de ceci : { $other }
hsds-too-small = { hsds-at } : { $value } est moins que { $other }
hsds-too-large = { hsds-at } : { $value } est plus que { $other }
hsds-too-short = { hsds-at } : sa longueur est de { $value }, moins que { $other }
hsds-too-long = { hsds-at } : sa longueur est de { $value }, plus que { $other }
hsds-not-unique = { hsds-at } : la ligne { $other } dit la même chose, et deux lignes ne peuvent la partager
hsds-same-key = { hsds-at } : la ligne { $other } a le même identifiant
hsds-no-key = { hsds-at } : la ligne n’a pas d’identifiant
hsds-broken-reference = { hsds-at } : { $value } n’est l’identifiant de rien dans { $other }
hsds-not-json = { hsds-at } : ce n’est plus du JSON à partir de la ligne { $value }
hsds-missing-member = { hsds-at } : il manque un membre que la norme demande
hsds-not-on-earth = { hsds-at } : { $value } nord et { $other } est n’est nulle part sur terre
hsds-swapped = { hsds-at } : { $value } nord et { $other } est ont changé de place
hsds-ends-before-start = { hsds-at } : cela finit le { $value }, avant de commencer le { $other }
hsds-turns-direction = { hsds-at } : le nom contient des signes qui renversent le sens de l’écriture. Récrivez-le
hsds-damaged = { hsds-at } : le fichier est abîmé ou coupé
hsds-not-an-archive = { hsds-at } : ce n’est pas un paquet : l’archive ne peut être lue
hsds-too-many-files = { hsds-at } : l’archive contient trop de fichiers
hsds-package-too-large = { hsds-at } : c’est plus gros que ce qui est lu ici
hsds-too-dense = { hsds-at } : c’est comprimé au point de pouvoir nuire
hsds-leads-outside = { hsds-at } : le nom d’un fichier mène hors du paquet
hsds-nested-archive = { hsds-at } : il y a une archive dans l’archive
hsds-no-tables = { hsds-at } : il n’y a ni descripteur ni table de la norme
hsds-bad-descriptor = { hsds-at } : le descripteur (datapackage.json) ne peut être lu : { $value }
hsds-other-encoding = { hsds-at } : le descripteur demande { $value }, et seul l’UTF-8 est lu
hsds-cell-too-long = { hsds-at } : la cellule est plus longue que ce qui est lu ici
hsds-too-many-columns = { hsds-at } : la ligne a plus de colonnes que ce qui est lu ici
hsds-too-many-rows = { hsds-at } : il y a plus de lignes que ce qui est lu ici : { $value }
hsds-no-services = { hsds-at } : il n’y a aucun service dedans

# Demander aux organismes par lettre, et répondre par le lien qu’elle contient.
# used: service-letter-state-*, audit-*, kind-*, ask-room-*, said-*, retention-*, held-*, fact-*
kind-service-letter = Lettre au sujet de services
service-letter-nobody = Choisissez au moins un organisme
service-letter-until = Choisissez un jour entre demain et le { $last }, où le lien prend fin
service-letter-over = Cette lettre a déjà été annulée
service-letter-changed = On ne peut plus écrire à un organisme choisi. Revoyez la liste
service-letter-again-before = Choisissez pour rappeler un jour après l’appel
service-letter-state-waiting = En attente
service-letter-state-answered = Avec réponse
service-letter-state-ended = Lien échu
service-letter-state-cancelled = Annulée
service-letter-subject = Est-ce encore exact? { $partnership }
service-letter-hello = Bonjour { $name },
service-letter-asks = { $n ->
    [one] { $partnership } tient un répertoire de services pour les personnes nouvellement arrivées. La fiche de ce service de { $organization } est-elle encore exacte? Pourriez-vous vérifier d’ici le { $day } :
   *[other] { $partnership } tient un répertoire de services pour les personnes nouvellement arrivées. Les fiches de ces { $n } services de { $organization } sont-elles encore exactes? Pourriez-vous vérifier d’ici le { $day } :
}
service-letter-link = { $n ->
    [one] Aucun compte n’est nécessaire. Ouvrez ce lien : si rien n’a changé, il suffit d’appuyer une fois pour le dire, et ce qui est inexact se corrige sur place :
        { $link }
   *[other] Aucun compte n’est nécessaire. Ouvrez ce lien : si rien n’a changé, il suffit d’appuyer une fois pour le dire de tous, et ce qui est inexact se corrige sur place :
        { $link }
}
service-letter-end = Le lien reste ouvert 30 jours, tant que tout n’a pas reçu de réponse. Il est pour vous seulement; ne le transmettez à personne.
service-letter-also = { $n ->
    [one] Une autre demande vous attend; nous la joignons pour que vous receviez un message plutôt que deux :
   *[other] { $n } autres demandes vous attendent; nous les joignons pour que vous receviez un message plutôt que plusieurs :
}
service-letter-thanks = Avec nos remerciements, { $partnership }
service-letters = Lettres
service-letters-file = lettres-au-sujet-des-services
service-letters-none = Personne n’a encore été interrogé par lettre.
service-letter-answered = Réponses
service-letter-of = { $answered } sur { $n }
service-letter-until-on = Réponse d’ici le
service-letter-sent-on = Envoyée
service-letter-readers = Destinataires
service-letter-count = Nombre d’envois
service-letter-do = À faire
service-letter-cancel = Annuler
service-asking-title = Demander par lettre
service-asking-lead = Une lettre par organisme, avec toutes ses fiches à vérifier d’ici 30 jours. Les personnes qui parlent en son nom répondent par un lien, sans compte : rien n’a changé, d’un seul geste, ou une correction sur place.
service-asking-nobody = Aucun organisme à qui l’on puisse écrire n’a de fiche à vérifier.
service-asking-unreached = { $n ->
    [one] { $n } fiche à vérifier pour laquelle on ne peut écrire à personne
   *[other] { $n } fiches à vérifier pour lesquelles on ne peut écrire à personne
}
service-asking-unreached-why = Aucune personne qui parle au nom de l’organisme n’a d’adresse de courriel ici, ou elles ne veulent pas de telles lettres. Téléphonez, puis notez ce que vous avez constaté.
service-asking-to = À qui demander
service-asking-until = Réponse d’ici le
service-asking-until-hint = Au plus tard dans 29 jours.
service-asking-preview = Voir les lettres avant l’envoi
service-asking-preview-title = Les lettres avant l’envoi
service-asking-not-sent-yet = Rien n’a encore été envoyé. Voici ce qui sera lu.
service-asking-link-here = [le lien propre à chaque destinataire]
service-asking-change = Changer de destinataires
service-asking-send = { $n ->
    [one] Envoyer la lettre
   *[other] Envoyer les lettres à { $n } organismes
}
service-asking-services = { $n ->
    [one] { $n } service
   *[other] { $n } services
}
service-asking-readers = à { $names }
service-asking-load = demandes récentes : { $lately }, ouvertes : { $open }
service-asking-waits = attend depuis le { $day }; renvoyée, c’est la même lettre
service-asked-title = À qui on a demandé
service-asked-none = Personne n’a encore été interrogé par lettre.
service-ask = Demander par lettre
check-who = Qui a répondu
check-who-hint = La fonction suffit. Pour le personnel.
check-again = Rappeler le
check-again-told = À rappeler le
ask-room-directory = Services
ask-about-services = Vérifier si les fiches de vos services sont exactes
fact-organization-room-is-directory = { ask-room-directory }
your-services-title = Est-ce encore exact?
your-services-lead = Voici ce que lit le public. Si rien n’a changé, il suffit d’appuyer une fois. Nous espérons votre réponse d’ici le { $day }.
your-services-unchanged = Rien n’a changé
your-services-unchanged-all =
    { $n ->
        [one] Rien n’a changé pour ce service
       *[other] Rien n’a changé pour ces { $n } services
    }
your-services-correct = Corriger quelque chose
your-services-correct-lead = Changez ce qui est inexact et envoyez. La correction figure aussitôt au répertoire, vérifiée en date d’aujourd’hui.
your-services-note = Autre chose à changer
your-services-note-hint = Le nom, le public visé, le lieu : le personnel lit ces mots et fait le changement.
your-services-send = Envoyer
your-services-said = Vous avez dit :
your-services-older = Quelqu’un a modifié cette fiche depuis que vous avez ouvert la page. Relisez-la telle qu’elle est maintenant, puis répondez.
your-services-nothing-left = Vous n’avez plus à répondre d’aucun de ces services. Si c’est une erreur, écrivez-nous.
your-services-kept = Nous gardons votre réponse avec le nom à qui la lettre est allée et la date d’aujourd’hui. Seul le personnel lit ce nom.
your-services-answered-title = Merci
your-services-answered = Ce qui a été dit est noté, et ce lien ne sert plus. Pour corriger autre chose, écrivez-nous.
your-services-gone-title = Ce lien n’ouvre plus rien
your-services-gone = Il a pris fin après 30 jours, a été annulé, est allé à une adresse qui a changé depuis ou n’a pas été copié en entier. L’ouvrir n’a rien changé. Écrivez-nous : nous en enverrons un autre.
today-service-letters = { $n ->
    [one] { $n } lettre au sujet de services est sans réponse
   *[other] { $n } lettres au sujet de services sont sans réponse
}
today-call-again = Rappeler au sujet d’un service
retention-service-letter = Lettres demandant si des fiches de services sont exactes, un an après la fin de leur lien
held-services = Ce que disent les services
held-service-contact = Est nommée comme personne à joindre au sujet de « { $service } »
held-service-letters = Lettres au sujet de services
held-service-letter = A été interrogée sur l’exactitude de fiches de services
said-service-letters-sent = Les lettres sont parties.
said-service-letter-cancelled = La lettre a été annulée. Ses liens n’ouvrent plus rien.
audit-service-letter-sent = a envoyé la lettre
audit-service-letter-answered = a répondu à la lettre
audit-service-letter-cancelled = a annulé la lettre
audit-service-corrected = a corrigé le service par le lien d’une lettre
audit-service-forgot = a retiré ce qui nommait une personne dont les données ont été effacées
audit-service-added = a ajouté le service
audit-service-changed = a modifié le service
audit-service-checked = a vérifié si c’est exact
audit-service-binned = a mis le service à la corbeille
audit-service-restored = a ressorti le service de la corbeille
audit-location-added = a ajouté le lieu
audit-location-changed = a modifié le lieu
audit-location-binned = a mis le lieu à la corbeille
audit-location-restored = a ressorti le lieu de la corbeille

# Ce que le public suggère, et ce qu’il en advient.
# used: barrier-*, outcome-*, suggestion-kind-*, suggestion-state-*, suggestion-decide-*, suggestion-mail-*, way-in-*, fact-*
suggest-barrier = Je n’ai pas pu être aidé ici
suggest-correction = Quelque chose est inexact
suggest-correction-lead = Changez ce qui est inexact et envoyez. Une personne lit avant que rien ne change. Aucun compte n’est nécessaire.
suggest-wrong = Ce qui est inexact, dans vos mots
suggest-send = Envoyer
suggest-email = Votre adresse de courriel
suggest-sender = Adresse de courriel de la personne
suggest-told-reasons = Raisons données
suggest-email-hint = Seulement si vous voulez savoir ce qu’il en advient. Elle est effacée dès que c’est décidé.
suggest-reasons = Pourquoi vous n’avez pas pu être aidé
suggest-need = Ce dont vous aviez besoin
suggest-what-happened = Ce qui s’est passé, dans vos mots
suggest-barrier-lead = Cochez tout ce qui convient. Les raisons sont comptées pour voir ce qui manque ici; on ne demande pas votre nom.
suggest-barrier-words = Une personne lit ce que vous écrivez; c’est effacé un an après le traitement.
suggest-help-now = Avez-vous besoin d’aide maintenant?
suggest-missing = Il manque un service ici
suggest-missing-lead = Parlez-nous d’un service ou d’un groupe qui n’est pas inscrit ici. Une personne vérifie, puis l’ajoute.
suggest-name = Comment il s’appelle, ou ce dont vous avez besoin et que personne n’offre
suggest-who = Qui l’offre
suggest-who-hint = Un organisme, un lieu de culte, une association, un groupe.
suggest-place = Où
suggest-what-else = Ce que vous en savez d’autre
suggest-received = Merci
suggest-received-told = Une personne lit ce que vous avez envoyé. Si vous avez laissé une adresse, nous vous dirons ce qu’il en advient, puis nous l’effacerons.
outcome-title = Dire comment cela s’est passé
outcome-lead = Vous y êtes allé, ou vous avez aidé quelqu’un à y aller? Un seul choix suffit. Il est compté par service et par mois; rien n’est gardé à votre sujet.
outcome-column = Comment cela s’est passé
outcome-helped = J’ai reçu l’aide que je cherchais
outcome-waiting = J’ai un rendez-vous, ou je suis sur une liste d’attente
outcome-sent-on = On m’a envoyé ailleurs
outcome-not-helped = Je n’ai pas reçu d’aide
outcome-not-said = Choisissez comment cela s’est passé.
outcome-received-told = Votre réponse est comptée. Elle aide à voir quels services fonctionnent et ce qui manque.
sheet-outcome = Si vous le voulez tous les deux : dites ensuite comment cela s’est passé, à l’adresse ci-dessous. Aucun nom n’est demandé.
sheet-outcome-square = Adresse pour dire comment cela s’est passé
outcomes-title = Comment cela s’est passé
outcomes-lead = Ce qu’ont dit les gens qui sont allés à un service, ou qui ont aidé quelqu’un à y aller, par besoin, par service et par mois. Rien n’est gardé de qui l’a dit; peu de réponses disent peu de choses.
outcomes-none = Personne n’a encore dit comment cela s’est passé. La page de chaque service et la feuille à remettre mènent à la question.
outcomes-year = Comment cela s’est passé, 12 derniers mois
outcomes-file = comment-cela-s-est-passe
barrier-ineligible = On m’a dit que ce n’est pas pour moi
barrier-language = Personne ne parlait ma langue
barrier-no-interpreter = Il n’y avait pas d’interprète
barrier-wait = L’attente est trop longue, ou c’est complet
barrier-hours = C’était fermé quand je pouvais venir
barrier-transport = Je ne pouvais pas m’y rendre
barrier-child-care = Personne ne garde mes enfants pendant ce temps
barrier-cost = Cela coûte trop cher
barrier-documents = On m’a demandé des papiers que je n’ai pas
barrier-digital = C’était seulement par Internet
barrier-where = Je n’ai pas compris où aller
barrier-not-offered = Ce qu’il me faut n’y est pas offert
barrier-disability = Des marches, ou autre chose que mon corps ne peut pas faire
barrier-culture = Cela ne convient pas à notre façon de vivre ou de croire
barrier-discrimination = On m’a maltraité pour ce que je suis
barrier-fear = J’avais peur des autorités, ou pour mon statut
barrier-stigma = Je ne voulais pas qu’on m’y voie
suggestion-nothing-said = Changez quelque chose, ou dites ce qui est inexact.
suggestion-no-reason = Cochez au moins une raison.
suggestion-too-often = { $minutes ->
    [one] Beaucoup de messages sont arrivés. Essayez de nouveau dans { $minutes } minute.
   *[other] Beaucoup de messages sont arrivés. Essayez de nouveau dans { $minutes } minutes.
}
suggestion-nothing-chosen = Cochez ce que vous retenez, ou refusez en disant pourquoi.
suggestion-no-answer = Écrivez pourquoi c’est refusé.
suggestion-decided = Cette suggestion a déjà été tranchée.
suggestion-kind = Sorte
suggestion-kind-correction = Correction
suggestion-kind-service = Service manquant
suggestion-kind-barrier = Aide non reçue
suggestion-state-open = En attente
suggestion-state-taken = Retenue
suggestion-state-partly = Retenue en partie
suggestion-state-refused = Refusée
suggestion-received-on = Reçue le
suggestion-note = Dans leurs mots
suggestion-lang = Langue
suggestion-open-service = Voir le service
suggestion-add-service = Ajouter ce service
suggestion-service-gone = Le service n’est plus là.
suggestion-differences = Ce qui changerait
suggestion-field = Champ
suggestion-now = Tel que c’est maintenant
suggestion-was = À l’envoi :
suggestion-wished = Tel que suggéré
suggestion-take-fields = Ce qui est retenu
suggestion-decision = Décision
suggestion-decide = Décider
suggestion-decide-take = Retenir ce qui est coché
suggestion-decide-refuse = Refuser
suggestion-noted = Prise en note; rien ne change ici
suggestion-gap = Un manque : personne ne l’offre
suggestion-answer = Ce qu’on répond
suggestion-answer-sent = Cela part par courriel ({ $language }), et l’adresse est effacée.
suggestion-answer-kept = Aucune adresse n’a été laissée : la réponse reste ici.
suggestion-answer-needed = requis en cas de refus
suggestions-title = Suggestions
suggestions-lead = Ce que le public corrigerait ou ajouterait, et où il n’a pas pu être aidé. Rien ne change avant votre décision.
suggestions-none = Personne n’a encore rien suggéré.
suggestions-file = suggestions
barriers-title = Pourquoi des gens n’ont pas pu être aidés
barriers-lead = Chaque raison cochée, par besoin, par service et par mois. C’est un constat de besoin, et rien n’est gardé de qui l’a dit.
barriers-none = Personne n’a encore dit ne pas avoir pu être aidé.
barriers-file = aide-non-recue
barrier-month = Mois
barrier-times = Fois
suggestion-mail-subject = Ce que vous avez suggéré à { $partnership }
suggestion-mail-about = Vous avez écrit à { $partnership } au sujet de : { $service }.
suggestion-mail-taken = Merci : ce que vous avez dit est retenu.
suggestion-mail-partly = Merci : une partie de ce que vous avez dit est retenue.
suggestion-mail-refused = Merci d’avoir écrit. La fiche reste telle quelle, et voici pourquoi :
suggestion-mail-end = Votre adresse a été effacée de ce que vous avez envoyé.
kind-suggestion = Suggestion
way-in-missing-service = Nous parler d’un service qui manque
today-suggestions = { $n ->
    [one] { $n } suggestion du public attend
   *[other] { $n } suggestions du public attendent
}
retention-suggestion = Suggestions du public, un an après la décision ou la réception
held-suggestions = Suggestions du public
held-suggestion = A suggéré quelque chose au sujet d’un service
said-suggestion-decided = C’est décidé.
audit-suggestion-decided = a tranché la suggestion
way-in-missing-service-how = Quelques mots suffisent. Une personne vérifie, puis l’ajoute à « Trouver de l’aide ».

# Ce qui est peut-être deux fois le même service.
# used: twin-*, audit-*
twins-title = Peut-être en double
twins-lead = Des paires de fiches qui décrivent peut-être un seul service, avec ce qui parle pour et contre. Rien n’est réuni avant que vous ne le disiez, et on peut revenir en arrière.
twins-none = Rien ici ne ressemble deux fois au même service.
twins-file = peut-etre-en-double
twin-one = L’une
twin-other = L’autre
twin-how = Ressemblance
twin-why = Pourquoi
twin-score = Points
twin-do = À faire
twin-look = Regarder les deux
twin-likely = Très probablement le même.
twin-typed = Peut-être est-ce déjà là :
twin-perhaps = Peut-être le même.
twin-reasons = { $pro }; mais { $contra }
twin-name = le même nom
twin-near-name = des noms proches
twin-acronym = un nom est le sigle de l’autre
twin-other-name = d’autres noms
twin-who = le même organisme
twin-other-who = d’autres organismes
twin-phone = le même numéro
twin-other-phone = d’autres numéros
twin-street = les mêmes rue et numéro
twin-other-street = d’autres rues
twin-postal = le même code postal
twin-other-postal = d’autres codes postaux
twin-web = la même page
twin-mail = la même adresse de courriel
twin-title = Un service ou deux?
twin-beside = Les deux fiches côte à côte
twin-keep = Laquelle reste
twin-keep-hint = Elle reste telle quelle. Les lieux, vérifications, lettres, suggestions et raisons de l’autre lui reviennent, et l’autre quitte le répertoire. Modifiez-la d’abord si l’autre en sait plus.
twin-merge = Les réunir
twin-part = Ce sont deux services
twin-warning = Ce service figure peut-être déjà ici :
twin-warning-again = Si c’en est un autre, enregistrez encore une fois.
merges-title = Réunis
merge-told = { $gone } est allé à
merge-undo = Revenir en arrière
said-services-merged = Les deux fiches n’en font qu’une.
said-services-parted = Elles restent deux.
said-services-unmerged = Elles sont deux de nouveau, chacune avec ce qu’elle avait.
audit-service-merged = est allé à une autre fiche du même service
audit-service-took-in = a reçu une autre fiche du même service
audit-service-unmerged = est de nouveau une fiche à part
audit-service-gave-back = a rendu ce qui lui était venu

# Ce qui est couvert, et jusqu’où s’y fier.
# used: coverage-by-*
coverage-title = Couverture
coverage-caption = Services par besoin, par langue et par accès, et fraîcheur de leurs fiches
coverage-lead = Ce qui est offert maintenant, et la fraîcheur des fiches. Un service compte une fois dans chaque besoin, groupe, langue et accès qu’il nomme : le total des lignes dépasse donc le nombre de services. Une ligne à zéro est une lacune.
coverage-file = couverture
coverage-what = Quoi
coverage-by = Compté par
coverage-by-group = Groupe de besoins
coverage-by-language = Langue parlée sur place
coverage-by-need = Besoin
coverage-by-feature = Accès
coverage-evening = Ouvert après 18 h
coverage-weekend = Ouvert le samedi ou le dimanche
coverage-sum = Tous
coverage-soon = À vérifier maintenant ou d’ici 30 jours
coverage-asked = Lettres en attente de réponse
coverage-calls = Appels à refaire
coverage-suggested = Suggestions en attente

# L’historique des services et des lieux
fact-service-batch = Importation
fact-location-batch = Importation

# Premiers pas : les 90 premiers jours. Leurs mots se trouvent dans le dossier `first-steps`.
# used: first-*
nav-first-steps = Premiers pas
first-title = Premiers pas
first-lead = Que faire pendant vos 90 premiers jours au Canada, une étape après l’autre. Pas de compte, et nous ne gardons rien sur vous.
first-all = Toutes les étapes de vos 90 premiers jours
first-form = Montrer les étapes qui vous concernent, si vous voulez
first-children = Des enfants avec vous
first-children-yes = Oui
first-children-no = Non
first-show = Montrer mes pas
first-whole = Toutes les étapes sur une page, à lire ou à imprimer
first-print = Cette page s’imprime telle quelle.
first-why = Pourquoi
first-source = Où cela est écrit :
first-read-on = (lu à cet endroit le { $day })
first-unread = (personne ici ne l’a encore relu : demandez si c’est toujours ainsi)
first-until = Selon la règle fédérale, votre dernier jour pour ces services est le { $day }.
first-not-yet = Ces étapes ne sont pas encore dans votre langue. Les voici en anglais; vous pouvez aussi les lire en :
first-ask-us = Quelqu’un peut vous les expliquer :
first-days = Avant de venir, et les premiers jours
first-weeks = Premières semaines
first-ninety = Jusqu’au 90e jour
situation-since-hint = Un jour, un mois ou seulement une année : 2024-05-03, 2024-05 ou 2024
situation-since-unclear = Cela ne se lit pas comme un jour. Écrivez l’année d’abord : 2024-05-03, ou seulement 2024.
hours-all-day = jour et nuit
help-near-none = Rien à moins de { $within } km. Le plus proche est à { $n } km environ.
help-near-show = Montrer le plus proche
help-call-me = Demander un appel
call-lead = Laissez un numéro : une personne du partenariat vous appelle au sujet de ce service, avec un interprète s’il le faut. Vous n’avez pas à dire votre nom, et on ne demande pas le statut.
call-language = Langue de l’appel
call-when = Quand cela vous convient
call-when-hint = Par exemple : en semaine après 17:00
call-message = Message
call-message-yes = Vous pouvez laisser un message à la personne qui répond.
call-message-no = Ne laissez pas de message et ne dites à personne d’autre pourquoi vous appelez.
call-question = Appelez-moi au sujet de « { $service } ». Langue de l’appel : { $language }. Quand cela me convient : { $when }.
call-any-time = n’importe quand

## Ce que personne n’a trouvé

unfound-title = Ce que personne n’a trouvé
unfound-file = ce-que-personne-n-a-trouve
unfound-lead = Les recherches du public dans Trouver de l’aide qui n’ont rien donné, par besoin et par langue. Ni les mots ni la personne ne sont gardés. Un nombre est donné une fois sa semaine finie et s’il est de { $n } ou plus; ce qui est moindre est regroupé par mois, puis par année, puis toutes langues confondues.
unfound-not-people = Ce sont des recherches, pas des personnes : cinq peuvent venir d’une même personne, sur cinq jours. Ce qui touche la sécurité n’est compté que par année, toutes langues confondues.
unfound-none = Aucun nombre n’est encore assez grand pour être donné.
unfound-period = Quand
unfound-week = Semaine du
unfound-language = Langue demandée
unfound-any-language = Toutes les langues
unfound-other-languages = Les autres langues, réunies
unfound-others-of = Les autres de { $period }, réunies
unfound-whole-year = Toute l’année { $period }
unfound-no-need = Des mots qui ne désignent aucun besoin connu
unfound-times = Recherches

# Les mots avec lesquels on cherche.
lexicon-title = Les mots avec lesquels on cherche
lexicon-lead =
    { $n ->
        [one] Ce que disent les gens pour un besoin, dans chaque langue.
       *[other] Ce que disent les gens pour { $n } besoins, dans chaque langue.
    } Tant que personne qui parle la langue n’a lu les mots, ce sont des brouillons : la recherche s’en sert et les pages le signalent.
lexicon-language = Langue
lexicon-state = État
lexicon-read = Relu par une personne
lexicon-unread = Brouillon, non relu par une personne
lexicon-written = Écrit par
lexicon-by-machine = Une machine
lexicon-by-project = Le projet
lexicon-phrases = Expressions
lexicon-id = Identifiant du besoin
lexicon-name = Comment cela s’appelle
lexicon-words = Ce que disent les gens
lexicon-slips = Fautes courantes
lexicon-mend = Prenez la liste en fichier, faites-la corriger par quelqu’un qui parle la langue, et envoyez-la aux gens qui font ce programme : les mots sont les mêmes pour tous les partenariats.
lexicon-file = mots
