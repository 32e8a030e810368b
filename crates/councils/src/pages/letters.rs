//! Writing to a group: who gets the letter and who does not, what each language group will read, one mail each in the reader's
//! language, and a list of addresses for one's own mail program.

use super::{AtCouncil, council_url, letter_preview};
use crate::{
    LetterId, SeatId, can,
    known::people_of,
    membership::PURPOSE,
    rules::{
        terms::Term,
        writing::{Addressee, Mailing, Withheld, address},
    },
    seen::for_reader,
    store::{
        bodies::{Council, find_council},
        letters::{Letter, insert_letter, list_letters},
        seats::list_seats_of_council,
        terms::list_terms_of_council,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{AskState, NewAsk, OrganizationId, PersonId, Reachable};
use platform::{
    consent::Standing,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Head, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    langs::Lang,
    mail::{self, Mail, Recipient},
    t,
    text::{PROSE, Text},
};
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

/// A subject has at most this many characters.
const SUBJECT: usize = 150;

/// The form of a letter: to whom it goes, what was written before.
pub(crate) struct LetterPage {
    pub(crate) council: Council,
    pub(crate) mailing: Mailing,
    /// Those whose names the reader may know, and that they sit there.
    pub(crate) named: HashSet<PersonId>,
    /// Those whose addresses the reader may know.
    pub(crate) reached: HashSet<PersonId>,
    pub(crate) letters: Vec<Letter>,
    /// Of which organizations the letter asks something.
    pub(crate) organizations: Vec<OrganizationId>,
    /// What was asked of them lately.
    pub(crate) asked: Markup,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/councils/{council}/letters/new`: the form, with everybody it goes to; `?alternates=yes` adds those who stand in.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::WRITE_TO_GROUP.on(at.council)).await?;
    let sent = Pairs::default().with("alternates", ctx.address().get("alternates"));
    let shown = load(&ctx, &mut tx, at, sent).await?;
    tx.done().await?;
    html(view(&ctx, &shown))
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtCouncil, sent: Pairs) -> Result<LetterPage> {
    let council = find_council(tx, at.council).await?.or_not_found()?;
    let with_alternates = !sent.get("alternates").is_empty();
    let mailing = mailing(ctx, tx, at, with_alternates).await?;
    let letters = list_letters(tx, at.council).await?;
    let (named, reached) = (named(ctx, tx, at).await?, reached(ctx, tx, &mailing).await?);
    let organizations = asked_of(ctx, tx, at, (&mailing, with_alternates)).await?;
    let asked = partners::asked_lately(ctx, tx, Some(&organizations)).await?;
    let complaints = Complaints::default();
    Ok(LetterPage { council, mailing, named, reached, letters, organizations, asked, sent, complaints })
}

/// The organizations for which those sit, or stand in, who get the letter.
async fn asked_of(
    ctx: &Ctx,
    tx: &mut Tx,
    at: AtCouncil,
    (mailing, with_alternates): (&Mailing, bool),
) -> Result<Vec<OrganizationId>> {
    let to: HashSet<PersonId> = mailing.to.iter().map(|one| one.person).collect();
    let terms = list_terms_of_council(tx, at.council).await?;
    let today = terms.iter().filter(|(_, term)| term.covers(ctx.today()));
    let held: HashSet<SeatId> = today
        .filter(|(_, term)| written_to(term, with_alternates).any(|one| to.contains(&one)))
        .map(|(seat, _)| *seat)
        .collect();
    let seats = list_seats_of_council(tx, at.council).await?.into_iter();
    let all: BTreeSet<OrganizationId> =
        seats.filter(|seat| held.contains(&seat.id)).filter_map(|seat| seat.organization_id).collect();
    Ok(all.into_iter().collect())
}

/// Who is written to for a term: its holder, and who stands in when the letter goes to them too.
fn written_to(term: &Term, with_alternates: bool) -> impl Iterator<Item = PersonId> {
    [term.agreed.holder.person(), term.agreed.alternate.filter(|_| with_alternates)].into_iter().flatten()
}

/// Those to whom the letter goes at an address that the reader may know.
async fn reached(ctx: &Ctx, tx: &mut Tx, mailing: &Mailing) -> Result<HashSet<PersonId>> {
    let people: Vec<PersonId> = mailing.to.iter().map(|to| to.person).collect();
    let known = partners::mails_known(tx, partners::reader(ctx), &people).await?;
    let is_known = |to: &&Addressee| known.contains(&(to.person, to.email.clone()));
    Ok(mailing.to.iter().filter(is_known).map(|to| to.person).collect())
}

/// Those on the seats that the reader may see whose names she may know.
async fn named(ctx: &Ctx, tx: &mut Tx, at: AtCouncil) -> Result<HashSet<PersonId>> {
    let reader = partners::reader(ctx);
    let seats = list_seats_of_council(tx, at.council).await?.into_iter();
    let seen: HashSet<SeatId> =
        seats.filter_map(|seat| for_reader(seat, reader)).map(|seat| seat.id).collect();
    let terms = list_terms_of_council(tx, at.council).await?;
    let today = terms.iter().filter(|(seat, term)| seen.contains(seat) && term.covers(ctx.today()));
    let people: Vec<PersonId> = today.flat_map(|(_, term)| people_of(&term.agreed)).collect();
    Ok(partners::people_named(tx, reader, &people).await?.into_keys().collect())
}

/// Who sits on the body today (and who stands in), sorted into who gets a letter and who does not.
async fn mailing(ctx: &Ctx, tx: &mut Tx, at: AtCouncil, with_alternates: bool) -> Result<Mailing> {
    let terms = list_terms_of_council(tx, at.council).await?;
    let today = terms.iter().map(|(_, term)| term).filter(|term| term.covers(ctx.today()));
    let people: Vec<PersonId> = today.flat_map(|term| written_to(term, with_alternates)).collect();
    let ids: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    let stand = tx.standing_of(&ids, PURPOSE, ctx.today()).await?;
    let addressee = |one: Reachable| Addressee {
        standing: stand.get(&one.id.0).copied().unwrap_or(Standing::Silent),
        person: one.id,
        name: one.name,
        email: one.email.unwrap_or_default(),
        lang: one.lang,
    };
    Ok(address(partners::reachable_for(tx, &people, PURPOSE).await?.into_iter().map(addressee).collect()))
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, of: &LetterPage) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { a href=(council_url(ctx, of.council.id, "")) { (shown(ctx, &of.council.name)) } }
        (recipients(ctx, of))
        (of.asked)
        (written(ctx, of))
        (earlier(ctx, &of.letters))
    };
    page(ctx, &Head::new(t!(say, "letter-write")), body)
}

/// The form of the letter; what it says is shown before it is sent.
pub(super) fn written(ctx: &Ctx, of: &LetterPage) -> Markup {
    let say = ctx.say();
    let (sent, langs) = (&of.sent, ctx.site_langs());
    let url = council_url(ctx, of.council.id, "/letters");
    let form = form(ctx, &url).complaints(&of.complaints).cancel(council_url(ctx, of.council.id, ""));
    let fields = markup! {
        (form.texts(field("subject", t!(say, "letter-subject")), &sent.in_langs("subject", langs)))
        (form.proses(field("body", t!(say, "letter-body")).hint(t!(say, "letter-body-hint")).rows(8), &sent.in_langs("body", langs)))
        (form.check(field("alternates", t!(say, "letter-alternates")).value(sent.get("alternates"))))
    };
    form.show(&t!(say, "letter-preview"), fields)
}

/// Everybody who gets it, everybody who does not and why, and the addresses to copy; those whose names or addresses the
/// reader may not know get the letter too and are only counted.
pub(super) fn recipients(ctx: &Ctx, of: &LetterPage) -> Markup {
    let (say, mailing) = (ctx.say(), &of.mailing);
    let is_named = |one: &Addressee| of.named.contains(&one.person);
    let to: Vec<&Addressee> = mailing.to.iter().filter(|one| is_named(one)).collect();
    let others = mailing.to.len() - to.len();
    let copied = to.iter().filter(|to| of.reached.contains(&to.person));
    let copy: Vec<&str> = copied.map(|to| to.email.as_str()).collect();
    let rest = mailing.to.len() - copy.len();
    markup! {
        section #recipients {
            h2 { (t!(say, "letter-to", n = mailing.to.len())) }
            @if !mailing.to.is_empty() {
                details { summary { (t!(say, "letter-who")) }
                    ul { @for to in &to { li { (to.name) " · " (to.lang.own_name()) } } }
                    @if others > 0 { p { (t!(say, "letter-others", n = others)) } }
                }
                details { summary { (t!(say, "letter-copy")) }
                    @if !copy.is_empty() {
                        p { (t!(say, "letter-copy-explains")) }
                        p { bdi dir="ltr" { (copy.join(", ")) } }
                    }
                    @if rest > 0 { p { (t!(say, "letter-copy-rest", n = rest)) } }
                }
            }
            @if !mailing.withheld.is_empty() {
                h3 { (t!(say, "letter-withheld", n = mailing.withheld.len())) }
                ul { @for (addressee, why) in mailing.withheld.iter().filter(|(one, _)| is_named(one)) {
                    li { (addressee.name) " · " (why_word(ctx, *why)) }
                } }
            }
        }
    }
}

/// Why somebody gets no mail, in words.
fn why_word(ctx: &Ctx, why: Withheld) -> String {
    let say = ctx.say();
    match why {
        Withheld::SaidNo(at) => t!(say, "letter-no-wanted", day = say.short_day(at.day_in(&ctx.zone()))),
        Withheld::NoAddress | Withheld::NoConsent | Withheld::SameAddress => say.t(why.key(), &[]),
    }
}

fn earlier(ctx: &Ctx, letters: &[Letter]) -> Markup {
    let say = ctx.say();
    markup! {
        @if !letters.is_empty() {
            section #earlier {
                h2 { (t!(say, "letter-earlier")) }
                ul { @for letter in letters { li {
                    (say.moment(letter.written_at, &ctx.zone())) " · " (shown(ctx, &letter.subject)) br;
                    span.small.quiet { (t!(say, "letter-sent-by", name = letter.written_by.as_str(), n = letter.sent_count)) }
                } } }
            }
        }
    }
}

/// What the form sends when the letter was seen as each group will read it.
pub(super) const SEEN: (&str, &str) = ("step", "send");

/// `POST /{p}/work/councils/{council}/letters`: shows what each group will read; sent again from there, one mail to each.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    if sent.get(SEEN.0) != SEEN.1 {
        return preview(&ctx, at, sent).await;
    }
    let mut tx = ctx.write(can::WRITE_TO_GROUP.on(at.council)).await?;
    let mut shown = load(&ctx, &mut tx, at, sent).await?;
    let (subject, body) = match read(&ctx, &shown.sent) {
        Ok(letter) => letter,
        Err(complaints) => {
            shown.complaints = complaints;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
        }
    };
    for to in &shown.mailing.to {
        let mail = mail(&ctx, (&shown.council, to), (&subject, &body))?;
        tx.send_letter(mail::Reader { ctx: &ctx, who: to.person.0, lang: to.lang }, mail).await?;
        partners::in_touch(&ctx, &mut tx, partners::Whose::Person(to.person), partners::Way::Letter).await?;
    }
    let letter = Letter {
        id: tx.new_id::<LetterId>()?,
        subject,
        body,
        written_by: ctx.caller.account().map(|account| account.name.clone()).unwrap_or_default(),
        written_at: tx.now(),
        sent_count: u32::try_from(shown.mailing.to.len()).unwrap_or(u32::MAX),
        withheld_count: u32::try_from(shown.mailing.withheld.len()).unwrap_or(u32::MAX),
    };
    insert_letter(&mut tx, at.council, &letter).await?;
    count(&ctx, &mut tx, (&shown, &letter)).await?;
    tx.audit(
        "council.written-to",
        at.council,
        None::<&()>,
        Some(&(letter.sent_count, letter.withheld_count)),
    )
    .await?;
    let to = tx.commit_to(&said(&council_url(&ctx, at.council, "/letters/new"), "letter-sent")).await?;
    see_other(&to)
}

/// A letter to a group counts as one request to each organization that sits there; whether it hopes for an answer, it says itself.
async fn count(ctx: &Ctx, tx: &mut Tx, (of, letter): (&LetterPage, &Letter)) -> Result<()> {
    for organization in &of.organizations {
        let ask = NewAsk {
            organization: *organization,
            room: "councils",
            what: letter.subject.clone(),
            href: format!("/work/councils/{}/letters/new#earlier", of.council.id),
            about: Some(of.council.id.into()),
            until_on: None,
        };
        partners::count_ask(ctx, tx, &ask, AskState::Done).await?;
    }
    Ok(())
}

/// Nothing is sent and nothing kept: what was typed, as each group will read it.
async fn preview(ctx: &Ctx, at: AtCouncil, sent: Pairs) -> Answer {
    let mut tx = ctx.read(can::WRITE_TO_GROUP.on(at.council)).await?;
    let mut shown = load(ctx, &mut tx, at, sent).await?;
    tx.done().await?;
    match read(ctx, &shown.sent) {
        Ok((subject, body)) => html(letter_preview::view(ctx, &shown, (&subject, &body))),
        Err(complaints) => {
            shown.complaints = complaints;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, &shown))
        }
    }
}

fn read(ctx: &Ctx, sent: &Pairs) -> std::result::Result<(Text, Text), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let subject = reading.lines("subject", &Text::default(), SUBJECT);
    let body = reading.proses("body", &Text::default(), PROSE);
    reading.needed("subject", &subject);
    reading.needed("body", &body);
    reading.done((subject, body))
}

/// The language of greeting and reason for who reads `wants` best: that one where we have words in it, also when the letter was
/// not written in it; else the letter's.
pub(super) fn framed_in(ctx: &Ctx, (wants, body): (Lang, Lang)) -> Lang {
    if ctx.app.words.has(wants, "letter-mail") { wants } else { body }
}

/// What a reader of `wants` gets: the language of the letter, its subject and its words with greeting and reason, to `name`.
pub(super) fn said_to(
    ctx: &Ctx,
    council: &Council,
    (subject, body): (&Text, &Text),
    (wants, name): (Lang, &str),
) -> (Lang, String, String) {
    let lang = body.show(wants).map_or(Lang::En, |shown| shown.lang);
    let frame = framed_in(ctx, (wants, lang));
    let say = ctx.say().in_lang(frame);
    let here = ctx.partnership.as_ref().map(|p| p.name.plain(frame).to_owned()).unwrap_or_default();
    let words = t!(
        say,
        "letter-mail",
        name = name,
        body = body.plain(wants),
        council = council.name.plain(frame),
        partnership = here
    );
    (lang, subject.plain(wants).to_owned(), words)
}

/// The mail to one person: greeting and reason in the person's language, and the letter too as far as it was written in it.
fn mail(ctx: &Ctx, (council, to): (&Council, &Addressee), letter: (&Text, &Text)) -> Result<Mail> {
    let (lang, subject, body) = said_to(ctx, council, letter, (to.lang, &to.name));
    Ok(Mail {
        to: Recipient::parse(&to.email)?,
        lang,
        subject: subject.into(),
        body,
        purpose: PURPOSE,
        unsubscribe: None,
    })
}
