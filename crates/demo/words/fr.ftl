# La page d’accueil de la démonstration.
demo-title = Essayer Kith
demo-intro = Voici quatre partenariats à explorer. Trois s’appuient sur ce que de vrais partenariats ont publié à leur sujet; le quatrième est inventé de toutes pièces. Toutes les personnes sont inventées. Ce que vous modifiez reste sur cet appareil.
demo-invented = Entièrement inventé
demo-drawn = D’après des documents publics; les personnes sont inventées
