//! Which organizations lead a body: made and taken away on its page, seen on both, as far as the reader may know.

use super::elsewhere::{CANARY, a_council, json};
use crate::can;
use jiff::civil::date;
use platform::{
    authority::Office,
    ids::Ref,
    sql,
    testing::{Site, pages::complaints_about},
    text::Text,
};

/// How many links the partnership has.
async fn links(site: &Site) -> i64 {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
    let partnership = tx.partnership().unwrap();
    sql!(tx, value i64, "SELECT count(*) FROM link WHERE partnership_id = $1", partnership).unwrap()
}

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn an_organization_leads_a_body_on_both_pages_until_it_does_not(site) {
        let known = a_council(site).await;
        let (clinic, hidden) = (known.clinic.to_string(), known.hidden.to_string());
        let body = format!("/maple/work/councils/{}", known.council);
        let leads = format!("{body}/leads");
        let coordinator = site.coordinator();
        for organization in [&clinic, &clinic, &hidden] {
            let sent = site.post_as(&coordinator, &leads, &[("organization", organization)]).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        assert_eq!(links(site).await, 2, "the same link is one");
        let page = site.get_as(&coordinator, &body).await.body;
        assert!(page.contains("Lead organizations") && page.contains("/work/partners/clinic"), "{page}");
        assert_eq!(complaints_about(&page), Vec::<String>::new());
        let page = site.get_as(&coordinator, "/maple/work/partners/clinic").await.body;
        assert!(page.contains("Leads") && page.contains(&format!("href=\"{body}\"")), "{page}");
        assert!(site.get("/maple/en/partners/clinic").await.body.contains("id=\"leads\""));
        let public = site.get("/maple/en/who-we-are/central").await.body;
        let section = public.split("id=\"lead-organizations\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(section.contains("href=\"/maple/en/partners/clinic\"") && !section.contains("<form"), "{section}");
        assert!(!public.contains(CANARY) && complaints_about(&public).is_empty(), "{public}");
        let items: serde_json::Value = serde_json::from_str(&site.get("/maple/api/v1/councils").await.body).unwrap();
        let told = items["items"][0]["leads"].as_array().unwrap();
        assert_eq!((told.len(), &told[0]["id"]), (1, &clinic.as_str().into()), "the hidden one leads unnamed: {items}");
        let panel = json(site, &coordinator, &format!("council/{}", known.council)).await["lead-organizations"].clone();
        assert_eq!(panel.as_array().unwrap().len(), 1, "the API speaks as to anyone: {panel}");
        assert_eq!(panel[0]["organization"], clinic.as_str());
        let reader = site.get_as(&site.holder(Office::Reader, None), &body).await.body;
        let section = reader.split("id=\"lead-organizations\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(section.contains("/work/partners/clinic") && !section.contains(CANARY) && !section.contains("<form"), "{section}");
        let history = site.get_as(&coordinator, &format!("/maple/work/history/organization/{clinic}")).await.body;
        assert!(history.contains("lead of a group"), "{history}");
        assert_eq!(site.post_as(&coordinator, &format!("{leads}/{clinic}/removal"), &[]).await.status, 303);
        assert_eq!(site.post_as(&coordinator, &format!("{leads}/{clinic}/removal"), &[]).await.status, 404, "it is gone");
        assert!(!site.get_as(&coordinator, "/maple/work/partners/clinic").await.body.contains("id=\"leads\""));
    }

    async fn a_body_that_no_public_organization_leads_says_nothing_of_it(site) {
        let known = a_council(site).await;
        let leads = format!("/maple/work/councils/{}/leads", known.council);
        site.post_as(&site.coordinator(), &leads, &[("organization", &known.hidden.to_string())]).await;
        let public = site.get("/maple/fr/who-we-are/central").await.body;
        assert!(!public.contains("lead-organizations") && !public.contains("Organismes responsables"), "{public}");
        // The control: those who may know of it read who leads.
        let work = site.get_as(&site.coordinator(), &format!("/maple/work/councils/{}", known.council)).await.body;
        assert!(work.contains("lead-organizations") && work.contains(CANARY), "{work}");
    }

    async fn only_who_keeps_the_body_links_and_only_to_what_is_there(site) {
        let known = a_council(site).await;
        let leads = format!("/maple/work/councils/{}/leads", known.council);
        let nobody = "00000000-0000-4000-8000-000000000099";
        assert_eq!(site.post_as(&site.coordinator(), &leads, &[("organization", nobody)]).await.status, 404);
        let hidden = known.hidden.to_string();
        let chair = site.holder(Office::Chair, Some(known.council.into()));
        assert_eq!(site.post_as(&chair, &leads, &[("organization", &hidden)]).await.status, 404, "she may not know of it");
        let reader = site.holder(Office::Reader, None);
        assert_eq!(site.post_as(&reader, &leads, &[("organization", nobody)]).await.status, 403);
        assert_eq!(links(site).await, 0);
    }

    async fn a_link_goes_with_either_end(site) {
        let known = a_council(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let alone = partners::add_organization(&mut tx, &partners::NewOrganization::new("alone", Text::both("Alone", "Seul", date(2026, 11, 22)))).await.unwrap();
        crate::add_lead(&ctx, &mut tx, alone, known.council).await.unwrap();
        assert_eq!(tx.linked_from(&Ref::from(alone)).await.unwrap().len(), 1);
        let partnership = tx.partnership().unwrap();
        sql!(tx, must, "DELETE FROM organization WHERE partnership_id = $1 AND id = $2", partnership, alone).unwrap();
        assert_eq!(tx.linked_to(&Ref::from(known.council)).await.unwrap().len(), 0);
        tx.commit().await.unwrap();
    }
}
