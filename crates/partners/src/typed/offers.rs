//! What a form says of an offer or a need.

use super::{ABOUT, Around, OFFERED, Typed, chosen, code_of, day, text};
use crate::{
    Spoken,
    rules::{
        PartnerRefusal, Visibility,
        offers::{Kind, LINE, NewOffer, Side, TEXT, TITLE, check_offer},
        whose::Whose,
    },
};
use platform::{
    errors::{Complaints, FieldRefusal},
    text::{LineRefusal, Text, line},
};

impl Typed {
    /// A form that says what is kept of an offer or a need.
    pub fn of_offer(kept: &NewOffer, version: i64, around: &Around) -> Self {
        Self::default()
            .with("side", kept.side.code())
            .with("kind", kept.kind.code())
            .with_text(OFFERED, &kept.title)
            .with_text(ABOUT, &kept.about)
            .with("amount", &kept.amount)
            .with("times", &kept.times)
            .with("area", code_of(kept.area, &around.areas))
            .with("language", kept.language.map(|one| one.code().to_owned()).unwrap_or_default())
            .with("from_on", kept.from_on.to_string())
            .with("until_on", kept.until_on.map(|day| day.to_string()).unwrap_or_default())
            .with("visibility", kept.visibility.code())
            .with("version", version.to_string())
    }
}

/// The offer or need that a form describes: `before` changed, or a new one of `whose`.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn offer(
    typed: &Typed,
    (whose, before): (Whose, Option<&NewOffer>),
    around: &Around,
) -> Result<NewOffer, Complaints> {
    let mut wrong = Complaints::default();
    let side = wrong.take("side", Side::from_code(typed.get("side")).ok_or(FieldRefusal::NotAChoice));
    let kind = wrong.take("kind", Kind::from_code(typed.get("kind")).ok_or(FieldRefusal::NotAChoice));
    let texts = |field, max, before: Option<&Text>, wrong: &mut Complaints| {
        text(typed, (field, max, before.cloned().unwrap_or_default()), (around, wrong))
    };
    let title = texts(OFFERED, TITLE, before.map(|one| &one.title), &mut wrong);
    let about = texts(ABOUT, TEXT, before.map(|one| &one.about), &mut wrong);
    let amount = wrong.take("amount", optional(typed.get("amount")));
    let times = wrong.take("times", optional(typed.get("times")));
    let area = wrong.take("area", chosen(typed.get("area"), &around.areas)).flatten();
    let language = match typed.get("language") {
        "" => None,
        code => wrong.take("language", Spoken::from_code(code).ok_or(FieldRefusal::NotAChoice)),
    };
    let from_on = day(typed.get("from_on")).and_then(|day| day.ok_or(FieldRefusal::NotADate));
    let from_on = wrong.take("from_on", from_on);
    let until_on = wrong.take("until_on", day(typed.get("until_on"))).flatten();
    let visibility = Visibility::from_code(typed.get("visibility")).ok_or(FieldRefusal::NotAChoice);
    let visibility = wrong.take("visibility", visibility);
    let (Some(side), Some(kind), Some(amount), Some(times), Some(from_on), Some(visibility), true) =
        (side, kind, amount, times, from_on, visibility, wrong.is_empty())
    else {
        return Err(wrong);
    };
    let new = NewOffer {
        whose,
        side,
        kind,
        title,
        about,
        amount,
        times,
        area,
        language,
        from_on,
        until_on,
        visibility,
    };
    match check_offer(&new) {
        Ok(()) => Ok(new),
        Err(why @ PartnerRefusal::Backwards) => Err(Complaints::one("until_on", why)),
        Err(why) => Err(Complaints::one("offered", why)),
    }
}

/// One line, which may be empty.
fn optional(typed: &str) -> Result<String, LineRefusal> {
    match line(typed, LINE) {
        Err(LineRefusal::Empty) => Ok(String::new()),
        read => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OrganizationId;
    use jiff::civil::date;
    use platform::langs::Lang;
    use uuid::Uuid;

    fn around() -> Around {
        Around {
            langs: Lang::OFFICIAL.to_vec(),
            sectors: Vec::new(),
            areas: Vec::new(),
            today: date(2026, 11, 22),
            decides: true,
        }
    }

    #[test]
    fn a_form_becomes_an_offer_and_back_and_every_wrong_field_is_told() {
        let whose = Whose::Organization(OrganizationId(Uuid::from_u128(1)));
        let typed = [
            ("side", "offer"),
            ("kind", "room"),
            ("offered_en", "A hall"),
            ("offered_fr", "Une salle"),
            ("amount", "60 chairs"),
            ("from_on", "2026-11-22"),
            ("until_on", "2027-11-22"),
            ("visibility", "partners"),
            ("language", "fr"),
        ]
        .iter()
        .fold(Typed::default(), |typed, (name, value)| typed.with(name, *value));
        let new = offer(&typed, (whose, None), &around()).unwrap();
        assert_eq!((new.side, new.kind, new.title.plain(Lang::Fr)), (Side::Offer, Kind::Room, "Une salle"));
        let again = offer(&Typed::of_offer(&new, 1, &around()), (whose, Some(&new)), &around()).unwrap();
        assert_eq!(again, new);
        let fields = |read: Result<NewOffer, Complaints>| {
            read.map_err(|wrong| wrong.0.iter().map(|one| one.field).collect::<Vec<_>>()).map(drop)
        };
        let none = fields(offer(&Typed::default(), (whose, None), &around()));
        assert_eq!(none, Err(vec!["side", "kind", "from_on", "visibility"]));
        let rest = [("side", "need"), ("kind", "money"), ("from_on", "2026-11-22"), ("visibility", "staff")];
        let nameless = rest.iter().fold(Typed::default(), |typed, (name, value)| typed.with(name, *value));
        assert_eq!(fields(offer(&nameless, (whose, None), &around())), Err(vec!["offered"]));
        let backwards = nameless.with("offered_en", "Bus fares").with("until_on", "2026-11-21");
        assert_eq!(fields(offer(&backwards, (whose, None), &around())), Err(vec!["until_on"]));
    }
}
