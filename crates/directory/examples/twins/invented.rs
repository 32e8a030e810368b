//! Invented organizations as several directories list them. None of them exists.
//!
//! Each is listed by up to four directories, which shorten its name, say it in French, put its place behind it, know it by its first letters or misspell it;
//! which write its telephone in ways of their own, put a suite before its street, or have not heard that it moved. Two things make it hard: a branch
//! bears the name and the page of its house elsewhere, and strangers share a door.

/// One line of one directory.
pub struct Record {
    pub name: String,
    pub street: String,
    pub city: String,
    pub postal: String,
    pub phone: String,
    pub web: String,
    /// What it is truly of.
    pub truth: usize,
}

const FIRST: &str = "Amberley Birchwood Northlight Riverside Lakeland Fairview Stonegate Harbourview Maple Cedar Bow Horizon Unity Pathways Mosaic \
    Welcome Beacon Crossroads Somali Ukrainian Filipino Vietnamese Hispanic Caribbean Punjabi Tamil Korean Islamic Catholic Lutheran Prairie Foothills";
const KINDS: &str = "Immigrant Services Society|Immigration Services|Community Health Centre|Multicultural Association|Public Library|Family Resource \
    Centre|Employment Services|Neighbourhood House|Community Legal Clinic|Youth Centre|Learning Centre|Women's Centre|Housing Society|Newcomer \
    Centre|Food Bank|School Division|Community College|Settlement Agency|Counselling Centre|Association for New Canadians";
const FRENCH: [(&str, &str); 8] = [
    ("Immigrant Services Society", "Société de services aux immigrants"),
    ("Community Health Centre", "Centre de santé communautaire"),
    ("Multicultural Association", "Association multiculturelle"),
    ("Public Library", "Bibliothèque publique"),
    ("Newcomer Centre", "Centre des nouveaux arrivants"),
    ("Employment Services", "Services d'emploi"),
    ("Women's Centre", "Centre des femmes"),
    ("Food Bank", "Banque alimentaire"),
];
const SHORT: [(&str, &str); 10] = [
    ("Centre", "Ctr"),
    ("Community", "Comm."),
    ("Association", "Assoc."),
    ("Services", "Svcs"),
    ("Society", "Soc."),
    ("Street", "St"),
    ("Avenue", "Ave"),
    ("Road", "Rd"),
    ("Boulevard", "Blvd"),
    ("Immigrant", "Immig."),
];
const STREETS: &str = "Main King Queen Dunmore Division Railway College Station Victoria Talbot Wellington Barton Mohawk Dundas Wharncliffe Highbury Sherbrooke \
    Jasper Portage Elgin";
const ROADS: [&str; 4] = ["Street", "Avenue", "Road", "Boulevard"];
const BEFORE: &str = "North South East West New Port Saint Grand Fort";
const BEHIND: &str = "ville field bridge haven ford mouth dale";
const LETTERS: &str = "ABCEGHJKLMNPRSTVXY";

/// Numbers that look like chance and are the same each time (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `least` to below `most`.
    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least)
    }

    /// Whether what happens so often in a hundred times happens.
    fn happens(&mut self, percent: u64) -> bool {
        self.between(0, 100) < percent
    }

    fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(len.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words.get(self.place(words.len())).copied().unwrap_or_default()
    }

    fn postal(&mut self) -> String {
        let letters: Vec<char> = LETTERS.chars().collect();
        let mut letter = || letters.get(self.place(letters.len())).copied().unwrap_or('A');
        let (one, two, three) = (letter(), letter(), letter());
        format!("{one}{}{two} {}{three}{}", self.between(0, 10), self.between(0, 10), self.between(0, 10))
    }

    fn phone(&mut self) -> String {
        format!("{}{}{:04}", self.between(204, 906), self.between(200, 990), self.between(0, 10_000))
    }

    /// One slip: a letter left out, two changed round, or another in its place.
    fn slip(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        if letters.len() < 5 {
            return text.to_owned();
        }
        let at = 1 + self.place(letters.len() - 3);
        match self.between(0, 3) {
            0 => drop(letters.remove(at)),
            1 => letters.swap(at, at + 1),
            _ => {
                let other = self.of(&["a", "e", "i", "o", "r", "s", "t", "n"]).chars().next();
                if let Some((letter, other)) = letters.get_mut(at).zip(other) {
                    *letter = other;
                }
            }
        }
        letters.into_iter().collect()
    }
}

/// What is truly there.
#[derive(Clone)]
struct Thing {
    name: String,
    city: String,
    door: (u64, String, &'static str),
    postal: String,
    web: String,
    phone: String,
}

fn things(chance: &mut Numbers, count: usize) -> Vec<Thing> {
    let split = |text: &'static str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let kinds: Vec<&str> = KINDS.split('|').collect();
    let cities: Vec<String> = split(BEFORE)
        .iter()
        .flat_map(|a| split(BEHIND).into_iter().map(move |b| format!("{a}{b}")))
        .collect();
    let mut all: Vec<Thing> = Vec::new();
    while all.len() < count {
        let mut city = cities.get(chance.place(cities.len())).cloned().unwrap_or_default();
        let house = chance.happens(18).then(|| all.get(chance.place(all.len())).cloned()).flatten();
        let (name, web) = if let Some(house) = house {
            if chance.happens(60) {
                city = house.city;
            }
            (house.name, house.web)
        } else {
            let before = if chance.happens(50) { format!("{city} ") } else { String::new() };
            let name = format!("{before}{} {}", chance.of(&split(FIRST)), chance.of(&kinds));
            let host: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).take(22).collect();
            (name, format!("{host}{}", chance.of(&[".ca", ".org", ".com"])))
        };
        let mut door = (chance.between(1, 2_401), chance.of(&split(STREETS)).to_owned(), chance.of(&ROADS));
        let mut postal = chance.postal();
        if chance.happens(8)
            && let Some(stranger) = all.get(chance.place(all.len())).cloned()
        {
            (city, door, postal) = (stranger.city, stranger.door, stranger.postal);
        }
        all.push(Thing { name, city, door, postal, web, phone: chance.phone() });
    }
    all
}

fn called(chance: &mut Numbers, of: &Thing) -> String {
    let mut name = of.name.clone();
    match chance.between(0, 100) {
        0..18 => {
            for (long, short) in SHORT {
                if chance.happens(70) {
                    name = name.replace(long, short);
                }
            }
        }
        18..26 => {
            if let Some((english, french)) = FRENCH.iter().find(|(english, _)| name.contains(english)) {
                name = format!("{french} {}", name.replace(english, "").trim());
            }
        }
        26..34 => {
            let city = format!(" - {}", of.city);
            name.push_str(chance.of(&[" Inc.", " Ltd", " (Main office)", &city]));
        }
        34..40 if name.split(' ').count() > 3 => {
            name = name.split(' ').filter_map(|word| word.chars().next()).collect();
        }
        _ => {}
    }
    if chance.happens(10) {
        name = chance.slip(&name);
    }
    if chance.happens(6) {
        name = name.to_uppercase();
    }
    name
}

fn street(chance: &mut Numbers, of: &Thing) -> String {
    let (number, name, road) = &of.door;
    let short = SHORT.iter().find(|(long, _)| long == road).map_or(*road, |(_, short)| short);
    let road = if chance.happens(50) { short } else { road };
    let mut street = format!("{number} {name} {road}");
    if chance.happens(25) {
        let (unit, suite) = (chance.between(1, 41), chance.between(100, 901));
        let before = [format!("Unit {unit}, "), format!("#{unit} - "), format!("Suite {suite} ")];
        street.insert_str(0, before.get(chance.place(before.len())).map_or("", String::as_str));
    }
    if chance.happens(6) {
        street = chance.slip(&street);
    }
    if chance.happens(4) {
        let elsewhere: Vec<&str> = STREETS.split(' ').filter(|word| !word.is_empty()).collect();
        street = format!("{} {} {}", chance.between(1, 2_401), chance.of(&elsewhere), chance.of(&ROADS));
    }
    if chance.happens(4) { String::new() } else { street }
}

fn phone(chance: &mut Numbers, of: &Thing) -> String {
    let number = if chance.happens(6) { chance.phone() } else { of.phone.clone() };
    if chance.happens(12) {
        return String::new();
    }
    let (area, rest) = number.split_at(3);
    let (middle, last) = rest.split_at(3);
    match chance.between(0, 3) {
        0 => format!("{area}-{middle}-{last}"),
        1 => format!("({area}) {middle}-{last}"),
        _ => format!("1-{area}-{middle}-{last}"),
    }
}

/// What the directories say of so many things, in no order.
pub fn records(seed: u64, count: usize) -> Vec<Record> {
    let mut chance = Numbers(seed);
    let all = things(&mut chance, count);
    let mut records = Vec::new();
    for (truth, of) in all.iter().enumerate() {
        for directory in 0..4 {
            if !(chance.happens(55) || (directory == 0 && chance.happens(50))) {
                continue;
            }
            let postal = if chance.happens(10) { of.postal.replace(' ', "") } else { of.postal.clone() };
            records.push(Record {
                name: called(&mut chance, of),
                street: street(&mut chance, of),
                city: if chance.happens(2) { String::new() } else { of.city.clone() },
                postal: if chance.happens(8) { String::new() } else { postal },
                phone: phone(&mut chance, of),
                web: if chance.happens(60) { of.web.clone() } else { String::new() },
                truth,
            });
        }
    }
    for last in (1..records.len()).rev() {
        records.swap(last, chance.place(last + 1));
    }
    records
}
