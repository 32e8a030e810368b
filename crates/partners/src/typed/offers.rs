//! What a form says of an offer or a need.

use super::{Around, chosen, code_of};
use crate::{
    Spoken,
    rules::{
        PartnerRefusal, Visibility,
        offers::{Kind, LINE, NewOffer, Side, TEXT, TITLE, check_offer},
        whose::Whose,
    },
};
use platform::{errors::Complaints, http::Pairs, text::Text};

/// A form that says what is kept of an offer or a need.
pub fn of_offer(kept: &NewOffer, version: i64, around: &Around) -> Pairs {
    Pairs::default()
        .with("side", kept.side.code())
        .with("kind", kept.kind.code())
        .with_text("offered", &kept.title)
        .with_text("about", &kept.about)
        .with("amount", &kept.amount)
        .with("times", &kept.times)
        .with("area", code_of(kept.area, &around.areas))
        .with("language", kept.language.map(|one| one.code().to_owned()).unwrap_or_default())
        .with("from_on", kept.from_on)
        .with("until_on", kept.until_on.map(|day| day.to_string()).unwrap_or_default())
        .with("visibility", kept.visibility.code())
        .with("version", version)
}

/// The offer or need that a form describes: `before` changed, or a new one of `whose`.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn offer(
    form: &Pairs,
    (whose, before): (Whose, Option<&NewOffer>),
    around: &Around,
) -> Result<NewOffer, Complaints> {
    let mut reading = around.reading(form);
    let none = Text::default();
    let side = reading.choice("side", Side::from_code);
    let kind = reading.choice("kind", Kind::from_code);
    let title = reading.lines("offered", before.map_or(&none, |one| &one.title), TITLE);
    let about = reading.proses("about", before.map_or(&none, |one| &one.about), TEXT);
    let (amount, times) = (reading.line_or_none("amount", LINE), reading.line_or_none("times", LINE));
    let area = chosen(&mut reading, "area", &around.areas);
    let language = reading.choice_or_none("language", Spoken::from_code);
    let from_on = reading.day("from_on");
    let until_on = reading.day_or_none("until_on");
    let visibility = reading.choice("visibility", Visibility::from_code);
    let (Some(side), Some(kind), Some(from_on), Some(visibility), true) =
        (side, kind, from_on, visibility, reading.complaints.is_empty())
    else {
        return Err(reading.complaints);
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
        .fold(Pairs::default(), |typed, (name, value)| typed.with(name, *value));
        let new = offer(&typed, (whose, None), &around()).unwrap();
        assert_eq!((new.side, new.kind, new.title.plain(Lang::Fr)), (Side::Offer, Kind::Room, "Une salle"));
        let again = offer(&of_offer(&new, 1, &around()), (whose, Some(&new)), &around()).unwrap();
        assert_eq!(again, new);
        let fields = |read: Result<NewOffer, Complaints>| {
            read.map_err(|wrong| wrong.0.iter().map(|one| one.field.to_string()).collect::<Vec<_>>())
                .map(drop)
        };
        let none = fields(offer(&Pairs::default(), (whose, None), &around()));
        assert_eq!(
            none,
            Err(vec!["side".to_owned(), "kind".to_owned(), "from_on".to_owned(), "visibility".to_owned()])
        );
        let rest = [("side", "need"), ("kind", "money"), ("from_on", "2026-11-22"), ("visibility", "staff")];
        let nameless = rest.iter().fold(Pairs::default(), |typed, (name, value)| typed.with(name, *value));
        assert_eq!(fields(offer(&nameless, (whose, None), &around())), Err(vec!["offered".to_owned()]));
        let backwards = nameless.with("offered_en", "Bus fares").with("until_on", "2026-11-21");
        assert_eq!(fields(offer(&backwards, (whose, None), &around())), Err(vec!["until_on".to_owned()]));
    }
}
