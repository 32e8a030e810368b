//! What rows of a plan's sheet ask before they come in: names that no record knows, marks that are none, sums, rows that come twice.

use super::*;

platform::on_both! { rooms();
    async fn a_persons_name_is_never_a_public_word(site) {
        let ctx = with_people(site).await;
        let sheet = "Area\tAction\tResponsible\tPartners\n\
            Welcome\tGreet\tAna Sousa\tBo Chen; Zoe Quill\n\
            \tSing\tZoe Quill; Choir of all\t\n\
            \tSing\tBo Chen\t\n\
            \tSing\tAna Sousa\t\n";
        let address = bring(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        for words in ["The line is looked after by Ana Sousa", "“Zoe Quill” is no group, organization or person", "“Choir of all” is no group", "Asked by 2 rows", "import/plan"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_eq!(press(site, &address, "/taking").await.status, 422, "what is asked is not taken silently");
        settle(site, &address, &[("Choir of all", "words")]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("“Zoe Quill” is read only by those who write the plan") && page.contains("“Choir of all” stays in words"), "{page}");
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plan = drafts(&ctx).await[0];
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let (lines, parties) = (list_lines(&mut tx, plan).await.unwrap(), list_parties(&mut tx, plan).await.unwrap());
        bring_framework_into_force(&mut tx, plan).await.unwrap();
        tx.commit().await.unwrap();
        let who = |n: usize| parties.iter().filter(|(id, _)| *id == lines[n].id).map(|(_, one)| one.who.clone()).collect::<Vec<_>>();
        let aside = |name: &str| Who::Aside(name.to_owned());
        assert_eq!(who(1), [aside("Bo Chen"), aside("Zoe Quill")], "{parties:?}");
        assert!(who(2).contains(&aside("Zoe Quill")) && who(2).contains(&aside("Ana Sousa")) && who(2).len() == 3, "{parties:?}");
        assert!(lines[1].owner_id.is_some() && lines[2].owner_id.is_some() && lines[1].owner_id != lines[2].owner_id);
        let (greet, sing) = (lines[1].id, lines[2].id);
        let staff = site.get_as(&site.coordinator(), &format!("/maple/work/plan/lines/{sing}")).await.body;
        assert!(staff.contains("Zoe Quill") && staff.contains("Choir of all"), "{staff}");
        // Nobody else reads of them: not the public, not programs, not those who read the plan, not in what the plan is taken away as.
        let reader = site.holder(platform::authority::Office::Reader, None);
        let edit = site.get_as(&site.coordinator(), &format!("/maple/work/plan/lines/{sing}/edit")).await.body;
        assert!(edit.contains("Zoe Quill (for staff only)"), "{edit}");
        for line in [greet, sing] {
            for path in [format!("/maple/en/our-plan/{line}"), "/maple/en/our-plan".to_owned(), "/maple/api/v1/plan".to_owned()] {
                let body = site.get(&path).await.body;
                assert!(body.contains("Welcome") && !body.contains("Zoe") && !body.contains("Sousa") && !body.contains("Bo Chen"), "{path}: {body}");
            }
            let body = site.get_as(&reader, &format!("/maple/work/plan/lines/{line}")).await.body;
            assert!(!body.contains("Zoe"), "{body}");
        }
        for path in [format!("/maple/work/plan/frameworks/{plan}/sheet?as=csv"), "/maple/work/plan/table?as=csv".to_owned(), "/maple/work/plan/promises".to_owned()] {
            let body = site.get_as(&site.coordinator(), &path).await.body;
            assert!(!body.contains("Zoe"), "{path}: {body}");
        }
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let held = crate::store::erasure::named_aside(&mut tx, &["Zoe Quill".to_owned()]).await.unwrap();
        assert_eq!(held.len(), 2);
        crate::store::erasure::forget_owner(&mut tx, partners::PersonId(uuid::Uuid::from_u128(1)), &["Zoe Quill".to_owned()]).await.unwrap();
        assert!(list_parties(&mut tx, plan).await.unwrap().iter().all(|(_, one)| one.aside() != Some("Zoe Quill")));
        tx.commit().await.unwrap();
    }

    async fn marks_sums_and_rows_that_come_twice_are_asked_about(site) {
        let ctx = with_people(site).await;
        let sheet = "Area\tAction\tLead\tQ1\tQ2\tQ3\tQ4\n\
            1. Welcome\t1.1 Greet\tSettlement\tx\tmaybe\tmaybe\t\n\
            \tSing\tSettlement\tx\tz\t\t\n\
            \tSing\tSettlement\tx\tz\t\t\n\
            Total for Welcome\t\tSettlement\t2\t1\t\t\n\
            \tTOTAL\tSettlement\t\t\t\t\n";
        let address = bring(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        for words in [
            "Does “maybe” mean that something is done", "Does “z” mean", "in row 3 and in row 4", "It looks like a sum: row 5", "It looks like a sum: row 6",
            "“1. Welcome” became “Welcome”, with the code 1", "“1.1 Greet” became “Greet”, with the code 1.1", "Q1 of 2026–2027",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        settle(site, &address, &[("“z”", "no")]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("Q1 of 2026–2027 to Q3 of 2026–2027"), "{page}");
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plan = drafts(&ctx).await[0];
        assert_eq!(told(&ctx, plan).await, ["0 1 Welcome", "1 1.1 Greet 2026-Q1 2026-Q3", "1 1.2 Sing 2026-Q1 2026-Q1"]);
        let address = bring(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &format!("{address}/mapping")).await.body;
        assert!(page.contains("2026–2027, the present year") && page.contains("2025–2026, the last one"), "{page}");
        settle(site, &address, &[("stands twice", "keep"), ("sum", "keep")]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("Does “2” mean"), "a row that is kept is asked about as any other: {page}");
        settle(site, &address, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plans = drafts(&ctx).await;
        let other = plans.into_iter().find(|one| *one != plan).unwrap();
        assert_eq!(told(&ctx, other).await.len(), 5, "{:?}", told(&ctx, other).await);
    }

    async fn a_draft_is_called_as_somebody_typed_or_as_its_file(site) {
        let ctx = with_people(site).await;
        let coordinator = site.coordinator();
        let sent = [("pasted", "Area\tAction\tYear\tQ1\nWelcome\tGreet\t2027\tx\n"), ("title", "Our circle")];
        let got = site.post_as(&coordinator, IMPORTS, &sent).await;
        let address = got.location().split('?').next().unwrap().to_owned();
        go_on(site, &address, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let told = import(&ctx, "Area,Action\nWelcome,Greet\n").await;
        assert!(told.taken.is_some());
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let mut titles: Vec<String> = list_frameworks(&mut tx).await.unwrap().into_iter().map(|one| one.title.plain(Lang::En).to_owned()).collect();
        tx.done().await.unwrap();
        titles.sort();
        assert_eq!(titles, ["Our circle 2026–2028", "Work plan 2026"], "the years are those of the rows");
    }

    async fn rows_of_sums_that_are_cut_before_are_told(site) {
        with_people(site).await;
        let sheet = "Area\tAction\tBudget\nWelcome\tGreet\t5\nTOTAL\t\t5\n";
        let address = bring(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("Row 3 was left out: it is a sum of others"), "{page}");
    }

    async fn what_rows_ask_is_answered_beforehand_under_the_keys_that_a_dry_run_names(site) {
        let ctx = with_people(site).await;
        let sheet = "Area,Action,Lead,Q1\nWelcome,Greet,Choir,maybe\n";
        let brought = |answers: &[(&str, &str)]| Brought {
            answers: answers.iter().map(|(key, answer)| ((*key).to_owned(), (*answer).to_owned())).collect(),
            ..Brought::new("Plan.csv", sheet)
        };
        let dry = at_console::import(&ctx, "plan", brought(&[]).dry()).await.unwrap();
        let keys: Vec<&str> = dry.questions.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys[..3], ["import-plan-into", "import-plan-year", "import-partners-language"]);
        let (name, mark) = (keys[3], keys[4]);
        assert!(name.starts_with("name:") && mark.starts_with("mark:") && keys.len() == 5, "{keys:?}");
        assert!(dry.questions[3].words.contains("Choir") && dry.questions[3].choices[1].0 == "words" && dry.questions[3].taken.is_none());
        assert_eq!(dry.questions[1].taken.as_deref(), Some("this"));
        let open = at_console::import(&ctx, "plan", brought(&[(name, "words")])).await.unwrap();
        assert!(open.taken.is_none() && open.questions.len() == 4, "one question is left: {open:?}");
        for (answers, code) in [([("name:7", "words")], "batch-no-such-question"), ([(name, "song")], "batch-no-such-answer"), ([("import-plan-year", "song")], "batch-no-such-answer")] {
            let refused = at_console::import(&ctx, "plan", brought(&answers)).await;
            assert_eq!(platform::testing::refusal_code(refused), code);
        }
        assert!(drafts(&ctx).await.is_empty());
        let told = at_console::import(&ctx, "plan", brought(&[(name, "words"), (mark, "yes"), ("import-plan-year", "next")])).await.unwrap();
        assert!(told.taken.is_some(), "{told:?}");
        let plan = drafts(&ctx).await[0];
        assert_eq!(super::told(&ctx, plan).await[1], "1 1.1 Greet 2027-Q1 2027-Q1");
    }

    async fn names_that_are_nearly_known_are_asked_about_with_those_whom_they_may_mean(site) {
        let ctx = with_people(site).await;
        let sheet = "Area\tAction\tLead\nWelcome\tGreet\tMaple Libary\n\tSing\tMaple Library (Zoe Quill)\n\tCook\tMaple Library, Choir\n";
        let address = bring(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("“Maple Libary” is nearly the name of somebody") && page.contains(">Maple Library</option>"), "{page}");
        assert!(page.contains("“Zoe Quill” is no group") && page.contains("“Choir” is no group"), "{page}");
        settle(site, &address, &[("Choir", "words")]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("“Maple Libary” is Maple Library"), "{page}");
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plan = drafts(&ctx).await[0];
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let (lines, parties) = (list_lines(&mut tx, plan).await.unwrap(), list_parties(&mut tx, plan).await.unwrap());
        tx.done().await.unwrap();
        let who = |n: usize| parties.iter().filter(|(id, _)| *id == lines[n].id).map(|(_, one)| one.who.clone()).collect::<Vec<_>>();
        assert!(matches!(who(1)[..], [Who::Organization(_)]), "{parties:?}");
        assert!(matches!(&who(2)[..], [Who::Organization(_), Who::Aside(name)] if name == "Zoe Quill"), "{parties:?}");
        assert!(matches!(&who(3)[..], [Who::Organization(_), Who::Named(words)] if words.plain(Lang::En) == "Choir"), "{parties:?}");
    }

    async fn a_column_of_states_becomes_what_is_noted_for_those_who_carry_the_lines(site) {
        let ctx = with_people(site).await;
        let sheet = "Area\tGoal\tAction\tLead\tStatus\n\
            Welcome\tMeet\tGreet\tSettlement\tIn progress\n\
            \t\tSing\tSettlement\tDelayed\n\
            \t\tCook\tSettlement\tsoon\n\
            \t\tDance\tSettlement\tgreen\n\
            \tPlay\t\t\tCompleted\n";
        let address = bring(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("What does “soon” say of how far it is?") && page.contains("What does “green” say"), "{page}");
        settle(site, &address, &[("green", "on_track")]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plan = drafts(&ctx).await[0];
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let lines = list_lines(&mut tx, plan).await.unwrap();
        tx.done().await.unwrap();
        let told: Vec<_> = lines.iter().map(|line| (line.title.plain(Lang::En), line.reported_state, line.reported_for_owner, line.reported_note.plain(Lang::En), line.note.plain(Lang::En))).collect();
        assert_eq!(told[2..], [
            ("Greet", Some(State::UnderWay), true, "", ""),
            ("Sing", Some(State::Behind), true, "Delayed", ""),
            ("Cook", None, false, "", "soon"),
            ("Dance", Some(State::OnTrack), true, "", ""),
            ("Play", None, false, "", "Completed"),
        ], "a goal has no state");
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/plan/lines/{}", lines[2].id)).await.body;
        assert!(page.contains("Noted for the owner") && page.contains("Tess Test") && page.contains("for Settlement"), "{page}");
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let own = crate::Reported { state: State::Done, note: text("Sung"), on: crate::store::tests::DAY, by: "Ana".into(), for_owner: false, released: false };
        crate::report_state(&mut tx, lines[3].id, &own).await.unwrap();
        tx.commit().await.unwrap();
        let stopped = press(site, &address, "/undoing").await;
        assert!(stopped.status == 422 && stopped.body.contains("Sing") && !stopped.body.contains("1.1.1 Greet"), "what was said since stands in the way, what the sheet said does not: {}", stopped.body);
    }

    async fn months_are_read_and_kept(site) {
        let ctx = with_people(site).await;
        let told = import(&ctx, "Area,Action,Start,End\nWelcome,Greet,April 2026,2027-01\n,Sing,juin 2026,T3 2026\n").await;
        assert!(told.taken.is_some(), "{told:?}");
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let plan = list_frameworks(&mut tx).await.unwrap().into_iter().find(|one| one.standing == Standing::Draft).unwrap();
        let lines = list_lines(&mut tx, plan.id).await.unwrap();
        tx.done().await.unwrap();
        let code = |n: usize| (lines[n].span().from_code(plan.years().unwrap()).unwrap(), lines[n].span().to_code(plan.years().unwrap()).unwrap());
        assert_eq!((code(1), code(2)), (("2026-04".into(), "2027-01".into()), ("2026-06".into(), "2026-Q3".into())));
    }
}
