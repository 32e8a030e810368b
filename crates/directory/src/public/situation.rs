//! What somebody says of herself, if she wishes: sent with one question, answered, and kept nowhere. It never stands in an address.

use crate::{
    funders::funders,
    rules::eligibility::{Answer as May, Class, Situation, may_use},
    store::services::Service,
    words,
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{ctx::Ctx, http::Pairs, t};

/// What she said.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    pub(crate) situation: Situation,
    /// The day of permanent residence as it was typed.
    since: String,
    /// Whether that is no day.
    is_unclear: bool,
}

impl Said {
    /// Whether nothing was said.
    pub(crate) fn is_empty(&self) -> bool {
        self.situation == Situation::default() && !self.is_unclear
    }

    /// Whether she may use a service; none when she said nothing.
    pub(crate) fn may(&self, of: &Service, today: Date) -> Option<May> {
        (!self.is_empty()).then(|| may_use(&of.facts.0.openness, funders(), self.situation, today))
    }
}

/// What was sent. A day that cannot be read, or is still to come, is told and left out.
pub(crate) fn read(ctx: &Ctx, sent: &Pairs) -> Said {
    let since = sent.get("since").chars().take(20).collect::<String>();
    let day = since.parse::<Date>().ok().filter(|day| *day <= ctx.today());
    let situation = Situation { class: Class::from_code(sent.get("class")), resident_since: day };
    Said { situation, is_unclear: !since.is_empty() && day.is_none(), since }
}

/// The answer in words: never a bare "no".
pub(crate) fn may_words(ctx: &Ctx, of: May) -> Markup {
    let said = ctx.say().t(&format!("may-{}", of.code()), &[]);
    markup! { b { (said) } }
}

/// The form.
pub(crate) fn form(ctx: &Ctx, of: &Said) -> Markup {
    let say = ctx.say();
    let picked = of.situation.class;
    markup! {
        details.narrow open[!of.is_empty()] { summary { (t!(say, "situation-title")) }
            p { (t!(say, "situation-told")) }
            form.filters method="post" action=(ctx.address()) {
                div.field { label for="f-class" { (t!(say, "situation-class")) }
                    select id="f-class" name="class" { option value="" { (t!(say, "situation-unsaid")) }
                        @for one in Class::ALL { option value=(one.code()) selected[picked == Some(one)] { (words::class(ctx, one)) } }
                    }
                }
                div.field { label for="f-since" { (t!(say, "situation-since")) }
                    p.hint id="f-since-hint" { (t!(say, "form-date-hint")) }
                    @if of.is_unclear { p.error id="f-since-told" { (t!(say, "field-not-a-date")) } }
                    input id="f-since" name="since" value=(of.since) inputmode="numeric" autocomplete="off" dir="ltr" aria-describedby=(if of.is_unclear { "f-since-hint f-since-told" } else { "f-since-hint" });
                }
                div.field.acts { button.btn.plain { (t!(say, "situation-show")) } }
            }
        }
    }
}
