//! Another house for the tests, a real one: the npm package oidc-provider, started by `node tests/oidc/provider.mjs`.

use platform::config::Issuer;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

/// Where people come back to in these tests.
const BACK: &str = "http://kith.test/sign-in/with/house/back";

/// A house that runs until this is dropped.
pub struct House {
    process: Child,
    address: String,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl House {
    /// Starts one that signs in this way. None where its package is not installed: that is said, and is a failure where the
    /// test command has installed it.
    pub fn open(algorithm: &str) -> Option<Self> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/oidc");
        if !folder.join("node_modules/oidc-provider").is_dir() {
            assert!(
                std::env::var_os("KITH_TEST_OIDC").is_none(),
                "the packages of tests/oidc are not installed"
            );
            // Not println!, which is shown of failing tests only.
            let _ = writeln!(
                std::io::stderr(),
                "not run with another house: the packages of tests/oidc are not installed (cargo xtask set-up)"
            );
            return None;
        }
        let mut process = Command::new("node")
            .arg(folder.join("provider.mjs"))
            .args([BACK, algorithm])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node");
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let said =
            lines.map(Result::unwrap).find_map(|line| line.strip_prefix("listening on ").map(str::to_owned));
        Some(Self { process, address: said.expect("a house that listens") })
    }

    /// How often this path was asked for.
    pub fn asked(&self, path: &str) -> u64 {
        let mut answer = ureq::get(format!("{}/asked?{path}", self.address)).call().unwrap();
        answer.body_mut().read_to_string().unwrap().parse().unwrap()
    }

    /// From here on it signs with another key, under another name.
    pub fn change_key(&self) {
        ureq::get(format!("{}/new-key", self.address)).call().unwrap();
    }

    /// As settings name it.
    pub fn issuer(&self) -> Issuer {
        Issuer {
            key: "house".into(),
            address: self.address.clone(),
            id_there: "kith".into(),
            secret: "a secret that the house and the program share".into(),
            name_en: "The House".into(),
            name_fr: "La Maison".into(),
            mail_domains: vec!["*".into()],
        }
    }
}

/// Goes there as a browser does, with cookies, and says who it is (nothing: does not want to). Gives the path that leads back.
pub fn walk(there: &str, account: &str) -> String {
    let config = ureq::Agent::config_builder().max_redirects(0).max_redirects_will_error(false);
    let agent: ureq::Agent = config.http_status_as_error(false).proxy(None).build().into();
    let (mut address, mut cookies, mut typed) = (there.to_owned(), BTreeMap::new(), false);
    for _ in 0..12 {
        let jar: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = if typed {
            let way = if account.is_empty() { "no" } else { "in" };
            let form = [("account", account), ("way", way)];
            agent.post(&address).header("cookie", jar.join("; ")).send_form(form).unwrap()
        } else {
            agent.get(&address).header("cookie", jar.join("; ")).call().unwrap()
        };
        for line in answer.headers().get_all("set-cookie") {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            cookies.insert(name.to_owned(), value.to_owned());
        }
        let Some(next) = answer.headers().get("location") else {
            assert!(!typed && answer.status() == 200, "{address}: {}", answer.status());
            typed = true;
            continue;
        };
        typed = false;
        let next = next.to_str().unwrap();
        if let Some(back) = next.strip_prefix("http://kith.test") {
            return back.to_owned();
        }
        let host = there.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        address = if next.starts_with('/') { format!("{host}{next}") } else { next.to_owned() };
    }
    panic!("the house leads in circles: {address}");
}
