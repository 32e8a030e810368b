use super::*;
use crate::{Hint, read};

fn rows(text: &str) -> Vec<Row> {
    read(text.as_bytes(), &Hint::default()).unwrap().rows(0).unwrap().map(Result::unwrap).collect()
}

fn found(text: &str, known: &[&str]) -> (Option<u32>, Reason) {
    let layout = layout(&rows(text), known.iter().copied());
    (layout.heading, layout.reason)
}

const MESSY: &str = "Our Partnership: partners 2025,,,\n\"Updated by Rose, April\",,,\n,,,\nOrganization,Contact,E-mail,Seats\n\
    YMCA,Rose,rose@example.org,2\n,,,\nLibrary,Ali,ali@example.org,3\nOrganization,Contact,E-mail,Seats\nCity,Mei,mei@example.org,1\nTotal,,,6\n";

#[test]
fn headings_are_found_under_titles_and_every_row_has_its_part() {
    let rows = rows(MESSY);
    let layout = layout(&rows, []);
    assert_eq!((layout.heading, layout.reason), (Some(4), Reason::Kinds));
    assert_eq!(layout.headings, ["Organization", "Contact", "E-mail", "Seats"]);
    let parts: Vec<Part> = rows.iter().map(|row| layout.part(row)).collect();
    use Part::{Blank, Body, Heading, Title, Total};
    assert_eq!(parts, [Title, Title, Blank, Heading, Body, Blank, Body, Heading, Body, Total]);
}

#[test]
fn headings_that_the_caller_knows_are_found_in_any_spelling() {
    assert_eq!(
        found("x,y\nNOMS,courriel\nRose,Ali\n", &["Nom", "Courriels"]),
        (Some(2), Reason::Known { count: 2 })
    );
    assert_eq!(found("Rose\nNom\nAli\nMei\n", &["Nom"]), (Some(2), Reason::Known { count: 1 }));
}

#[test]
fn a_sheet_without_headings_has_none() {
    assert_eq!(found("Rose,rose@example.org\nAli,ali@example.org\n", &[]), (None, Reason::ValuesAlone));
    assert_eq!(found("Rose\nAli\nMei\n", &[]), (None, Reason::ValuesAlone));
    assert_eq!(found("Courriel\nrose@example.org\nali@example.org\n", &[]), (Some(1), Reason::Kinds));
    assert_eq!(found("First,Last\nRose,Fraser\nAli,Hassan\n", &[]), (Some(1), Reason::Wide));
    let layout = layout(&rows("Rose,rose@example.org\nAli,ali@example.org\n"), []);
    assert_eq!(layout.headings, ["", ""]);
}

#[test]
fn a_person_may_say_which_row_it_is() {
    let rows = rows(MESSY);
    let told = layout_told(&rows, Some(5));
    assert_eq!((told.heading, told.reason, told.headings[0].as_str()), (Some(5), Reason::Told, "YMCA"));
    assert_eq!(told.part(&rows[3]), Part::Title);
    let none = layout_told(&rows, None);
    assert_eq!(none.part(&rows[3]), Part::Body);
    assert_eq!(none.headings, [""; 4]);
}

#[test]
fn columns_without_values_are_told() {
    let layout = layout(&rows("Name,,Notes,Mail\nRose,,,rose@example.org\nAli,,,ali@example.org\n"), []);
    assert_eq!(layout.filled, [true, false, false, true]);
}

#[test]
fn a_name_that_begins_with_total_is_no_sum() {
    let rows =
        rows("Name,City,Mail\nTotal Care,London,a@example.org\nTotaux,,12\nSous-total,3,\"1 200,50 $\"\n");
    let layout = layout(&rows, []);
    let parts: Vec<Part> = rows.iter().map(|row| layout.part(row)).collect();
    assert_eq!(parts, [Part::Heading, Part::Body, Part::Total, Part::Total]);
}
