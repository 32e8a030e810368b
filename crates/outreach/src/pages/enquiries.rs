//! Questions in the workspace: the queue, and each with its answer.

use super::{parts, room_url};
use crate::{
    EnquiryId, can,
    facade::answer_enquiry,
    rules::enquiries::{EnquiryState, Topic, answer},
    store::enquiries::{Enquiry, Voices, count_voices, find_enquiry, list_enquiries},
};
use areas::Area;
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, OrNotFound, Result},
    html::{
        self, Cell, Choice, Column, Empty, Filter, Head, ListShown, Look, choice, facts, field, form, notice,
        page, said, shown, state,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answered, see_other},
    mail::{Mail, Recipient},
    t,
};
use serde::Deserialize;

/// The part of an address that names a question.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtEnquiry {
    pub(crate) enquiry: EnquiryId,
}

/// The address of a question's page, or of what lies below it.
pub(crate) fn enquiry_url(ctx: &Ctx, id: EnquiryId, path: &str) -> String {
    room_url(ctx, &format!("/enquiries/{id}{path}"))
}

/// The queue.
pub(crate) struct EnquiriesPage {
    pub(crate) rows: Page<Enquiry>,
    pub(crate) voices: Voices,
    pub(crate) areas: Vec<Area>,
}

/// `GET /{p}/work/outreach/enquiries`; with `as=csv` or `as=xlsx` the same as a file.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let address = ctx.address();
    let rows = list_enquiries(&mut tx, &address).await?;
    let voices = count_voices(&mut tx).await?;
    let of = EnquiriesPage { rows, voices, areas: areas::known_areas(&mut tx).await? };
    tx.done().await?;
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "enquiries-file"), &columns(&ctx, &of.areas), &of.rows.rows)
        }
        None => answered(view(&ctx, &of)),
    }
}

fn topic_word(ctx: &Ctx, of: Topic) -> String {
    ctx.say().t(&format!("enquiry-topic-{}", of.code()), &[])
}

fn state_word(ctx: &Ctx, of: EnquiryState) -> String {
    ctx.say().t(&format!("enquiry-state-{}", of.code()), &[])
}

fn state_shown(ctx: &Ctx, of: EnquiryState) -> Markup {
    let look = match of {
        EnquiryState::New => Look::NotStarted,
        EnquiryState::Mailed | EnquiryState::Called => Look::Done,
        EnquiryState::Erased => Look::Unknown,
    };
    state(look, &state_word(ctx, of))
}

/// What a question is called in a list: its beginning, or its topic when its words are erased.
pub(crate) fn titled(ctx: &Ctx, of: &Enquiry) -> String {
    let mut letters = of.question.chars();
    let start: String = letters.by_ref().take(80).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    match (start.is_empty(), letters.next().is_some()) {
        (true, _) => topic_word(ctx, of.topic),
        (false, true) => format!("{start}…"),
        (false, false) => start,
    }
}

fn columns<'a>(ctx: &'a Ctx, areas: &'a [Area]) -> Vec<Column<'a, Enquiry>> {
    let say = ctx.say();
    vec![
        Column::new("question", t!(say, "enquiry-question"), |row: &Enquiry| {
            Cell::link(&enquiry_url(ctx, row.id, ""), &titled(ctx, row))
        }),
        Column::new("topic", t!(say, "enquiry-topic"), |row: &Enquiry| {
            Cell::words(topic_word(ctx, row.topic))
        }),
        Column::new("state", t!(say, "asking-state"), |row: &Enquiry| {
            Cell::new(state_shown(ctx, row.state), state_word(ctx, row.state).as_str())
        }),
        Column::new("received", t!(say, "asking-received-on"), |row: &Enquiry| {
            Cell::day(ctx, row.received_at.day_in(&ctx.zone()))
        }),
        Column::new("lang", t!(say, "asking-lang"), |row: &Enquiry| {
            Cell::words(html::lang_name(ctx, row.lang))
        }),
        Column::new("area", t!(say, "enquiry-their-area"), |row: &Enquiry| {
            let area = areas.iter().find(|one| Some(one.id) == row.area_id);
            area.map_or_else(Cell::nothing, |one| Cell::text(ctx, &one.name))
        })
        .on_demand(),
    ]
}

/// The page of the queue.
pub(crate) fn view(ctx: &Ctx, of: &EnquiriesPage) -> Markup {
    let say = ctx.say();
    let states: Vec<Choice> = EnquiryState::ALL
        .iter()
        .map(|one| {
            let n = of.voices.states.iter().find(|(state, _)| state == one).map_or(0, |(_, n)| *n);
            choice(one.code(), state_word(ctx, *one)).count(n)
        })
        .collect();
    let topics: Vec<Choice> = Topic::ALL
        .iter()
        .map(|one| {
            let n = of.voices.topics.iter().find(|(topic, _)| topic == one).map_or(0, |(_, n)| *n);
            choice(one.code(), topic_word(ctx, *one)).count(n)
        })
        .collect();
    let list = ListShown {
        caption: t!(say, "enquiries-title"),
        columns: &columns(ctx, &of.areas),
        filters: vec![
            Filter { name: "state", label: t!(say, "asking-state"), choices: states },
            Filter { name: "topic", label: t!(say, "enquiry-topic"), choices: topics },
        ],
        search: None,
        page: &of.rows,
        empty: Empty {
            why: t!(say, "enquiries-empty"),
            example: Some(t!(say, "enquiries-empty-example")),
            first: Some((t!(say, "enquiry-public-page"), ctx.public_url(crate::public::ask::PATH))),
        },
    };
    let body = markup! {
        (parts(ctx, "/enquiries"))
        p { (t!(say, "enquiries-lead")) }
        (html::list(ctx, &ctx.address(), &list))
        (told(ctx, &of.voices))
    };
    page(ctx, &Head::new(t!(say, "enquiries-title")), body)
}

/// What people asked about, and in which language: voices that stay when everything personal is erased.
fn told(ctx: &Ctx, of: &Voices) -> Markup {
    let say = ctx.say();
    let row = |label: String, n: i64| vec![markup! { (label) }, markup! { (say.number(n)) }];
    let topics = of.topics.iter().map(|(topic, n)| row(topic_word(ctx, *topic), *n)).collect();
    let langs = of.langs.iter().map(|(lang, n)| row(html::lang_name(ctx, *lang), *n)).collect();
    let head = |label: String| [label, t!(say, "enquiry-voices-count")];
    let (topic, lang) = (t!(say, "enquiry-topic"), t!(say, "asking-lang"));
    markup! { @if !of.topics.is_empty() { section #voices {
        h2 { (t!(say, "enquiry-voices")) }
        p { (t!(say, "enquiry-voices-lead")) }
        (html::table(&topic, &head(topic.clone()), topics))
        (html::table(&lang, &head(lang.clone()), langs))
    } } }
}

/// A question.
pub(crate) struct EnquiryPage {
    pub(crate) enquiry: Enquiry,
    pub(crate) area: Option<Area>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
    /// Whether somebody else has changed it since the form was made.
    pub(crate) is_stale: bool,
}

/// `GET /{p}/work/outreach/enquiries/{enquiry}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtEnquiry>) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let of = load(&mut tx, at.enquiry).await?;
    tx.done().await?;
    answered(one_view(&ctx, &of))
}

async fn load(tx: &mut Tx, id: EnquiryId) -> Result<EnquiryPage> {
    let enquiry = find_enquiry(tx, id).await?.or_not_found()?;
    let area = match enquiry.area_id {
        Some(id) => areas::find_area(tx, id).await?,
        None => None,
    };
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    Ok(EnquiryPage { enquiry, area, sent, complaints, is_stale: false })
}

/// The page of a question.
pub(crate) fn one_view(ctx: &Ctx, of: &EnquiryPage) -> Markup {
    let (say, one) = (ctx.say(), &of.enquiry);
    let (lang, dir) = (one.lang.code(), one.lang.direction());
    let words = |words: &str| markup! { bdi { (words) } };
    let may = ctx.may(can::KEEP_OUTREACH);
    let by = one.answered_at.map(|at| {
        t!(say, "asking-answered-by", day = at.day_in(&ctx.zone()), who = one.answered_by.as_str())
    });
    let quoted = |text: &str| markup! { blockquote lang=(lang) dir=(dir) { @for part in text.split("\n\n") { p { (part) } } } };
    let body = markup! {
        @if of.is_stale { (notice(markup! { p { (t!(say, "asking-changed-meanwhile", state = state_word(ctx, one.state))) } })) }
        (facts(&[
            (t!(say, "asking-state"), markup! { (state_shown(ctx, one.state)) " " span.small.quiet { (by.unwrap_or_default()) } }),
            (t!(say, "enquiry-topic"), words(&topic_word(ctx, one.topic))),
            (t!(say, "enquiry-their-area"), markup! { @if let Some(area) = &of.area { (shown(ctx, &area.name)) } }),
            (t!(say, "enquiry-their-name"), words(&one.name)),
            (t!(say, "asking-email"), markup! { @if !one.email.is_empty() { a href={ "mailto:" (one.email) } { (one.email) } } }),
            (t!(say, "asking-phone"), markup! { @if !one.phone.is_empty() { (html::call(&one.phone)) } }),
            (t!(say, "asking-lang"), words(&html::lang_name(ctx, one.lang))),
            (t!(say, "asking-received-on"), words(&say.day(one.received_at.day_in(&ctx.zone())))),
        ]))
        @if one.erased_at.is_some() { (notice(markup! { p { (t!(say, "enquiry-erased")) } })) }
        @if !one.question.is_empty() { section #asked { h2 { (t!(say, "enquiry-question")) } (quoted(&one.question)) } }
        @if !one.answer.is_empty() { section #answer-given { h2 { (t!(say, "asking-answer-given")) } (quoted(&one.answer)) } }
        @if may && one.state == EnquiryState::New { section #answer { h2 { (t!(say, "asking-answer")) } (answer_form(ctx, of)) } }
        @else if !of.sent.get("words").is_empty() { section #typed { h2 { (t!(say, "enquiry-typed")) } (quoted(of.sent.get("words"))) } }
        p { a href=(ctx.url(&format!("/work/history/enquiry/{}", one.id))) { (t!(say, "history-all")) } }
        @if may { p.acts {
            a.btn.plain href=(enquiry_url(ctx, one.id, "/bin")) { (t!(say, "outreach-to-bin")) }
            @if one.erased_at.is_none() { " " a.btn.plain href=(enquiry_url(ctx, one.id, "/erasure")) { (t!(say, "outreach-erase")) } }
        } }
    };
    let head = Head::new(titled(ctx, one))
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(t!(say, "enquiries-title"), room_url(ctx, "/enquiries"));
    page(ctx, &head, body)
}

fn answer_form(ctx: &Ctx, of: &EnquiryPage) -> Markup {
    let (say, one, sent) = (ctx.say(), &of.enquiry, &of.sent);
    let mut ways = Vec::new();
    if !one.email.is_empty() {
        ways.push(choice(EnquiryState::Mailed.code(), t!(say, "enquiry-by-mail")));
    }
    ways.push(choice(EnquiryState::Called.code(), t!(say, "enquiry-by-phone")));
    let first = ways.first().map(|one| one.code.clone()).unwrap_or_default();
    let way = if sent.get("way").is_empty() { first } else { sent.get("way").to_owned() };
    let topic = if sent.get("topic").is_empty() { one.topic.code() } else { sent.get("topic") };
    let topics: Vec<Choice> =
        Topic::ALL.iter().map(|one| choice(one.code(), topic_word(ctx, *one))).collect();
    let language = html::lang_name(ctx, one.lang);
    let form = form(ctx, enquiry_url(ctx, one.id, "/answer")).complaints(&of.complaints);
    let submit =
        if one.email.is_empty() { t!(say, "asking-answer-record") } else { t!(say, "enquiry-answer-submit") };
    form.show(
        &submit,
        markup! {
            (form.radios(field("way", t!(say, "enquiry-way")).value(way), &ways))
            (form.prose(field("words", t!(say, "asking-words")).hint(t!(say, "enquiry-words-hint", language = language)).value(sent.get("words")).rows(6)))
            (form.select(field("topic", t!(say, "enquiry-topic")).hint(t!(say, "enquiry-topic-hint")).value(topic), &topics))
            (form.version(one.version))
        },
    )
}

/// `POST /{p}/work/outreach/enquiries/{enquiry}/answer`.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtEnquiry>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = load(&mut tx, at.enquiry).await?;
    if sent.version() != of.enquiry.version {
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, one_view(&ctx, &EnquiryPage { sent, is_stale: true, ..of }));
    }
    match read(&ctx, &of.enquiry, &sent) {
        Ok((to, topic, words)) => {
            answer_enquiry(&mut tx, &of.enquiry, (to, topic), &words).await?;
            if to == EnquiryState::Mailed {
                tx.send_mail(mail(&ctx, &of.enquiry, &words)?).await?;
            }
            let to = said(&enquiry_url(&ctx, at.enquiry, ""), "enquiry-answered");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                one_view(&ctx, &EnquiryPage { sent, complaints, ..of }),
            )
        }
    }
}

fn read(
    ctx: &Ctx,
    before: &Enquiry,
    sent: &Pairs,
) -> std::result::Result<(EnquiryState, Topic, String), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let to = reading.choice("way", EnquiryState::from_code).unwrap_or(EnquiryState::Called);
    let topic = reading.choice("topic", Topic::from_code).unwrap_or(before.topic);
    let words = reading.prose_or_none("words");
    if reading.complaints.is_empty()
        && let Err(why) = answer(before.state, to, (&words, &before.email))
    {
        let is_about_way = matches!(why, crate::rules::enquiries::EnquiryRefusal::NoAddress);
        let is_over = matches!(why, crate::rules::enquiries::EnquiryRefusal::Answered);
        reading.complaints.add(
            if is_over {
                ""
            } else if is_about_way {
                "way"
            } else {
                "words"
            },
            why,
        );
    }
    reading.done((to, topic, words))
}

fn mail(ctx: &Ctx, enquiry: &Enquiry, words: &str) -> Result<Mail> {
    let say = ctx.say().in_lang(enquiry.lang);
    let partnership = ctx.partnership()?.name.plain(enquiry.lang).to_owned();
    Ok(Mail {
        to: Recipient::parse(&enquiry.email)?,
        lang: enquiry.lang,
        subject: t!(say, "enquiry-mail-subject", partnership = partnership.as_str()).into(),
        body: t!(say, "enquiry-mail-body", words = words, partnership = partnership),
        purpose: "enquiry-answer",
        unsubscribe: None,
    })
}
