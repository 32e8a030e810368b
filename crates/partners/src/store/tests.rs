//! Every function of the store, on both databases.

use super::{contacts::*, organizations::*, people::*, sectors::*, speakers::*};
use crate::{
    ContactKind, Languages, NewOrganization, NewPerson, OrganizationId, PersonId, Reader, Spoken, Standing,
    Visibility, narrowing::Care,
};
use jiff::civil::{Date, date};
use platform::{
    db::Tx,
    errors::Error,
    http::Address,
    ids::Ref,
    langs::Lang,
    pages::ENTER,
    testing::{Site, refusal_code},
    text::Text,
};

const DAY: Date = date(2026, 11, 22);

pub(crate) fn named(slug: &str, en: &str) -> NewOrganization {
    NewOrganization::new(slug, Text::both(en, en, DAY))
}

async fn write(site: &Site) -> Tx {
    site.ctx(site.coordinator()).write(ENTER).await.unwrap()
}

async fn read(site: &Site) -> Tx {
    site.ctx(site.coordinator()).read(ENTER).await.unwrap()
}

async fn some_person(tx: &mut Tx, name: &str, visibility: Visibility) -> PersonId {
    add_person(tx, &NewPerson { visibility, ..NewPerson::new(name, Lang::Fr) }).await.unwrap()
}

platform::on_both! { vec![crate::manifest()];
    async fn an_organization_is_read_back_as_it_was_kept(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = write(site).await;
        let sectors = add_default_sectors(&mut tx, &ctx).await.unwrap();
        let area = areas::add_area(&mut tx, &areas::standard("3525", DAY)[0]).await.unwrap();
        let mut new = named("maple-homes", "Maple Homes");
        new.sector = Some(sectors[3].id);
        new.area = Some(area);
        new.langs = Languages::of([Lang::Fr, Lang::Ar]);
        new.joined_on = Some(date(2020, 2, 1));
        new.note = "Call on Mondays".into();
        new.about = Text::both("Homes.", "Logements.", DAY);
        let id = add_organization(&mut tx, &new).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = read(site).await;
        let kept = organization(&mut tx, Reader::Staff, id).await.unwrap().unwrap();
        assert_eq!(kept.facts(), new);
        assert_eq!((kept.version, kept.standing()), (1, Standing::Partner));
        assert_eq!(organization_by_slug(&mut tx, Reader::Public, "maple-homes").await.unwrap(), Some(kept.clone()));
        assert_eq!(organizations_named(&mut tx, Reader::Public, &[id, OrganizationId(uuid::Uuid::nil())]).await.unwrap().len(), 1);
        let history = tx.history(&Ref::from(id), 10).await.unwrap();
        assert_eq!(history.iter().map(|entry| entry.verb.as_str()).collect::<Vec<_>>(), ["organization.added"]);
        assert!(slug_taken(&mut tx, "maple-homes", None).await.unwrap());
        assert!(!slug_taken(&mut tx, "maple-homes", Some(id)).await.unwrap());
    }

    async fn a_reader_is_given_only_what_she_may_know_of(site) {
        let mut tx = write(site).await;
        let mut ids = Vec::new();
        for visibility in Visibility::ALL {
            let new = NewOrganization { visibility, ..named(visibility.code(), visibility.code()) };
            let organization = add_organization(&mut tx, &new).await.unwrap();
            let person = some_person(&mut tx, visibility.code(), visibility).await;
            ids.push((visibility, organization, person));
        }
        tx.commit().await.unwrap();
        let mut tx = read(site).await;
        for reader in [Reader::Public, Reader::Partner, Reader::Staff] {
            for (visibility, id, who) in &ids {
                let may = crate::visible_to(*visibility, reader);
                assert_eq!(organization(&mut tx, reader, *id).await.unwrap().is_some(), may, "{reader:?} {visibility:?}");
                assert_eq!(organization_by_slug(&mut tx, reader, visibility.code()).await.unwrap().is_some(), may);
                assert_eq!(organizations_named(&mut tx, reader, &[*id]).await.unwrap().len(), usize::from(may));
                assert_eq!(person(&mut tx, reader, *who).await.unwrap().is_some(), may);
                assert_eq!(people_named(&mut tx, reader, &[*who]).await.unwrap().len(), usize::from(may));
            }
            assert_eq!(people(&mut tx, reader, ("", &Care::default()), &Address::at("/x")).await.unwrap().total, i64::try_from(reader.sees().len()).unwrap());
        }
    }

    async fn a_change_raises_the_version_and_says_what_differs(site) {
        let mut tx = write(site).await;
        let id = add_organization(&mut tx, &named("a", "A")).await.unwrap();
        let before = organization(&mut tx, Reader::Staff, id).await.unwrap().unwrap();
        let after = NewOrganization { formal: false, langs: Languages(Spoken::from_code("ksw").into_iter().collect()), ..before.facts() };
        change_organization(&mut tx, "organization.changed", &before, &after).await.unwrap();
        let kept = organization(&mut tx, Reader::Staff, id).await.unwrap().unwrap();
        assert_eq!((kept.facts(), kept.version), (after.clone(), 2));
        let entry = tx.history(&Ref::from(id), 10).await.unwrap().into_iter().find(|entry| entry.verb == "organization.changed").unwrap();
        assert_eq!(entry.before.unwrap().0, serde_json::json!({ "formal": true, "langs": [] }));
        assert_eq!(entry.after.unwrap().0, serde_json::json!({ "formal": false, "langs": ["ksw"] }));
        let again = change_organization(&mut tx, "organization.changed", &before, &before.facts()).await;
        assert!(again.is_ok(), "nothing changed, nothing happens");
        let stale = change_organization(&mut tx, "organization.changed", &before, &after).await;
        assert!(matches!(stale, Err(Error::Stale)));
    }

    async fn a_slug_is_taken_once_in_a_partnership_and_free_in_another(site) {
        let mut tx = write(site).await;
        add_organization(&mut tx, &named("a", "A")).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = write(site).await;
        assert_eq!(refusal_code(add_organization(&mut tx, &named("a", "B")).await), "partner-slug-taken");
        drop(tx);
        let mut other = site.ctx(site.stranger());
        other.partnership = Some(std::sync::Arc::clone(&site.other));
        let mut tx = other.write(ENTER).await.unwrap();
        add_organization(&mut tx, &named("a", "C")).await.unwrap();
    }

    async fn many_organizations_are_kept_at_once_or_none(site) {
        let mut tx = write(site).await;
        let many: Vec<_> = (0..700).map(|n| named(&format!("group-{n}"), &format!("Group {n}")).informal()).collect();
        let ids = add_organizations(&mut tx, &many).await.unwrap();
        let found = organizations_named(&mut tx, Reader::Partner, &ids).await.unwrap();
        assert_eq!(found.len(), 700);
        assert_eq!(found[&ids[699]].slug, "group-699");
        assert!(organizations_named(&mut tx, Reader::Public, &ids).await.unwrap().is_empty(), "informal groups are not public");
        assert!(add_organizations(&mut tx, &[]).await.unwrap().is_empty());
    }

    async fn people_speak_for_organizations_until_they_stop(site) {
        let mut tx = write(site).await;
        let id = add_organization(&mut tx, &named("a", "A")).await.unwrap();
        let who = some_person(&mut tx, "Amélie Okafor", Visibility::Partners).await;
        let new = NewSpeaker { person: who, organization: id, title: Text::both("Director", "Directrice", DAY), from_on: DAY, to_on: None };
        let said = speaks_for(&mut tx, &new).await.unwrap();
        let kept = speaker(&mut tx, Reader::Partner, said).await.unwrap().unwrap();
        assert_eq!(refusal_code(stops_speaking(&mut tx, &kept, date(2026, 11, 21)).await), "partner-backwards");
        stops_speaking(&mut tx, &kept, DAY).await.unwrap();
        let kept = speakers_of(&mut tx, Reader::Partner, id).await.unwrap();
        assert_eq!((kept[0].person, kept[0].to_on), (who, Some(DAY)));
        assert_eq!(spoken_for_by(&mut tx, Reader::Staff, who).await.unwrap(), kept);
        assert!(speakers_of(&mut tx, Reader::Public, id).await.unwrap().is_empty(), "the person is not public");
        assert_eq!(people(&mut tx, Reader::Staff, ("amelie", &Care::default()), &Address::at("/x")).await.unwrap().rows[0].id, who);
        assert_eq!(refusal_code(speaks_for(&mut tx, &new).await), "partner-speaks-already");
    }

    async fn a_person_is_changed_and_not_overwritten(site) {
        let mut tx = write(site).await;
        let id = some_person(&mut tx, "Ana", Visibility::Staff).await;
        let before = person(&mut tx, Reader::Staff, id).await.unwrap().unwrap();
        let after = NewPerson { name: "Ana Lima".into(), lang: Lang::Pt, ..before.facts() };
        change_person(&mut tx, &before, &after).await.unwrap();
        assert_eq!(person(&mut tx, Reader::Staff, id).await.unwrap().unwrap().facts(), after);
        assert!(matches!(change_person(&mut tx, &before, &after).await, Err(Error::Stale)));
    }

    async fn a_contact_point_is_shown_no_wider_than_its_person_and_organization(site) {
        let mut tx = write(site).await;
        let id = add_organization(&mut tx, &NewOrganization { visibility: Visibility::Partners, ..named("a", "A") }).await.unwrap();
        let who = some_person(&mut tx, "Ana", Visibility::Staff).await;
        let new = NewContactPoint { person: None, organization: Some(id), kind: ContactKind::Phone, value: "905 555-0134".into(), visibility: Visibility::Public };
        add_contact(&mut tx, &new).await.unwrap();
        add_contact(&mut tx, &NewContactPoint { person: Some(who), ..new.clone() }).await.unwrap();
        for (reader, seen) in [(Reader::Public, 0), (Reader::Partner, 1), (Reader::Staff, 2)] {
            assert_eq!(contacts_of_organization(&mut tx, reader, id).await.unwrap().len(), seen, "{reader:?}");
        }
        assert!(contacts_of_person(&mut tx, Reader::Partner, who).await.unwrap().is_empty());
        let own = contacts_of_person(&mut tx, Reader::Staff, who).await.unwrap().remove(0);
        assert_eq!(contact(&mut tx, Reader::Staff, own.id).await.unwrap(), Some(own.clone()));
        remove_contact(&mut tx, &own).await.unwrap();
        assert!(matches!(remove_contact(&mut tx, &own).await, Err(Error::Stale)));
    }

    async fn a_person_has_one_contact_point_of_a_kind_at_a_place(site) {
        let mut tx = write(site).await;
        let who = some_person(&mut tx, "Ana", Visibility::Staff).await;
        let new = NewContactPoint { person: Some(who), organization: None, kind: ContactKind::Mail, value: "ana@example.org".into(), visibility: Visibility::Staff };
        add_contact(&mut tx, &new).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = write(site).await;
        assert_eq!(refusal_code(add_contact(&mut tx, &new).await), "partner-contact-taken");
        drop(tx);
        let mut tx = write(site).await;
        let id = add_organization(&mut tx, &named("a", "A")).await.unwrap();
        let at = NewContactPoint { organization: Some(id), value: "ana@a.example.org".into(), ..new };
        add_contact(&mut tx, &at).await.unwrap();
        assert_eq!(mail_of(&mut tx, who).await.unwrap().as_deref(), Some("ana@example.org"), "her own comes first");
        assert_eq!(refusal_code(add_contact(&mut tx, &at).await), "partner-contact-taken");
    }

    async fn the_default_sectors_come_once_with_names_in_the_official_languages(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = write(site).await;
        let all = add_default_sectors(&mut tx, &ctx).await.unwrap();
        assert_eq!(all.len(), DEFAULT_SECTORS.len());
        for sector in &all {
            assert!(Lang::OFFICIAL.into_iter().all(|lang| sector.name.get(lang).is_some()), "{}", sector.code);
        }
        assert_eq!(add_default_sectors(&mut tx, &ctx).await.unwrap(), all);
        let name = Text::both("Schools", "Écoles", DAY);
        change_sector(&mut tx, &all[0], &name, 99).await.unwrap();
        let last = sectors(&mut tx).await.unwrap().pop().unwrap();
        assert_eq!((last.id, &last.name, last.version), (all[0].id, &name, 2));
        assert!(matches!(change_sector(&mut tx, &all[0], &name, 1).await, Err(Error::Stale)));
    }

    async fn a_sector_goes_only_when_nobody_stands_under_it(site) {
        let mut tx = write(site).await;
        let id = add_sector(&mut tx, "schools", &Text::both("Schools", "Écoles", DAY), 1).await.unwrap();
        let sector = sectors(&mut tx).await.unwrap().remove(0);
        let mut new = named("a", "A");
        new.sector = Some(id);
        let used = add_organization(&mut tx, &new).await.unwrap();
        assert_eq!(refusal_code(remove_sector(&mut tx, &sector).await), "partner-sector-used");
        let before = organization(&mut tx, Reader::Staff, used).await.unwrap().unwrap();
        change_organization(&mut tx, "organization.changed", &before, &named("a", "A")).await.unwrap();
        remove_sector(&mut tx, &sector).await.unwrap();
        assert!(sectors(&mut tx).await.unwrap().is_empty());
    }

    async fn a_sector_code_is_taken_once(site) {
        let mut tx = write(site).await;
        let name = Text::both("Schools", "Écoles", DAY);
        add_sector(&mut tx, "schools", &name, 1).await.unwrap();
        assert_eq!(refusal_code(add_sector(&mut tx, "schools", &name, 2).await), "partner-sector-taken");
    }
}
