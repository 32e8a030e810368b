//! What somebody says of herself, if she wishes: sent with one question, answered, and kept nowhere. It never stands in an address.

use crate::{
    funders::funders,
    rules::{
        eligibility::{Answer as May, Class, Situation},
        first_steps::Her,
        since::{Since, may_use_since},
    },
    store::services::Service,
    words,
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{ctx::Ctx, http::Pairs, t};

/// What she said.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// As whom she is here, since when, and whether children are with her.
    pub(crate) her: Her,
    /// The day of permanent residence as it was typed.
    since: String,
    /// Whether that is no day.
    is_unclear: bool,
}

impl Said {
    /// Whether nothing was said.
    pub(crate) fn is_empty(&self) -> bool {
        self.her == Her::default() && !self.is_unclear
    }

    /// As the order of a list and the rules of services ask it.
    pub(crate) fn situation(&self) -> Situation {
        Situation { class: self.her.class, resident_since: None }
    }

    /// Whether she may use a service; none when she said nothing.
    pub(crate) fn may(&self, of: &Service, today: Date) -> Option<May> {
        let openness = (&of.facts.0.openness, funders());
        (!self.is_empty()).then(|| may_use_since(openness, (self.situation(), self.her.since), today))
    }
}

/// What was sent. A day that cannot be read, or is still to come, is told and left out.
pub(crate) fn read(ctx: &Ctx, sent: &Pairs) -> Said {
    let typed = sent.get("since").chars().take(20).collect::<String>();
    let since = Since::read(&typed, ctx.today());
    let has_children = match sent.get("children") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let her = Her { class: Class::from_code(sent.get("class")), since, has_children };
    Said { her, is_unclear: !typed.trim().is_empty() && since.is_none(), since: typed }
}

/// The answer in words: never a bare "no".
pub(crate) fn may_words(ctx: &Ctx, of: May) -> Markup {
    let said = ctx.say().t(&format!("may-{}", of.code()), &[]);
    markup! { b { (said) } }
}

/// The fields: as whom she is here, and since when.
pub(crate) fn fields(ctx: &Ctx, of: &Said) -> Markup {
    let (say, picked) = (ctx.say(), of.her.class);
    markup! {
        div.field { label for="f-class" { (t!(say, "situation-class")) }
            select id="f-class" name="class" { option value="" { (t!(say, "situation-unsaid")) }
                @for one in Class::ALL { option value=(one.code()) selected[picked == Some(one)] { (words::class(ctx, one)) } }
            }
        }
        div.field { label for="f-since" { (t!(say, "situation-since")) }
            p.hint id="f-since-hint" { (t!(say, "situation-since-hint")) }
            @if of.is_unclear { p.error id="f-since-told" { (t!(say, "situation-since-unclear")) } }
            input id="f-since" name="since" value=(of.since) autocomplete="off" maxlength="20" dir="ltr" aria-describedby=(if of.is_unclear { "f-since-hint f-since-told" } else { "f-since-hint" });
        }
    }
}

/// The form beside a list.
pub(crate) fn form(ctx: &Ctx, of: &Said) -> Markup {
    let say = ctx.say();
    markup! {
        details.narrow open[!of.is_empty()] { summary { (t!(say, "situation-title")) }
            p { (t!(say, "situation-told")) }
            form.filters method="post" action=(ctx.address()) {
                (fields(ctx, of))
                div.field.acts { button.btn.plain { (t!(say, "situation-show")) } }
            }
        }
    }
}
