//! Samples of the pages of statements, agreements and documents.

use super::{
    agreement_list::{self, AgreementPage},
    document_list::{self, DocumentPage},
    exchanges::{self, ExchangePage},
    forms::changed,
    meanwhile,
    overview::{self, OverviewPage},
    record::{self, RecordForm},
    samples::rows,
    statement_list::{self, Behind, StatementPage},
    statements::{Kept, Offered},
};
use crate::{
    Agreement, AgreementId, AssessmentId, Document, DocumentId, Exchange, ExchangeId, StatementId,
    rules::agreements::{AgreementRefusal, Level, Tie},
    rules::documents::{DocumentKind, DocumentRefusal, Mention, count},
    rules::statements::{StatementKind, StatementRefusal},
    store::documents::Assessment,
    store::statements::Statement,
};
use jiff::civil::date;
use maud::Markup;
use partners::{OrganizationId, Visibility};
use platform::{
    bin::Binned, ctx::Ctx, errors::Complaints, files::FileId, http::Pairs, manifest::Sampled, text::Text,
    thread::Thread,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "declarations/statements", samples: statements },
        Sampled { name: "declarations/agreements", samples: agreements },
        Sampled { name: "declarations/documents", samples: documents },
    ]
}

fn both(en: &str, fr: &str) -> Text {
    Text::both(en, fr, date(2026, 4, 1))
}

/// A history without entries.
fn told(about: &'static str) -> platform::html::History {
    platform::html::History::plain(about, Vec::new())
}

/// A proclamation that is recalled every year.
pub(crate) fn statement() -> Statement {
    Statement {
        id: StatementId(Uuid::from_u128(1)),
        kind: StatementKind::Proclamation,
        title: both("Against racism", "Contre le racisme"),
        body: both("Not here.\n\nNot anywhere.", "Ni ici.\n\nNi ailleurs."),
        issued_on: date(2025, 3, 21),
        council_id: None,
        link: "https://example.org/proclamation".into(),
        visibility: Visibility::Public,
        recall_month: Some(3),
        recall_day: Some(21),
        recall_ahead: 21,
        version: 1,
    }
}

/// With nobody behind it that may be named.
pub(crate) fn behind() -> Behind {
    Behind { statement: statement(), council: None, issuers: Vec::new(), signatories: Vec::new() }
}

/// What lies in the bin, put there by somebody.
fn binned(ctx: &Ctx, id: Uuid) -> Binned {
    let title = both("Against racism", "Contre le racisme");
    Binned {
        kind: "statement".into(),
        object_id: id,
        title,
        binned_at: ctx.now(),
        binned_by: "Ada One".into(),
    }
}

fn statements(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let kept = Kept { row: statement(), issuers: Vec::new(), signatories: Vec::new() };
    let choices = Offered { councils: Vec::new(), organizations: Vec::new() };
    let (blank, none) = (record::Record::form(&kept), Complaints::default());
    let form = |id, sent: &Pairs, complaints: &Complaints| {
        record::form_view::<Kept>(ctx, &RecordForm { id, sent, complaints, choices: &choices })
    };
    let wrong = Complaints::one("recall", StatementRefusal::NoSuchDay);
    let conflict =
        record::conflict_view(ctx, (&kept, &choices), &blank.clone().with("recall", "03-22"), None);
    let page = StatementPage { of: behind(), thread: Thread::default(), history: told("statement") };
    vec![
        ("some", statement_list::view(ctx, &rows(vec![behind()]))),
        ("empty", statement_list::view(ctx, &rows(Vec::new()))),
        ("one", statement_list::one_view(ctx, &page)),
        ("new", form(None, &Pairs::default(), &none)),
        ("refused", form(Some(kept.row.id.0), &blank, &wrong)),
        ("conflict", conflict.unwrap_or_default()),
        ("bin", record::bin_view(ctx, &kept)),
        ("in-the-bin", meanwhile::binned_view::<Kept>(ctx, &binned(ctx, kept.row.id.0), &blank, &choices)),
    ]
}

fn agreement() -> Agreement {
    Agreement {
        id: AgreementId(Uuid::from_u128(1)),
        level: Level::Federal,
        department: both("Department of Maples", "Ministère des Érables"),
        unit: "Settlement".into(),
        kind: Tie::WorkingGroup,
        subject: both("Arrivals by month", "Arrivées par mois"),
        since_on: Some(date(2025, 4, 1)),
        until_on: None,
        person_id: None,
        next_on: Some(date(2026, 11, 1)),
        link: String::new(),
        version: 1,
    }
}

fn agreements(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let none = || Complaints::default();
    let exchange = |n: u128, result: &str| Exchange {
        id: ExchangeId(Uuid::from_u128(n)),
        held_on: date(2026, 9, 1),
        who: "Both offices".into(),
        about: "Numbers of the summer".into(),
        result: result.into(),
        version: 1,
    };
    let one = |exchanges, complaints| {
        let (of, sent) = (agreement(), Pairs::default().with("who", "Both"));
        let (thread, history) = (Thread::default(), told("agreement"));
        agreement_list::one_view(
            ctx,
            &AgreementPage { of, person: None, exchanges, thread, history, sent, complaints },
        )
    };
    let (of, people) = (agreement(), Vec::new());
    let sent = record::Record::form(&of);
    let form = |id, complaints: &Complaints| {
        record::form_view::<Agreement>(ctx, &RecordForm { id, sent: &sent, complaints, choices: &people })
    };
    let (noted, typed) = (exchange(1, ""), Pairs::default().with("who", "Both"));
    let corrected = |complaints: &Complaints| {
        exchanges::edit_view(
            ctx,
            &ExchangePage { agreement: &of, exchange: &noted, sent: &typed, complaints },
        )
    };
    let wrong = Complaints::one("until_on", AgreementRefusal::Backwards);
    let action = record::record_url::<Agreement>(ctx, of.id.0, "/exchanges");
    let held =
        (action.as_str(), agreement_list::exchange_fields(ctx, &platform::html::form(ctx, &action), &typed));
    vec![
        ("some", agreement_list::view(ctx, &rows(vec![agreement()]))),
        ("empty", agreement_list::view(ctx, &rows(Vec::new()))),
        ("one", one(vec![exchange(1, "Monthly from now on."), exchange(2, "")], none())),
        ("refused-exchange", one(Vec::new(), Complaints::one("held_on", AgreementRefusal::Future))),
        ("exchange", corrected(&none())),
        ("exchange-changed", corrected(&changed())),
        ("exchange-bin", exchanges::bin_view(ctx, &of, &noted)),
        ("exchange-in-the-bin", meanwhile::held_view(ctx, &binned(ctx, of.id.0), held)),
        ("form", form(None, &none())),
        ("refused", form(Some(of.id.0), &wrong)),
    ]
}

fn document(mention: Option<Mention>) -> Document {
    Document {
        id: DocumentId(Uuid::from_u128(1)),
        organization_id: OrganizationId(Uuid::from_u128(1)),
        organization: both("Maple Clinic", "Clinique de l’Érable"),
        slug: "maple-clinic".into(),
        sector_id: None,
        title: both("Strategic plan", "Plan stratégique"),
        kind: DocumentKind::StrategicPlan,
        from_year: 2024,
        to_year: mention.map(|_| 2028),
        link: "https://example.org/plan".into(),
        file_id: mention.map(|_| FileId(Uuid::from_u128(1))),
        file_name: mention.map(|_| "Plan.pdf".into()),
        next_review_on: Some(date(2027, 4, 1)),
        mention,
        assessed_on: mention.map(|_| date(2026, 4, 1)),
        version: 1,
    }
}

fn documents(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let none = || Complaints::default();
    let found = |number: u32, mention| Assessment {
        id: AssessmentId(Uuid::from_u128(number.into())),
        number,
        mention,
        evidence: if mention == Mention::None { String::new() } else { "It promises interpreters.".into() },
        pages: "p. 12".into(),
        assessed_on: date(2026, 4, 1),
        assessed_by: if number == 1 { String::new() } else { "Ada One".into() },
    };
    let one = |of, assessments, complaints| {
        let (thread, history, sent) =
            (Thread::default(), told("document"), Pairs::default().with("pages", "12"));
        document_list::one_view(ctx, &DocumentPage { of, assessments, thread, history, sent, complaints })
    };
    let all = || {
        [None, Some(Mention::None), Some(Mention::Mention), Some(Mention::Commitment), Some(Mention::Funded)]
    };
    let counted = || all().into_iter().map(|mention| (None, mention));
    let overview = |counted: Vec<(Option<partners::SectorId>, Option<Mention>)>| {
        let together = count(counted.iter().map(|(_, mention)| ((), *mention)));
        let all = together.into_values().next().unwrap_or_default();
        overview::view(ctx, &OverviewPage { sectors: Vec::new(), counted: count(counted), all })
    };
    let (of, organizations) = (document(None), Vec::new());
    let sent = record::Record::form(&of);
    let form = |id, complaints: &Complaints| {
        record::form_view::<Document>(
            ctx,
            &RecordForm { id, sent: &sent, complaints, choices: &organizations },
        )
    };
    let assessed = vec![found(2, Mention::Commitment), found(1, Mention::None)];
    vec![
        ("some", document_list::view(ctx, &rows(all().map(document).into()), &[])),
        ("empty", document_list::view(ctx, &rows(Vec::new()), &[])),
        ("one", one(document(Some(Mention::Commitment)), assessed, none())),
        ("unread", one(document(None), Vec::new(), Complaints::one("evidence", DocumentRefusal::NoEvidence))),
        ("overview", overview(counted().collect())),
        ("overview-empty", overview(Vec::new())),
        ("form", form(None, &none())),
        ("refused", form(Some(of.id.0), &Complaints::one("to_year", DocumentRefusal::Backwards))),
    ]
}
