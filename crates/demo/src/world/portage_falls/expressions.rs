//! Three expressions of interest, one in French.

use crate::world::{ExpressionSeed, ExpressionState, Sector, When};

pub(super) const EXPRESSIONS: &[ExpressionSeed] = &[
    ExpressionSeed {
        council: "partnership-council",
        name: "Cyrus Haverstock",
        mailbox: "cyrus-haverstock",
        organization: Some("hilltop-neighbours"),
        sector: Sector::Neighbourhood,
        language: "en",
        text: "I look after the rink and the garden on Hilltop. In three winters I have taught some forty children to \
               skate, and their parents now run the canteen. I would like to bring what they tell me to the council. \
               Tuesday evenings suit me best.",
        received: When::In(-6),
        state: ExpressionState::Received,
    },
    ExpressionSeed {
        council: "work-and-language",
        name: "Espérance Mukamana-Roy",
        mailbox: "esperance-mukamana-roy",
        organization: None,
        sector: Sector::Resident,
        language: "fr",
        text: "Je suis arrivée il y a deux ans avec mes trois enfants. J’étais infirmière et je travaille aujourd’hui à \
               l’usine, de nuit. J’aimerais siéger à la place réservée aux personnes nouvellement arrivées\u{a0}: je sais \
               ce que coûte l’évaluation d’un diplôme, et je connais une dizaine de femmes dans la même situation. \
               Pourriez-vous prévoir la garde des enfants pendant les réunions?",
        received: When::In(-24),
        state: ExpressionState::UnderReview,
    },
    ExpressionSeed {
        council: "partnership-council",
        name: "Tomasz Birdsong",
        mailbox: "tomasz-birdsong",
        organization: None,
        sector: Sector::Arts,
        language: "en",
        text: "I am a retired sound engineer. I saw your poster at the laundromat a week after the closing date. If the \
               arts seat is still free at the next call, please think of me; I can wait.",
        received: When::In(-41),
        state: ExpressionState::Kept,
    },
];
