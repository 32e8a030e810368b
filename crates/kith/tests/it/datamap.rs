//! Every column of every room has exactly one line in the data map, and no line is without its column.

use platform::{datamap, testing::data_map_gaps};

platform::on_both! { kith::rooms();
    async fn the_data_map_fits_the_database(site) {
        assert_eq!(data_map_gaps(site).await, Vec::<String>::new());
    }

    async fn the_data_map_is_told_in_both_languages(site) {
        assert_eq!(datamap::untold(&site.app.house).expect("lines that read"), Vec::<String>::new());
    }

    async fn control_words_that_are_missing_or_idle_are_noticed(site) {
        let mut house = site.app.house.clone();
        for room in &mut house.rooms {
            let less = room.data_map_fr.lines().filter(|line| !line.starts_with("1 year | "));
            room.data_map_fr = less.collect::<Vec<_>>().join("\n").leak();
            room.data_map = room.data_map.replace("mail = People who are written to: mail\n", "").leak();
        }
        let platform = house.rooms.first_mut().expect("the house itself");
        platform.data_map = platform.data_map.replace(".trouble = What went wrong\n", ".torment = What went wrong\n").leak();
        let gaps = datamap::untold(&house).expect("lines that read");
        let idle = "“People who are written to: mail” is nowhere on the map";
        let named = ["job.trouble has no words", "mail.trouble has no words", "“.torment” names no column"];
        let whole = [&named[..], &["the table mail has no words", "“1 year” has no French", idle]].concat();
        assert_eq!(gaps, whole);
    }

    async fn the_page_tells_it_in_the_readers_language_and_as_a_file(site) {
        let reader = site.holder(platform::authority::Office::Reader, None);
        let page = site.get_as(&reader, "/maple/work/data-map").await;
        assert!(page.status == 200 && page.body.contains("People who are written to: mail") && page.body.contains(">Address it goes to</th>"), "{}", page.body);
        assert!(page.body.contains("<details><summary><h2>People who are written to: mail</h2></summary>"), "each part is a fold");
        assert!(!page.body.contains("Sets of areas") && !page.body.contains(">Number of tries</th>"), "first what is about people");
        let names = site.app.house.rooms.iter().flat_map(|room| datamap::parse(room.data_map).expect("lines that read"));
        for line in names.filter(|line| line.column.contains('_')) {
            assert!(!page.body.contains(&format!(">{}<", line.column)), "no name of the database's: {}", line.column);
        }
        let all = site.get_as(&reader, "/maple/work/data-map?all=yes").await.body;
        assert!(all.contains("Sets of areas") && all.contains(">Number of tries</th>"), "{all}");
        let file = site.get_as(&reader, "/maple/work/data-map?as=csv").await;
        assert!(file.body.contains("mail.recipient") && !file.body.contains("mail.tries"), "{}", file.body);
        assert!(site.get_as(&reader, "/maple/work/data-map?all=yes&as=csv").await.body.contains("mail.tries"));
        let mut french = reader.clone();
        if let platform::authority::Caller::Account(account) = &mut french {
            account.lang = platform::langs::Lang::Fr;
        }
        let page = site.get_as(&french, "/maple/work/data-map").await.body;
        for part in ["Personnes à qui l’on écrit : courriels", "tant que le partenariat existe", "Comment cela prend fin", ">Adresse du destinataire</th>"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains("as long as the partnership"));
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
