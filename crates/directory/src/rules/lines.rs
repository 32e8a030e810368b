//! Things of several parts as people write them in a form and as a table has them: one thing per line, its parts parted by bars.

use super::{
    DirectoryRefusal,
    facts::{Area, Capacity, Contact, Link, Program},
    phones::{read_phone, write_phone},
};
use jiff::civil::Date;
use platform::{
    langs::Lang,
    text::{NAME, PROSE, Text, in_plain_digits},
};

/// What stands between the parts.
pub(crate) const BAR: &str = " | ";
/// An address has at most so many characters.
const PAGE: usize = 500;
/// So many lines of one kind are kept.
const MOST: usize = 12;

/// The parts of a line.
pub(crate) fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split('|').map(str::trim)
}

/// A line of these parts; those at its end that say nothing are left out, and what would part it is none of a part.
pub(crate) fn written(parts: &[impl AsRef<str>]) -> String {
    let end = parts.iter().rposition(|part| !part.as_ref().is_empty()).map_or(0, |last| last + 1);
    let plain = |part: &str| part.replace(['\r', '\n'], " ").replace('|', "/");
    parts.iter().take(end).map(|part| plain(part.as_ref())).collect::<Vec<_>>().join(BAR)
}

fn lines(typed: &str) -> Result<Vec<&str>, DirectoryRefusal> {
    let all: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if all.len() > MOST { Err(DirectoryRefusal::TooManyLines { max: MOST }) } else { Ok(all) }
}

fn fits(part: &str) -> bool {
    part.chars().count() <= NAME && !part.chars().any(char::is_control)
}

/// Whether it looks like a mail address: one sign between two names, a dot within the second.
fn is_mail(text: &str) -> bool {
    let Some((own, house)) = text.split_once('@') else { return false };
    let is_plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@');
    is_plain(own)
        && is_plain(house)
        && house.split('.').count() > 1
        && house.split('.').all(|part| !part.is_empty())
}

/// Whether it is an address on the net that a browser opens.
pub(crate) fn is_page(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"|\\".contains(c);
    let starts = rest.and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
    starts && text.chars().all(is_plain) && text.chars().count() <= PAGE
}

/// Those to ask, one per line: name, what she is there, where in the organization, mail address, numbers.
///
/// # Errors
/// [`DirectoryRefusal::NotAContact`], [`DirectoryRefusal::TooManyLines`].
pub fn read_contacts(typed: &str) -> Result<Vec<Contact>, DirectoryRefusal> {
    let one = |line: &str| {
        let refused = || DirectoryRefusal::NotAContact { typed: line.to_owned() };
        let mut all = parts(line);
        let mut next = || all.next().unwrap_or_default().to_owned();
        let (name, title, department, mail) = (next(), next(), next(), next());
        let says_who = [&name, &title, &department].iter().any(|part| !part.is_empty());
        let is_mail = mail.is_empty() || is_mail(&mail);
        let texts = [&name, &title, &department, &mail].iter().all(|part| fits(part));
        let plain = |part: &str| read_phone(&in_plain_digits(part)).ok_or_else(refused);
        let phones = all.filter(|part| !part.is_empty()).map(plain).collect::<Result<Vec<_>, _>>()?;
        if says_who && is_mail && texts && phones.len() <= MOST {
            Ok(Contact { name, title, department, mail, phones })
        } else {
            Err(refused())
        }
    };
    lines(typed)?.into_iter().map(one).collect()
}

/// The lines that say these.
pub fn write_contacts(all: &[Contact]) -> String {
    let one = |of: &Contact| {
        let mut parts = vec![of.name.clone(), of.title.clone(), of.department.clone(), of.mail.clone()];
        parts.extend(of.phones.iter().map(write_phone));
        written(&parts)
    };
    all.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// How much there is, one per line: in what it is counted, how many are free, how many there are, what is counted, on which day, where
/// others say what the unit is.
///
/// # Errors
/// [`DirectoryRefusal::NotACapacity`], [`DirectoryRefusal::TooManyLines`], [`DirectoryRefusal::Future`].
pub fn read_capacities(typed: &str, today: Date) -> Result<Vec<Capacity>, DirectoryRefusal> {
    let one = |line: &str| {
        let refused = || DirectoryRefusal::NotACapacity { typed: line.to_owned() };
        let plain = in_plain_digits(line);
        let mut all = parts(&plain);
        let mut next = || all.next().unwrap_or_default();
        let (unit, available, most, about, on, unit_page) = (next(), next(), next(), next(), next(), next());
        let number = |text: &str| text.parse::<u32>().ok().filter(|n| *n <= 1_000_000);
        let available = number(available).ok_or_else(refused)?;
        let most = if most.is_empty() { None } else { Some(number(most).ok_or_else(refused)?) };
        let on = if on.is_empty() { today } else { on.parse().map_err(|_| refused())? };
        let is_told = unit_page.is_empty() || is_page(unit_page);
        let is_whole = !unit.is_empty() && fits(unit) && fits(about) && is_told && all.next().is_none();
        match is_whole && most.is_none_or(|most| available <= most) {
            true if on > today => Err(DirectoryRefusal::Future),
            true => Ok(Capacity {
                unit: unit.to_owned(),
                available,
                most,
                about: about.to_owned(),
                on,
                unit_page: unit_page.to_owned(),
            }),
            false => Err(refused()),
        }
    };
    lines(typed)?.into_iter().map(one).collect()
}

/// The lines that say this.
pub fn write_capacities(all: &[Capacity]) -> String {
    let one = |of: &Capacity| {
        let most = of.most.map(|n| n.to_string()).unwrap_or_default();
        let on = of.on.to_string();
        written(&[&of.unit, &of.available.to_string(), &most, &of.about, &on, &of.unit_page])
    };
    all.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Who pays, one per line, each once.
///
/// # Errors
/// [`DirectoryRefusal::TooManyLines`].
pub fn read_funding(typed: &str) -> Result<Vec<String>, DirectoryRefusal> {
    let mut all: Vec<String> = Vec::new();
    for line in lines(typed)? {
        let short: String = line.chars().filter(|c| !c.is_control()).take(NAME).collect();
        if !all.contains(&short) {
            all.push(short);
        }
    }
    Ok(all)
}

/// Where those live whom it is for, one per line: a name, and what belongs to it.
///
/// # Errors
/// [`DirectoryRefusal::TooManyLines`].
pub fn read_areas(typed: &str) -> Result<Vec<Area>, DirectoryRefusal> {
    let cut = |part: &str| part.chars().filter(|c| !c.is_control()).take(NAME).collect::<String>();
    let one = |line: &str| {
        let (name, about) = line.split_once('|').unwrap_or((line, ""));
        Area { name: cut(name.trim()), about: cut(&about.trim().replace('|', "/")) }
    };
    Ok(lines(typed)?.into_iter().map(one).filter(|one| !one.name.is_empty()).collect())
}

/// The lines that say this.
pub fn write_areas(all: &[Area]) -> String {
    let one = |of: &Area| written(&[&of.name, &of.about]);
    all.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Pages, one per line: what it is and its address, or its address alone.
///
/// # Errors
/// [`DirectoryRefusal::NotALink`], [`DirectoryRefusal::TooManyLines`].
pub fn read_links(typed: &str) -> Result<Vec<Link>, DirectoryRefusal> {
    let one = |line: &str| {
        let (label, address) = line.rsplit_once('|').unwrap_or(("", line));
        let (label, address) = (label.trim().replace('|', "/"), address.trim());
        if is_page(address) && fits(&label) {
            Ok(Link { label, address: address.to_owned() })
        } else {
            Err(DirectoryRefusal::NotALink { typed: line.to_owned() })
        }
    };
    lines(typed)?.into_iter().map(one).collect()
}

/// The lines that say these.
pub fn write_links(all: &[Link]) -> String {
    let one = |of: &Link| match of.label.is_empty() {
        true => of.address.clone(),
        false => written(&[&of.label, &of.address]),
    };
    all.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A program on lines: its name, and below it what it is.
pub fn write_program(of: Option<&Program>, lang: Lang) -> String {
    let Some(of) = of else { return String::new() };
    let (name, about) = (of.name.plain(lang), of.about.plain(lang));
    if about.is_empty() { name.to_owned() } else { format!("{name}\n{about}") }
}

/// A program with what the lines say in a language written over what it was; none where they say nothing and nothing was.
#[must_use]
pub fn read_program(typed: &str, (lang, on): (Lang, Date), before: Option<&Program>) -> Option<Program> {
    let (name, about) = typed.trim().split_once('\n').unwrap_or((typed.trim(), ""));
    let cut = |text: &str, most: usize| text.trim().chars().take(most).collect::<String>();
    let (name, about) = (cut(name, NAME), cut(about, PROSE));
    let before = before.cloned();
    if name.is_empty() {
        return before;
    }
    // Words of another language that stood in for missing ones are not written into this one.
    let write = |text: Text, now: &str| if text.plain(lang) == now { text } else { text.with(lang, now, on) };
    let Program { name: old_name, about: old_about } = before.unwrap_or_default();
    Some(Program { name: write(old_name, &name), about: write(old_about, &about) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn whom_to_ask_is_read_as_it_is_written() {
        let typed = "Amal Idris | Intake worker | Settlement | amal@example.org | 905-555-0100 ext. 12, mornings | 905-555-0101\n | | Front desk";
        let all = read_contacts(typed).unwrap();
        assert_eq!(
            (all[0].name.as_str(), all[0].phones.len(), all[0].phones[0].extension),
            ("Amal Idris", 2, Some(12))
        );
        assert_eq!(all[1].department, "Front desk");
        assert_eq!(read_contacts(&write_contacts(&all)).unwrap(), all);
        for line in [" | | | amal@example.org", "Amal | | | no mail", "Amal | | | | call me"] {
            let refused = DirectoryRefusal::NotAContact { typed: line.trim().to_owned() };
            assert_eq!(read_contacts(line), Err(refused));
        }
        assert_eq!(read_contacts(&"A\n".repeat(13)), Err(DirectoryRefusal::TooManyLines { max: 12 }));
    }

    #[test]
    fn how_much_there_is_is_read_as_it_is_written() {
        let all = read_capacities(
            "places | 4 | 12 | evening class | 2026-05-01 | https://example.org/places\nbeds | ٣",
            TODAY,
        )
        .unwrap();
        assert_eq!((all[0].available, all[0].most, all[0].on), (4, Some(12), date(2026, 5, 1)));
        assert_eq!((all[1].available, all[1].on), (3, TODAY));
        assert_eq!(read_capacities(&write_capacities(&all), TODAY).unwrap(), all);
        for line in [
            "places",
            "places | many",
            "| 4",
            "places | 13 | 12",
            "places | 4 | 12 | a | 2026-02-31",
            "a | 1 | 2 | b | 2026-05-01 | c",
        ] {
            let refused = DirectoryRefusal::NotACapacity { typed: line.to_owned() };
            assert_eq!(read_capacities(line, TODAY), Err(refused));
        }
        assert_eq!(read_capacities("places | 4 | | | 2031-01-01", TODAY), Err(DirectoryRefusal::Future));
    }

    #[test]
    fn areas_and_pages_are_read_as_they_are_written() {
        let areas = read_areas("Maple | the town; its valley\n\nOak Lake\n | nothing").unwrap();
        assert_eq!(
            (areas.len(), areas[0].about.as_str(), areas[1].name.as_str()),
            (2, "the town; its valley", "Oak Lake")
        );
        assert_eq!(read_areas(&write_areas(&areas)).unwrap(), areas);
        let links = read_links("Timetable | https://example.org/t?a=1\nhttp://example.org").unwrap();
        assert_eq!((links[0].label.as_str(), links[1].label.as_str()), ("Timetable", ""));
        assert_eq!(read_links(&write_links(&links)).unwrap(), links);
        for line in [
            "Timetable",
            "a | javascript:alert(1)",
            "https://",
            "https://exa mple.org",
            "b | ftp://example.org",
        ] {
            assert_eq!(read_links(line), Err(DirectoryRefusal::NotALink { typed: line.to_owned() }));
        }
        assert_eq!(
            read_links(&"https://example.org\n".repeat(13)),
            Err(DirectoryRefusal::TooManyLines { max: 12 })
        );
    }

    #[test]
    fn a_program_changes_in_the_language_of_its_lines_alone() {
        let first = read_program("Bridge\nFor nurses.\nTwo years.", (Lang::En, TODAY), None).unwrap();
        assert_eq!(write_program(Some(&first), Lang::En), "Bridge\nFor nurses.\nTwo years.");
        let both = read_program("Passerelle", (Lang::Fr, TODAY), Some(&first)).unwrap();
        assert_eq!((both.name.in_lang(Lang::En), both.name.in_lang(Lang::Fr)), ("Bridge", "Passerelle"));
        assert_eq!(both.about.in_lang(Lang::En), "For nurses.\nTwo years.");
        assert_eq!(read_program(" ", (Lang::En, TODAY), Some(&both)), Some(both));
        assert_eq!(read_program("", (Lang::En, TODAY), None), None);
    }

    proptest! {
        #[test]
        fn lines_come_back(all in proptest::collection::vec(("[A-Za-zé ]{0,9}", "[a-z&; ]{1,9}", "[a-z/]{0,9}", 1_u32..99_999), 0..5)) {
            let contact = |(name, title, department, extension): (String, String, String, u32)| Contact {
                name: name.trim().to_owned(),
                title: format!("t{}", title.trim()),
                department,
                mail: String::new(),
                phones: vec![super::super::facts::Phone { number: "905-555-0100".into(), extension: Some(extension), about: String::new() }],
            };
            let all: Vec<Contact> = all.into_iter().map(contact).collect();
            prop_assert_eq!(read_contacts(&write_contacts(&all)).unwrap(), all);
        }
    }
}
