# Mots des territoires : unités géographiques et ensembles.
# used: audit-*, area-kind-*, kind-*, said-*, fact-*
area-code = Ce code n’est pas celui d’un territoire de ce genre
area-nameless = Donnez un nom en français ou en anglais, d’au plus 200 caractères
area-backwards = Le dernier jour précède le premier
area-taken = Il en existe un de ce nom depuis ce jour, peut-être dans la corbeille
area-set-empty = Inscrivez une part à côté d’au moins un territoire
area-set-twice = Le même territoire figure ici deux fois
area-set-share = Une part est un pourcentage supérieur à 0 et d’au plus 100, avec au plus quatre décimales
area-in-set = { $n ->
    [one] Le territoire compte dans { $n } ensemble. Retirez-l’en d’abord
   *[other] Le territoire compte dans { $n } ensembles. Retirez-l’en d’abord
}
area-set-binned = Un territoire de cet ensemble est dans la corbeille. Sortez-l’en d’abord
area-kind-province = Province ou territoire
area-kind-census-division = Division de recensement
area-kind-census-subdivision = Municipalité
area-kind-forward-sortation-area = Zone postale
area-kind-own = À nous
audit-area-added = a ajouté le territoire
audit-area-changed = a modifié le territoire
audit-area-binned = a mis le territoire à la corbeille
audit-area-restored = a sorti le territoire de la corbeille
audit-area-set-added = a ajouté l’ensemble de territoires
audit-area-set-changed = a modifié l’ensemble de territoires
audit-area-set-binned = a mis l’ensemble de territoires à la corbeille
audit-area-set-restored = a sorti l’ensemble de territoires de la corbeille
kind-area = Territoire
kind-area-set = Ensemble de territoires
nav-areas = Territoires
areas-lead = Là où œuvre le partenariat : les municipalités et les comtés de la liste de Statistique Canada, et vos propres quartiers. Les organismes disent où ils travaillent, et chaque groupe voit quel territoire n’a personne pour parler en son nom.
areas-take = Prendre des territoires dans la liste officielle
areas-add = Ajouter un territoire à nous
areas-add-lead = Un quartier, un axe, un campus : un lieu que les gens d’ici appellent par un nom et que la liste officielle ne connaît pas.
areas-caption = Territoires que garde le partenariat
areas-empty = Aucun territoire pour l’instant.
areas-empty-example = Par exemple Hamilton et ses quartiers; ou London et les municipalités du comté de Middlesex.
areas-units = Tous les territoires
areas-sets = Ensembles de territoires
areas-sets-lead = Un ensemble dit quels territoires comptent ensemble, et pour combien : une ville entière, la moitié d’un canton. Tant qu’un ensemble est en vigueur, les absences se comptent d’après ses seuls territoires.
areas-sets-all = Tous les ensembles et leurs parts, aussi en fichier
areas-set-about = ({ $n ->
    [one] { $n } territoire
   *[other] { $n } territoires
}, { $span })
areas-set-add = Créer un ensemble
areas-set-change = Modifier cet ensemble
areas-file = territoires
areas-sets-file = ensembles-de-territoires
areas-set = Ensemble
areas-area = Territoire
areas-kind = Genre
areas-code = Code
areas-name = Nom
areas-from = Premier jour
areas-to = Dernier jour
areas-to-hint = Laissez vide tant qu’il n’y a pas de fin.
areas-share = Part (%)
areas-shares = Ce qui compte de chaque territoire
areas-shares-hint = Inscrivez 100 pour le territoire entier, un pourcentage plus petit pour une partie, rien pour ceux qui ne comptent pas.
areas-percent = { $percent } %
areas-holds = En vigueur
areas-since = depuis le { $from }
areas-span = du { $from } au { $to }
areas-history = Historique
areas-change = Modifier ce territoire
areas-save = Enregistrer
areas-bin = Mettre à la corbeille
areas-bin-about = On ne pourra plus le choisir. Les organismes qui y travaillent le gardent, et il peut ressortir de la corbeille.
areas-bin-submit = Mettre à la corbeille
areas-standard-lead = Choisissez une province ou un territoire, puis une division de recensement : en général un comté, une région ou une grande ville. Elle vient avec toutes ses municipalités.
areas-standard-province = Province ou territoire
areas-standard-division = Divisions de recensement : { $province }
areas-divisions = Divisions de recensement
areas-divisions-hint = Sous chacune figurent quelques-unes de ses municipalités.
areas-standard-submit = Prendre ces territoires
said-areas-taken = Les territoires sont là.
said-area-saved = Le territoire est enregistré.
said-area-binned = Le territoire est dans la corbeille.
said-area-set-saved = L’ensemble est enregistré.
said-area-set-binned = L’ensemble est dans la corbeille.
today-areas = Dire où œuvre le partenariat
today-areas-detail = Aucun territoire pour l’instant.

fact-area-valid-from = Valable du
fact-area-valid-to = Valable jusqu’au
fact-area-set-valid-from = Valable du
fact-area-set-valid-to = Valable jusqu’au
fact-area-set-shares = Part
fact-area-set-shares-1 = Territoire
fact-area-set-shares-2 = Part en millionièmes
