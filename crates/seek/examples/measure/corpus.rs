//! The corpus and its questions: invented bilingual services, as a directory of a large country might have them.

use super::python::Random;
use std::collections::BTreeSet;

const EN: &str = "settlement employment language training classes housing health clinic counselling legal aid family youth seniors women refugee newcomer immigrant permanent resident citizenship interpretation translation childcare school registration tax benefit food bank transportation mentorship credential assessment bridging program job search resume workshop community connections library recreation mental trauma support crisis shelter disability dental vision prenatal parenting driving licence banking financial literacy computer internet volunteer sport arts culture faith francophone indigenous orientation referral case management information guidance sponsorship application form appeal rights tenant landlord eviction utility furniture clothing donation school-board homework tutoring scholarship college university apprenticeship trades business loan entrepreneurship";
const FR: &str = "établissement emploi langue formation cours logement santé clinique conseil juridique aide famille jeunesse aînés femmes réfugié nouveau arrivant immigrant résident permanent citoyenneté interprétation traduction garderie école inscription impôt prestation banque alimentaire transport mentorat évaluation diplômes passerelle programme recherche atelier communauté bibliothèque loisirs mentale soutien crise refuge handicap dentaire vue prénatal parentalité permis bancaire littératie ordinateur bénévole sport arts culture francophone autochtone orientation gestion information parrainage demande appel droits locataire propriétaire expulsion meubles vêtements don devoirs tutorat bourse collège université apprentissage métiers entreprise prêt";
const AR: &str = "استقرار توظيف لغة تدريب دروس سكن صحة عيادة استشارة قانونية مساعدة أسرة شباب كبار نساء لاجئ قادم جديد مهاجر إقامة جنسية ترجمة رعاية أطفال مدرسة تسجيل ضريبة طعام نقل";
const UK: &str = "розселення працевлаштування мова навчання курси житло здоров'я клініка консультація юридична допомога родина молодь літні жінки біженець новоприбулий іммігрант громадянство переклад дитсадок школа реєстрація податки харчування транспорт";
const ORGA: &str = "Saamis Hatters Prairie Lakeshore Riverbend Northern Maple Cedar Thames Bow Fraser Niagara Algoma Kootenay Okanagan Chinook Aurora Frontier Cornerstone Harbour Unity Horizon Gateway Bridge Pathways Welcome Mosaic Accès Centre Carrefour Horizons Alliance";
const ST: &str = "Main King Queen Dunmore Kingsway Division Railway College Station Victoria Ouellette Talbot Wellington Barton Mohawk";
const ORGB: &str = "Immigrant Services Society|Community Health Centre|Multicultural Association|Public Library|Family Resource Centre|Employment Services|Neighbourhood House|Legal Clinic|YMCA|Learning Centre|Centre d'accueil|Association francophone|Women's Centre|Housing Society|Newcomer Centre|Food Bank|School Division|College";
const LANG: &str =
    "en fr ar uk ti so es zh yue pa ur tl fa prs ps vi ko pt ru hi bn ta am sw rw tr de pl ro it";
const ELIG: &str = "pr refugee claimant work-permit student citizen any";
const SYLLABLES: &str = "ka lo mi ra te su no vi da re po ga li to mu se ba ni";

/// One invented service.
pub struct Service {
    pub id: u32,
    pub name: String,
    pub org: String,
    pub main: String,
    pub alternate: String,
    pub city: String,
    pub phone: String,
    pub cats: Vec<String>,
    pub langs: Vec<String>,
    pub elig: Vec<String>,
    pub lat: f64,
    pub lon: f64,
    /// From and until, in minutes of a week.
    pub open: Vec<(u16, u16)>,
    pub free: bool,
}

/// One question.
#[derive(Clone, Default)]
pub struct Question {
    pub text: String,
    /// What was meant, before an edit.
    pub meant: String,
    pub typo: bool,
    pub lang: Option<String>,
    pub cat: Option<String>,
    pub elig: Option<String>,
    pub at: Option<(u16, u16)>,
    pub near: Option<(f64, f64)>,
}

/// Half the side of the box that is asked around a place: degrees of latitude and longitude in 25 km.
pub const BOX: (f64, f64) = (25.0 / 111.2, 25.0 / 111.2 * 1.55);

impl Question {
    /// Whether engines with different rules for slips and for marks within words must find the same.
    pub fn is_plain(&self) -> bool {
        !self.typo && self.text.chars().all(|c| c.is_alphabetic() || c == ' ')
    }
}

fn split(words: &'static str) -> Vec<&'static str> {
    words.split_whitespace().collect()
}

fn paragraph(random: &mut Random, words: &[&str], length: usize) -> String {
    let mut text = String::new();
    for number in 0..length {
        let word = if random.random() < 0.5 {
            *random.choice(words)
        } else {
            words[random.exponential(0.06).min(words.len() - 1)]
        };
        if number > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

fn capital(text: &str) -> String {
    let mut all = text.chars();
    let first: String = all.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    first + &all.as_str().to_lowercase()
}

fn rounded(number: f64, places: usize) -> f64 {
    format!("{number:.places$}").parse().unwrap()
}

/// Hands over so many services, and answers with 2,000 questions.
pub fn generate(count: u32, seed: u32, mut take: impl FnMut(Service)) -> Vec<Question> {
    let mut random = Random::new(seed);
    let world = World::new(&mut random);
    (0..count).for_each(|id| take(world.service(&mut random, id)));
    (0..2_000).map(|_| world.question(&mut random)).collect()
}

/// What services and questions are made of.
struct World {
    vocabularies: [Vec<&'static str>; 4],
    langs: Vec<&'static str>,
    lang_weights: Vec<f64>,
    cats: Vec<String>,
    cat_weights: Vec<f64>,
    eligs: Vec<&'static str>,
    rare: Vec<String>,
    cities: Vec<(f64, f64)>,
    city_weights: Vec<f64>,
}

impl World {
    fn new(r: &mut Random) -> Self {
        let (langs, syllables) = (split(LANG), split(SYLLABLES));
        let falling = |count: u32, power: f64| {
            (0..count).map(move |i| 1.0 / (f64::from(i) + 1.0).powf(power)).collect()
        };
        let rare = (0..30_000).map(|_| {
            let length = r.between(2, 4);
            (0..length).map(|_| *r.choice(&syllables)).collect()
        });
        let rare = rare.collect();
        let cities = (0..120).map(|_| {
            let north = r.uniform(43.0, 54.0);
            (north, -r.uniform(63.0, 123.0))
        });
        Self {
            vocabularies: [split(EN), split(FR), split(AR), split(UK)],
            lang_weights: falling(langs.len() as u32, 1.0),
            langs,
            cats: (0..48).map(|i| format!("c{i:02}")).collect(),
            cat_weights: falling(48, 0.8),
            eligs: split(ELIG),
            rare,
            cities: cities.collect(),
            city_weights: falling(120, 1.0),
        }
    }

    fn service(&self, r: &mut Random, id: u32) -> Service {
        let [en, fr, ar, uk] = &self.vocabularies;
        let c = r.weighted(&self.city_weights, 1)[0];
        let is_french = r.random() < 0.22;
        let (own, other) = if is_french { (fr, en) } else { (en, fr) };
        let org = self.organization(r);
        let length = r.between(2, 5);
        let title = capital(&paragraph(r, own, length));
        let length = r.between(1, 6);
        let langs = sorted(r.weighted(&self.lang_weights, length), &self.langs);
        let x = r.random();
        let length = r.between(30, 110);
        let mut main = paragraph(r, own, length);
        main.push(' ');
        main.push_str(r.choice::<String>(&self.rare));
        let alternate = match x {
            x if x < 0.5 => {
                let length = r.between(20, 60);
                paragraph(r, other, length)
            }
            x if x < 0.6 => paragraph(r, ar, 25),
            x if x < 0.7 => paragraph(r, uk, 25),
            _ => String::new(),
        };
        let _street = (r.between(1, 9_999), r.below(split(ST).len()));
        let area = r.between(200, 989);
        let phone = format!("{area}-555-{:04}", r.between(0, 9_999));
        let length = r.between(1, 3);
        let cats = sorted(r.weighted(&self.cat_weights, length), &self.cats);
        let length = r.between(1, 3);
        let elig = sorted(r.drawn(self.eligs.len(), length), &self.eligs);
        let lat = rounded(self.cities[c].0 + r.gauss(0.0, 0.12), 5);
        let lon = rounded(self.cities[c].1 + r.gauss(0.0, 0.16), 5);
        let days = if r.random() < 0.7 { (5, 540, 1_020) } else { (7, 600, 1_260) };
        let open = (0..days.0).map(|day| (day * 1_440 + days.1, day * 1_440 + days.2)).collect();
        let name = format!("{title} – {org}");
        let (city, free) = (format!("City{c:03}"), r.random() < 0.8);
        Service { id, name, org, main, alternate, city, phone, cats, langs, elig, lat, lon, open, free }
    }

    fn organization(&self, r: &mut Random) -> String {
        let kinds: Vec<&str> = ORGB.split('|').collect();
        let first = if r.random() < 0.6 {
            (*r.choice(&split(ORGA))).to_owned()
        } else {
            capital(r.choice::<String>(&self.rare))
        };
        format!("{first} {}", r.choice(&kinds))
    }

    fn question(&self, r: &mut Random) -> Question {
        let (text, meant, typo) = self.words(r);
        let mut question = Question { text, meant, typo, ..Question::default() };
        if r.random() < 0.5 {
            question.lang = Some(self.langs[r.weighted(&self.lang_weights, 1)[0]].to_owned());
        }
        if r.random() < 0.4 {
            question.cat = Some(self.cats[r.weighted(&self.cat_weights, 1)[0]].clone());
        }
        if r.random() < 0.3 {
            question.elig = Some((*r.choice(&self.eligs)).to_owned());
        }
        if r.random() < 0.5 {
            let city = self.cities[r.weighted(&self.city_weights, 1)[0]];
            question.near = Some((rounded(city.0, 4), rounded(city.1, 4)));
        }
        if r.random() < 0.3 {
            let day = r.between(0, 6);
            question.at = Some((day as u16, r.between(480, 1_300) as u16));
        }
        question
    }

    /// The words of a question, those that were meant, and whether it was to have a slip.
    fn words(&self, r: &mut Random) -> (String, String, bool) {
        let words = &self.vocabularies[r.weighted(&[0.7, 0.2, 0.05, 0.05], 1)[0]];
        let length = *r.choice(&[1, 2, 2, 3]);
        let mut own: Vec<String> =
            (0..length).map(|_| words[r.exponential(0.05).min(words.len() - 1)].to_owned()).collect();
        let mut meant = own.clone();
        let typo = r.random() < 0.3;
        if typo {
            let longest = (0..own.len()).rev().max_by_key(|at| own[*at].chars().count()).unwrap();
            let letters: Vec<char> = own[longest].chars().collect();
            if letters.len() > 4 {
                let at = r.between(1, letters.len() - 2);
                let new = *r.choice(&['a', 'e', 'i', 'o', 'r', 's', 't']);
                own[longest] = edited(&letters, at, r.below(3), new);
            }
        }
        if r.random() < 0.3 && own.last().unwrap().chars().count() > 5 {
            for words in [&mut own, &mut meant] {
                let last: String = words.pop().unwrap().chars().take(4).collect();
                words.push(last);
            }
        }
        (own.join(" "), meant.join(" "), typo)
    }
}

fn sorted<T: AsRef<str>>(places: Vec<usize>, of: &[T]) -> Vec<String> {
    let all: BTreeSet<&str> = places.into_iter().map(|at| of[at].as_ref()).collect();
    all.into_iter().map(str::to_owned).collect()
}

/// A word with one letter left out, two changed about, or one changed.
pub fn edited(letters: &[char], at: usize, how: usize, new: char) -> String {
    let mut letters = letters.to_vec();
    match how {
        0 => drop(letters.remove(at)),
        1 => letters.swap(at, at + 1),
        _ => letters[at] = new,
    }
    letters.into_iter().collect()
}

/// Questions of one or two words, one of them with one edit in letters of its own script.
pub fn slips(vocabulary: &[String], count: usize, seed: u32) -> Vec<Question> {
    let mut random = Random::new(seed);
    let long: Vec<&String> = vocabulary.iter().filter(|word| word.chars().count() > 4).collect();
    let letters: Vec<char> =
        vocabulary.iter().flat_map(|word| word.chars()).collect::<BTreeSet<_>>().into_iter().collect();
    let mut all = Vec::new();
    while all.len() < count {
        let word: Vec<char> = random.choice(&long).chars().collect();
        let (at, how) = (random.between(1, word.len() - 2), random.below(3));
        let slipped = edited(&word, at, how, *random.choice(&letters));
        let meant: String = word.iter().collect();
        if slipped == meant {
            continue;
        }
        let with =
            if random.random() < 0.3 { format!("{} ", random.choice(vocabulary)) } else { String::new() };
        all.push(Question {
            text: format!("{with}{slipped}"),
            meant: format!("{with}{meant}"),
            typo: true,
            ..Question::default()
        });
    }
    all
}

/// The words of the corpus in each script, to make slips in.
pub fn scripts() -> [(&'static str, Vec<String>); 3] {
    let folded = |all: &[&str]| -> Vec<String> { all.iter().flat_map(|text| seek::words(text)).collect() };
    [("Latin", folded(&[EN, FR])), ("Arabic", folded(&[AR])), ("Cyrillic", folded(&[UK]))]
}
