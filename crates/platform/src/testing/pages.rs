//! Reading pages as strictly as nobody's browser does: what a page must have in every language, and what it must not have.

use super::Site;
use crate::{
    ctx::{Ctx, Face},
    langs::Lang,
};
use std::collections::{BTreeMap, BTreeSet};

/// Elements without an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Attributes that name other elements of the page by id.
const POINTS: &[&str] = &["for", "aria-describedby", "aria-labelledby", "aria-controls", "list"];

/// One element as it stands in a page.
#[derive(Debug, Clone, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Its text with that of everything in it, and the labels of its pictures.
    text: String,
    /// Names of the elements around it, outermost first.
    around: Vec<String>,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }
}

/// Everything that is wrong with a page; empty when nothing is.
pub fn complaints_about(page: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let elements = read(page, &mut wrong);
    frame(page, &elements, &mut wrong);
    ids(&elements, &mut wrong);
    headings(&elements, &mut wrong);
    wrong.extend(unmarked(page));
    for element in &elements {
        policy(element, &mut wrong);
        names(element, &elements, &mut wrong);
    }
    if let Some(at) = page.find('⟦') {
        wrong.push(format!("missing word: {}", page[at..].chars().take(60).collect::<String>()));
    }
    wrong
}

/// Renders every page of the house that has samples, in English, French and Arabic, and reads each; gives how many there were.
///
/// # Panics
/// When there is anything to complain about: with all of it.
pub fn check_samples(site: &Site) -> usize {
    let (mut wrong, mut read) = (Vec::new(), 0);
    for lang in [Lang::En, Lang::Fr, Lang::Ar] {
        let path = format!("/{}/work", site.partnership.slug);
        let ctx = Ctx { lang, face: Face::Work, path: path.into(), ..site.ctx(site.coordinator()) };
        for sampled in site.app.house.rooms.iter().flat_map(|room| &room.sampled) {
            let samples = (sampled.samples)(&ctx);
            if samples.is_empty() {
                wrong.push(format!("{} has no sample", sampled.name));
            }
            for (name, page) in samples {
                read += 1;
                let complaints = complaints_about(&page.into_string());
                wrong.extend(
                    complaints.into_iter().map(|why| format!("{} {name} {lang}: {why}", sampled.name)),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{} complaints:\n{}", wrong.len(), wrong.join("\n"));
    read
}

/// Takes a page apart; notes where its elements do not nest.
fn read(page: &str, wrong: &mut Vec<String>) -> Vec<Element> {
    let (mut done, mut open): (Vec<Element>, Vec<Element>) = (Vec::new(), Vec::new());
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap_or_else(|| {
        wrong.push("does not begin with a document type".into());
        page
    });
    while let Some(at) = rest.find('<') {
        text(&rest[..at], &mut open, wrong);
        let Some(end) = rest[at..].find('>') else {
            wrong.push("a tag without an end".into());
            break;
        };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            match open.pop() {
                Some(element) if element.name == name => done.push(element),
                Some(element) => wrong.push(format!("</{name}> where </{}> belongs", element.name)),
                None => wrong.push(format!("</{name}> without a beginning")),
            }
            continue;
        }
        let mut element = element(tag, wrong);
        element.around = open.iter().map(|outer| outer.name.clone()).collect();
        if VOID.contains(&element.name.as_str()) { done.push(element) } else { open.push(element) }
    }
    wrong.extend(open.iter().map(|element| format!("<{}> without an end", element.name)));
    done
}

fn text(words: &str, open: &mut [Element], wrong: &mut Vec<String>) {
    if words.contains('>') {
        wrong.push(format!("a bare > in {words:?}"));
    }
    for element in open {
        element.text.push_str(words);
    }
}

/// Reads `name a="b" c`: quoted with `"`, or without a value.
fn element(tag: &str, wrong: &mut Vec<String>) -> Element {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let Some(end) = quoted.find('"') else {
                wrong.push(format!("a value without an end in <{tag}>"));
                break;
            };
            value = quoted[..end].to_owned();
            rest = &quoted[end + 1..];
        } else if rest.starts_with('=') {
            wrong.push(format!("a value without quotes in <{tag}>"));
            break;
        }
        if element.attributes.insert(key.clone(), value).is_some() {
            wrong.push(format!("{key} twice in <{tag}>"));
        }
    }
    element
}

/// What every page has once.
fn frame(page: &str, elements: &[Element], wrong: &mut Vec<String>) {
    let root = elements.iter().find(|element| element.is(&["html"]));
    let root = root.cloned().unwrap_or_default();
    if root.get("lang").is_none_or(|lang| lang.parse::<Lang>().is_err()) {
        wrong.push("html has no lang that is known".into());
    }
    let direction = root.get("lang").and_then(|lang| lang.parse().ok()).map(Lang::direction);
    if root.get("dir") != direction {
        wrong.push("html has not the dir of its lang".into());
    }
    for name in ["title", "main", "h1"] {
        let found: Vec<&Element> = elements
            .iter()
            .filter(|element| element.name == name && !element.around.iter().any(|outer| outer == "svg"))
            .collect();
        if found.len() != 1 || found.iter().any(|one| one.text.trim().is_empty()) {
            wrong.push(format!("{} <{name}> where one with words belongs", found.len()));
        }
    }
    if !page.contains("href=\"#main\"") {
        wrong.push("no link past the navigation".into());
    }
}

fn ids(elements: &[Element], wrong: &mut Vec<String>) {
    let mut known = BTreeSet::new();
    for id in elements.iter().filter_map(|element| element.get("id")) {
        if id.is_empty() || id.contains(char::is_whitespace) || !known.insert(id) {
            wrong.push(format!("id {id:?} is empty, broken or there twice"));
        }
    }
    for element in elements {
        let pointed = POINTS.iter().filter_map(|name| element.get(name)).flat_map(str::split_whitespace);
        let anchor = element.get("href").and_then(|href| href.strip_prefix('#'));
        for id in pointed.chain(anchor) {
            if !known.contains(id) {
                wrong.push(format!("<{}> points at {id:?}, which is not there", element.name));
            }
        }
    }
}

/// Names that are written in Latin letters in every language.
const LATIN: [&str; 6] = ["Kith", "WCAG", "Excel", "CSV", "Word", "Tab"];

/// On a public page of a partnership (the house itself speaks English and French) in a script of its own, every run of Latin words stands in an element that names its language, or in
/// `bdi` as the name of a person; what is written for programs (`script`) is nobody's to read. So a text that has no translation cannot pass for one, whichever page shows it.
fn unmarked(page: &str) -> Vec<String> {
    let public = page.contains("<aside class=\"emergency\"") && page.contains("<html lang=\"ar\"");
    let Some(body) = page.split_once("<body>").map(|(_, body)| body).filter(|_| public) else {
        return Vec::new();
    };
    let (mut around, mut wrong): (Vec<(&str, bool)>, Vec<String>) = (Vec::new(), Vec::new());
    for part in body.split('<').skip(1) {
        let Some((tag, words)) = part.split_once('>') else { continue };
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
        if tag.starts_with('/') {
            around.pop();
        } else if !VOID.contains(&name) {
            let inside = around.last().is_some_and(|(_, marked)| *marked);
            let marked = (tag.contains(" lang=\"") && !tag.contains(" lang=\"ar\""))
                || matches!(name, "bdi" | "code" | "script");
            around.push((name, (inside && !tag.contains(" lang=\"ar\"")) || marked));
        }
        if !around.last().is_some_and(|(_, marked)| *marked) && is_latin(words) {
            wrong.push(format!("“{}” stands unmarked on a page in ar", words.trim()));
        }
    }
    wrong
}

/// Whether there is a word of three Latin letters that is no address, no number of something and not written so everywhere.
fn is_latin(words: &str) -> bool {
    words
        .split_whitespace()
        .filter(|word| !word.contains(|c: char| matches!(c, '@' | '/') || c.is_ascii_digit()))
        .any(|word| {
            let letters = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
            letters.len() > 2 && letters.is_ascii() && !LATIN.contains(&letters)
        })
}

/// Headings go down one step at a time. Elements are noted at their end, and headings do not nest, so their order holds.
fn headings(elements: &[Element], wrong: &mut Vec<String>) {
    let mut before = 0;
    for element in elements {
        let Some(level) = element.name.strip_prefix('h').and_then(|n| n.parse::<u32>().ok()) else {
            continue;
        };
        if level > before + 1 {
            wrong.push(format!("h{level} “{}” after h{before}", element.text.trim()));
        }
        if element.text.trim().is_empty() {
            wrong.push(format!("h{level} without words"));
        }
        before = level;
    }
}

/// Nothing that the content security policy forbids, nothing from elsewhere, nothing that nests where it may not.
fn policy(element: &Element, wrong: &mut Vec<String>) {
    let inline = element.attributes.keys().filter(|name| *name == "style" || name.starts_with("on"));
    wrong.extend(inline.map(|name| format!("{name}= in <{}>", element.name)));
    let is_data = element.get("type") == Some("application/ld+json");
    if element.is(&["style"]) || (element.is(&["script"]) && element.get("src").is_none() && !is_data) {
        wrong.push(format!("<{}> inside the page", element.name));
    }
    let address =
        element.get("src").or(element.get("href").filter(|_| element.is(&["link"]))).unwrap_or_default();
    if address.contains("//") {
        wrong.push(format!("<{}> is fetched from elsewhere: {address}", element.name));
    }
    let to = element.get("href").or(element.get("action")).unwrap_or_default();
    if to.split_once(':').is_some_and(|(scheme, _)| scheme.trim() == "javascript") {
        wrong.push("an address that is a script".into());
    }
    let in_itself =
        element.is(&["form", "a", "button", "label", "main"]) && element.around.contains(&element.name);
    let in_paragraph = element
        .is(&["p", "div", "ul", "ol", "dl", "table", "form", "section", "h2", "h3", "fieldset"])
        && element.around.last().is_some_and(|outer| outer == "p");
    if in_itself || in_paragraph {
        wrong.push(format!("<{}> where it may not stand: in {:?}", element.name, element.around.last()));
    }
    if element.get("tabindex").is_some_and(|n| n != "0" && n != "-1") {
        wrong.push(format!("<{}> changes the order of keys", element.name));
    }
}

/// Whatever is used or looked at says what it is.
fn names(element: &Element, elements: &[Element], wrong: &mut Vec<String>) {
    let named = element.get("aria-label").is_some_and(|label| !label.is_empty())
        || element.get("aria-labelledby").is_some();
    let is_button = matches!(element.get("type"), Some("hidden" | "submit"));
    if element.is(&["input", "select", "textarea"]) && !is_button && !named {
        let label = elements.iter().find(|one| {
            one.is(&["label"]) && one.get("for").is_some() && one.get("for") == element.get("id")
        });
        if label.is_none_or(|label| label.text.trim().is_empty()) {
            wrong.push(format!("<{} name={:?}> has no label", element.name, element.get("name")));
        }
    }
    if element.is(&["a", "button", "caption", "legend", "summary", "option", "label"])
        && !named
        && element.text.trim().is_empty()
    {
        wrong.push(format!("<{}> says nothing: {:?}", element.name, element.attributes));
    }
    if element.is(&["img"]) && element.get("alt").is_none() {
        wrong.push("a picture without its words".into());
    }
    if element.is(&["svg"])
        && element.get("aria-hidden") != Some("true")
        && element.get("role") != Some("img")
    {
        wrong.push("an svg that is neither hidden nor a picture".into());
    }
    if element.is(&["nav"]) && !named {
        wrong.push("a navigation without a name".into());
    }
    if element.is(&["table"]) && !elements.iter().any(|one| one.is(&["th"]) && one.get("scope").is_some()) {
        wrong.push("a table without headings".into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: &str = "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><title>T</title></head><body><a href=\"#main\">Skip</a><main id=\"main\"><h1>A</h1>{}</main></body></html>";

    fn about(part: &str) -> Vec<String> {
        complaints_about(&FINE.replace("{}", part))
    }

    #[test]
    fn a_fine_page_gets_no_complaint() {
        let part = "<h2>B</h2><form action=\"/x\"><label for=\"q\">Q</label><input id=\"q\" name=\"q\"><button>Go</button></form>";
        assert_eq!(about(part), Vec::<String>::new());
    }

    #[test]
    fn every_fault_is_noticed() {
        for (fault, word) in [
            ("<p><b>x</p></b>", "belongs"),
            ("<p>x", "belongs"),
            ("<h1>again</h1>", "2 <h1>"),
            ("<h3>deep</h3>", "after h1"),
            ("<input id=\"q\" name=\"q\">", "no label"),
            ("<label for=\"q\">Q</label>", "points at"),
            ("<p id=\"a\"></p><p id=\"a\"></p>", "twice"),
            ("<p style=\"color:red\">x</p>", "style="),
            ("<button onclick=\"x()\">x</button>", "onclick="),
            ("<script>x()</script>", "inside the page"),
            ("<script src=\"https://example.org/x.js\"></script>", "elsewhere"),
            ("<a href=\"/x\"></a>", "says nothing"),
            ("<a href=\"javascript:x()\">x</a>", "is a script"),
            ("<form><form></form></form>", "may not stand"),
            ("<p><ul><li>x</li></ul></p>", "may not stand"),
            ("<p>⟦some-key⟧</p>", "missing word: ⟦some-key"),
            ("<nav><a href=\"/\">x</a></nav>", "without a name"),
            ("<p class=a>x</p>", "without quotes"),
        ] {
            let found = about(fault);
            assert!(found.iter().any(|one| one.contains(word)), "{fault} gives {found:?}");
        }
        assert!(!complaints_about("<!DOCTYPE html><html lang=\"ar\" dir=\"ltr\"></html>").is_empty());
    }

    #[test]
    fn latin_words_on_an_arabic_page_name_their_language() {
        let page = |part: &str| {
            let fine = FINE.replace("lang=\"en\" dir=\"ltr\"", "lang=\"ar\" dir=\"rtl\"");
            let fine = fine
                .replace("Skip", "تخطَّ")
                .replace(">A<", ">أ<")
                .replace("<body>", "<body><aside class=\"emergency\"></aside>");
            complaints_about(&fine.replace("{}", part))
        };
        for marked in [
            "<p>عنوان</p>",
            "<p><span lang=\"en\">Primary <b>care</b></span> (WCAG)</p>",
            "<p><bdi>Nadia Haddad</bdi></p>",
            "<p>name@example.org</p>",
        ] {
            assert_eq!(page(marked), Vec::<String>::new(), "{marked}");
        }
        for bare in [
            "<p>Primary care</p>",
            "<p><span lang=\"en\">Primary</span> care</p>",
            "<div lang=\"en\"><p lang=\"ar\">Housing</p></div>",
        ] {
            assert_eq!(page(bare).len(), 1, "{bare}: {:?}", page(bare));
        }
    }
}
