//! Who may know what: the law that the story holds every answer against, written apart from the rooms.

use super::planting::{Cell, Words};
use platform::{
    authority::{Caller, Office},
    ids::{PartnershipId, Ref},
};
use uuid::Uuid;

/// Who may know the text of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// Whoever holds an office in the partnership.
    Work,
    /// Who runs it: the coordinator, or for rows of the installation its administrator.
    Staff,
    /// Whom the row itself names: see [`REACH`].
    Row,
    /// No page and no answer tells it.
    Nobody,
}

use Who::{Anyone, Nobody, Row, Staff, Work};

/// Every planted column.
pub const LAW: &[(Who, &str)] = &[
    (Anyone, "area.name area_set.name sector.name seat_category.name"),
    (
        Anyone,
        "partnership.name partnership.place partnership.about partnership.contact partnership.emergency",
    ),
    (Anyone, "terms_of_reference.body terms_of_reference.change_note"),
    (Work, "audit_entry.author"),
    (Staff, "audit_entry.before audit_entry.after bin.title bin.binned_by erasure.erased_by"),
    (Staff, "consent.wording consent.evidence consent.recorded_by invitation.name"),
    (
        Staff,
        "staff_note.body staff_note.author ask.what ask.href ask.asked_by organization.note person.note seat.note mail.recipient mail.subject mail.trouble",
    ),
    (Staff, "batch.name batch.begun_by batch.head batch_row.cells batch_row.findings"),
    (Nobody, "batch_row.record batch_row.before"),
    (Row, "declaration.title declaration.body declaration.decision"),
    (Row, "strategic_document.title strategic_document.link"),
    (Row, "document_assessment.evidence document_assessment.pages document_assessment.assessed_by"),
    (Row, "statement.title statement.body statement.link"),
    (Work, "agreement.department agreement.unit agreement.subject agreement.link exchange.who exchange.about exchange.result"),
    (Nobody, "statement.search_key agreement.search_key strategic_document.search_key"),
    (Staff, "signatory.withdrawal_reason signature.name signature.title signature.invited_email"),
    (Staff, "signing_invitation.name signing_invitation.email"),
    (
        Staff,
        "signing_request.organization_name signing_request.name signing_request.title signing_request.email signing_request.words
         signing_request.consent_wording signing_request.answer",
    ),
    (Row, "account.mail account.name contact_point.value speaker.title person.name"),
    (Row, "council.word council.name council.outcome council.mandate"),
    (
        Row,
        "expression.name expression.email expression.phone expression.speaks_for expression.body expression.consent_wording expression.answer",
    ),
    (
        Row,
        "joining.name joining.organization joining.wish joining.languages joining.email joining.phone joining.answer joining.note joining.answered_by",
    ),
    (Anyone, "discovery_question.question"),
    (Row, "discovery_answer.strengths discovery_answer.weaknesses discovery_answer.told_by discovery_answer.noted_by"),
    (Row, "encounter.community encounter.place encounter.met_by encounter.asked encounter.said encounter.promise"),
    (Staff, "encounter.note"),
    (Row, "enquiry.question enquiry.name enquiry.email enquiry.phone enquiry.answer enquiry.answered_by"),
    (Row, "prospect.name prospect.why prospect.next_step prospect_stage.note prospect_stage.moved_by"),
    (Row, "letter.subject letter.body letter.written_by"),
    (Row, "organization.slug organization.name organization.about stored_file.name stored_file.stored_by"),
    (Nobody, "organization.sort_en organization.sort_fr organization.search_key person.search_key"),
    (Nobody, "council.search_key seat_category.search_key joining.search_key prospect.search_key encounter.search_key"),
    (Row, "offer.title offer.about offer.amount offer.times"),
    (Row, "plan_framework.title plan_framework.about plan_framework.purpose plan_framework.goals plan_framework.principles plan_framework.source plan_framework.edition plan_framework.decision"),
    (Row, "plan_level.one plan_level.many plan_party.named"),
    (
        Row,
        "plan_node.title plan_node.note plan_node.wording plan_node.decision plan_node.stage_why plan_node.confirmed_note plan_node.confirmed_decision",
    ),
    (Work, "plan_node.reported_note plan_node.reported_by"),
    (Staff, "plan_party.aside"),
    (Staff, "plan_letter.name plan_letter.email"),
    (Staff, "plan_edit.made_by"),
    (Row, "plan_milestone.title plan_evidence.what plan_evidence.figure plan_evidence.unit plan_evidence.source plan_evidence.place plan_evidence.link"),
    (
        Row,
        "plan_recommendation.named plan_recommendation.barrier plan_recommendation.wording plan_recommendation.reply_note plan_recommendation.outcome",
    ),
    (Nobody, "plan_recommendation.search_key"),
    (Row, "service.name service.about service.facts service.source location.place"),
    (Anyone, "location.name location.source"),
    (Staff, "service.beyond"),
    (Staff, "service_check.note service_check.who service_letter_reader.name service_letter_reader.email suggestion.note suggestion.email suggestion.answer"),
    (Nobody, "service.search_key location.search_key"),
    (Nobody, "plan_framework.search_key plan_node.search_key plan_node.code_key"),
    (Nobody, "offer.search_key"),
    (
        Nobody,
        "mail.recipient_key mail.body mail.unsubscribe job.about job.trouble ticket.about sign_in.device",
    ),
];

/// Columns of text without a word, and why.
pub const NOT_PLANTED: &[(&str, &str)] = &[
    (
        "codes of a closed list",
        "batch.what batch.state batch.mapping batch_row.verdict heading.what heading.says account.lang area.kind audit_entry.verb audit_entry.kind bin.kind consent.purpose consent.basis consent.how consent.lang daily_mail.stopped
         ask.room ask.about_kind ask.state mail_choice.purpose offer.side offer.kind offer.language offer.visibility staff_note.way
         contact_point.kind contact_point.visibility council.kind erasure.why expression.lang expression.reach_by expression.state
         expression_round.season invitation.lang joining.asker joining.state joining.lang prospect.kind prospect.stage prospect.languages prospect_stage.stage discovery_answer.has encounter.language enquiry.topic enquiry.lang enquiry.state job.kind job_beat.kind job_beat.scope link.kind link.from_kind link.to_kind
         mail.lang mail.reader_lang mail.purpose office_grant.office office_grant.on_kind organization.visibility
         organization_language.language partnership.langs partnership.province person.lang person.visibility seat.chairing seat.visibility
         seat_term.left_how stored_file.media_type ticket.purpose signatory.visibility signature.way signing_invitation.lang
         signing_request.lang signing_request.state statement.kind statement.visibility statement_party.part agreement.level
         agreement.kind strategic_document.kind document_assessment.mention plan_framework.standing plan_framework.publicity
         plan_level.kind plan_node.kind plan_node.patterns plan_node.stage plan_node.reported_state plan_node.confirmed_state
         plan_node.derived_state plan_party.part plan_letter.lang plan_edit.what
         plan_evidence.kind plan_recommendation.reply
         service.status service.visibility service.stream service.needs location.kind service_check.way service_check.found
         service_letter_reader.lang service_letter_service.found suggestion.kind suggestion.state suggestion.lang service_experience.need service_experience.said service_experience.month unfound_search.need unfound_search.language unfound_search.period published.kind published.what",
    ),
    ("what the program itself reads back to undo; pages tell of it what the line says", "plan_edit_line.before plan_edit_line.after service_merge.moved"),
    ("fields of a form, read back by their names", "suggestion.wishes"),
    (
        "what a file said beyond the record, and how its source counts: kept for whoever takes it out again",
        "service.source_id location.beyond location.source_id service_at_location.beyond",
    ),
    ("quarters of a plan", "plan_node.from_quarter plan_node.to_quarter"),
    ("what lines of a plan are cited by", "plan_node.code"),
    ("public addresses that the story itself asks for", "plan_framework.slug area.code area_set.slug council.slug partnership.slug partnership.host sector.code"),
    ("the name of a time zone", "partnership.zone"),
    ("the host at which a passkey holds: the installation's own", "passkey.host"),
    ("told on its owner's own page alone, which the demo's people do not reach: none of them has one; the room's tests ask as others", "passkey.name identity.mail"),
    ("the address of another house, and its own name for somebody, by which nobody is let in but through that house", "identity.issuer identity.subject"),
    ("folded words above a column, compared and never shown", "heading.heading"),
    ("hashes: they show nothing, and what they open must go on opening", "daily_mail.told first_run.code_hash passkey.credential passkey.public_key password.hash recovery_code.code_hash second_factor.secret sign_in.secret_hash stored_file.digest ticket.secret_hash throttle.key"),
    ("what a form sent twice is known by; it leads back to whoever sent it", "repeat.key repeat.caller repeat.body_hash repeat.location"),
    ("the number that a visitor quotes, and stands in the log on purpose", "audit_entry.request"),
    ("the program's own", "setting.name setting.value"),
    ("numbers and codes only", "erasure.counts mail.entry"),
];

/// A row's own word for it.
const OF_ROW: &str = "CASE WHEN t.binned_at IS NULL THEN t.visibility ELSE 'staff' END";

/// For tables whose rows say themselves who may know of them, that as a text: `public`, `partners`, `staff`, `chairs`, `keeper` and the
/// organization, `council` and the body, `account` and the account.
pub const REACH: &[(&str, &str)] = &[
    ("organization", OF_ROW),
    ("person", OF_ROW),
    ("seat", OF_ROW),
    ("council", "CASE WHEN t.binned_at IS NULL THEN 'public' ELSE 'staff' END"),
    (
        "contact_point",
        "(SELECT CASE WHEN 'staff' IN (t.visibility, o.reach, p.reach) THEN 'keeper ' || coalesce(CAST(t.organization_id AS TEXT), '')
           WHEN 'partners' IN (t.visibility, o.reach, p.reach) THEN 'partners' ELSE 'public' END
         FROM (SELECT min(CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END) AS reach FROM organization WHERE id = t.organization_id) o,
           (SELECT min(CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END) AS reach FROM person WHERE id = t.person_id) p)",
    ),
    (
        "speaker",
        "(SELECT CASE WHEN 'staff' IN (o.reach, p.reach) THEN 'staff' WHEN 'partners' IN (o.reach, p.reach) THEN 'partners' ELSE 'public' END
         FROM (SELECT min(CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END) AS reach FROM organization WHERE id = t.organization_id) o,
           (SELECT min(CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END) AS reach FROM person WHERE id = t.person_id) p)",
    ),
    ("statement", OF_ROW),
    (
        "strategic_document",
        "(SELECT CASE WHEN t.binned_at IS NOT NULL OR o.binned_at IS NOT NULL OR o.visibility = 'staff' THEN 'staff' ELSE 'partners' END
         FROM organization o WHERE o.id = t.organization_id)",
    ),
    (
        "document_assessment",
        "(SELECT CASE WHEN d.binned_at IS NOT NULL OR o.binned_at IS NOT NULL OR o.visibility = 'staff' THEN 'staff' ELSE 'partners' END
         FROM strategic_document d JOIN organization o ON o.id = d.organization_id WHERE d.id = t.document_id)",
    ),
    ("declaration", "CASE WHEN t.published_at IS NULL THEN 'staff' ELSE 'public' END"),
    (
        "offer",
        "(SELECT CASE WHEN t.binned_at IS NOT NULL OR 'staff' IN (t.visibility, o.reach, p.reach) THEN 'keeper ' || coalesce(CAST(t.organization_id AS TEXT), '')
           WHEN 'partners' IN (t.visibility, o.reach, p.reach) THEN 'partners' ELSE 'public' END
         FROM (SELECT min(CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END) AS reach FROM organization WHERE id = t.organization_id) o,
           (SELECT min(CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END) AS reach FROM person WHERE id = t.person_id) p)",
    ),
    ("plan_framework", "CASE WHEN t.standing = 'draft' THEN 'partners' ELSE 'public' END"),
    (
        "plan_level",
        "(SELECT CASE WHEN f.standing = 'draft' THEN 'partners' ELSE 'public' END FROM plan_framework f WHERE f.id = t.framework_id)",
    ),
    (
        "plan_node",
        "(SELECT CASE WHEN t.binned_at IS NOT NULL THEN 'staff' WHEN f.standing = 'draft' THEN 'partners' ELSE 'public' END
         FROM plan_framework f WHERE f.id = t.framework_id)",
    ),
    (
        "plan_party",
        "(SELECT CASE WHEN n.binned_at IS NOT NULL THEN 'staff' WHEN f.standing = 'draft' THEN 'partners' ELSE 'public' END
         FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id WHERE n.id = t.node_id)",
    ),
    (
        "plan_milestone",
        "(SELECT CASE WHEN n.binned_at IS NOT NULL THEN 'staff' WHEN f.standing = 'draft' THEN 'partners' ELSE 'public' END
         FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id WHERE n.id = t.node_id)",
    ),
    (
        "plan_evidence",
        "(SELECT CASE WHEN n.binned_at IS NOT NULL THEN 'staff' WHEN f.standing = 'draft' THEN 'partners' ELSE 'public' END
         FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id WHERE n.id = t.node_id)",
    ),
    (
        "plan_recommendation",
        "(SELECT CASE WHEN n.binned_at IS NOT NULL THEN 'staff' WHEN f.standing = 'draft' OR NOT t.released THEN 'partners' ELSE 'public' END
         FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id WHERE n.id = t.node_id)",
    ),
    (
        "service",
        "(SELECT CASE WHEN t.binned_at IS NOT NULL OR 'staff' IN (t.visibility, o.reach) THEN 'staff'
           WHEN 'partners' IN (t.visibility, o.reach) THEN 'partners' ELSE 'public' END
         FROM (SELECT CASE WHEN binned_at IS NULL THEN visibility ELSE 'staff' END AS reach FROM organization WHERE id = t.organization_id) o)",
    ),
    (
        "location",
        "CASE WHEN t.binned_at IS NOT NULL OR CAST(t.place AS TEXT) LIKE '%\"is_confidential\"%true%' THEN 'staff'
         WHEN EXISTS (SELECT 1 FROM service_at_location a JOIN service s ON s.id = a.service_id JOIN organization o ON o.id = s.organization_id
           WHERE a.location_id = t.id AND s.binned_at IS NULL AND s.visibility = 'public' AND o.binned_at IS NULL AND o.visibility = 'public')
           THEN 'public' ELSE 'partners' END",
    ),
    ("expression", "'council ' || CAST(t.council_id AS TEXT)"),
    ("letter", "'council ' || CAST(t.council_id AS TEXT)"),
    ("joining", "CASE WHEN t.binned_at IS NULL THEN 'chairs' ELSE 'staff' END"),
    ("discovery_answer", "'chairs'"),
    ("enquiry", "CASE WHEN t.binned_at IS NULL THEN 'chairs' ELSE 'staff' END"),
    ("encounter", "CASE WHEN t.binned_at IS NULL THEN 'chairs' ELSE 'staff' END"),
    ("prospect", "CASE WHEN t.binned_at IS NULL THEN 'chairs' ELSE 'staff' END"),
    ("prospect_stage", "(SELECT CASE WHEN p.binned_at IS NULL THEN 'chairs' ELSE 'staff' END FROM prospect p WHERE p.id = t.prospect_id)"),
    ("account", "'account ' || CAST(t.id AS TEXT)"),
    (
        "stored_file",
        "CASE WHEN EXISTS (SELECT 1 FROM terms_of_reference r WHERE r.file_id = t.id AND r.file_public = TRUE) THEN 'public'
         WHEN EXISTS (SELECT 1 FROM signature g WHERE g.file_id = t.id) THEN 'staff' ELSE 'partners' END",
    ),
];

/// Who may know the text of a column; none when the law is silent.
pub fn law(column: &str) -> Option<Who> {
    let names = |columns: &&str| columns.split_whitespace().any(|one| one == column);
    LAW.iter().find(|(_, columns)| names(columns)).map(|(who, _)| *who)
}

fn holds(caller: &Caller, at: Option<PartnershipId>, office: Office, on: Option<&Ref>) -> bool {
    caller.account().is_some_and(|account| {
        account
            .grants
            .iter()
            .any(|one| one.office == office && one.partnership == at && one.on.as_ref() == on)
    })
}

/// Whether she runs the partnership, or the installation.
fn runs(caller: &Caller, at: Option<PartnershipId>) -> bool {
    let office = if at.is_some() { Office::Coordinator } else { Office::Administrator };
    holds(caller, at, office, None)
}

/// Whether she chairs any body there.
fn chairs_anything(caller: &Caller, at: Option<PartnershipId>) -> bool {
    caller.account().is_some_and(|account| {
        account.grants.iter().any(|one| one.office == Office::Chair && one.partnership == at)
    })
}

impl Words {
    /// Whether a caller may know the text of a cell.
    pub fn may_know(&self, caller: &Caller, cell: &Cell) -> bool {
        let at = cell.partnership;
        match law(&cell.column) {
            Some(Anyone) => true,
            Some(Work) => at.is_some() && caller.belongs_to(at),
            Some(Staff) => runs(caller, at),
            Some(Row) => self.reaches(caller, cell),
            Some(Nobody) | None => false,
        }
    }

    fn reaches(&self, caller: &Caller, cell: &Cell) -> bool {
        let at = cell.partnership;
        let (reach, object) = cell.reach.split_once(' ').unwrap_or((&cell.reach, ""));
        let object: Option<Uuid> = object.parse().ok();
        match (reach, object) {
            ("public", _) => true,
            ("partners", _) => caller.belongs_to(at),
            ("keeper", Some(of)) => {
                runs(caller, at)
                    || holds(caller, at, Office::PartnerEditor, Some(&Ref::new("organization", of)))
            }
            ("staff" | "keeper", _) => runs(caller, at),
            ("chairs", _) => runs(caller, at) || chairs_anything(caller, at),
            ("council", Some(body)) => {
                let up = std::iter::successors(Some(body), |below| self.above.get(below).copied());
                let chairs = |body| holds(caller, at, Office::Chair, Some(&Ref::new("council", body)));
                runs(caller, at) || up.into_iter().any(chairs)
            }
            ("account", Some(account)) => {
                let places = self.places.get(&account.to_string()).into_iter().flatten();
                runs(caller, None) || places.into_iter().any(|place| runs(caller, Some(*place)))
            }
            _ => panic!("{}: who is {reach}?", cell.column),
        }
    }
}
