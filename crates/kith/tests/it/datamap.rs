//! Every column of every room has exactly one line in the data map, and no line is without its column.

use platform::{datamap, testing::data_map_gaps};

platform::on_both! { kith::rooms();
    async fn the_data_map_fits_the_database(site) {
        assert_eq!(data_map_gaps(site).await, Vec::<String>::new());
    }

    async fn control_a_room_that_leaves_out_its_lines_is_noticed(site) {
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.expect("a transaction");
        for room in &site.app.house.rooms {
            let lines = datamap::parse(room.data_map).expect("lines that read").len();
            let mut house = site.app.house.clone();
            house.rooms.iter_mut().filter(|other| other.name == room.name).for_each(|other| other.data_map = "");
            let gaps = datamap::gaps(&house, &mut tx).await.expect("an answer");
            assert_eq!(gaps.len(), lines, "{}: {gaps:#?}", room.name);
        }
        tx.done().await.expect("ended");
    }
}
