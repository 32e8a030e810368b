//! The form of an agreement with a government.

use super::record::{Labels, Record, Verbs};
use crate::{
    AgreementId, can,
    rules::agreements::{Level, Tie, span},
    store::agreements::{
        Agreement, AgreementFacts, bin_agreement, find_agreement, insert_agreement, update_agreement,
    },
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::{Person, PersonId, Reader, web_or_none};
use platform::{
    authority::Permission,
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, Result},
    html::{Choice, FormHtml, choice, field, labels_in_langs},
    http::{Pairs, Reading},
    ids::Id,
    t,
    text::{NAME, Text},
};
use uuid::Uuid;

impl Record for Agreement {
    type Facts = AgreementFacts;
    type Choices = Vec<Person>;
    const KIND: &'static str = AgreementId::KIND;
    const WORD: &'static str = "agreement";
    const PATH: &'static str = "/agreements";
    const EDIT: Permission = can::EDIT_AGREEMENTS;
    const VERBS: Verbs = Verbs {
        added: "agreement.added",
        changed: "agreement.changed",
        binned: "agreement.binned",
        restored: "agreement.restored",
    };

    fn stands(&self) -> (Uuid, i64) {
        (self.id.0, self.version)
    }

    fn title(&self) -> &Text {
        &self.department
    }

    fn facts(&self) -> AgreementFacts {
        AgreementFacts {
            level: self.level,
            department: self.department.clone(),
            unit: self.unit.clone(),
            kind: self.kind,
            subject: self.subject.clone(),
            since_on: self.since_on,
            until_on: self.until_on,
            person: self.person_id,
            next_on: self.next_on,
            link: self.link.clone(),
        }
    }

    fn form(&self) -> Pairs {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Pairs::default()
            .with("level", self.level.code())
            .with_text("department", &self.department)
            .with("unit", &self.unit)
            .with("kind", self.kind.code())
            .with_text("subject", &self.subject)
            .with("since_on", day(self.since_on))
            .with("until_on", day(self.until_on))
            .with("person", self.person_id.map(|id| id.to_string()).unwrap_or_default())
            .with("next_on", day(self.next_on))
            .with("link", &self.link)
    }

    fn blank(_: &Ctx) -> Pairs {
        Pairs::default().with("kind", Tie::Exchange.code())
    }

    async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>> {
        find_agreement(tx, AgreementId(id)).await
    }

    async fn choices(_: &Ctx, tx: &mut Tx) -> Result<Vec<Person>> {
        partners::people_to_choose(tx, Reader::Staff).await
    }

    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        (before, people): (Option<&Self>, &Vec<Person>),
    ) -> std::result::Result<AgreementFacts, Complaints> {
        read(ctx, sent, before, people)
    }

    async fn insert(tx: &mut Tx, new: &AgreementFacts) -> Result<Uuid> {
        insert_agreement(tx, new).await.map(Uuid::from)
    }

    async fn update(tx: &mut Tx, before: &Self, new: &AgreementFacts) -> Result<()> {
        update_agreement(tx, before, new).await
    }

    async fn set_binned(tx: &mut Tx, (id, version): (Uuid, Option<i64>), at: Option<Moment>) -> Result<()> {
        bin_agreement(tx, (AgreementId(id), version), at).await
    }

    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, people: &Vec<Person>) -> Markup {
        fields(ctx, form, sent, people)
    }

    fn labels(ctx: &Ctx) -> Labels {
        labels(ctx)
    }

    fn called(ctx: &Ctx, people: &Vec<Person>, (name, value): (&str, &str)) -> Option<String> {
        match name {
            "level" => Level::from_code(value).map(|of| level_word(ctx, of)),
            "kind" => Tie::from_code(value).map(|of| tie_word(ctx, of)),
            "person" => people.iter().find(|one| one.id.to_string() == value).map(|one| one.name.clone()),
            _ => None,
        }
    }
}

fn read(
    ctx: &Ctx,
    sent: &Pairs,
    before: Option<&Agreement>,
    people: &[Person],
) -> std::result::Result<AgreementFacts, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let none = Text::default();
    let level = reading.choice("level", Level::from_code);
    let department = reading.lines("department", before.map_or(&none, |of| &of.department), NAME);
    reading.needed("department", &department);
    let unit = reading.line_or_none("unit", NAME);
    let kind = reading.choice("kind", Tie::from_code);
    let subject = reading.lines("subject", before.map_or(&none, |of| &of.subject), NAME);
    reading.needed("subject", &subject);
    let since_on = reading.day_or_none("since_on");
    let until_on = reading.day_or_none("until_on");
    if let Err(why) = span(since_on, until_on) {
        reading.refuse("until_on", why);
    }
    let person = reading.id_or_none::<PersonId>("person");
    if person.is_some_and(|id| people.iter().all(|one| one.id != id)) {
        reading.refuse("person", FieldRefusal::Unknown);
    }
    let next_on = reading.day_or_none("next_on");
    let link = web_or_none(&mut reading, sent, "link");
    match (level, kind) {
        (Some(level), Some(kind)) if reading.complaints.is_empty() => Ok(AgreementFacts {
            level,
            department,
            unit,
            kind,
            subject,
            since_on,
            until_on,
            person,
            next_on,
            link,
        }),
        _ => Err(reading.complaints),
    }
}

/// The order of government, in words.
pub(crate) fn level_word(ctx: &Ctx, of: Level) -> String {
    ctx.say().t(&format!("agreement-level-{}", of.code()), &[])
}

/// What sort of tie it is, in words.
pub(crate) fn tie_word(ctx: &Ctx, of: Tie) -> String {
    ctx.say().t(&format!("agreement-kind-{}", of.code()), &[])
}

/// The orders of government to choose from.
pub(crate) fn levels(ctx: &Ctx) -> Vec<Choice> {
    Level::ALL.into_iter().map(|of| choice(of.code(), level_word(ctx, of))).collect()
}

/// The sorts to choose from.
pub(crate) fn ties(ctx: &Ctx) -> Vec<Choice> {
    Tie::ALL.into_iter().map(|of| choice(of.code(), tie_word(ctx, of))).collect()
}

fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, people: &[Person]) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let people: Vec<_> = people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect();
    markup! {
        (form.radios(field("level", t!(say, "agreement-level")).value(sent.get("level")), &levels(ctx)))
        (form.texts(field("department", t!(say, "agreement-department")), &sent.in_langs("department", langs)))
        (form.text(field("unit", t!(say, "agreement-unit")).value(sent.get("unit")).optional()))
        (form.radios(field("kind", t!(say, "agreement-kind")).value(sent.get("kind")), &ties(ctx)))
        (form.texts(field("subject", t!(say, "agreement-subject")), &sent.in_langs("subject", langs)))
        (form.date(field("since_on", t!(say, "agreement-since")).value(sent.get("since_on")).optional()))
        (form.date(field("until_on", t!(say, "agreement-until")).value(sent.get("until_on")).optional()))
        (form.select(field("person", t!(say, "agreement-person")).value(sent.get("person")).optional(), &people))
        (form.date(field("next_on", t!(say, "agreement-next")).hint(t!(say, "agreement-next-hint")).value(sent.get("next_on")).optional()))
        (form.text(field("link", t!(say, "record-link")).value(sent.get("link")).web().optional()))
    }
}

fn labels(ctx: &Ctx) -> Labels {
    let say = ctx.say();
    let mut labels: Labels = vec![("level".into(), t!(say, "agreement-level"))];
    labels.extend(labels_in_langs(ctx, "department", &t!(say, "agreement-department")));
    labels.push(("unit".into(), t!(say, "agreement-unit")));
    labels.push(("kind".into(), t!(say, "agreement-kind")));
    labels.extend(labels_in_langs(ctx, "subject", &t!(say, "agreement-subject")));
    labels.extend([
        ("since_on".into(), t!(say, "agreement-since")),
        ("until_on".into(), t!(say, "agreement-until")),
        ("person".into(), t!(say, "agreement-person")),
        ("next_on".into(), t!(say, "agreement-next")),
        ("link".into(), t!(say, "record-link")),
    ]);
    labels
}
