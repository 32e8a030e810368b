//! `First steps`: the first 90 days, step by step, as they concern whoever reads. What she says of herself is sent with one question and kept
//! nowhere; whoever says nothing reads all of them.

use super::{
    asked::{MAINLY, boosts},
    card::{a_person, leave, url},
    help::kept_nowhere,
    situation::{self, Said, may_words},
};
use crate::{
    ServiceId,
    finder::{
        Finder,
        entry::{MAIN, NEED},
    },
    first_steps::{StepWords, Told, in_province, langs, steps, told},
    funders::funders,
    needs,
    rules::{
        eligibility::{Answer as May, Class, Openness, ends_before},
        first_steps::{Shown, Shows, Source, Step, When, steps_for},
    },
    store::{finding::placed_among, services::Service},
    suggesting::public::MISSING,
    words,
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Error, Result},
    html::{Head, call, facts, named, page, shown},
    http::{Address, Answer, Form, Pairs, html},
    langs::Lang,
    reach::HelpFor,
    t,
};
use seek::{Ask, Boost, Filter};
use std::collections::HashMap;

/// Where it stands below a language.
pub(crate) const PATH: &str = "/first-steps";
/// What stands in the address of the page on which every step is told whole.
const WHOLE: &str = "all";
/// So many services stand beside a step; the rest is one link away.
const BESIDE: usize = 2;

/// What the page shows.
pub(crate) struct FirstPage {
    pub(crate) said: Said,
    /// The steps that concern her.
    pub(crate) steps: Vec<Shown<'static>>,
    /// Whether every step is told whole, as for paper; else those of later times are named.
    pub(crate) is_whole: bool,
    /// Services for each step, by its id.
    pub(crate) services: HashMap<&'static str, Vec<Service>>,
}

/// `GET /{p}/{lang}/first-steps`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let is_whole = !ctx.address().get(WHOLE).is_empty();
    html(view(&ctx, &look(&ctx, Said::default(), is_whole).await?))
}

/// `POST /{p}/{lang}/first-steps`: the steps for what she says of herself, which is read, answered and kept nowhere.
pub(crate) async fn for_me(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let said = situation::read(&ctx, &sent);
    html(view(&ctx, &look(&ctx, said, true).await?)).map(kept_nowhere)
}

/// The steps that concern somebody who says this of herself.
pub(crate) fn hers(ctx: &Ctx, said: &Said) -> Vec<Shown<'static>> {
    steps_for(steps(), funders(), &said.her, ctx.today())
}

/// What is looked for beside one step.
struct Looked<'a> {
    step: &'a Step,
    /// How many have been looked at, whether or not they are open to her.
    seen: usize,
    /// Those to look at now.
    next: Vec<ServiceId>,
    open: Vec<Service>,
    is_over: bool,
}

impl Looked<'_> {
    /// Takes of those that were looked at the ones that are open to her.
    fn take(
        &mut self,
        known: &HashMap<ServiceId, Service>,
        is_open: impl Fn(&Service) -> bool,
        asked: usize,
    ) {
        let room = BESIDE - self.open.len().min(BESIDE);
        let open = self.next.iter().filter_map(|id| known.get(id)).filter(|one| is_open(one)).take(room);
        self.open.extend(open.cloned());
        self.seen += self.next.len();
        self.is_over = self.open.len() >= BESIDE || self.next.len() < asked || self.seen >= MOST_SEEN;
        self.next.clear();
    }
}

/// So many services are looked at for one step: where so many would refuse her, she is better told of a person to ask.
const MOST_SEEN: usize = 60;

/// Looks in the index for what answers the needs of each step, the nearest to her first; where those would refuse her, the next ones, until there
/// are no more, or there were enough.
async fn look(ctx: &Ctx, said: Said, is_whole: bool) -> Result<FirstPage> {
    let (desk, steps) = (Finder::of(ctx).await?, hers(ctx, &said));
    let is_told = |one: &&Shown<'_>| !one.step.needs.is_empty() && (is_whole || one.step.when == When::Days);
    let begun = |one: &Shown<'static>| Looked {
        step: one.step,
        seen: 0,
        next: Vec::new(),
        open: Vec::new(),
        is_over: false,
    };
    let mut looked: Vec<Looked<'_>> = steps.iter().filter(is_told).map(begun).collect();
    let mut limit = 2 * BESIDE;
    let mut tx = ctx.read(PUBLIC).await?;
    while looked.iter().any(|one| !one.is_over) {
        let usual = boosts(ctx, said.situation(), None);
        for one in looked.iter_mut().filter(|one| !one.is_over) {
            let filters = vec![Filter::Any(NEED, one.step.needs.clone())];
            let mut boosts = usual.clone();
            boosts.push(Boost::Has(MAIN, one.step.needs.clone(), MAINLY));
            let ask = Ask { filters, boosts, skip: one.seen, limit, ..Ask::new("") };
            let hits = desk.index().search(&ask).map_err(Error::failed)?.hits;
            one.next = hits.iter().map(|hit| ServiceId(hit.id)).collect();
        }
        let mut ids: Vec<ServiceId> = looked.iter().flat_map(|one| one.next.iter().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let placed = placed_among(&mut tx, Reader::Public, &ids).await?;
        let known = placed.into_iter().map(|one| (one.service.id, one.service)).collect();
        let is_open = |of: &Service| said.may(of, ctx.today()) != Some(May::LikelyNot);
        looked.iter_mut().filter(|one| !one.is_over).for_each(|one| one.take(&known, is_open, limit));
        limit *= 2;
    }
    tx.done().await?;
    let services = looked.into_iter().map(|one| (one.step.id.as_str(), one.open)).collect();
    Ok(FirstPage { is_whole, services, steps, said })
}

/// A text of the steps, marked with its language where that is not the reader's.
struct Voice<'a> {
    ctx: &'a Ctx,
    lang: Lang,
    told: &'static Told,
}

impl Voice<'_> {
    fn say(&self, text: &str) -> Markup {
        let other = (self.lang != self.ctx.lang).then_some(self.lang);
        markup! {
            @if let Some(lang) = other { span lang=(lang.code()) dir=(lang.direction()) { (text) } } @else { (words::with_names(self.lang, text)) }
        }
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &FirstPage) -> Markup {
    let say = ctx.say();
    let voice = told(ctx.lang).map(|(lang, told)| Voice { ctx, lang, told });
    let body = markup! {
        p.lead { (t!(say, "first-lead")) }
        @if let Some(voice) = &voice {
            @if voice.lang != ctx.lang { (not_yet(ctx)) }
            @if voice.lang == ctx.lang && voice.told.is_by_machine() { p.small.quiet { (t!(say, "text-machine-note")) } }
        }
        (form(ctx, &of.said))
        @if of.is_whole { p.small.quiet { (t!(say, "first-print")) } } @else { p.acts { a.btn.plain href=(whole(ctx)) { (t!(say, "first-whole")) } } }
        @if let Some(voice) = &voice { @for when in When::ALL {
            section id=(when.code()) { h2 { (say.t(&format!("first-{}", when.code()), &[])) }
                @let told: Vec<_> = of.steps.iter().filter(|one| one.step.when == when).filter_map(|one| Some((one, voice.told.step.get(&one.step.id)?))).collect();
                @if of.is_whole || when == When::Days { @for one in told { (step(voice, one, of)) } }
                @else { ul { @for (one, words) in told { li { a href={ (whole(ctx)) "#step-" (one.step.id) } { (voice.say(&words.title)) } } } } }
            }
        } }
        (a_person(ctx))
    };
    page(ctx, &Head::new(t!(say, "first-title")).at(PATH).about(t!(say, "first-lead")), body)
}

/// That the steps are not there in the reader's language, and in which they are.
fn not_yet(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! { p { (t!(say, "first-not-yet")) " "
        @for (n, lang) in langs().filter(|lang| ctx.langs_of(PATH).contains(lang)).enumerate() { @if n > 0 { " · " }
            a href=(ctx.url(&format!("/{lang}{PATH}"))) lang=(lang.code()) hreflang=(lang.code()) dir=(lang.direction()) { (lang.own_name()) }
        }
        ". " (t!(say, "first-ask-us")) " " a href=(ctx.public_url("/ask")) { (t!(say, "help-ask")) }
    } }
}

/// What she may say of herself.
fn form(ctx: &Ctx, said: &Said) -> Markup {
    let say = ctx.say();
    let picked = |code: &str| said.her.has_children == Some(code == "yes");
    markup! {
        details.narrow open[!said.is_empty()] { summary { (t!(say, "first-form")) }
            p { (t!(say, "situation-told")) }
            form.filters method="post" action=(ctx.public_url(PATH)) {
                (situation::fields(ctx, said))
                div.field { label for="f-children" { (t!(say, "first-children")) }
                    select id="f-children" name="children" { option value="" { (t!(say, "situation-unsaid")) }
                        option value="yes" selected[picked("yes")] { (t!(say, "first-children-yes")) }
                        option value="no" selected[picked("no")] { (t!(say, "first-children-no")) }
                    }
                }
                div.field.acts { button.btn { (t!(say, "first-show")) } }
            }
        }
    }
}

/// The page on which every step is told whole.
fn whole(ctx: &Ctx) -> Address {
    Address::at(ctx.public_url(PATH)).with(WHOLE, "yes")
}

/// One step: what, why, what to bring, where, and where that can be read.
fn step(voice: &Voice<'_>, (one, told): (&Shown<'_>, &StepWords), of: &FirstPage) -> Markup {
    let (ctx, say, step) = (voice.ctx, voice.ctx.say(), one.step);
    let services = of.services.get(step.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    let rows = [
        (t!(say, "about-may-use"), may(voice, one)),
        (t!(say, "first-why"), voice.say(&told.why)),
        (t!(say, "about-papers"), markup! { @if !told.bring.is_empty() { (voice.say(&told.bring)) } }),
        (t!(say, "about-where"), places(ctx, step, services)),
        (t!(say, "first-source"), sources(ctx, &step.source)),
    ];
    let known: Vec<_> = rows.into_iter().filter(|(_, value)| !value.0.trim().is_empty()).collect();
    let is_safety = step.needs.iter().filter_map(|id| needs::need(id)).any(|need| need.safety);
    markup! {
        article.step id={ "step-" (step.id) } {
            h3 { (voice.say(&told.title)) }
            p { (voice.say(&told.what)) }
            @for key in &one.lines { @if let Some(line) = told.line.get(*key) { p { (voice.say(line)) } } }
            (beside(voice, step, &of.said))
            @if is_safety { (leave(ctx)) }
            (facts(&known))
        }
    }
}

/// Whether she may take it, and what is open to her instead.
fn may(voice: &Voice<'_>, one: &Shown<'_>) -> Markup {
    let (ctx, say) = (voice.ctx, voice.ctx.say());
    let rule = match &one.step.openness {
        Openness::Funder { funder } => say.t(&format!("use-funder-{funder}"), &[]),
        Openness::Only { classes } => {
            let who: Vec<String> = classes.iter().map(|class| words::class(ctx, *class)).collect();
            t!(say, "use-only", who = say.list(&who))
        }
        Openness::Everyone | Openness::Unknown => return markup! {},
    };
    let title =
        |step: &Step| voice.told.step.get(&step.id).map(|words| voice.say(&words.title)).unwrap_or_default();
    markup! {
        @match one.may { Some(may) => { (may_words(ctx, may)) }, None => { (rule) } }
        @if !one.instead.is_empty() { br; (t!(say, "help-instead"))
            @for (n, step) in one.instead.iter().enumerate() { @if n > 0 { " ·" } " " a href={ "#step-" (step.id) } { (title(step)) } }
        }
    }
}

/// Services for it, and the way to all of them.
fn places(ctx: &Ctx, step: &Step, services: &[Service]) -> Markup {
    let to = |id: &str| Address::at(ctx.public_url(super::PATH)).with("need", id);
    markup! {
        @for one in services {
            a href=(url(ctx, one)) { (shown(ctx, &one.name)) }
            @if let Some(phone) = one.facts.0.phones.first() { " " (call(&phone.number)) }
            br;
        }
        @for (n, id) in step.needs.iter().enumerate() { @if n > 0 { " · " } a href=(to(id)) { (words::with_names(ctx.lang, &needs::called_either(id, ctx.lang))) } }
    }
}

/// Where it can be read, and when somebody did.
fn sources(ctx: &Ctx, all: &[Source]) -> Markup {
    let say = ctx.say();
    markup! { @for (n, one) in all.iter().enumerate() { @if n > 0 { br; }
        a href=(one.link) rel="noopener noreferrer" { bdi lang="en" { (one.name) } } " "
        @match one.checked_on { Some(on) => (t!(say, "first-read-on", day = say.day(on))), None => (t!(say, "first-unread")) }
    } }
}

/// What a step shows beside its words.
fn beside(voice: &Voice<'_>, step: &Step, said: &Said) -> Markup {
    let (ctx, say) = (voice.ctx, voice.ctx.say());
    let here = ctx.partnership.as_ref();
    let province = in_province(here.and_then(|one| one.province));
    match step.shows {
        None => markup! {},
        Some(Shows::Numbers) => {
            markup! { ul { @for line in here.map(|one| one.emergency.as_slice()).unwrap_or_default() { li {
                @match line.what { HelpFor::Own => (named(ctx, &line.label)), known => (say.html(&format!("emergency-{}", known.code()), &[])) } " " (call(&line.number))
            } } } }
        }
        Some(Shows::HealthPlan) => {
            markup! { @if let Some(one) = province { p { (voice.say(&voice.told.health(&one.health_plan))) " " (away(&one.health_link)) } } }
        }
        Some(Shows::Tenants) => {
            markup! { @if let Some(one) = province { p { (voice.say(&voice.told.province.tenants)) " "
                @let lang = if ctx.lang == Lang::Fr { Lang::Fr } else { Lang::En };
                span lang=(lang.code()) dir="ltr" { (one.tenants(lang)) } ", " (away(&one.tenants_link))
            } } }
        }
        Some(Shows::Window) => {
            markup! { @if let Some(last) = last_day(said) { p { b { (t!(say, "first-until", day = say.day(last))) } } } }
        }
        Some(Shows::TellUs) => markup! { p {
            a href=(ctx.public_url(MISSING)) { (t!(say, "suggest-missing")) } " · " a href=(ctx.public_url("/ask")) { (t!(say, "help-ask")) }
        } },
    }
}

fn away(link: &str) -> Markup {
    markup! { a href=(link) rel="noopener noreferrer" { bdi dir="ltr" { (link.trim_start_matches("https://").trim_end_matches('/')) } } }
}

/// The last day on which the federal rule lets her in, where she said enough to know it.
fn last_day(said: &Said) -> Option<Date> {
    let since = said.her.since.filter(|_| said.her.class == Some(Class::EconomicResident))?;
    let rule = funders().iter().find(|rule| rule.funder == "ircc")?;
    let (first, last) = (ends_before(rule, since.first)?, ends_before(rule, since.last)?);
    (first == last).then(|| first.yesterday().ok()).flatten()
}
