//! One text in one language: what it was written in beside it, the words to write, and the word that they are still right.

use super::{TRANSLATE, kind_word};
use crate::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Conflict, Head, conflict, field, form, in_state, lang_name, page, prose_in, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    langs::Lang,
    t,
    text::{Shown, Text},
    translate::{InLang, Task, Translatable, Translated, tasks_of},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use serde::Deserialize;
use uuid::Uuid;

/// Which text of which object, and in which language.
#[derive(Debug, Deserialize)]
pub struct AtText {
    kind: String,
    id: Uuid,
    wording: String,
    into: Lang,
}

/// The page of one text.
pub(crate) struct TextPage {
    pub(crate) task: Task,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// The address of a text in a language.
pub(super) fn task_url(ctx: &Ctx, task: &Task) -> String {
    ctx.url(&format!("/work/texts/{}/{}/{}/{}", task.kind, task.id, task.wording.name, task.into))
}

/// The field in which the words are written.
fn field_of(task: &Task) -> String {
    format!("text_{}", task.into)
}

/// What stands in the form of a text that nobody has typed into yet.
pub(crate) fn filled(task: &Task) -> Pairs {
    let words = Pairs::default().with(&field_of(task), task.text.in_lang(task.into));
    words.with("from", task.from).with("version", task.mark(task.from))
}

/// Whether the words, or those that stood beside them, have changed since the form was made. Other languages of the text, and
/// other texts of the object, are other people's work.
fn is_stale(task: &Task, sent: &Pairs) -> bool {
    let beside = sent.get("from").parse().unwrap_or(task.from);
    sent.get("version") != task.mark(beside).to_string()
}

/// The kind in the house, and what there is to do about the text.
async fn find(ctx: &Ctx, tx: &mut Tx, at: &AtText) -> Result<(Translatable, Task)> {
    let of = *ctx.app.house.translatables().find(|of| of.kind == at.kind).or_not_found()?;
    let langs = ctx.partnership()?.langs.clone();
    let objects = (of.list)(ctx, tx).await?;
    let object = objects.iter().find(|object| object.id == at.id).or_not_found()?;
    let wanted = |task: &Task| task.wording.name == at.wording && task.into == at.into;
    Ok((of, tasks_of(&of, object, &langs).into_iter().find(wanted).or_not_found()?))
}

/// `GET /{p}/work/texts/{kind}/{id}/{wording}/{into}`.
pub async fn edit(ctx: Ctx, Path(at): Path<AtText>) -> Answer {
    let mut tx = ctx.read(TRANSLATE).await?;
    let (_, task) = find(&ctx, &mut tx, &at).await?;
    tx.done().await?;
    let sent = filled(&task);
    html(view(&ctx, &TextPage { task, sent, complaints: Complaints::default() }))
}

/// `POST /{p}/work/texts/{kind}/{id}/{wording}/{into}`: the words in this language, and in no other.
pub async fn save(ctx: Ctx, Path(at): Path<AtText>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(TRANSLATE).await?;
    let (of, task) = find(&ctx, &mut tx, &at).await?;
    if is_stale(&task, &sent) {
        return stale(&ctx, tx, task, &sent).await;
    }
    let complaints = match task.wording.check(sent.get(&field_of(&task))) {
        Ok(words) => match keep(&mut tx, &of, &task, written(&ctx, &task, &words, &sent)).await {
            Ok(()) => return back(&ctx, tx, &task, "text-saved").await,
            Err(Error::Refused(why)) => Complaints::of("text", why),
            Err(other) => return Err(other),
        },
        Err(why) => Complaints::one("text", why),
    };
    drop(tx);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &TextPage { task, sent, complaints }))
}

/// The text with these words in the language in question; who says that a machine made them is believed.
fn written(ctx: &Ctx, task: &Task, words: &str, sent: &Pairs) -> Text {
    match sent.get("machine") {
        "" => task.text.clone().with(task.into, words, ctx.today()),
        _ => task.text.clone().with_machine(task.into, words, ctx.today()),
    }
}

/// `POST /{p}/work/texts/{kind}/{id}/{wording}/{into}/review`: the words stay, and somebody has read them.
pub async fn review(ctx: Ctx, Path(at): Path<AtText>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(TRANSLATE).await?;
    let (of, task) = find(&ctx, &mut tx, &at).await?;
    if is_stale(&task, &sent) {
        return stale(&ctx, tx, task, &sent).await;
    }
    (task.stands() != InLang::Missing).then_some(()).or_not_found()?;
    keep(&mut tx, &of, &task, task.text.clone().reviewed(task.into, ctx.today())).await?;
    back(&ctx, tx, &task, "text-reviewed").await
}

async fn keep(tx: &mut Tx, of: &Translatable, task: &Task, text: Text) -> Result<()> {
    let saved = Translated { id: task.id, version: task.version, wording: task.wording.name, text };
    (of.save)(tx, &saved).await
}

async fn back(ctx: &Ctx, tx: Tx, task: &Task, key: &str) -> Answer {
    let list = ctx.url(&format!("/work/texts?into={}", task.into));
    see_other(&tx.commit_to(&said(&list, key)).await?)
}

/// The text changed meanwhile: both texts, and nothing overwritten.
async fn stale(ctx: &Ctx, mut tx: Tx, task: Task, sent: &Pairs) -> Answer {
    let history = tx.history(&Ref::new(task.kind, task.id), 1).await?;
    tx.done().await?;
    page_with(StatusCode::CONFLICT, conflict_view(ctx, task, sent, history.first())?)
}

/// The page that shows both texts.
pub(crate) fn conflict_view(ctx: &Ctx, task: Task, sent: &Pairs, by: Option<&AuditEntry>) -> Result<Markup> {
    let (theirs, version) = (filled(&task), task.mark(task.from));
    let mine = sent.clone().with("from", task.from).with("version", version);
    let (name, url) = (field_of(&task), task_url(ctx, &task));
    let label = format!("{} ({})", ctx.say().t(task.wording.label, &[]), task.into.own_name());
    let again = TextPage { task, sent: mine.clone(), complaints: Complaints::default() };
    let both = Conflict {
        action: url.clone(),
        theirs: &theirs,
        mine: &mine,
        version,
        labels: vec![(name.into(), label)],
        called: &|_, _| None,
        by,
        keep_href: url,
        edit: the_form(ctx, &again),
    };
    let body = markup! { (conflict(ctx, &both)?) (others(ctx, &again.task)) };
    Ok(page(ctx, &head(ctx, &again.task), body))
}

fn head(ctx: &Ctx, task: &Task) -> Head {
    let say = ctx.say();
    let what = say.t(task.wording.label, &[]);
    Head::new(t!(say, "texts-one-title", text = what, lang = lang_name(ctx, task.into)))
        .under(t!(say, "nav-texts"), ctx.url(&format!("/work/texts?into={}", task.into)))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &TextPage) -> Markup {
    let task = &of.task;
    let body = markup! {
        p { (shown(ctx, &task.title)) " · " (kind_word(ctx, task.kind)) " · " (in_state(ctx, task.stands())) }
        div.withaside {
            div { (the_form(ctx, of)) (still_right(ctx, task)) }
            (others(ctx, task))
        }
    };
    page(ctx, &head(ctx, task), body)
}

fn the_form(ctx: &Ctx, of: &TextPage) -> Markup {
    let (say, task) = (ctx.say(), &of.task);
    let list = ctx.url(&format!("/work/texts?into={}", task.into));
    let form = form(ctx, task_url(ctx, task)).complaints(&of.complaints).cancel(list);
    let words =
        field("text", say.t(task.wording.label, &[])).hint(t!(say, "texts-length", n = task.wording.max));
    let (sent, into) = (&of.sent, [task.into]);
    let fields = markup! {
        @if task.wording.is_prose { (form.proses(words, &sent.in_langs("text", &into))) }
        @else { (form.texts(words, &sent.in_langs("text", &into))) }
        (form.check(field("machine", t!(say, "texts-machine")).value(sent.get("machine")).hint(t!(say, "texts-machine-hint"))))
        (form.hidden("from", sent.get("from")))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&t!(say, "texts-save"), fields)
}

/// The way to say that outdated or machine-made words were read and are right.
fn still_right(ctx: &Ctx, task: &Task) -> Markup {
    let say = ctx.say();
    let (name, version) = (field_of(task), task.mark(task.from).to_string());
    let words = (name.as_str(), task.text.in_lang(task.into));
    let sent = [words, ("from", task.from.code()), ("version", version.as_str())];
    let review = form(ctx, format!("{}/review", task_url(ctx, task)));
    markup! { @if task.stands().waits() && task.stands() != InLang::Missing { section #review {
        h2 { (t!(say, "texts-review")) }
        p { (t!(say, "texts-review-about")) }
        (review.button(&t!(say, "texts-review"), task.title.plain(ctx.lang), &sent))
    } } }
}

/// The text in its other languages, the one it was written in first.
fn others(ctx: &Ctx, task: &Task) -> Markup {
    let mut langs: Vec<Lang> =
        task.text.pieces().map(|(lang, _)| lang).filter(|lang| *lang != task.into).collect();
    langs.sort_by_key(|lang| *lang != task.from);
    markup! { aside.beside aria-label=(t!(ctx.say(), "texts-beside")) { @for lang in langs {
        @let state = InLang::of(&task.text, lang);
        h2 { (lang_name(ctx, lang)) } p { (in_state(ctx, state)) }
        @if let Some(piece) = task.text.get(lang) { (prose_in(&Shown { text: &piece.text, lang, state: piece.state }, ctx.lang)) }
    } } }
}
