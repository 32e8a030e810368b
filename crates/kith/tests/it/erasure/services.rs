//! What services say of her: whom to ask.

use super::{MAIL, NAME, NOTE, Story};
use platform::{
    authority::Caller,
    batch::at_console::{self, Brought},
    ctx::Ctx,
    sql,
    testing::Site,
};
use std::sync::Arc;
use uuid::Uuid;

impl Story {
    /// A service says whom to ask: her, as it was typed; and another one, as a file said it and a later file says it no more.
    pub(super) async fn is_asked(&self, site: &Site) {
        let organization = self.organization(site).await.to_string();
        let contacts = format!("{NAME} | {NOTE} | Settlement\n | Front desk | | {MAIL}\nSam Roy | Intake");
        let fields = [
            ("organization", organization.as_str()),
            ("name_en", "Hurdle club"),
            ("about_en", &format!("Call {NAME} first.")),
            ("status", "active"),
            ("visibility", "public"),
            ("need", "language-class"),
            ("openness", "everyone"),
            ("cost", "free"),
            ("interpretation", "unknown"),
            ("papers", "none"),
            ("contacts", &contacts),
            ("another", "yes"),
        ];
        let got = site.post_as(&self.coordinator, "/portage-falls/work/directory", &fields).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&self.here)));
        let row = |name: &str, contact: &str| format!("{name},The Sewers,Conversation circle,{contact}\n");
        let (her, other) = (format!("{NAME} | | | {MAIL}"), "Sam Roy | Intake");
        for rows in [row("Sewing hour", &her) + &row("Sewing evening", &her), row("Sewing hour", other)] {
            let sheet = format!("name,organization,needs,whom to ask\n{rows}");
            let told =
                at_console::import(&ctx, "services", Brought::new("services.csv", sheet.into_bytes())).await;
            let told = told.expect("an import");
            assert!(told.taken.is_some(), "{told:?}");
        }
    }

    async fn organization(&self, site: &Site) -> Uuid {
        let mut tx =
            site.app.db.reading(Some(self.here.id), site.app.clock.now()).await.expect("a transaction");
        let any =
            "SELECT id FROM organization WHERE partnership_id = $1 AND binned_at IS NULL ORDER BY id LIMIT 1";
        let any = sql!(tx, value Uuid, any, self.here.id).expect("an organization");
        tx.done().await.expect("ended");
        any
    }

    /// Whoever else services name stays the one to ask.
    pub(super) async fn others_stay(&self, site: &Site) {
        let mut tx =
            site.app.db.reading(Some(self.here.id), site.app.clock.now()).await.expect("a transaction");
        let named =
            "SELECT count(*) FROM service WHERE partnership_id = $1 AND CAST(facts AS TEXT) LIKE '%Sam Roy%'";
        assert_eq!(sql!(tx, value i64, named, self.here.id).expect("counted"), 2);
        tx.done().await.expect("ended");
    }
}
