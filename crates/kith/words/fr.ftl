# Mots de la console : commandes, réglages, et ce que trouve kith doctor.
# used: backup-*, config-*, console-*, doctor-*
# never one: config-secret-short doctor-clock-apart doctor-issuer-mismatch
cli-about = Le système libre des partenariats locaux en matière d’immigration
cli-config = Le fichier de réglages; sinon kith.toml, s’il se trouve ici. Les variables KITH_* passent avant lui
cli-demo = Pour essayer : quatre partenariats sur cette machine, avec de quoi faire le tour
cli-demo-port = Le port, sur cette machine seulement; 0 en prend un qui est libre
cli-demo-data = Le dossier où vos changements sont gardés; sans lui, tout est neuf à chaque démarrage
cli-serve = Faire fonctionner l’installation jusqu’à ce que vous l’arrêtiez
cli-migrate = Mettre la base de données à niveau. Avec SQLite, kith serve s’en charge
cli-doctor = Chercher ce qui ne va pas dans les réglages et la machine, et dire quoi faire
cli-backup = Écrire le tout dans un fichier pendant que l’installation fonctionne
cli-restore = Remettre une sauvegarde dans une base de données vide, SQLite ou PostgreSQL
cli-verify = Dire si une sauvegarde est telle qu’elle a été écrite
cli-erasures = Afficher quelles fiches de personnes ont été effacées, sans noms, pour garder cette liste avec les sauvegardes
cli-erasures-again = Effacer de nouveau les fiches de cette liste qu’une sauvegarde restaurée a ramenées
cli-file = La sauvegarde

console-listening = à l’écoute sur { $address }
console-counting = les mesures sont à { $address }
console-first-run = Personne n’a encore de compte ici. Commencez à { $origin }/first-run avec ce code : { $code }
console-stopped = Arrêté. Tout ce qui a été enregistré est sur le disque.
console-step = { $step } : fait
console-granted = { $role } peut maintenant lire et écrire, rien de plus
console-migrated = { $count ->
    [0] La base de données est à jour.
    [one] { $count } étape franchie. La base de données est à jour.
   *[other] { $count } étapes franchies. La base de données est à jour.
}
console-settings = Rien n’a démarré. Corrigez les réglages ci-dessus, puis réessayez.
console-failed = Échec : { $why }
console-folder-taken = Un autre kith travaille dans { $folder }. Arrêtez-le d’abord, ou donnez à celui-ci son propre dossier.
console-folder = Le dossier { $folder } ne peut pas servir : { $why }. Créez-le et permettez au programme d’y écrire.
console-database = La base de données ne répond pas : { $why }. Vérifiez le réglage database, et que le serveur fonctionne.
console-no-database = Il n’y a pas de base de données { $path }. Lancez ceci là où se trouve l’installation, ou nommez ses réglages avec --config.
console-backed-up = { $path } : rangées { $rows }, tables { $tables }, fichiers { $files }, en date du { $at }
    empreinte { $digest }
console-verified = { $path } est intact : rangées { $rows }, tables { $tables }, fichiers { $files }, en date du { $at }
    empreinte { $digest }
console-restored = Restauré de { $path } : rangées { $rows }, tables { $tables }, fichiers { $files }, en date du { $at }
    empreinte { $digest }
console-restored-erasures = Les personnes effacées après { $at } s’y trouvent de nouveau. Avant de mettre l’installation en service, effacez-les encore une fois : kith erasures --again LISTE, avec la liste que kith erasures a affichée là où l’installation tournait en dernier.
console-not-erasures = { $path } n’est pas une liste d’effacements : { $why }. Faites-en une avec kith erasures.
console-erased-again = { $count ->
    [0] Aucune n’était ici.
    [one] { $count } fiche était revenue et est effacée.
   *[other] { $count } fiches étaient revenues et sont effacées.
}
backup-not-archive = Ce n’est pas une sauvegarde de Kith, ou elle est tronquée : { $why }
backup-later = C’est Kith { $program } qui l’a écrite, une version plus récente que ce programme. Restaurez-la avec cette version ou une plus récente.
backup-damaged = La sauvegarde est abîmée ({ $what }). Rien n’a été changé. Prenez la précédente.
backup-not-empty = La table { $table } a déjà des rangées. Restaurez dans une nouvelle base de données, vide.
backup-files-there = Il y a déjà des fichiers dans { $folder }. Restaurez dans un nouveau dossier de données.
backup-exists = { $path } existe déjà. Nommez un autre fichier.
backup-differs = La base de données a rendu autre chose que ce qu’on y a mis. Rien n’a été gardé.
backup-schema-ahead = La base de données est vide, mais d’une version plus récente que la sauvegarde. Créez-en une nouvelle et restaurez-y : les étapes entre les deux seront alors franchies.
backup-owner-needed = Il faut d’abord créer les tables, ce que seul leur propriétaire peut faire. Donnez son adresse dans database_owner.
console-listen = Impossible d’écouter sur { $address } : { $why }. Un autre programme l’occupe peut-être; arrêtez-le ou changez le réglage listen.
console-pending = { $count ->
    [one] Il manque { $count } étape de cette version à la base de données.
   *[other] Il manque { $count } étapes de cette version à la base de données.
} Lancez kith migrate, avec le réglage database_owner, puis redémarrez.
console-superuser = Le rôle { $role } est superutilisateur : rien ne séparerait un partenariat d’un autre. Connectez le programme par un rôle sans droits propres, et donnez le propriétaire des tables dans database_owner.
console-bypass = Le rôle { $role } a BYPASSRLS : rien ne séparerait un partenariat d’un autre. Retirez-le : ALTER ROLE { $role } NOBYPASSRLS
console-owner = { $count ->
    [one] Le rôle { $role } possède { $count } table
   *[other] Le rôle { $role } possède { $count } tables
} et pourrait lever ce qui sépare les partenariats. Connectez le programme par un autre rôle, et donnez le propriétaire dans database_owner.
console-owner-needed = Seul le propriétaire des tables peut le faire. Donnez son adresse dans database_owner.
console-owner-is-program = database et database_owner nomment le même rôle. Il faut au programme un rôle à lui, qui ne possède rien.

config-unreadable = Les réglages { $path } sont illisibles : { $why }
config-not-toml = Les réglages { $path } ne sont pas du TOML : { $why }
config-unknown = Il n’y a pas de réglage « { $name } ». Vérifiez l’orthographe.
config-not-text = Écrivez ce réglage entre guillemets droits.
config-not-flag = Écrivez true ou false, sans guillemets.
config-not-number = Écrivez un nombre entier à partir de 1, sans guillemets.
config-not-address = « { $value } » n’est pas une adresse. Écrivez-la comme 127.0.0.1:8080.
config-not-origin = « { $value } » n’est pas une origine. Écrivez-la comme https://kith.example.org, sans chemin.
config-not-database = Écrivez un chemin, ou postgres://rôle:mot-de-passe@hôte:5432/nom.
config-owner-of-file = Seul PostgreSQL a un propriétaire à côté du rôle du programme. Enlevez ce réglage.
config-secret-short = Le secret a { $bytes } octets et il en faut { $least }. Pour en faire un : openssl rand -base64 32
config-secret-needed = Plusieurs programmes peuvent se servir du même PostgreSQL, et ils doivent partager un secret. Pour en faire un : openssl rand -base64 32
config-not-mail-route = Écrivez folder, smtp://nom:mot-de-passe@hôte:587 ou smtps://nom:mot-de-passe@hôte.
config-not-mail-from = « { $value } » n’est pas une adresse de courriel. Écrivez-la comme Kith <kith@example.org>.
config-file-unreadable = { $path } est illisible : { $why }
config-twice = Donnez soit ce réglage, soit { $other }, pas les deux.
config-not-table = Écrivez { $name } sous forme de table : [oidc.ville], et dessous issuer, client_id et le reste.
config-issuer-name = { $name } : le nom court après le point compte de 1 à 30 minuscules, chiffres et traits d’union.
config-issuer-lacks = { $name } manque.
config-issuer-not-text = Écrivez { $name } entre guillemets droits.
config-issuer-twice = { $name } désigne la même maison que { $other }. Écrivez un seul tableau par maison.
config-not-mail-domain = { $name } : « { $value } » n’est pas un domaine. Écrivez des domaines, par exemple city.example, ou * seul pour vous fier à la maison pour toutes les adresses.
config-not-issuer = { $name } : « { $value } » n’est pas l’adresse d’un émetteur. Écrivez-la comme le fournisseur, par exemple https://login.example.org, avec https et sans paramètre à la fin.
config-not-lang = La console parle en et fr, pas « { $value } ».

doctor-sum = { $count ->
    [0] Tout va bien.
    [one] { $count } chose ne va pas.
   *[other] { $count } choses ne vont pas.
}
doctor-folder = On peut écrire dans { $folder }.
doctor-space = { $megabytes } Mo sont libres sur son disque.
doctor-space-little = Il ne reste que { $megabytes } Mo sur le disque des données. Faites de la place avant qu’il ne se remplisse.
doctor-space-none = Il ne reste que { $megabytes } Mo sur le disque des données. Bientôt, rien ne pourra plus être enregistré : faites de la place maintenant.
doctor-secret = { $path } n’appartient qu’au programme.
doctor-secret-open = D’autres sur cette machine peuvent lire { $path }. Fermez-le : chmod 600 { $path }
doctor-origin = Les visites arrivent par { $origin }.
doctor-origin-plain = Les visites arrivent par { $origin }, sans chiffrement. Si elles passent en fait par https, dites-le dans origin : c’est alors seulement que les navigateurs protègent les connexions.
doctor-origin-proxy = Les visites arrivent par { $origin } : un mandataire se trouve donc devant le programme. S’il pose X-Forwarded-For, écrivez behind_proxy = true; d’ici là, tout le monde compte pour une seule personne.
doctor-sqlite = La base de données est { $file }.
doctor-postgres = La base de données répond, et la sécurité au niveau des lignes tient le rôle { $role }.
doctor-database-unverified = La base de données est sur une autre machine et rien n’oblige son serveur à prouver qui il est : quelqu’un, en chemin, pourrait écouter ou répondre à sa place. Écrivez sslmode=verify-full dans son adresse, et sslrootcert si son certificat n’est pas de ceux que les navigateurs reconnaissent.
doctor-database-slow = La base de données n’a pas répondu en 10 secondes. Vérifiez l’adresse et le pare-feu.
doctor-schema = La base de données est de cette version.
doctor-schema-at-start = { $count ->
    [one] { $count } étape de cette version sera franchie
   *[other] { $count } étapes de cette version seront franchies
} au démarrage du programme. Gardez une sauvegarde d’avant.
doctor-schema-differs = La base de données est d’une autre version : { $why }. Démarrez la version qui a servi en dernier, ou une plus récente.
doctor-sound = Le fichier de la base de données est entier.
doctor-unsound = La base de données est abîmée : { $why }. Arrêtez le programme, gardez le fichier, et restaurez la dernière sauvegarde.
doctor-clock = Cette machine et la base de données sont à la même heure.
doctor-clock-apart = Il y a { $seconds } secondes entre l’heure de cette machine et celle de la base de données. Réglez les deux par NTP.
doctor-mail-undelivered = { $count ->
    [one] { $count } courriel des deux dernières semaines n’a pas pu être livré.
   *[other] { $count } courriels des deux dernières semaines n’ont pas pu être livrés.
} Les raisons figurent à la page Courriels de chaque partenariat et à la page de l’installation, où l’on peut les renvoyer.
doctor-database-certificate = La base de données ne prouve pas son identité : { $why }. Indiquez le certificat de son émetteur à la fin du réglage database, par exemple ?sslmode=verify-full&sslrootcert=/etc/kith/root.pem, et désignez le serveur par le nom inscrit dans son certificat.
doctor-issuer = { $name } ({ $issuer }) répond et offre ce qu’il faut; la première connexion dira si client_id et client_secret conviennent.
doctor-issuer-mismatch = { $name } : à l’adresse { $issuer }, la maison dit s’appeler { $said }. Écrivez ce nom, à la lettre près, comme issuer de [oidc.{ $name }].
doctor-issuer-unreachable = { $name } : { $issuer } est hors d’atteinte : { $why }. Vérifiez issuer de [oidc.{ $name }] et le pare-feu. D’ici là, personne ne se connecte par là; les autres façons continuent de fonctionner.
doctor-issuer-unfit = { $name } : { $issuer } n’offre pas ce qu’il faut : { $why }. Vérifiez ses réglages là-bas, ou demandez aux responsables.
doctor-mail-folder = Les courriels sont écrits dans le dossier mail des données et n’atteignent personne. Écrivez le réglage mail pour les envoyer.
doctor-mail = Le serveur de courriel nous laisse entrer.
doctor-mail-unreachable = Le serveur de courriel est hors d’atteinte : { $why }. Vérifiez le réglage mail. D’ici là, les courriels attendent et ne se perdent pas.

# Les feuilles à la console
cli-data = Le dossier de données d’une installation SQLite, au lieu de ses réglages
cli-import = Importer une feuille : elle entre au complet ou pas du tout
cli-import-what = Ce que sont ses lignes : partners, people, plan ou services
cli-import-file = La feuille, .xlsx ou .csv; pour les services, aussi un paquet HSDS (.zip) ou du JSON
cli-import-partnership = Le partenariat, tel que commencent ses adresses
cli-import-sheet = D’un classeur de plusieurs feuilles : celle qui porte ce nom
cli-import-dry-run = Dire seulement ce qui serait ajouté, modifié et refusé
cli-import-answer = Répondre à ce que demande la feuille, sous la clé que nomme un essai à blanc; autant de fois qu’il y a de questions
cli-undo = Annuler une importation
cli-undo-batch = L’importation, telle que kith import l’a nommée
cli-retention = Dire ce qui s’effacera seul d’ici la fin d’un jour; ne modifie rien
cli-retention-on = Le jour, comme 2027-01-31; sans lui, aujourd’hui
console-retention = { $what } ({ $class }) : { $n }
console-retention-one = – { $name }, depuis le { $since }
console-retention-installation = De l’installation, quel que soit le partenariat :
console-no-partnership = Il n’y a pas ici de partenariat « { $slug } ».
console-no-batch = Il n’y a pas ici d’importation { $batch }.
console-import-column = { $column } → { $says }
console-import-row = ligne { $row } : { $words }
console-import-question = { $words }
console-import-answer = --answer { $answer } : { $words }
console-import-answer-taken = --answer { $answer } : { $words } (retenu pour l’instant)
console-import-counts = ajouterait { $added }, modifierait { $changed }, sans changement : { $same }; à répondre { $asked }, refusées { $refused }
console-import-dry = Rien n’a été modifié.
console-import-taken = Elle est entrée. Pour l’annuler : kith undo { $batch }
console-import-not-taken = Rien n’a été modifié : des lignes sont refusées ou attendent une réponse. Corrigez-les, répondez avec --answer, ou importez la feuille dans l’espace de travail.
console-import-undone = { $kept ->
    [0] L’importation est annulée.
    [one] L’importation est annulée, sauf { $kept } fiche que quelqu’un a modifiée depuis.
   *[other] L’importation est annulée, sauf { $kept } fiches que quelqu’un a modifiées depuis.
}
