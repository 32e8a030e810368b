# Termes des partenaires : organismes, personnes, coordonnées, secteurs.
# used: spoken-*, sector-*, visibility-*, standing-*, contact-*, audit-*, said-*, kind-*
partner-slug = Utilisez des lettres minuscules, des chiffres et des traits d’union, au plus 60
partner-slug-taken = Un autre organisme porte l’adresse « { $slug } ». Choisissez-en une autre
partner-nameless = Donnez un nom en anglais ou en français
partner-future = Ce jour est encore à venir
partner-left-first = L’organisme ne peut pas quitter le partenariat avant d’y avoir adhéré
partner-joined-already = L’organisme est déjà partenaire
partner-not-partner = L’organisme n’est pas partenaire
partner-sector-taken = Un autre secteur porte ce code
partner-sector-used = { $n ->
    [one] { $n } organisme relève de ce secteur. Donnez-lui d’abord un autre secteur
   *[other] { $n } organismes relèvent de ce secteur. Donnez-leur d’abord un autre secteur
}
partner-contact-taken = Cette personne a déjà une coordonnée de ce type à cet endroit
partner-speaks-already = Cette personne représente déjà l’organisme depuis ce jour
partner-backwards = La fin précède le début
partner-wordless = Écrivez les mots que la personne a acceptés : sans eux, son oui ne peut pas être prouvé
partner-dayless = Écrivez le jour où cela s’est passé : le consentement en découle pendant deux ans, ou six mois après une simple demande
visibility-public = Tout le monde
visibility-partners = Partenaires
visibility-staff = Personnel
standing-partner = Partenaire
standing-prospect = Pas encore partenaire
standing-left = Ancien partenaire
contact-mail = Courriel
contact-phone = Téléphone
contact-web = Web
sector-municipality = Municipalité
sector-government = Gouvernement provincial ou fédéral
sector-funder = Bailleur de fonds
sector-police = Police
sector-business-association = Chambre de commerce ou association de gens d’affaires
sector-business = Entreprise ou employeur
sector-employment = Services d’emploi
sector-school-board = Conseil scolaire
sector-higher-education = Collège ou université
sector-library = Bibliothèque publique
sector-housing = Logement
sector-transit = Transport en commun
sector-health = Santé
sector-settlement = Services d’établissement
sector-interpreting = Interprétation et traduction
sector-advice = Aide juridique, droits de la personne et services sociaux
sector-community = Organisme de soutien communautaire
sector-intercultural = Groupe interculturel ou ethnospécifique
sector-francophone-network = Réseau en immigration francophone
sector-neighbourhood = Association de quartier
sector-faith = Lieu de culte ou groupe confessionnel
sector-arts = Arts et culture
sector-research = Recherche
sector-resident = Personnes ayant vécu l’immigration
sector-other = Autre
# Navigation et listes
nav-partners = Partenaires
nav-partners-people = Personnes
nav-public-partners = Partenaires
partners-lead = Les organismes autour de la table, ceux qui pourraient s’y joindre et ceux qui l’ont quittée.
partners-add = Ajouter un organisme
partners-add-submit = Ajouter
partners-caption = Organismes
partners-search = Chercher par nom
partners-file = partenaires
partners-empty = Aucun organisme n’est encore connu.
partners-empty-example = On commence souvent par la municipalité, la police, les conseils scolaires et le fournisseur de services d’établissement; les groupes informels suivent.
public-partners-lead = Les organismes qui travaillent ensemble dans ce partenariat.
public-partners-caption = Partenaires
public-partners-empty = Aucun partenaire ne figure encore ici.
people-lead = Les personnes qui représentent des organismes, siègent à des conseils ou peuvent être consultées. Seul le personnel les voit, à moins que leur visibilité n’en dise autrement.
people-add = Ajouter une personne
people-add-submit = Ajouter cette personne
people-caption = Personnes
people-search = Chercher par nom
people-file = personnes
people-empty = Aucune personne que vous pouvez voir n’est encore inscrite.
people-empty-example = Commencez par la personne que vous appelez en premier chez chaque partenaire.

# Champs
kind-organization = Organisme
kind-sector = Secteur
kind-person = Personne
kind-formal = Formel
kind-formal-hint = Enregistré : un organisme de services, une institution, une entreprise.
kind-informal = Informel
kind-informal-hint = Un groupe confessionnel, une association, un cercle. Seuls les partenaires le voient, à moins d’indication contraire.
field-name = Nom
field-name-hint = Tel que l’organisme l’écrit. S’il n’a pas de nom dans une des langues, inscrivez le même nom dans les deux.
field-sector = Secteur
field-kind = Type
field-languages = Langues de service
field-languages-hint = Celles dans lesquelles on sert vraiment les gens, pas seulement celles de l’accueil.
field-standing = Statut
field-joined = Partenaire depuis
field-joined-hint = Laissez vide tant que l’organisme n’a pas adhéré.
field-left = A quitté le
field-area = Territoire
field-about = Ce qu’il fait
field-about-hint = Quelques phrases pour les personnes qui peuvent le voir. Une ligne vide sépare les paragraphes.
field-visibility = Qui peut voir
field-visibility-hint = Sans choix : tout le monde pour un organisme formel, les partenaires pour un groupe informel.
field-slug = Adresse
field-slug-hint = La dernière partie de son adresse Web. Laissée vide, elle est tirée du nom.
field-note = Note du personnel
field-note-hint = Seul le personnel la voit.
form-save = Enregistrer

# Un organisme
organization-edit = Modifier
organization-edit-title = Modifier { $name }
joining-title = Consigner l’adhésion
joining-about = À partir de ce jour, l’organisme est partenaire.
departure-title = Consigner le départ
departure-about = À partir de ce jour, l’organisme n’est plus partenaire. Sa fiche et son historique demeurent.
removal-title = Supprimer
removal-about = L’organisme va à la corbeille avec ses coordonnées; on peut l’en retirer.
removal-bin-title = Mettre à la corbeille : { $name }?
removal-organization-goes = L’organisme disparaît de toutes les pages, y compris des pages publiques. Ses coordonnées ({ $contacts }) et la mention de qui le représente ou l’a représenté ({ $people }) partent avec lui. Les adresses que des personnes ont auprès de lui partent aussi : rien n’y est envoyé tant qu’il est à la corbeille. Les personnes elles-mêmes demeurent avec leurs propres adresses, et les sièges aussi. À la corbeille, il attend sans limite de temps; si on l’en retire, il retrouve tout ce qui lui appartient.
removal-submit = Mettre à la corbeille
texts-title = Langues des textes
history-heading = Dernières modifications
history-all = Tout l’historique

# Coordonnées
contacts-title = Coordonnées
contacts-none = Aucune coordonnée n’est connue.
contacts-none-shown = Aucune coordonnée que vous pouvez voir.
public-contacts-ask = Aucune de ses coordonnées n’est publique ici. Adressez-vous au bureau du partenariat, qui peut vous mettre en contact :
contacts-add = Ajouter une coordonnée
contacts-edit = Modifier une coordonnée
contacts-change = Modifier
contacts-remove = Supprimer
contacts-removal-title = Supprimer { $value }?
contacts-removal-goes = On ne joindra plus { $name } de cette façon, et aucune page ne montre plus cette coordonnée. Une coordonnée ne va pas à la corbeille : pour la ravoir, ajoutez-la de nouveau. Ce qu’elle disait reste dans l’historique.
contacts-kind = Type de coordonnée
contacts-value = Adresse ou numéro
contacts-value-hint = nom@example.org, 905 555-0134 ou https://example.org
contacts-place = Dans quel organisme
contacts-place-hint = Laissez vide s’il s’agit de la coordonnée personnelle.
contacts-visibility-hint = Elle n’est jamais montrée plus largement que la personne et l’organisme eux-mêmes.

# Personnes
speakers-title = Personnes
speakers-none = On ne connaît personne qui représente cet organisme.
speakers-none-shown = Personne que vous pouvez voir ne parle en son nom.
speakers-add = Ajouter une personne qui le représente
speakers-since = depuis le { $from }
speakers-between = du { $from } au { $to }
speaks-title = Représente
speaks-none = Cette personne ne représente aucun organisme.
speaks-none-shown = Aucun organisme que vous pouvez voir n’est représenté par cette personne.
speaks-add = Ajouter un organisme
speaks-for = Organisme
speaks-role = Fonction dans l’organisme
speaks-role-at = À { $organization }.
speaks-edit = Modifier le titre
speaks-from = Depuis le
speaks-to = Dernier jour
speaks-end = Y mettre fin
speaks-end-title = Cesser de représenter l’organisme
speaks-end-about = La personne demeure connue. Ses sièges ne changent pas.
person-name = Nom
person-name-hint = Tel que la personne l’écrit.
person-lang = Langue de correspondance
person-lang-hint = Les courriels à cette personne sont rédigés dans cette langue.
person-edit = Modifier
person-visibility-hint = Seul le personnel voit les personnes, à moins qu’elles ne souhaitent être vues.
person-invented = Personne inventée : aucune personne réelle n’est visée.
removal-person-goes = Cette personne disparaît de toutes les pages. Ses coordonnées ({ $contacts }) et la mention des organismes qu’elle représente ou a représentés ({ $organizations }) partent avec la fiche; les organismes demeurent. Pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, on peut retirer le tout de la corbeille; ensuite, la fiche est effacée définitivement.
person-removal-about = La personne va à la corbeille avec ses coordonnées; on peut l’en retirer pendant 90 jours. Ensuite, la fiche est effacée définitivement.

# Secteurs
sectors-title = Secteurs
sectors-lead = Les types d’organismes que ce partenariat distingue, dans l’ordre des listes.
sectors-empty = Aucun secteur n’est encore inscrit.
sectors-default = Prendre la liste habituelle
sectors-add = Ajouter un secteur
sectors-add-submit = Ajouter
sectors-place = Rang dans la liste
sectors-place-hint = 1 vient en premier.
sectors-remove = Supprimer ce secteur
sectors-removal-about = Seul un secteur dont aucun organisme ne relève peut être supprimé.
sectors-removal-title = Supprimer le secteur { $name }?
sectors-removal-free = Aucun organisme ne relève de ce secteur. Un secteur ne va pas à la corbeille : pour le ravoir, ajoutez-le de nouveau.
sectors-removal-carried = { $n ->
    [one] { $n } organisme relève de ce secteur, ceux de la corbeille compris. Donnez-lui d’abord un autre secteur.
   *[other] { $n } organismes relèvent de ce secteur, ceux de la corbeille compris. Donnez-leur d’abord un autre secteur.
}
sectors-removal-show = Voir ces organismes
sectors-removal-back = Retour au secteur

# Après une modification
said-organization-added = L’organisme a été ajouté.
said-organization-saved = La modification a été enregistrée.
said-organization-joined = L’organisme est maintenant partenaire.
said-organization-left = L’organisme a quitté le partenariat.
said-organization-binned = L’organisme est dans la corbeille.
said-person-added = La personne a été ajoutée.
said-person-saved = La modification a été enregistrée.
said-person-binned = La personne est dans la corbeille.
# used: retention-*
retention-person = Personnes à la corbeille, après 90 jours
said-contact-added = La coordonnée a été ajoutée.
said-contact-saved = La modification a été enregistrée.
said-contact-removed = La coordonnée a été supprimée.
said-sectors-saved = La liste des secteurs a été enregistrée.

# Historique
audit-organization-added = a ajouté l’organisme
audit-organization-changed = a modifié l’organisme
audit-organization-joined = a consigné l’adhésion
audit-organization-left = a consigné le départ
audit-organization-binned = a mis l’organisme à la corbeille
audit-organization-restored = a retiré l’organisme de la corbeille
audit-organization-spoken-for = a consigné qui le représente
audit-person-added = a ajouté la personne
audit-person-changed = a modifié la personne
audit-person-speaks = a consigné qui la personne représente
audit-person-title-changed = a modifié ce que la personne fait dans un organisme
audit-person-stopped-speaking = a consigné que la personne ne représente plus un organisme
audit-person-binned = a mis la personne à la corbeille
audit-person-restored = a retiré la personne de la corbeille
audit-contact-added = a ajouté une coordonnée
audit-contact-changed = a modifié une coordonnée
audit-contact-removed = a supprimé une coordonnée
audit-sector-added = a ajouté le secteur
audit-sector-changed = a modifié le secteur
audit-sector-removed = a supprimé le secteur

# Les noms des langues suivent Unicode CLDR (licence Unicode v3); les nôtres là où il n’en a pas.
spoken-en = Anglais
spoken-fr = Français
spoken-ar = Arabe
spoken-uk = Ukrainien
spoken-es = Espagnol
spoken-pa = Pendjabi
spoken-cmn = Mandarin
spoken-yue = Cantonais
spoken-fil = Tagalog (filipino)
spoken-fa = Persan (farsi)
spoken-prs = Dari
spoken-ti = Tigrigna
spoken-so = Somali
spoken-ur = Ourdou
spoken-hi = Hindi
spoken-pt = Portugais
spoken-vi = Vietnamien
spoken-aii = Assyrien (néo-araméen)
spoken-ak = Akan (twi)
spoken-am = Amharique
spoken-ase = Langue des signes américaine (ASL)
spoken-az = Azerbaïdjanais
spoken-bg = Bulgare
spoken-bm = Bambara
spoken-bn = Bengali
spoken-bo = Tibétain
spoken-bs = Bosniaque
spoken-ceb = Cebuano
spoken-ckb = Kurde (sorani)
spoken-cr = Cri
spoken-cs = Tchèque
spoken-da = Danois
spoken-de = Allemand
spoken-el = Grec
spoken-et = Estonien
spoken-fcs = Langue des signes québécoise (LSQ)
spoken-ff = Peul
spoken-fi = Finnois
spoken-gu = Goudjarati
spoken-ha = Haoussa
spoken-he = Hébreu
spoken-hmn = Hmong
spoken-hr = Croate
spoken-ht = Créole haïtien
spoken-hu = Hongrois
spoken-hy = Arménien
spoken-id = Indonésien
spoken-ig = Igbo
spoken-ilo = Ilocano
spoken-it = Italien
spoken-iu = Inuktitut
spoken-ja = Japonais
spoken-ka = Géorgien
spoken-kk = Kazakh
spoken-km = Khmer
spoken-kmr = Kurde (kurmandji)
spoken-kn = Kannada
spoken-ko = Coréen
spoken-ksw = Karen s’gaw
spoken-ku = Kurde
spoken-ln = Lingala
spoken-lo = Lao
spoken-lt = Lituanien
spoken-lv = Letton
spoken-mic = Mi’kmaw
spoken-ml = Malayalam
spoken-mn = Mongol
spoken-moh = Mohawk
spoken-mr = Marathi
spoken-ms = Malais
spoken-my = Birman
spoken-nan = Min nan (taïwanais, fujianais)
spoken-ne = Népalais
spoken-nl = Néerlandais
spoken-no = Norvégien
spoken-oj = Ojibwé (anishinaabemowin)
spoken-om = Oromo
spoken-pl = Polonais
spoken-ps = Pachto
spoken-rhg = Rohingya
spoken-rn = Roundi
spoken-ro = Roumain
spoken-ru = Russe
spoken-rw = Kinyarwanda
spoken-shn = Shan
spoken-si = Cingalais
spoken-sk = Slovaque
spoken-sq = Albanais
spoken-sr = Serbe
spoken-sv = Suédois
spoken-sw = Swahili
spoken-ta = Tamoul
spoken-te = Télougou
spoken-tg = Tadjik
spoken-th = Thaï
spoken-tr = Turc
spoken-ug = Ouïghour
spoken-uz = Ouzbek
spoken-wo = Wolof
spoken-yi = Yiddish
spoken-yo = Yoruba

# Ce qui est conservé sur une personne, et son effacement
# used: erasure-why-*, held-record
held-link = Ce qui est conservé sur cette personne
held-title = Ce qui est conservé sur { $name }
held-about = Ce que ce partenariat conserve sur cette personne, pour qu’elle puisse le lire et l’emporter : la fiche, les sièges, le compte de connexion, les consentements, et ce qui est venu de ses adresses de courriel personnelles, actuelles ou passées, ou leur a été envoyé. Ce qui est inexact se corrige; quand plus rien n’en justifie la conservation, ou quand la personne le demande, tout est effacé.
held-correct = Corriger
held-erase = Effacer
held-nothing = Rien.
held-file = conserve
held-part = Partie
held-what = Élément
held-words = Contenu
held-since = Depuis
held-record = La fiche
erasure-title = Effacer ce qui est conservé sur { $name }
erasure-about = Le nom, les notes, les coordonnées, les organismes représentés, les consentements et ce que l’historique dit de cette personne sont supprimés, avec les courriels et les déclarations d’intérêt liés aux adresses, actuelles ou passées, que personne d’autre n’utilise ni n’a utilisées. Un siège qu’elle occupe est vacant dès aujourd’hui; les sièges qu’elle a occupés restent, sans nom, et le nom est aussi retiré des notes à leur sujet. Ce que son compte permet ici prend fin aussitôt; le compte lui-même est effacé s’il ne permet rien dans un autre partenariat. Cette action est définitive.
erasure-stays = Ce qui reste : un certificat qui ne nomme personne; un simple refus des lettres, sans nom ni adresse; ce qui est lié à une adresse que d’autres partagent ou ont partagée; le nom des personnes qui ont agi ici; un nom que d’autres ont écrit dans des documents, des lettres et des textes; et les copies dans les sauvegardes, jusqu’à leur remplacement.
erasure-why = Motif
erasure-why-asked = La personne l’a demandé
erasure-why-not-needed = Plus rien n’en justifie la conservation
erasure-why-bin-emptied = La fiche était dans la corbeille depuis 90 jours
erasure-submit = Effacer définitivement
erasures-title = Certificats d’effacement
erasures-empty = Rien n’a été effacé.
erasures-example = Quand une personne demande à être oubliée, le certificat se trouve ici. Il ne nomme personne.
erasure-certificate = Certificat d’effacement
erasure-certifies = La fiche d’une personne dans ce partenariat a été effacée, avec ce que les parties ci-dessous conservaient à son sujet. Cette page ne nomme personne; son numéro peut être remis à la personne.
erasure-backups = Les sauvegardes antérieures le contiennent encore jusqu’à leur remplacement; si l’une d’elles est restaurée, l’effacement doit être refait, ce que la personne qui exploite l’installation fait en une étape.
erasure-number = Numéro
erasure-when = Effacé le
erasure-who = Par
erasure-count = { $count ->
    [0] rien n’était conservé
    [one] { $count } élément
   *[other] { $count } éléments
}
said-person-erased = L’effacement est fait.
kind-erasure = Effacement
audit-erasure-done = A effacé ce qui était conservé sur une personne
held-json = JSON

# Le registre des consentements d’une personne
consent-link = Consentement aux courriels
consent-title = Consentement aux courriels : { $name }
consent-about = Ce que cette personne a dit au sujet des courriels, quand et comment. Des faits s’ajoutent, jamais ne changent : l’expéditeur doit pouvoir les prouver. Un refus vaut tout de suite, et tant qu’aucun oui plus récent n’est inscrit. Qui occupe un siège peut recevoir les lettres au groupe sans avoir dit oui, jusqu’à un refus de sa part.
consent-today = Ce qui en découle aujourd’hui
consent-may = on peut lui écrire
consent-may-not = on ne peut pas lui écrire
consent-told-until = jusqu’au { $day }, parce que cette personne { $why }.
consent-told-may = parce que cette personne { $why }.
consent-told-no = parce que cette personne a demandé le { $day } de ne plus rien recevoir.
consent-told-ended = depuis que le { $day } est passé : jusque-là, le consentement découlait du fait que cette personne { $why }.
consent-told-silent = parce que rien n’est inscrit qui le permette.
consent-why-express = a dit oui le { $day }
consent-why-implied-inquiry = a fait une demande le { $day }
consent-why-implied-attendance = a participé à une rencontre le { $day }
consent-why-implied-business = a acheté quelque chose ou conclu une entente le { $day }
consent-why-implied-volunteering = a fait du bénévolat le { $day }
consent-why-implied-gift = a fait un don le { $day }
consent-why-membership = fait partie du groupe depuis le { $day }
consent-why-membership-ended = dernier jour dans le groupe : { $day }
mail-may-title = Courriels
consent-ledger = Le registre, du plus récent au plus ancien
consent-none = Rien n’est encore inscrit.
consent-when = Inscrit le
consent-what = Ce que la personne a dit ou fait
consent-purpose = Pour quoi
consent-purpose-hint = « Tous les courriels » ne vaut que pour un refus.
consent-since = Depuis, jusqu’au
consent-proof = Comment, et quelle preuve
consent-new = Inscrire ce que dit la personne
consent-day = Jour
consent-day-hint = Le jour où la personne a participé, aidé ou donné : le consentement en découle pendant deux ans. Le jour où elle a fait une demande : pendant six mois.
consent-day-needed = (obligatoire, sauf pour un oui ou un non)
consent-how = Comment elle l’a dit
consent-wording = Les mots acceptés
consent-wording-needed = (obligatoire pour un oui)
consent-wording-hint = Pour un oui : exactement tels qu’ils figuraient sur le formulaire ou ont été lus.
consent-evidence = Ce qui le prouve
consent-evidence-hint = Par exemple, où se trouve le formulaire signé, ou qui a pris l’appel.
consent-submit = Inscrire
said-consent-recorded = C’est inscrit au registre.
audit-person-consent = A inscrit ce que la personne dit au sujet des courriels
# Les feuilles de partenaires
# used: import-partners-*, import-*
import-partners = Importer une feuille
import-name-fr = Nom en français
import-person = Personne-ressource
import-title = Ce que la personne-ressource y fait
import-person-language = Langue de correspondance
import-partners-language = La langue de la feuille
import-partners-language-en = anglais
import-partners-language-fr = français
import-partners-standing = Ceux qui n’ont pas de date d’adhésion
import-partners-standing-known = sont connus, pas encore partenaires
import-partners-standing-partners = sont partenaires à compter d’aujourd’hui
import-partners-sectors = Les secteurs qui ne sont pas dans votre liste
import-partners-sectors-add = y sont ajoutés
import-partners-sectors-empty = restent vides
import-partners-see = Qui peut connaître les nouveaux, là où la feuille ne le dit pas
import-partners-see-partners = Les partenaires
import-partners-see-public = Tout le monde
import-partners-see-staff = Seulement le personnel
import-partners-differing = Là où la feuille dit autre chose que la fiche
import-partners-differing-fill = la fiche reste; la feuille complète ce qui y manque
import-partners-differing-overwrite = la feuille l’emporte
import-sector-added = « { $before } » s’ajoute à votre liste de secteurs.
import-sector-left = « { $before } » n’est pas dans votre liste de secteurs et reste vide.
import-area-left = « { $before } » n’est aucun de vos territoires et reste vide.
import-person-namesake = Quelqu’un de ce nom est déjà conservé ({ $name }); sans la même adresse, c’est une autre personne.
import-reach-added = { $name } figure déjà dans vos dossiers; « { $after } » s’ajoute à ses coordonnées.
import-same-as-row = Le même organisme qu’à la ligne { $n }.
# Les feuilles de personnes
# used: import-people-*
person-reference = Référence
person-organizations = Représente
person-titles = Ses fonctions
import-consent = Consentement aux courriels
import-people-unknown = Les organismes que vous ne conservez pas
import-people-unknown-note = vont dans la note du personnel, et la personne est importée
import-people-unknown-refuse = arrêtent la ligne
import-people-see = Qui peut connaître les nouvelles personnes, là où la feuille ne le dit pas
import-people-see-staff = Seulement le personnel
import-people-see-partners = Les partenaires
import-people-see-public = Tout le monde
import-people-unknown-organization = « { $before } » n’est aucun de vos organismes.
import-people-near-organization = « { $before } » n’est aucun de vos organismes. Noms voisins : { $name }.
import-people-several = Plusieurs organismes s’appellent « { $before } ». Écrivez la partie de l’adresse qui désigne le bon.
import-people-to-note = « { $before } » n’a pas de place sur la fiche et va dans la note du personnel.
import-people-differs = La feuille dit « { $before } »; la fiche dit « { $after } », et cela reste.
import-people-stays = La fiche dit autre chose, et cela reste.
import-people-said-no = Cette personne a demandé de ne plus recevoir de courriels. Le oui d’une feuille n’y change rien; s’il est plus récent, inscrivez-le sur la page de la personne.
import-people-same-as-row = La même personne qu’à la ligne { $n }.
audit-person-consent-taken-back = A retiré ce qu’une importation avait dit au sujet des courriels
audit-organization-imported = Importé avec une feuille
audit-person-imported = Importée avec une feuille

# used: fact-*
fact-organization-sector = Secteur
fact-organization-formal = Enregistré
fact-organization-area = Où il se trouve
fact-organization-joined-on = A adhéré le
fact-organization-left-on = Est parti le
fact-organization-batch = Importation
fact-organization-council = Groupe
fact-organization-itself = Ce qui a changé
fact-person-invented = Inventée
fact-person-batch = Importation
fact-person-person = Personne
fact-person-organization = Organisme
fact-person-from-on = Du
fact-person-to-on = Jusqu’au
fact-person-1 = Pour quoi
fact-person-2 = Ce que la personne a dit ou fait
fact-organization-person = Personne
fact-organization-organization = Organisme
fact-organization-from-on = Du
fact-organization-to-on = Jusqu’au
fact-sector-place = Rang dans la liste
fact-contact-person = Personne
fact-contact-organization = Organisme
fact-contact-value = Adresse ou numéro
fact-person-1-is-everything = { purpose-everything }
fact-person-2-is-express = { consent-express }
fact-person-2-is-implied-gift = { consent-implied-gift }
fact-person-2-is-implied-volunteering = { consent-implied-volunteering }
fact-person-2-is-implied-attendance = { consent-implied-attendance }
fact-person-2-is-implied-inquiry = { consent-implied-inquiry }
fact-person-2-is-membership = { consent-membership }
fact-person-2-is-withdrawal = { consent-withdrawal }

# Offres et besoins
# used: side-*, offer-kind-*, way-*, ask-state-*, ask-room-*, ask-about-*, purpose-*, consent-why-*
offers-title = Offres et besoins
offers-lead = Ce que les partenaires et les personnes peuvent donner, et ce qu’ils cherchent. Les projets communs commencent ici : ouvrez une ligne pour voir ce qui y répond de l’autre côté.
offers-search = Chercher dans les offres et les besoins
offers-empty = Aucune offre, aucun besoin n’est encore inscrit.
offers-example = Une salle le mardi soir, quarante heures de bénévolat en été, quelqu’un qui lit le tigrigna. Inscrivez-les sur la page du partenaire ou de la personne.
offers-file = offres-et-besoins
offers-section = Offres et besoins
offers-none = Rien n’est encore inscrit.
offers-add = Inscrire une offre ou un besoin
offers-add-submit = Inscrire
offer-until = jusqu’au { $day }
offer-over = terminé
offer-fits-needs = Besoins auxquels cela répond
offer-fits-offers = Offres qui y répondent
offer-fits-about = Le même genre, des dates qui se rejoignent, et le même secteur géographique et la même langue, ou l’un des deux laissé ouvert.
offer-fits-none = Rien n’y répond encore.
offer-due = Depuis le { $day }, personne n’a confirmé que c’est toujours vrai. Demandez, puis confirmez, modifiez ou retirez.
offer-confirm = C’est toujours vrai
offer-edit = Modifier
offer-removal-goes = Cela disparaît de toutes les pages, publiques comprises. Dans la corbeille, cela attend sans limite de temps et peut en être repris.
side-offer = Offert
side-need = Recherché
offer-kind-room = Local
offer-kind-language = Langue
offer-kind-hours = Heures de bénévolat
offer-kind-money = Argent
offer-kind-skill = Savoir-faire
offer-kind-equipment = Matériel
offer-kind-other = Autre chose
kind-offer = Offre ou besoin
field-offer-title = De quoi il s’agit
field-offer-title-hint = En quelques mots : une salle pour 60 personnes, de l’aide pour les impôts.
field-offer-side = Offert ou recherché
field-offer-kind = Genre
field-offer-whose = Par qui
field-offer-about = Précisions
field-offer-amount = Combien
field-offer-amount-hint = Par exemple 60 chaises, 4 heures par semaine, jusqu’à 500 $.
field-offer-times = Quand
field-offer-times-hint = Par exemple le mardi à partir de 18 h, pendant les congés scolaires.
field-offer-area-hint = Laissez vide si le lieu n’a pas d’importance.
field-offer-language = Langue
field-offer-language-hint = Dans quelle langue, ou quelle langue. Laissez vide si toutes conviennent.
field-offer-from = À partir du
field-offer-until = Jusqu’au
field-offer-until-hint = Laissez vide si cela vaut jusqu’à nouvel ordre; après un an, on vous le demande.
field-offer-confirmed = Dernière confirmation
said-offer-added = C’est inscrit. Ce qui y répond figure plus bas.
said-offer-saved = La modification est enregistrée.
said-offer-confirmed = C’est confirmé aujourd’hui.
said-offer-binned = C’est à la corbeille.
audit-offer-added = a inscrit une offre ou un besoin
audit-offer-changed = a modifié une offre ou un besoin
audit-offer-confirmed = a confirmé que c’est toujours vrai
audit-offer-binned = a mis à la corbeille
audit-offer-restored = a repris de la corbeille

# Notes de l’équipe, et qui suit une fiche
care-title = Suivi
care-notes = Notes et contacts
notes-title = Notes : { $name }
notes-about = Seule l’équipe lit ceci, et aucune liste qui sort d’ici ne le contient. Une note ne change jamais : pour en corriger une, écrivez la correction, et les deux restent.
notes-new = Inscrire un contact ou une note
notes-all = Notes de l’équipe
notes-none = Rien n’est encore inscrit.
notes-way = Ce que c’était
notes-day = Jour
notes-body = Ce qui a été dit, ou ce qu’il faut retenir
notes-body-hint = Des faits et des ententes. Rien sur le statut, la santé, la religion ou l’origine.
notes-body-needed = (obligatoire pour une note)
notes-submit = Inscrire
notes-by = par { $name }, { $at }
notes-corrects = corrige une note antérieure
notes-was-corrected = Corrigée par une note plus récente :
notes-correct = Corriger
notes-correction-title = Corriger une note
notes-correction-about = La note reste telle qu’elle a été écrite, marquée comme corrigée; celle-ci prend sa place.
notes-correction-submit = Inscrire la correction
way-note = Note
way-phone = Téléphone
way-mail = Courriel
way-visit = Visite
way-meeting = Rencontre
way-letter = Lettre envoyée d’ici
way-ask = Demande envoyée d’ici
steward-title = Qui suit cette fiche
steward-hint = On peut choisir parmi les personnes qui coordonnent le partenariat.
steward-nobody = Personne
steward-gone = Quelqu’un qui ne coordonne plus
steward-mine = Les miennes
field-steward = Suivi par
field-contacted = Dernier contact
contacted-never = Jamais, d’après ce qui est inscrit
contacted-long-ago = Pas depuis 6 mois
said-note-added = C’est inscrit.
said-note-corrected = La correction est inscrite.
said-steward-set = La personne qui suit cette fiche est enregistrée.
audit-organization-noted = a inscrit un contact ou une note
audit-organization-note-corrected = a corrigé une note
audit-organization-steward = a dit qui suit la fiche
audit-person-noted = a inscrit un contact ou une note
audit-person-note-corrected = a corrigé une note
audit-person-steward = a dit qui suit la fiche
note-corrected-already = Quelqu’un a corrigé cette note entretemps. Corrigez la plus récente
partner-past = Ce jour est passé

# Ce qu’on demande aux partenaires
asks-title = Demandes aux partenaires
asks-lead = Tout ce que les différentes parties du programme demandent aux partenaires, pour que personne ne soit sollicité de tous les côtés. Les demandes attendent une heure et partent ensemble, un seul courriel par personne.
asks-empty = Rien n’a encore été demandé à un partenaire.
asks-example = Une salle pour une rencontre, des réponses à un sondage, un coup d’œil à ce qui est dit d’eux. La demande se fait sur la page du partenaire.
asks-file = demandes
asks-load-title = Ce qu’on lui demande
asks-load = { $open ->
    [one] { $open } demande est en cours
   *[other] { $open } demandes sont en cours
}; { $lately ->
    [one] { $lately } a été faite au cours des 90 derniers jours.
   *[other] { $lately } ont été faites au cours des 90 derniers jours.
}
asks-in-list = { $open } en cours, { $lately } en 90 jours
field-asks = Demandes
field-ask-what = Ce qui est demandé
field-ask-room = D’où
field-ask-until = Jusqu’au
field-ask-state = État
field-ask-asked = Demandé le
field-ask-by = Par
field-ask-sent = Envoyé le
ask-add = Demander quelque chose
ask-title = Demander quelque chose : { $name }
ask-what-hint = Une ligne. Chaque personne la reçoit dans sa langue.
ask-to = Qui la reçoit
ask-to-nobody = On ne peut écrire à personne de cet organisme, ou aucune adresse n’est connue. La demande compte et attend; dites-le-leur vous-même.
ask-gathered = Elle part dans une heure, avec tout ce qui aura été demandé d’ici là à ce partenaire.
ask-submit = Demander
ask-choose = Demander à un organisme
ask-choose-submit = Continuer vers la demande
ask-about = Au sujet de :
ask-about-binned = { $name } est désormais à la corbeille. Rien de ce que vous avez écrit n’est perdu : tout se trouve ci-dessous. Envoyez-le de nouveau pour le demander sans mentionner cet élément, ou reprenez d’abord celui-ci de la corbeille et faites la demande depuis sa page.
ask-about-open = Déjà demandé
ask-about-offer = Est-ce toujours vrai : { $title }?
ask-still-so = Demander si c’est toujours vrai
asks-lately-title = Ce qui a été demandé récemment aux partenaires
asks-lately-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
 }
ask-close = Clore
ask-close-done = Fait
ask-close-withdrawn = Retirer
ask-until = jusqu’au { $day }
ask-sent-on = envoyée le { $day }
ask-waits = pas encore envoyée
ask-state-open = En cours
ask-state-done = Fait
ask-state-withdrawn = Retirée
ask-room-partners = Partenaires
ask-closed-already = Cette demande est déjà close
said-ask-added = C’est demandé. La demande part dans l’heure.
said-ask-closed = La demande est close.
audit-organization-asked = a demandé quelque chose à l’organisme
audit-organization-ask-closed = a clos une demande à l’organisme
ask-mail-subject = { $n ->
    [one] Une demande : { $partnership }
   *[other] { $n } demandes : { $partnership }
}
ask-mail-hello = Bonjour { $name },
ask-mail-hello-all = Bonjour à toute l’équipe ({ $organization }),
ask-mail-about = { $n ->
    [one] Voici une demande à votre organisme, { $organization }, de la part de notre partenariat, { $partnership } :
   *[other] Voici { $n } demandes à votre organisme, { $organization }, de la part de notre partenariat, { $partnership } :
}
ask-mail-line = • { $what }
ask-mail-line-until = • { $what } (jusqu’au { $day })
ask-mail-end = Vous recevez ce courriel parce que vous êtes porte-parole d’un organisme partenaire : { $partnership }. Il suffit d’y répondre.
purpose-partner-requests = Demandes aux partenaires
today-ask = { $organization } : { $what }
today-ask-act = Relancer ou clore
today-quiet = { $n ->
    [one] { $n } partenaire que vous suivez, sans aucun contact depuis 6 mois
   *[other] { $n } partenaires que vous suivez, sans aucun contact depuis 6 mois
}
today-quiet-act = Voir lesquels
today-offer-since = depuis le { $day }
today-offers = { $n ->
    [one] Est-ce toujours vrai? { $what }
   *[other] Ces { $n } offres et besoins sont-ils toujours actuels? En premier : { $what }
}
today-offers-act = Regarder

# Quel courriel va où
mail-choice-title = À quelle adresse va quel courriel : { $name }
mail-choice-about = Sans choix : une demande à un partenaire va à l’adresse de la personne dans cet organisme, tout le reste à son adresse à elle, sinon à la première qui est connue.
mail-choice-own = l’adresse de la personne
mail-choice-none = Aucune adresse de courriel n’est connue.
mail-choice-link = Choisir quel courriel va à quelle adresse
audit-person-mail-choice = a choisi l’adresse pour un genre de courriel
fact-organization-way = Ce que c’était
fact-organization-on-day = Jour
fact-organization-steward = Suivi par
fact-organization-room = D’où
fact-organization-room-is-partners = { ask-room-partners }
fact-organization-what = Ce qui est demandé
fact-organization-until-on = Jusqu’au
fact-organization-state = État
fact-organization-state-is-open = { ask-state-open }
fact-organization-state-is-done = { ask-state-done }
fact-organization-state-is-withdrawn = { ask-state-withdrawn }
fact-person-way = Ce que c’était
fact-person-on-day = Jour
fact-person-steward = Suivi par
fact-person-purpose = Quels courriels
fact-person-purpose-is-partner-requests = { purpose-partner-requests }
fact-person-address = Adresse
fact-person-2-is-implied-business = { consent-implied-business }
fact-offer-organization = Organisme
fact-offer-person = Personne
fact-offer-side = Offert ou recherché
fact-offer-kind = Genre
fact-offer-title = De quoi il s’agit
fact-offer-about = Précisions
fact-offer-amount = Combien
fact-offer-times = Quand
fact-offer-area = Secteur géographique
fact-offer-language = Langue
fact-offer-from-on = À partir du
fact-offer-until-on = Jusqu’au
fact-offer-visibility = Qui peut le voir
fact-offer-confirmed-on = Dernière confirmation
