//! Thirty invented partners, five of them informal groups that the public does not see; and one organization that has not
//! joined yet.

use crate::world::{OrganizationSeed, Sector, T, Visibility, When, t, text::named};

const fn partner(
    (slug, sector): (&'static str, Sector),
    name: T,
    area: &'static str,
    joined: i16,
    note: T,
) -> OrganizationSeed {
    OrganizationSeed::new(slug, sector, name, area, note).joined(When::In(joined))
}

pub(super) const ORGANIZATIONS: &[OrganizationSeed] = &[
    partner(
        ("town-of-portage-falls", Sector::Municipality),
        t("Town of Portage Falls", "Ville de Portage Falls"),
        "riverside",
        -2230,
        t(
            "Holds the partnership’s agreement and houses its office.",
            "Signataire de l’accord; héberge le bureau du partenariat.",
        ),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("portage-falls-police", Sector::Police),
        t("Portage Falls Police", "Police de Portage Falls"),
        "riverside",
        -2100,
        t(
            "One officer speaks with newcomer groups.",
            "Une agente fait le lien avec les groupes de nouveaux arrivants.",
        ),
    ),
    partner(
        ("portage-falls-chamber", Sector::BusinessAssociation),
        t("Portage Falls Chamber of Commerce", "Chambre de commerce de Portage Falls"),
        "riverside",
        -2230,
        t("Brings employers to the table each fall.", "Réunit les employeurs chaque automne."),
    ),
    partner(
        ("falls-district-school-board", Sector::SchoolBoard),
        named("Falls District School Board"),
        "hilltop",
        -2050,
        t("Eleven English-language schools.", "Onze écoles de langue anglaise."),
    ),
    partner(
        ("conseil-scolaire-des-chutes", Sector::SchoolBoard),
        named("Conseil scolaire des Chutes"),
        "hilltop",
        -2050,
        t("Four French-language schools.", "Quatre écoles de langue française."),
    )
    .speaks(&["fr", "en"]),
    partner(
        ("falls-homes", Sector::Housing),
        t("Falls Homes Co-operative", "Coopérative d’habitation des Chutes"),
        "mill-street",
        -1500,
        t(
            "Sixty-two homes; a welcome visit for each new household.",
            "Soixante-deux logements; visite d’accueil à chaque nouveau ménage.",
        ),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("riverside-settlement-centre", Sector::Settlement),
        t("Riverside Settlement Centre", "Centre d’établissement Riverside"),
        "riverside",
        -2230,
        t("Settlement workers and language classes.", "Intervenants en établissement et cours de langue."),
    )
    .speaks(&["en", "fr", "ar", "uk", "es"]),
    partner(
        ("maison-des-arrivants", Sector::Settlement),
        named("Maison des arrivants"),
        "hilltop",
        -1890,
        t("Settlement services in French.", "Services d’établissement en français."),
    )
    .speaks(&["fr", "en", "ar", "ln"]),
    partner(
        ("north-shore-jobs", Sector::Employment),
        t("North Shore Jobs Centre", "Centre d’emploi de la Rive-Nord"),
        "riverside",
        -2000,
        t(
            "Job search, credential advice, bridging places.",
            "Recherche d’emploi, conseils sur les titres de compétences, places en formation relais.",
        ),
    )
    .speaks(&["en", "fr", "pa"]),
    partner(
        ("ironwood-sawmill", Sector::Business),
        t("Ironwood Sawmill", "Scierie Ironwood"),
        "mill-street",
        -1320,
        t(
            "Hires abroad; English class at the mill on Tuesdays.",
            "Recrute à l’étranger; cours d’anglais à la scierie le mardi.",
        ),
    )
    .speaks(&["en", "uk"]),
    partner(
        ("clearwater-foods-plant", Sector::Business),
        t("Clearwater Lake Foods", "Aliments du lac Clearwater"),
        "mill-street",
        -900,
        t("Two shifts, nine mother tongues.", "Deux quarts de travail, neuf langues maternelles."),
    )
    .speaks(&["en", "fil", "es"]),
    partner(
        ("intercultural-alliance", Sector::Intercultural),
        t("Portage Falls Intercultural Alliance", "Alliance interculturelle de Portage Falls"),
        "riverside",
        -2230,
        t(
            "Speaks for eight communities and runs the summer festival.",
            "Porte la voix de huit communautés et organise le festival d’été.",
        ),
    )
    .speaks(&["en", "fr", "hi", "fil"]),
    partner(
        ("ukrainian-circle", Sector::Intercultural),
        t("Ukrainian Circle", "Cercle ukrainien"),
        "mill-street",
        -1260,
        t(
            "Meets on Sundays; asks that only partners see it.",
            "Se réunit le dimanche; souhaite n’être visible que des partenaires.",
        ),
    )
    .speaks(&["uk", "en"])
    .informal(Visibility::Partners),
    partner(
        ("eritrean-families", Sector::Intercultural),
        t("Eritrean Families", "Familles érythréennes"),
        "mill-street",
        -700,
        t(
            "Some families fear being found; staff only.",
            "Certaines familles craignent d’être retrouvées; réservé au personnel.",
        ),
    )
    .speaks(&["ti", "en"])
    .informal(Visibility::Staff),
    partner(
        ("hilltop-neighbours", Sector::Neighbourhood),
        t("Hilltop Neighbours Association", "Association des voisins du Haut-de-la-Côte"),
        "hilltop",
        -1700,
        t("Community garden and rink.", "Jardin communautaire et patinoire."),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("mill-street-neighbours", Sector::Neighbourhood),
        t("Mill Street Neighbours", "Voisins de la rue du Moulin"),
        "mill-street",
        -420,
        t(
            "A chat group that lends tools and car seats.",
            "Un groupe de clavardage qui prête outils et sièges d’auto.",
        ),
    )
    .speaks(&["en", "es", "fil"])
    .informal(Visibility::Partners),
    partner(
        ("st-brigid-parish", Sector::Faith),
        t("St. Brigid Parish", "Paroisse Sainte-Brigide"),
        "riverside",
        -1650,
        t("A hall with a kitchen, free on weekdays.", "Une salle avec cuisine, libre en semaine."),
    )
    .speaks(&["en", "fr", "fil"]),
    partner(
        ("friday-prayer-group", Sector::Faith),
        t("Friday Prayer Group", "Groupe de prière du vendredi"),
        "mill-street",
        -610,
        t(
            "Borrows a room; visible to partners so that families can be sent there.",
            "Emprunte une salle; visible des partenaires, qui peuvent y diriger des familles.",
        ),
    )
    .speaks(&["ar", "so", "en"])
    .informal(Visibility::Partners),
    partner(
        ("river-arts", Sector::Arts),
        t("River Arts Collective", "Collectif des arts de la rivière"),
        "riverside",
        -980,
        t("Theatre without words, open rehearsals.", "Théâtre sans paroles, répétitions publiques."),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("portage-falls-hospital", Sector::Health),
        t("Portage Falls General Hospital", "Hôpital général de Portage Falls"),
        "hilltop",
        -1980,
        t("Interpreters by telephone day and night.", "Interprètes par téléphone jour et nuit."),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("falls-community-health", Sector::Health),
        t("Falls Community Health Centre", "Centre de santé communautaire des Chutes"),
        "riverside",
        -1440,
        t("Takes people without a health card.", "Accueille les personnes sans carte santé."),
    )
    .speaks(&["en", "fr", "ar", "es"]),
    partner(
        ("common-voice-interpreters", Sector::Interpreting),
        t("Common Voice Interpreters", "Interprètes Voix commune"),
        "riverside",
        -1100,
        t(
            "Fourteen interpreters, none of them a relative.",
            "Quatorze interprètes, aucun n’étant un proche.",
        ),
    )
    .speaks(&["en", "fr", "ar", "uk", "ti", "so", "es", "fil"]),
    partner(
        ("falls-legal-clinic", Sector::Advice),
        t("Falls Community Legal Clinic", "Clinique juridique communautaire des Chutes"),
        "riverside",
        -1380,
        t("Tenants, wages, human rights.", "Logement, salaires, droits de la personne."),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("headwaters-college", Sector::HigherEducation),
        t("Headwaters College", "Collège des Eaux-d’Amont"),
        "hilltop",
        -2020,
        t("Six hundred international students.", "Six cents étudiantes et étudiants étrangers."),
    )
    .speaks(&["en", "fr", "hi", "pa"]),
    partner(
        ("portage-falls-library", Sector::Library),
        t("Portage Falls Public Library", "Bibliothèque publique de Portage Falls"),
        "riverside",
        -2230,
        t(
            "Conversation circles; books in eleven languages.",
            "Cercles de conversation; livres en onze langues.",
        ),
    )
    .speaks(&["en", "fr", "uk"]),
    partner(
        ("open-pantry", Sector::Community),
        t("Open Pantry Food Bank", "Banque alimentaire Le Garde-manger"),
        "mill-street",
        -860,
        t("No papers asked for.", "Aucun document n’est demandé."),
    )
    .speaks(&["en", "es"]),
    partner(
        ("north-shore-womens-centre", Sector::Community),
        t("North Shore Women’s Centre", "Centre des femmes de la Rive-Nord"),
        "hilltop",
        -1210,
        t(
            "Shelter and counselling; its address is not published.",
            "Hébergement et soutien; son adresse n’est pas publiée.",
        ),
    )
    .speaks(&["en", "fr", "ar"]),
    partner(
        ("reseau-francophone-des-chutes", Sector::Francophone),
        named("Réseau francophone des Chutes"),
        "hilltop",
        -1890,
        t(
            "The Francophone immigration network of the region.",
            "Le réseau en immigration francophone de la région.",
        ),
    )
    .speaks(&["fr", "en"]),
    partner(
        ("north-shore-settlement-fund", Sector::Funder),
        t("North Shore Settlement Fund", "Fonds d’établissement de la Rive-Nord"),
        "riverside",
        -2230,
        t("Pays for the partnership’s office.", "Finance le bureau du partenariat."),
    )
    .speaks(&["en", "fr"]),
    partner(
        ("birch-street-tea", Sector::Intercultural),
        t("Tea Evenings on Birch Street", "Soirées de thé de la rue des Bouleaux"),
        "mill-street",
        -240,
        t(
            "A dozen women in a kitchen; staff only, at their wish.",
            "Une douzaine de femmes dans une cuisine; réservé au personnel, à leur demande.",
        ),
    )
    .speaks(&["ku", "ar", "tr"])
    .informal(Visibility::Staff),
    OrganizationSeed::new(
        "bluebird-child-care",
        Sector::Community,
        t("Bluebird Child Care Co-operative", "Garderie coopérative Le Merlebleu"),
        "hilltop",
        t(
            "Came to two meetings; its board decides in the fall whether to join.",
            "A assisté à deux rencontres; son conseil d’administration décidera à l’automne de son adhésion.",
        ),
    )
    .speaks(&["en", "fr"]),
];
