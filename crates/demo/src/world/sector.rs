//! The kinds of partner that the demo knows.

use super::text::{T, t3};

macro_rules! sectors {
    ($($variant:ident { $code:literal $en:literal $fr:literal $ar:literal }),* $(,)?) => {
        /// The part of community life that an organization works in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Sector {
            $(#[doc = $en] $variant),*
        }

        impl Sector {
            /// All sectors, in the order in which they are offered.
            pub const ALL: &'static [Sector] = &[$(Sector::$variant),*];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The sector's name.
            pub const fn name(self) -> T {
                match self { $(Self::$variant => t3($en, $fr, $ar)),* }
            }
        }
    };
}

sectors! {
    Municipality { "municipality" "Municipality" "Municipalité" "البلدية" },
    Government { "government" "Provincial or federal government" "Gouvernement provincial ou fédéral" "حكومة المقاطعة أو الحكومة الاتحادية" },
    Funder { "funder" "Funder" "Bailleur de fonds" "جهة ممولة" },
    Police { "police" "Police" "Police" "الشرطة" },
    BusinessAssociation { "business_association" "Chamber of commerce or business association" "Chambre de commerce ou association de gens d’affaires" "غرفة تجارة أو جمعية أعمال" },
    Business { "business" "Business or employer" "Entreprise ou employeur" "شركة أو صاحب عمل" },
    Employment { "employment" "Employment services" "Services d’emploi" "خدمات التوظيف" },
    SchoolBoard { "school_board" "School board" "Conseil scolaire" "مجلس مدارس" },
    HigherEducation { "higher_education" "College or university" "Collège ou université" "كلية أو جامعة" },
    Library { "library" "Public library" "Bibliothèque publique" "مكتبة عامة" },
    Housing { "housing" "Housing" "Logement" "الإسكان" },
    Transit { "transit" "Public transit" "Transport en commun" "النقل العام" },
    Health { "health" "Health" "Santé" "الصحة" },
    Settlement { "settlement" "Settlement services" "Services d’établissement" "خدمات الاستقرار" },
    Interpreting { "interpreting" "Interpreting and translation" "Interprétation et traduction" "الترجمة الشفوية والتحريرية" },
    Advice { "advice" "Legal help, human rights and social services" "Aide juridique, droits de la personne et services sociaux" "المساعدة القانونية وحقوق الإنسان والخدمات الاجتماعية" },
    Community { "community" "Community support agency" "Organisme de soutien communautaire" "هيئة دعم مجتمعي" },
    Intercultural { "intercultural" "Intercultural or ethno-specific group" "Groupe interculturel ou ethnospécifique" "مجموعة متعددة الثقافات أو خاصة بجالية" },
    Francophone { "francophone_network" "Francophone immigration network" "Réseau en immigration francophone" "شبكة الهجرة الناطقة بالفرنسية" },
    Neighbourhood { "neighbourhood" "Neighbourhood association" "Association de quartier" "جمعية حي" },
    Faith { "faith" "Place of worship or faith group" "Lieu de culte ou groupe confessionnel" "دار عبادة أو مجموعة دينية" },
    Arts { "arts" "Arts and culture" "Arts et culture" "الفنون والثقافة" },
    Research { "research" "Research" "Recherche" "البحث" },
    Resident { "resident" "Residents with lived experience" "Personnes ayant vécu l’immigration" "سكان عاشوا تجربة الهجرة" },
}
