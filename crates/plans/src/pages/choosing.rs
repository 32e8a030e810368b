//! Choosing lines in the table, for what is set on many at once.

use super::{edits::FILTERS, framework_url, table::ticks_all};
use crate::seen::PlanSeen;
use maud::{Markup, html as markup};
use platform::{ctx::Ctx, t};

/// What stands above the table: the button for the lines that are ticked, and a way to tick all that it shows, or none.
pub(crate) fn first(ctx: &Ctx) -> Markup {
    let (say, address) = (ctx.say(), ctx.address());
    let (key, all) = if ticks_all(ctx) { ("plan-edit-tick-none", "") } else { ("plan-edit-tick-all", "yes") };
    markup! { div.acts {
        button.btn.plain form="chosen-lines" { (t!(say, "plan-edit-ticked")) } " "
        a href=(address.with("all", all)) { (say.t(key, &[])) }
    } }
}

/// What stands below the table for those who write the plan: the ways to change the lines that are ticked, or all that it shows.
pub(crate) fn last(ctx: &Ctx, seen: &PlanSeen, total: i64) -> Markup {
    let (say, address) = (ctx.say(), ctx.address());
    markup! {
        form.acts #chosen-lines method="get" action=(framework_url(ctx, seen.id(), "/edits/new")) {
            @for (name, of) in FILTERS { @if !address.get(name).is_empty() { input type="hidden" name=(of) value=(address.get(name)); } }
            button.btn.plain { (t!(say, "plan-edit-ticked")) } " "
            button.btn.plain name="all" value="yes" { (t!(say, "plan-edit-all", n = total)) }
        }
    }
}
