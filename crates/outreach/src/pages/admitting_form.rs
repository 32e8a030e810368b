//! The form by which somebody comes in.

use super::admitting::{AdmitPage, Becomes};
use maud::{Markup, html as markup};
use partners::Visibility;
use platform::{
    ctx::Ctx,
    html::{Choice, FormHtml, Head, choice, choice_of, field, form, lang_name, notice, page},
    langs::Lang,
    t,
};

/// The form's word for somebody who is not here yet.
pub(super) const NEW: &str = "new";
/// The form's word for nobody.
pub(super) const NOBODY: &str = "nobody";

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &AdmitPage) -> Markup {
    let say = ctx.say();
    let (title, submit) = match of.becomes {
        Becomes::Partner => (t!(say, "asking-make-partner"), t!(say, "asking-make-partner-submit")),
        Becomes::Volunteer => (t!(say, "asking-make-volunteer"), t!(say, "asking-make-volunteer-submit")),
    };
    let (source, url) = (&of.source, of.source.url.as_str());
    let form = form(ctx, format!("{url}{}", of.becomes.path())).complaints(&of.complaints).cancel(url);
    let language = lang_name(ctx, source.lang);
    let fields = markup! {
        @if of.is_stale { (notice(markup! { p { (t!(say, "asking-changed-meanwhile", state = source.stands.as_str())) } })) }
        @if of.becomes == Becomes::Partner { (organization_fields(ctx, &form, of)) }
        (person_fields(ctx, &form, of))
        @if !source.reached.email.is_empty() {
            (form.prose(field("words", t!(say, "asking-words")).hint(t!(say, "asking-words-mailed", language = language)).value(of.sent.get("words")).rows(4).optional()))
        }
        (form.version(source.version))
    };
    let head =
        Head::new(title).under(source.list.0.as_str(), source.list.1.as_str()).under(source.title(), url);
    page(ctx, &head, form.show(&submit, fields))
}

fn organization_fields(ctx: &Ctx, form: &FormHtml<'_>, of: &AdmitPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let mut near: Vec<Choice> =
        of.near.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect();
    near.push(choice(NEW, t!(say, "asking-is-new")));
    let sectors: Vec<Choice> =
        of.sectors.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect();
    let kinds = [
        choice("formal", t!(say, "asking-asker-organization")),
        choice("informal", t!(say, "asking-asker-group")),
    ];
    let seen: Vec<Choice> = Visibility::ALL
        .iter()
        .map(|one| choice(one.code(), say.t(&format!("visibility-{}", one.code()), &[])))
        .collect();
    let all = ctx.site_langs();
    let name = field("name", t!(say, "asking-organization"));
    let name =
        if Lang::OFFICIAL.contains(&of.source.lang) { name } else { name.hint(t!(say, "asking-name-too")) };
    markup! {
        @if !of.near.is_empty() { (form.radios(field("of", t!(say, "asking-which")).hint(t!(say, "asking-which-hint")).value(sent.get("of")), &near)) }
        (form.texts(name, &sent.in_langs("name", all)))
        (form.radios(field("kind", t!(say, "asking-asker")).value(sent.get("kind")), &kinds))
        (form.select(field("sector", t!(say, "asking-sector")).value(sent.get("sector")).optional(), &sectors))
        (form.select(field("visibility", t!(say, "asking-visibility")).value(sent.get("visibility")), &seen))
        (form.date(field("joined_on", t!(say, "asking-joined-on")).value(sent.get("joined_on"))))
    }
}

fn person_fields(ctx: &Ctx, form: &FormHtml<'_>, of: &AdmitPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let mut people: Vec<Choice> =
        of.near_people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect();
    people.push(choice(NEW, t!(say, "asking-person-new")));
    let label = match of.becomes {
        Becomes::Partner => {
            people.push(choice(NOBODY, t!(say, "asking-person-nobody")));
            t!(say, "asking-speaker")
        }
        Becomes::Volunteer => t!(say, "asking-person"),
    };
    let chosen = match sent.get("person") {
        "" if of.source.name.is_empty() => NOBODY,
        "" if of.near_people.is_empty() => NEW,
        typed => typed,
    };
    markup! {
        @if people.len() > 1 { (form.radios(field("person", label).hint(t!(say, "asking-person-hint")).value(chosen), &people)) }
        (form.text(field("person_name", t!(say, "asking-their-name")).value(sent.get("person_name")).needed_if(t!(say, "asking-person-needed"))))
    }
}
