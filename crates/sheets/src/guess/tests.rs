use super::*;
use proptest::prelude::*;

const COLUMNS: &[Column<'static>] = &[
    Column { key: "name", headings: &["Organization", "Name", "Nom", "Organisme"], kind: Kind::Words },
    Column { key: "mail", headings: &["E-mail", "Email", "Courriel"], kind: Kind::Mail },
    Column { key: "phone", headings: &["Phone", "Telephone", "Téléphone"], kind: Kind::Phone },
    Column { key: "postal", headings: &["Postal code", "Code postal"], kind: Kind::Postal },
    Column { key: "joined", headings: &["Joined on", "Date d’adhésion"], kind: Kind::Date },
];

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn guessed(headings: &[&str], values: &[&[&str]]) -> Vec<(Option<&'static str>, Confidence, Why)> {
    let values: Vec<Vec<String>> = values.iter().map(|column| texts(column)).collect();
    let guesses = guess(&texts(headings), &values, COLUMNS, &Remembered::new());
    guesses.into_iter().map(|guess| (guess.key, guess.confidence, guess.why)).collect()
}

#[test]
fn headings_are_known_in_both_languages_whatever_their_form() {
    let found = guessed(
        &["ORGANISMES", "Courriels *", "Telefone", "Code postal de l’organisme", "Notes"],
        &[&["YMCA"], &["a@example.org"], &["613 555-0100"], &["K1A 0B1"], &["fine"]],
    );
    use Confidence::{Certain, Likely};
    assert_eq!(found[0], (Some("name"), Certain, Why::SameHeading));
    assert_eq!(found[1], (Some("mail"), Certain, Why::SameHeading));
    assert_eq!(found[2], (Some("phone"), Likely, Why::NearHeading { letters: 2 }));
    assert_eq!(found[3], (Some("postal"), Likely, Why::PartOfHeading));
    assert_eq!(found[4], (None, Confidence::None, Why::Nothing));
}

#[test]
fn values_speak_where_headings_do_not_and_against_headings_that_lie() {
    let mails: &[&str] = &["a@example.org", "b@example.org", "", "c@example.org"];
    let found = guessed(&["", "Phone"], &[mails, &["see website", "ask Rose", "none"]]);
    assert_eq!(found[0], (Some("mail"), Confidence::Likely, Why::Values { percent: 100 }));
    assert_eq!(found[1], (Some("phone"), Confidence::Likely, Why::SameHeading), "contradicted by its values");
    let found = guessed(&["Coordonnées"], &[&["K1A 0B1", "k1a0b2", "T1A 5E4", "N6A 1A1", "call"]]);
    assert_eq!(found[0], (Some("postal"), Confidence::Likely, Why::Values { percent: 80 }));
}

#[test]
fn a_column_is_guessed_once_and_the_surer_heading_gets_it() {
    let found = guessed(
        &["Emails", "E-mail address", "Email"],
        &[&["a@example.org"], &["b@example.org"], &["c@example.org"]],
    );
    assert_eq!(found.iter().map(|one| one.0).collect::<Vec<_>>(), [Some("mail"), None, None]);
}

#[test]
fn what_a_person_decided_before_wins() {
    let remembered = Remembered::from([
        (fold_heading("Phone"), None),
        (fold_heading("Anrede"), Some("name".to_owned())),
        (fold_heading("E-mail"), Some("gone".to_owned())),
    ]);
    let guesses = guess(&texts(&["PHONES", "Name", "Anrede", "E-mail"]), &[], COLUMNS, &remembered);
    let told: Vec<_> = guesses.iter().map(|guess| (guess.key, guess.confidence, guess.why)).collect();
    assert_eq!(told[0], (None, Confidence::Certain, Why::Remembered));
    assert_eq!(told[1].0, None, "its column is taken");
    assert_eq!(told[2], (Some("name"), Confidence::Certain, Why::Remembered));
    assert_eq!(told[3], (None, Confidence::None, Why::Nothing));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn guesses_do_not_depend_on_the_order_of_rows(
        headings in prop::collection::vec("|Nom|E-?mails?|Phone|Telefon|code postal|Notes", 1..5),
        (rows, shuffled) in prop::collection::vec(
            prop::collection::vec("[a-c]@x[.]ca|613 555-010[0-9]|K1A 0B[0-9]|2025-04-1[0-9]|word|", 5), 0..10,
        ).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let columns = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
            (0..headings.len()).map(|at| rows.iter().map(|row| row[at].clone()).collect()).collect()
        };
        let nothing = Remembered::new();
        prop_assert_eq!(
            guess(&headings, &columns(&rows), COLUMNS, &nothing),
            guess(&headings, &columns(&shuffled), COLUMNS, &nothing)
        );
    }
}
