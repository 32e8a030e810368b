//! Where lines and plans stand on the thread: a line below the one above it and the needs it answers.

use crate::{
    FrameworkId, NodeId, can,
    links::Tie,
    pages::{framework_url, line_url},
    public,
    rules::standing::Standing,
    seen::word_of,
    store::{
        frameworks::{Framework, find_framework, list_levels},
        lines::{Line, find_line, forest_of, list_lines},
    },
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::Fut,
    t,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// The knots that this room brings.
pub(crate) const PROVIDERS: [Provider; 2] = [
    Provider { kind: "plan-node", knot: line, up: above_line, down: below_line },
    Provider { kind: "plan-framework", knot: framework, up: nothing, down: nothing },
];

/// Whether the reader may know of a plan: on the public site, of what is not a draft.
fn is_known(ctx: &Ctx, framework: &Framework) -> bool {
    match ctx.face {
        Face::Public | Face::Api => framework.standing.is_public(),
        Face::Work | Face::House => true,
    }
}

/// The line and its plan, when the reader may know of them.
async fn known(ctx: &Ctx, tx: &mut Tx, id: Uuid) -> Result<Option<(Line, Framework)>> {
    let Some(line) = find_line(tx, NodeId(id)).await? else { return Ok(None) };
    let framework = find_framework(tx, line.framework_id).await?;
    Ok(framework.filter(|of| is_known(ctx, of)).map(|framework| (line, framework)))
}

fn line<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let Some((line, framework)) = known(ctx, tx, id).await? else { return Ok(None) };
        let levels = list_levels(tx, framework.id).await?;
        let own = levels.iter().find(|level| level.kind == line.kind);
        let own = own.map(|level| level.one.in_lang(ctx.lang).to_owned()).filter(|word| !word.is_empty());
        let href = match ctx.face {
            Face::Work => ctx.may(can::SEE_PLAN).then(|| line_url(ctx, line.id, "")),
            _ => Some(public::line_url(ctx, line.id)),
        };
        // A line of a frame of others is told apart by the name of the frame: it is no line above.
        let word = match framework.standing {
            Standing::Reference => framework.title.plain(ctx.lang).to_owned(),
            _ => format!("{} {}", own.unwrap_or_else(|| word_of(ctx, line.kind)), line.code),
        };
        Ok(Some(Knot { of: line.id.into(), word, title: line.title.worded(ctx.lang), href }))
    })
}

fn above_line<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let Some(line) = find_line(tx, NodeId(id)).await? else { return Ok(Vec::new()) };
        let needs = tx.linked_with(Tie::Answers.kind(), &line.id.into()).await?;
        let needs = needs.into_iter().map(|id| Ref::from(NodeId(id)));
        Ok(line.parent_id.map(Ref::from).into_iter().chain(needs).collect())
    })
}

fn below_line<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let Some(line) = find_line(tx, NodeId(id)).await? else { return Ok(Vec::new()) };
        let forest = forest_of(&list_lines(tx, line.framework_id).await?);
        let mut below: Vec<Ref> = forest.children(Some(line.id)).iter().copied().map(Ref::from).collect();
        for role in [Tie::Answers, Tie::Continues] {
            let linked = tx.linked_by(role.kind(), &Ref::from(line.id)).await?;
            below.extend(linked.into_iter().map(|id| Ref::from(NodeId(id))));
        }
        Ok(below)
    })
}

fn framework<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let found = find_framework(tx, FrameworkId(id)).await?.filter(|of| is_known(ctx, of));
        let Some(of) = found else { return Ok(None) };
        let href = match ctx.face {
            Face::Work => ctx.may(can::SEE_PLAN).then(|| framework_url(ctx, of.id, "")),
            _ => Some(ctx.public_url(public::PATH)),
        };
        let word = t!(ctx.say(), "kind-plan-framework");
        Ok(Some(Knot { of: of.id.into(), word, title: of.title.worded(ctx.lang), href }))
    })
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move { Ok(Vec::new()) })
}

#[cfg(test)]
mod tests {
    use crate::{
        NodeId, Tie, add_lines, add_reference, can, link_lines,
        pages::tests::{World, rooms},
        reference_frames,
        rules::kinds::Kind,
        store::tests::{DAY, new},
    };
    use platform::{ids::Ref, thread::thread};

    platform::on_both! { rooms();
        async fn the_way_up_leads_to_the_need_before_any_frame_of_others(site) {
            let world = World::new(site).await;
            let ctx = site.ctx(site.coordinator());
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let need = add_lines(&mut tx, world.plan(), &[new("", Kind::Need, "N1")]).await.unwrap()[0];
            let frames = reference_frames().unwrap();
            let frame = frames.first().unwrap();
            let (_, names) = add_reference(&mut tx, frame, DAY).await.unwrap();
            let name = names[0].1;
            let (priority, goal) = (world.lines[0], world.lines[1]);
            link_lines(&ctx, &mut tx, Tie::Towards, (priority, name)).await.unwrap();
            tx.commit().await.unwrap();
            let way = async |of: NodeId| {
                let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
                let up = thread(&ctx, &mut tx, &Ref::from(of)).await.unwrap().up;
                tx.done().await.unwrap();
                up.into_iter().map(|knot| (knot.of, knot.word)).collect::<Vec<_>>()
            };
            let title = frame.title(DAY).plain(ctx.lang).to_owned();
            let up = way(goal).await;
            assert_eq!(up[0], (Ref::from(name), title), "told apart by the name of its frame: {up:?}");
            assert_eq!(up[1..].iter().map(|(of, _)| of.clone()).collect::<Vec<_>>(), [Ref::from(priority), Ref::from(goal)]);
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            link_lines(&ctx, &mut tx, Tie::Answers, (priority, need)).await.unwrap();
            tx.commit().await.unwrap();
            let up = way(goal).await;
            assert_eq!(up.iter().map(|(of, _)| of.clone()).collect::<Vec<_>>(), [need, priority, goal].map(Ref::from), "the need comes first");
            assert_eq!(up[0].1, "Need N1");
            let page = site.get_as(&site.coordinator(), &world.at(1, "")).await.body;
            let thread = page.split_once("class=\"thread\"").unwrap().1.split_once("</ol>").unwrap().0;
            assert!(thread.find("Need N1").unwrap() < thread.find("Priority 1").unwrap(), "{thread}");
        }
    }
}
