//! What rows of a sheet are compared with: what codes and kinds are called, who can lead, what stood in the version before.

use super::{directory::Directory, judge::Stands};
use crate::{
    pages::outline,
    rules::{kinds::Kind, states::State, tree::code_key},
    seen::PlanSeen,
    store::parties::{Part, Who},
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    langs::Lang,
    text::{Text, fold},
};
use std::collections::{BTreeSet, HashMap};

/// What codes are called in both official languages, folded, and the codes themselves.
pub(super) fn words<T: Copy, const N: usize>(
    ctx: &Ctx,
    all: [(T, &'static str, String); N],
) -> HashMap<String, T> {
    let says = Lang::OFFICIAL.map(|lang| ctx.say().in_lang(lang));
    let mut words = HashMap::new();
    for (one, code, key) in all {
        words.insert(fold(code), one);
        words.extend(says.iter().map(|say| (fold(&say.t(&key, &[])), one)));
    }
    words
}

/// What kinds of lines are called: usually, and in the plan itself.
pub(super) fn kind_words(ctx: &Ctx, seen: Option<&PlanSeen>) -> HashMap<String, Kind> {
    let mut all = words(ctx, Kind::ALL.map(|one| (one, one.code(), format!("plan-kind-{}", one.code()))));
    for level in seen.into_iter().flat_map(|seen| &seen.levels) {
        for (_, piece) in level.one.pieces().chain(level.many.pieces()) {
            all.insert(fold(&piece.text), level.kind);
        }
    }
    all
}

/// Everybody who can lead, by all names.
pub(super) async fn directory(ctx: &Ctx, tx: &mut Tx) -> Result<Directory> {
    let mut all = Directory::default();
    for one in partners::organizations_to_choose(tx, partners::reader(ctx), ctx.lang).await? {
        all.add(names(&one.name), &Who::Organization(one.id));
    }
    for one in councils::councils(tx).await? {
        all.add(names(&one.name), &Who::Council(one.id));
    }
    for one in partners::people_to_choose(tx, partners::reader(ctx)).await? {
        all.add_person(&one.name, one.id);
    }
    Ok(all.indexed())
}

fn names(of: &Text) -> Vec<String> {
    of.pieces().map(|(_, piece)| piece.text.clone()).collect()
}

/// What people write of how far something is, beside the words of this program, folded.
const PROGRESS: [(State, &[&str]); 8] = [
    (
        State::NotStarted,
        &[
            "not yet started",
            "to do",
            "to be started",
            "not begun",
            "a faire",
            "pas commence",
            "non commence",
        ],
    ),
    (
        State::UnderWay,
        &["in progress", "started", "underway", "in process", "begun", "en cours", "commence", "amorce"],
    ),
    (
        State::OnTrack,
        &["on schedule", "on target", "as planned", "comme prevu", "dans les delais", "selon l’echeancier"],
    ),
    (State::Behind, &["delayed", "late", "behind schedule", "en retard", "retarde"]),
    (
        State::Stalled,
        &["on hold", "paused", "blocked", "stuck", "en suspens", "en attente", "bloque", "suspendu"],
    ),
    (State::Ongoing, &["continuous", "en continu", "permanent", "continu"]),
    (
        State::Done,
        &[
            "complete",
            "completed",
            "finished",
            "closed",
            "achieved",
            "termine",
            "acheve",
            "complete",
            "realise",
        ],
    ),
    (State::Dropped, &["cancelled", "canceled", "abandoned", "discontinued", "annule", "abandonne"]),
];

/// What says how far a line is.
pub(super) fn state_words(ctx: &Ctx) -> HashMap<String, State> {
    let mut all: HashMap<String, State> = HashMap::new();
    for (state, words) in PROGRESS {
        all.extend(words.iter().map(|word| (fold(word), state)));
    }
    all.extend(words(ctx, State::ALL.map(|one| (one, one.code(), format!("plan-state-{}", one.code())))));
    all
}

/// The lines of the plan that becomes the version before.
pub(super) fn stands(ctx: &Ctx, seen: &PlanSeen) -> HashMap<String, Stands> {
    let readers = Lang::OFFICIAL.map(|lang| Ctx { lang, ..ctx.clone() });
    let one = |line: &crate::Line| {
        let told =
            |part: Part| readers.iter().map(move |ctx| (part, outline::who_cell(ctx, seen, line, part)));
        let stands = Stands {
            line: line.line_id,
            facts: line.facts(),
            parties: seen.parties.get(&line.id).cloned().unwrap_or_default(),
            cells: Part::ALL.into_iter().flat_map(told).collect(),
        };
        (code_key(&line.code), stands)
    };
    seen.lines.iter().map(one).collect()
}

/// The codes of lines by their kinds and folded titles, each line once under each title.
pub(super) fn called(stands: &HashMap<String, Stands>) -> HashMap<(Kind, String), Vec<String>> {
    let mut called: HashMap<(Kind, String), Vec<String>> = HashMap::new();
    for one in stands.values() {
        let titles: BTreeSet<String> = one.facts.title.pieces().map(|(_, piece)| fold(&piece.text)).collect();
        for title in titles {
            called.entry((one.facts.kind, title)).or_default().push(one.facts.code.clone());
        }
    }
    called
}
