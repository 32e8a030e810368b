//! The mail that answers a wish for a seat, in the language of the person: what was decided, by whom, and whom to ask.

use crate::{
    SeatId,
    rules::terms::AskForTerm,
    store::{bodies::Council, expressions::Expression, seats::find_seat},
};
use platform::{
    ctx::{Ctx, Partnership},
    db::Tx,
    errors::{OrNotFound, Result},
    mail::{Mail, Recipient},
    t,
    text::Text,
    words::Say,
};

/// A seat that is given, for a term: what the mail says of it.
pub(super) type GivenSeat<'a> = (SeatId, &'a AskForTerm);

/// Sends it: with a seat when one is given, and else as a no. `words` may be empty; the mail never is.
///
/// # Errors
/// When the seat is not there or the database refuses.
pub(super) async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    (council, expression): (&Council, &Expression),
    (given, words): (Option<GivenSeat<'_>>, &str),
) -> Result<()> {
    let (here, lang) = (ctx.partnership()?, expression.lang);
    let say = ctx.say().in_lang(lang);
    let (council, name) = (council.name.plain(lang), expression.name.as_str());
    let partnership = here.name.plain(lang);
    let (opening, seat) = match given {
        None => (
            t!(say, "expression-mail-declined", name = name, council = council, partnership = partnership),
            String::new(),
        ),
        Some((seat, ask)) => {
            let seat = find_seat(tx, seat).await?.or_not_found()?;
            let opening = t!(
                say,
                "expression-mail-accepted",
                name = name,
                council = council,
                partnership = partnership
            );
            (opening, the_seat(&say, &seat.category, ask))
        }
    };
    let parts = [opening, seat, words.to_owned(), whom_to_ask(&say, here), partnership.to_owned()];
    let body: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mail = Mail {
        to: Recipient::parse(&expression.email)?,
        lang,
        subject: t!(say, "expression-mail-subject", council = council).into(),
        body: body.join("\n\n"),
        purpose: "expression-answer",
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}

/// Which seat, from when and until when.
fn the_seat(say: &Say, category: &Text, ask: &AskForTerm) -> String {
    let seat = t!(say, "expression-mail-seat", seat = category.plain(say.lang));
    let term = match ask.ends_on {
        Some(until) => t!(say, "expression-mail-from-to", from = ask.starts_on, to = until),
        None => t!(say, "expression-mail-from", from = ask.starts_on),
    };
    format!("{seat}\n{term}")
}

/// How to reach the partnership's office; its name, where nothing else is known.
fn whom_to_ask(say: &Say, here: &Partnership) -> String {
    let ways = [&here.contact.mail, &here.contact.phone];
    let ways: Vec<&str> = ways.into_iter().filter(|way| !way.is_empty()).map(String::as_str).collect();
    if ways.is_empty() {
        return t!(say, "expression-mail-ask-office", partnership = here.name.plain(say.lang));
    }
    t!(say, "expression-mail-ask", ways = ways.join(" · "))
}
