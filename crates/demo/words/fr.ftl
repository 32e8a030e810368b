# La page d’accueil de la démonstration.
demo-title = Essayer Kith
demo-intro = Voici quatre partenariats à explorer. Trois s’appuient sur ce que de vrais partenariats ont publié à leur sujet; le quatrième est inventé de toutes pièces. Toutes les personnes sont inventées. Ce que vous modifiez reste sur cet appareil.
demo-invented = Entièrement inventé
demo-drawn = D’après des documents publics; les personnes sont inventées
demo-sheet = Une feuille brouillonne de 80 lignes, à importer en tant que coordination
demo-building = Pour qui construit le programme
demo-gallery-about = Chaque élément de chaque page avec un contenu inventé. Aucun menu n’y mène.
demo-public-site = Voir le site public
# used: demo-as-*
demo-as-coordinator = Entrer à titre de coordination
demo-as-chair = Entrer à titre de présidence
demo-as-partner = Entrer à titre de partenaire
demo-as-funder = Entrer à titre de bailleur de fonds
demo-invented-person = Personne inventée pour la démonstration; toute ressemblance de nom est fortuite.
