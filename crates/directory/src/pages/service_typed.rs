//! What the form of a service says, and the form that a service makes.

use super::hours_form;
use crate::{
    LocationId,
    funders::funders,
    needs::NeedIds,
    rules::{
        DirectoryRefusal,
        eligibility::{Class, Openness},
        facts::{Alert, Cost, Facts, Feature, Interpretation, Papers, Program, Status, Stream, Wait},
        freshness::{MONTHS, MONTHS_INFORMAL},
        lines::{
            read_areas, read_capacities, read_contacts, read_funding, read_links, write_areas,
            write_capacities, write_contacts, write_links,
        },
        phones::{read_phones, write_phones},
    },
    store::{
        locations::Location,
        services::{Service, ServiceFacts},
    },
};
use jiff::civil::Date;
use partners::{Languages, Organization, OrganizationId, Spoken, Visibility, web_or_none};
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    http::{Pairs, Reading},
    text::{NAME, PROSE},
};

/// What the form offers to choose from.
pub(crate) struct Offered {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) locations: Vec<Location>,
}

/// Whom it is for, as the form's one question has it: `unknown`, `everyone`, `only`, or the code of a funder.
fn openness_code(of: &Openness) -> String {
    match of {
        Openness::Unknown => "unknown".to_owned(),
        Openness::Everyone => "everyone".to_owned(),
        Openness::Only { .. } => "only".to_owned(),
        Openness::Funder { funder } => format!("funder-{funder}"),
    }
}

/// The form of a new service.
pub(crate) fn blank(ctx: &Ctx) -> Pairs {
    Pairs::default()
        .with("organization", ctx.address().get("organization"))
        .with("status", Status::Active.code())
        .with("visibility", Visibility::Public.code())
        .with("openness", "unknown")
        .with("cost", Cost::Unknown.code())
        .with("interpretation", Interpretation::Unknown.code())
        .with("papers", Papers::Unknown.code())
}

/// The form that a service makes.
pub(crate) fn form(ctx: &Ctx, of: &Service, locations: &[Location]) -> Pairs {
    let facts = &of.facts.0;
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut sent = Pairs::default()
        .with("organization", of.organization_id)
        .with_text("name", &of.name)
        .with_text("about", &of.about)
        .with("status", of.status.code())
        .with("visibility", of.visibility.code())
        .with("informal", if of.informal { "yes" } else { "" })
        .with("stream", of.stream.map_or("", Stream::code))
        .with("months", of.months)
        .with("phones", write_phones(&facts.phones))
        .with("mail", &facts.mail)
        .with("web", &facts.web)
        .with("holidays", if facts.is_closed_on_holidays { "yes" } else { "" })
        .with_text("hours_note", &facts.hours_note)
        .with("interpretation", facts.interpretation.code())
        .with("openness", openness_code(&facts.openness))
        .with_text("openness_note", &facts.openness_note)
        .with("age_from", number(facts.age_from))
        .with("age_to", number(facts.age_to))
        .with("cost", facts.cost.code())
        .with_text("cost_note", &facts.cost_note)
        .with("papers", facts.papers.code())
        .with_text("papers_note", &facts.papers_note)
        .with_text("apply", &facts.apply)
        .with_text("intake", &facts.intake)
        .with("wait_days", number(facts.wait.and_then(|wait| wait.days)))
        .with(
            "has_room",
            facts.wait.and_then(|wait| wait.has_room).map_or("", |room| if room { "yes" } else { "no" }),
        )
        .with("wait_on", facts.wait.map(|wait| wait.on.to_string()).unwrap_or_default());
    sent = hours_form::with_week(ctx, sent, &facts.hours)
        .with("contacts", write_contacts(&facts.contacts))
        .with("capacities", write_capacities(&facts.capacities))
        .with("funding", facts.funding.join("\n"))
        .with("areas", write_areas(&facts.areas))
        .with("links", write_links(&facts.links));
    let alert = facts.alert.clone().unwrap_or_default();
    sent = sent
        .with_text("alert", &alert.text)
        .with("alert_until", alert.until.map(|on| on.to_string()).unwrap_or_default());
    let program = facts.program.clone().unwrap_or_default();
    sent = sent.with_text("program", &program.name).with_text("program_about", &program.about);
    sent = of.needs.0.iter().fold(sent, |sent, id| sent.and("need", id));
    sent = facts.languages.0.iter().fold(sent, |sent, one| sent.and("language", one.code()));
    sent = facts.features.iter().fold(sent, |sent, one| sent.and("feature", one.code()));
    if let Openness::Only { classes } = &facts.openness {
        sent = classes.iter().fold(sent, |sent, one| sent.and("class", one.code()));
    }
    locations.iter().fold(sent, |sent, one| sent.and("location", one.id))
}

/// What a form says, on top of what there was.
pub(crate) fn read(
    ctx: &Ctx,
    sent: &Pairs,
    (before, offered): (Option<&Service>, &Offered),
) -> Result<ServiceFacts, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let ids: Vec<OrganizationId> = offered.organizations.iter().map(|one| one.id).collect();
    let organization = reading.id::<OrganizationId>("organization");
    if organization.is_some_and(|id| !ids.contains(&id)) {
        reading.refuse("organization", FieldRefusal::Unknown);
    }
    let text = |of: fn(&Service) -> &platform::text::Text| before.map(of).cloned().unwrap_or_default();
    let name = reading.lines("name", &text(|of| &of.name), NAME);
    reading.needed("name", &name);
    let about = reading.proses("about", &text(|of| &of.about), PROSE);
    let status = reading.choice("status", Status::from_code);
    let visibility = reading.choice("visibility", Visibility::from_code);
    let stream = reading.choice_or_none("stream", Stream::from_code);
    let needs = NeedIds::of(sent.all("need"));
    if needs.0.is_empty() {
        reading.refuse("need", DirectoryRefusal::NoNeed);
    }
    let informal = reading.is_ticked("informal");
    let usual = if informal { MONTHS_INFORMAL } else { MONTHS };
    let months = reading.number_or_none("months", (1, 36)).unwrap_or(u32::try_from(usual).unwrap_or(12));
    let facts = read_facts(
        &mut reading,
        (sent, ctx.today()),
        &before.map(|of| of.facts.0.clone()).unwrap_or_default(),
    );
    let locations = offered
        .locations
        .iter()
        .map(|one| one.id)
        .filter(|id| sent.all("location").any(|typed| typed == id.to_string()));
    let locations: Vec<LocationId> = locations.collect();
    let source = before.map(|of| (of.source.clone(), of.source_on)).unwrap_or_default();
    match (organization, status, visibility) {
        (Some(organization), Some(status), Some(visibility)) if reading.complaints.is_empty() => {
            Ok(ServiceFacts {
                organization,
                name,
                about,
                status,
                visibility,
                informal,
                stream,
                needs,
                facts,
                months,
                locations,
                source: source.0,
                source_on: source.1,
            })
        }
        _ => Err(reading.complaints),
    }
}

pub(crate) fn read_facts(reading: &mut Reading<'_>, (sent, today): (&Pairs, Date), before: &Facts) -> Facts {
    let phones = read_phones(sent.get("phones")).unwrap_or_else(|why| {
        reading.refuse("phones", why);
        Vec::new()
    });
    let papers = reading.choice("papers", Papers::from_code).unwrap_or_default();
    let papers_note = reading.proses("papers_note", &before.papers_note, PROSE);
    if papers == Papers::Listed && papers_note.is_empty() {
        reading.refuse("papers_note", DirectoryRefusal::NoPapers);
    }
    let (age_from, age_to) =
        (reading.number_or_none("age_from", (0, 120)), reading.number_or_none("age_to", (0, 120)));
    if age_from.zip(age_to).is_some_and(|(from, to)| to < from) {
        reading.refuse("age_to", DirectoryRefusal::AgesBackwards);
    }
    Facts {
        phones,
        mail: reading.mail_or_none("mail"),
        web: web_or_none(reading, sent, "web"),
        hours: hours_form::read(reading, sent, &before.hours),
        is_closed_on_holidays: reading.is_ticked("holidays"),
        hours_note: reading.lines("hours_note", &before.hours_note, NAME),
        languages: Languages::of(sent.all("language").filter_map(Spoken::from_code)),
        interpretation: reading.choice("interpretation", Interpretation::from_code).unwrap_or_default(),
        openness: read_openness(reading, sent),
        openness_note: reading.proses("openness_note", &before.openness_note, PROSE),
        age_from,
        age_to,
        cost: reading.choice("cost", Cost::from_code).unwrap_or_default(),
        cost_note: reading.lines("cost_note", &before.cost_note, NAME),
        papers,
        papers_note,
        features: Feature::ALL
            .into_iter()
            .filter(|one| sent.all("feature").any(|code| code == one.code()))
            .collect(),
        apply: reading.proses("apply", &before.apply, PROSE),
        intake: reading.lines("intake", &before.intake, NAME),
        wait: read_wait(reading, sent, today),
        contacts: lines(reading, "contacts", (sent, &before.contacts), read_contacts),
        program: read_program(reading, before),
        capacities: lines(reading, "capacities", (sent, &before.capacities), |typed| {
            read_capacities(typed, today)
        }),
        funding: lines(reading, "funding", (sent, &before.funding), read_funding),
        alert: read_alert(reading, before),
        areas: lines(reading, "areas", (sent, &before.areas), read_areas),
        links: lines(reading, "links", (sent, &before.links), read_links),
    }
}

/// What stands on the lines of a field; a form without it says nothing of it.
fn lines<T: Clone>(
    reading: &mut Reading<'_>,
    name: &'static str,
    (sent, before): (&Pairs, &[T]),
    read: impl Fn(&str) -> Result<Vec<T>, DirectoryRefusal>,
) -> Vec<T> {
    if sent.all(name).next().is_none() {
        return before.to_vec();
    }
    read(sent.get(name)).unwrap_or_else(|why| {
        reading.refuse(name, why);
        Vec::new()
    })
}

/// The program that it is offered under; none where it has no name.
fn read_program(reading: &mut Reading<'_>, before: &Facts) -> Option<Program> {
    let known = before.program.clone().unwrap_or_default();
    let name = reading.lines("program", &known.name, NAME);
    let about = reading.proses("program_about", &known.about, PROSE);
    (!name.is_empty()).then_some(Program { name, about })
}

/// What has to be known before all else; none where there are no words.
fn read_alert(reading: &mut Reading<'_>, before: &Facts) -> Option<Alert> {
    let known = before.alert.clone().unwrap_or_default();
    let text = reading.proses("alert", &known.text, PROSE);
    let until = reading.day_or_none("alert_until");
    (!text.is_empty()).then_some(Alert { text, until })
}

fn read_openness(reading: &mut Reading<'_>, sent: &Pairs) -> Openness {
    let classes: Vec<Class> =
        Class::ALL.into_iter().filter(|one| sent.all("class").any(|code| code == one.code())).collect();
    let known = |code: &str| match code {
        "unknown" => Some(Openness::Unknown),
        "everyone" => Some(Openness::Everyone),
        "only" => Some(Openness::Only { classes: classes.clone() }),
        other => {
            let funder = other.strip_prefix("funder-")?;
            funders()
                .iter()
                .any(|rule| rule.funder == funder)
                .then(|| Openness::Funder { funder: funder.to_owned() })
        }
    };
    let openness = reading.choice("openness", known).unwrap_or_default();
    if openness == (Openness::Only { classes: Vec::new() }) {
        reading.refuse("class", DirectoryRefusal::NobodyNamed);
    }
    openness
}

/// How long one waits; on no day when nothing is said of it, today when no day is said.
fn read_wait(reading: &mut Reading<'_>, sent: &Pairs, today: Date) -> Option<Wait> {
    let days = reading.number_or_none("wait_days", (0, 1_500));
    let has_room = match sent.get("has_room") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let on = reading.day_or_none("wait_on");
    if on.is_some_and(|on| on > today) {
        reading.refuse("wait_on", DirectoryRefusal::Future);
    }
    (days.is_some() || has_room.is_some()).then(|| Wait { days, has_room, on: on.unwrap_or(today) })
}
