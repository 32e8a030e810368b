# Termes des territoires : unités géographiques et regroupements.
# used: audit-*
area-code = Ce code ne correspond pas à ce type de territoire
area-nameless = Donnez au territoire un nom d’au plus 200 caractères
area-backwards = Le dernier jour précède le premier
area-taken = Un territoire porte déjà ce code depuis ce jour
area-set-empty = Choisissez au moins un territoire
area-set-twice = Le même territoire figure deux fois
area-set-share = Une part est supérieure à 0 et d’au plus 1
audit-area-added = a ajouté le territoire
audit-area-set-added = a ajouté le regroupement de territoires
