//! Settings as they are written, right and wrong.

use super::*;

fn read(text: &str, environment: &[(&str, &str)]) -> Result<Config, Vec<(String, String)>> {
    let folder = std::env::temp_dir().join(format!("kith-config-{}", Chance::system().secret()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("kith.toml");
    std::fs::write(&file, text).unwrap();
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let read = Config::read(Some(&file), environment);
    std::fs::remove_dir_all(&folder).unwrap();
    read.map_err(|complaints| {
        complaints
            .0
            .iter()
            .map(|complaint| (complaint.field.to_string(), complaint.why.code().to_owned()))
            .collect()
    })
}

#[test]
fn nothing_written_is_a_trial_on_this_machine() {
    let config = read("", &[]).unwrap();
    assert_eq!(config.origin(), "http://127.0.0.1:8080");
    assert_eq!(config.database, "data/kith.sqlite");
    assert_eq!(config.settings.mail_from, "Kith <kith@127.0.0.1>");
    assert!(config.metrics.is_none() && !config.is_postgres());
}

#[test]
fn the_environment_stands_over_the_file() {
    let config = read(
        "listen = \"127.0.0.1:1\"\nsecret_file = \"/nowhere\"",
        &[
            ("KITH_LISTEN", "127.0.0.1:2"),
            ("KITH_BEHIND_PROXY", "true"),
            ("KITH_SECRET", "0123456789abcdef0123456789abcdef"),
            ("KITH_SERVICE_PORT", "80"),
            ("LISTEN", "127.0.0.1:3"),
        ],
    )
    .unwrap();
    assert_eq!(config.listen.port(), 2);
    assert!(config.behind_proxy());
    assert_eq!(config.secret.as_deref(), Some("0123456789abcdef0123456789abcdef"));
}

#[test]
fn everything_wrong_is_said_at_once_with_its_key() {
    let wrong = read(
        "listn = \"x\"\nlisten = \"here\"\norigin = \"kith.example.org\"\nbehind_proxy = \"yes\"\nconnections = 0\n\
         database = \"mysql://x\"\nsecret = \"short\"\nmail = \"sendmail\"\nmail_from = \"nobody\"\nlang = \"xx\"",
        &[],
    )
    .unwrap_err();
    for (field, code) in [
        ("", "config-unknown"),
        ("listen", "config-not-address"),
        ("origin", "config-not-origin"),
        ("behind_proxy", "config-not-flag"),
        ("connections", "config-not-number"),
        ("database", "config-not-database"),
        ("secret", "config-secret-short"),
        ("mail", "config-not-mail-route"),
        ("mail_from", "config-not-mail-from"),
        ("lang", "config-not-lang"),
    ] {
        assert!(wrong.iter().any(|(f, c)| f == field && c == code), "{field}: {code} in {wrong:?}");
    }
}

#[test]
fn a_server_shared_by_nodes_needs_a_secret_that_they_share() {
    let wrong = read("database = \"postgres://kith_app@db/kith\"", &[]).unwrap_err();
    assert_eq!(wrong, [("secret".to_owned(), "config-secret-needed".to_owned())]);
}

#[test]
fn a_value_stands_inline_or_in_a_file_and_not_in_both() {
    let wrong = read("secret = \"0123456789abcdef0123456789abcdef\"\nsecret_file = \"/nowhere/secret\"", &[])
        .unwrap_err();
    assert_eq!(
        wrong,
        [
            ("secret".to_owned(), "config-twice".to_owned()),
            ("secret_file".to_owned(), "config-file-unreadable".to_owned())
        ]
    );
}

#[test]
fn what_is_not_toml_or_not_there_is_said() {
    assert_eq!(read("listen =", &[]).unwrap_err(), [(String::new(), "config-not-toml".to_owned())]);
    let missing = Config::read(Some(Path::new("/nowhere/kith.toml")), std::iter::empty()).unwrap_err();
    assert_eq!(missing.0[0].why.code(), "config-unreadable");
}

#[test]
fn a_secret_that_nobody_gave_is_made_once_and_kept_from_others() {
    let folder = std::env::temp_dir().join(format!("kith-config-{}", Chance::system().secret()));
    let named = [("KITH_DATA".to_owned(), folder.display().to_string())];
    let config = Config::read(None, named.into_iter()).unwrap();
    let first = config.settings().unwrap().secret;
    assert!(first.len() >= SECRET_BYTES);
    assert_eq!(config.settings().unwrap().secret, first);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder.join("secret")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

const CITY: &str = "[oidc.city]\nissuer = \"https://login.city.example\"\nclient_id = \"kith\"\nclient_secret = \"s\"\nname_en = \"City\"\nmail_domains = \"*\"\n";

#[test]
fn other_houses_stand_in_tables_of_their_own_and_in_the_environment() {
    let config = read(&with_domains("[\"City.example\", \"@town.example\"]"), &[]).unwrap();
    let city = &config.issuers()[0];
    assert_eq!((city.key.as_str(), city.id_there.as_str(), city.secret.as_str()), ("city", "kith", "s"));
    assert_eq!((city.name(crate::langs::Lang::En), city.name(crate::langs::Lang::Fr)), ("City", "City"));
    assert_eq!(city.mail_domains, ["city.example", "town.example"]);
    assert!(!format!("{city:?}").contains("\"s\""), "the secret stands in no log");
    let named = [
        ("KITH_OIDC_CITY_CLIENT_SECRET", "another"),
        ("KITH_OIDC_CITY_NAME_FR", "Ville"),
        ("KITH_OIDC_CITY_MAIL_DOMAINS", "city.example, town.example"),
        ("KITH_OIDC_ROYAL_BANK_ISSUER", "https://id.bank.example/oauth"),
        ("KITH_OIDC_ROYAL_BANK_CLIENT_ID", "k"),
        ("KITH_OIDC_ROYAL_BANK_CLIENT_SECRET", "t"),
        ("KITH_OIDC_ROYAL_BANK_NAME_FR", "Banque"),
        ("KITH_OIDC_ROYAL_BANK_MAIL_DOMAINS", "*"),
        ("KITH_OIDC_SERVICE_PORT", "80"),
    ];
    let config = read(CITY, &named).unwrap();
    let told =
        |at: usize| (&config.issuers()[at].key, &config.issuers()[at].secret, &config.issuers()[at].name_fr);
    assert_eq!(config.issuers().len(), 2);
    assert_eq!(told(0), (&"city".to_owned(), &"another".to_owned(), &"Ville".to_owned()));
    assert_eq!(told(1), (&"royal-bank".to_owned(), &"t".to_owned(), &"Banque".to_owned()));
    assert_eq!(config.issuers()[0].mail_domains, ["city.example", "town.example"]);
    assert_eq!(config.issuers()[1].mail_domains, ["*"]);
}

/// The city with these domains.
fn with_domains(written: &str) -> String {
    CITY.replace("mail_domains = \"*\"", &format!("mail_domains = {written}"))
}

#[test]
fn domains_that_come_to_nothing_open_nothing() {
    for (written, code) in [
        ("\"\"", "config-issuer-lacks"),
        ("\",\"", "config-issuer-lacks"),
        ("[]", "config-issuer-lacks"),
        ("[\"\"]", "config-issuer-lacks"),
        ("[\"@\"]", "config-not-mail-domain"),
        ("[\"*\", \"city.example\"]", "config-not-mail-domain"),
        ("[\"*.city.example\"]", "config-not-mail-domain"),
        ("[\"city\"]", "config-not-mail-domain"),
        ("[\"ada@city.example\"]", "config-not-mail-domain"),
        ("\"city.example town.example\"", "config-not-mail-domain"),
        ("[\"city.example.\"]", "config-not-mail-domain"),
        ("[1]", "config-issuer-not-text"),
    ] {
        let wrong = read(&with_domains(written), &[]).err().unwrap_or_default();
        assert!(wrong.iter().any(|(field, found)| field == "oidc" && found == code), "{written}: {wrong:?}");
    }
    // The environment replaces a list of the file, and does not lift it by saying nothing.
    let wrong = read(&with_domains("[\"city.example\"]"), &[("KITH_OIDC_CITY_MAIL_DOMAINS", "")]);
    assert!(wrong.is_err(), "an empty variable");
}

#[test]
fn a_file_that_holds_no_secret_is_missing() {
    let path = std::env::temp_dir().join(format!("kith-empty-{}", Chance::system().secret()));
    std::fs::write(&path, "\n").unwrap();
    let named = format!("client_secret_file = \"{}\"", path.display());
    let wrong = read(&CITY.replace("client_secret = \"s\"", &named), &[]).err().unwrap_or_default();
    std::fs::remove_file(&path).unwrap();
    assert!(wrong.iter().any(|(_, found)| found == "config-issuer-lacks"), "{wrong:?}");
}

#[test]
fn what_is_wrong_about_another_house_is_said_with_its_name() {
    for (written, code) in [
        ("oidc = \"city\"".to_owned(), "config-not-table"),
        ("[oidc]\ncity = 1".to_owned(), "config-not-table"),
        ("[oidc.\"The City\"]".to_owned(), "config-issuer-name"),
        (format!("{CITY}isuer = \"x\""), "config-unknown"),
        (CITY.replace("client_id = \"kith\"\n", ""), "config-issuer-lacks"),
        (CITY.replace("client_secret = \"s\"\n", ""), "config-issuer-lacks"),
        (CITY.replace("name_en = \"City\"\n", ""), "config-issuer-lacks"),
        (CITY.replace("\"kith\"", "1"), "config-issuer-not-text"),
        (CITY.replace("mail_domains = \"*\"\n", ""), "config-issuer-lacks"),
        (format!("{CITY}{}", CITY.replace("[oidc.city]", "[oidc.town]")), "config-issuer-twice"),
        (format!("{CITY}client_secret_file = \"/nowhere\""), "config-twice"),
        (
            CITY.replace("client_secret = \"s\"", "client_secret_file = \"/nowhere\""),
            "config-file-unreadable",
        ),
        (CITY.replace("https://login", "http://login"), "config-not-issuer"),
        (CITY.replace("https://login.city.example", "login.city.example"), "config-not-issuer"),
        (CITY.replace("city.example\"", "city.example/?x=1\""), "config-not-issuer"),
    ] {
        let wrong = read(&written, &[]).err().unwrap_or_default();
        assert!(
            wrong.iter().any(|(field, found)| field == "oidc" || found == code && field.is_empty()),
            "{written}: {wrong:?}"
        );
        assert!(wrong.iter().any(|(_, found)| found == code), "{written}: {wrong:?}");
    }
}

#[test]
fn another_house_is_found_by_https_or_on_this_machine() {
    for (address, fits) in [
        ("https://login.city.example", true),
        ("https://login.city.example/realms/kith", true),
        ("http://127.0.0.1:9000", true),
        ("http://localhost:9000/x", true),
        ("http://[::1]:9000", true),
        ("http://login.city.example", false),
        ("http://localhost.evil.example", false),
        ("http://127.0.0.1@evil.example", false),
        ("https://", false),
        ("https:///x", false),
        ("ftp://x", false),
        ("https://a b", false),
        ("https://x/#y", false),
    ] {
        assert_eq!(is_issuer(address), fits, "{address}");
    }
}
