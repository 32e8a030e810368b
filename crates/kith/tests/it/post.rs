//! The program does its jobs while it serves, and ends them before it ends.

use kith::server::{Limits, serve};
use platform::{
    app::MailRoute,
    authority::Caller,
    ctx::PUBLIC,
    langs::Lang,
    mail::{Mail, Recipient},
    testing::Site,
};
use std::{path::Path, time::Duration};
use tokio::{net::TcpListener, sync::oneshot};

fn mails(folder: &Path) -> usize {
    std::fs::read_dir(folder.join("mail")).map_or(0, |found| {
        found
            .filter(|file| {
                file.as_ref().is_ok_and(|file| file.path().extension().is_some_and(|e| e == "eml"))
            })
            .count()
    })
}

#[tokio::test]
async fn mail_leaves_while_the_program_serves_and_not_before() {
    let site = Site::sqlite(kith::rooms()).await;
    assert_eq!(site.app.settings.mail, MailRoute::Folder);
    let mut tx = site.ctx(Caller::Console).write(PUBLIC).await.expect("a transaction");
    tx.send_mail(Mail {
        to: Recipient::parse("ana@example.org").expect("an address"),
        lang: Lang::En,
        subject: "Hello".into(),
        body: "Hello".into(),
        purpose: "test",
        unsubscribe: None,
    })
    .await
    .expect("written");
    tx.commit().await.expect("kept");
    assert_eq!(mails(site.folder()), 0);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = serve(&site.app, listener, Limits::default(), async { drop(stopped.await) });
    let watching = async {
        for _ in 0..400 {
            if mails(site.folder()) == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        stop.send(()).expect("it still serves");
    };
    let (served, ()) = tokio::join!(serving, watching);
    served.expect("a quiet end");
    assert_eq!(mails(site.folder()), 1);
    site.end().await;
}
