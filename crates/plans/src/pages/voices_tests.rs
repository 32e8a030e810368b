//! Whose word a state is, on both databases.

use super::tests::{World, rooms};
use platform::{authority::Office, ids::Ref};

platform::on_both! { rooms();
    async fn what_is_noted_for_others_never_stands_as_their_word(site) {
        let world = World::new(site).await;
        assert_eq!(world.confirm(site, "on_track", "2026-11-20").await, 303);
        let line = world.lines[2].to_string();
        let many = [("line", line.as_str()), ("state", "stalled"), ("note_en", "Nobody is left")];
        let preview = site.post_as(&site.coordinator(), &world.in_plan("/edits/preview"), &many).await.body;
        assert!(preview.contains("Stalled (noted for the owner)"), "{preview}");
        let mark = preview.split("name=\"mark\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let sent = [many.as_slice(), &[("mark", mark)]].concat();
        assert_eq!(site.post_as(&site.coordinator(), &world.in_plan("/edits"), &sent).await.status, 303);
        let page = site.get_as(&site.coordinator(), &world.at(2, "")).await.body;
        assert!(page.contains("Noted for the owner") && page.contains("for Settlement") && page.contains("What was noted for the owner and what the council confirmed"), "{page}");
        assert!(!page.contains("Owner reports") && !page.contains("The owner and the council do not say the same"), "{page}");
        let chair = site.holder(Office::Chair, Some(Ref::from(world.council)));
        assert_eq!(site.post_as(&chair, &world.at(2, "/report"), &many[1..]).await.status, 303);
        let page = site.get_as(&chair, &world.at(2, "")).await.body;
        assert!(page.contains("Owner reports") && page.contains("The owner and the council do not say the same"), "{page}");
        let promises = site.get_as(&chair, "/maple/work/plan/promises").await.body;
        assert!(promises.contains("The state that counts"), "{promises}");
        let council = site.get_as(&chair, &format!("/maple/work/councils/{}", world.council)).await.body;
        assert!(council.contains("The state that counts"), "{council}");
    }
}
