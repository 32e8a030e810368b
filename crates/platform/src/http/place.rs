//! Where a request goes: partnership, face and language, from host and path alone. Pure.

use crate::{
    ctx::{Face, Partnership},
    langs::Lang,
};
use http::{HeaderMap, Uri, header, uri::PathAndQuery};
use std::sync::Arc;

/// Where a request goes.
#[derive(Debug, Clone)]
pub struct Place {
    /// To which partnership; none for the house itself.
    pub partnership: Option<Arc<Partnership>>,
    /// Whether by the partnership's own host name.
    pub at_own_host: bool,
    /// Whose own host it is, on the house's own pages too.
    pub host_of: Option<Arc<Partnership>>,
    /// To which face.
    pub face: Face,
    /// The language that the address names, on the public site.
    pub lang: Option<Lang>,
    /// The address as the rooms' routes know it, when it differs: with the partnership's first segment.
    pub routed: Option<PathAndQuery>,
}

/// The installation's own pages below a first segment that a partnership at its own host has too.
const HOUSE_PAGES: [&str; 1] = ["/api/errors"];

/// Finds the place of `address` at `host` among `partnerships`. `house` holds the first segments of the house's own routes,
/// which are the same at every host.
///
/// At its own host a partnership owns every other address: no other partnership is reached there, whatever its slug.
pub fn find(partnerships: &[Arc<Partnership>], house: &[&str], host: &str, address: &Uri) -> Place {
    let path = address.path();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/');
    let first = segments.next().unwrap_or_default();
    let second = segments.next().unwrap_or_default();
    let own = partnerships.iter().find(|p| !host.is_empty() && p.host.as_deref() == Some(host));
    let nowhere = Place {
        partnership: None,
        at_own_host: false,
        host_of: own.cloned(),
        face: Face::House,
        lang: None,
        routed: None,
    };
    if house.contains(&first) || HOUSE_PAGES.contains(&path) {
        return nowhere;
    }
    let (partnership, face, routed) = match own {
        Some(own) if own.slug == first => (own, second, None),
        Some(own) => (own, first, with_slug(&own.slug, address)),
        None => match partnerships.iter().find(|p| p.slug == first) {
            Some(named) => (named, second, None),
            None => return nowhere,
        },
    };
    let host_of = own.cloned();
    Place {
        partnership: Some(Arc::clone(partnership)),
        at_own_host: host_of.is_some(),
        host_of,
        face: match face {
            "work" => Face::Work,
            "api" => Face::Api,
            _ => Face::Public,
        },
        lang: face.parse().ok(),
        routed,
    }
}

/// What follows the language in a routed path: `help/…` of `/{p}/{lang}/help/…`.
pub fn below_lang(routed: &str) -> &str {
    routed.splitn(4, '/').nth(3).unwrap_or_default()
}

fn with_slug(slug: &str, address: &Uri) -> Option<PathAndQuery> {
    let path = if address.path() == "/" { "" } else { address.path() };
    let query = address.query().map_or(String::new(), |query| format!("?{query}"));
    format!("/{slug}{path}{query}").parse().ok()
}

/// The host that a request names, as names are compared: lower case, without port and final dot. It is the visitor's word:
/// it finds a partnership and nothing else.
pub fn host(headers: &HeaderMap, address: &Uri) -> String {
    let named = authority(headers, address);
    let name = match named.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => named,
    };
    name.trim_end_matches('.').to_ascii_lowercase()
}

/// Host and port as the request names them (RFC 9112 3.2.2: an absolute address outweighs the header).
pub fn authority<'a>(headers: &'a HeaderMap, address: &'a Uri) -> &'a str {
    let sent = || headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    address.authority().map_or_else(sent, |authority| authority.as_str())
}

/// The address without its final slashes, for a redirect to the one address that each page has; none where there is nothing
/// to take away or the address is not a plain one of ours (`//host/` and `/\host/` lead to other sites).
pub fn without_slash(address: &Uri) -> Option<String> {
    let path = address.path();
    let short = path.trim_end_matches('/');
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~' | '%');
    if short == path || short.is_empty() || short.contains("//") || !short.chars().all(plain) {
        return None;
    }
    Some(address.query().map_or_else(|| short.to_owned(), |query| format!("{short}?{query}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::PartnershipId, text::Text};
    use jiff::tz::TimeZone;
    use uuid::Uuid;

    fn partnership(slug: &str, host: Option<&str>) -> Arc<Partnership> {
        Arc::new(Partnership {
            id: PartnershipId(Uuid::nil()),
            slug: slug.into(),
            name: Text::default(),
            place: Text::default(),
            about: Text::default(),
            contact: crate::reach::Contact::default(),
            province: None,
            emergency: Vec::new(),
            zone: TimeZone::UTC,
            langs: Vec::new(),
            host: host.map(str::to_owned),
            invented: true,
            version: 1,
        })
    }

    /// Slug, face, whether at its own host, and the path that the rooms see.
    fn at(host: &str, address: &str) -> (String, Face, bool, String) {
        // `aspen` sorts before `birch`, which has a host of its own; `en` should never have been made, and changes nothing.
        let all = [
            partnership("aspen", None),
            partnership("birch", Some("birch.example")),
            partnership("en", None),
        ];
        let house = ["health", "sign-in", "assets"];
        let address: Uri = address.parse().unwrap();
        let place = find(&all, &house, host, &address);
        let routed = place.routed.map_or_else(|| address.to_string(), |routed| routed.to_string());
        let slug = place.partnership.map(|p| p.slug.clone()).unwrap_or_default();
        (slug, place.face, place.at_own_host, routed)
    }

    fn of(slug: &str, face: Face, own: bool, routed: &str) -> (String, Face, bool, String) {
        (slug.into(), face, own, routed.into())
    }

    #[test]
    fn the_first_segment_names_the_partnership_and_the_second_the_face() {
        assert_eq!(
            at("kith.test", "/aspen/fr/who?n=1"),
            of("aspen", Face::Public, false, "/aspen/fr/who?n=1")
        );
        assert_eq!(at("kith.test", "/aspen/work"), of("aspen", Face::Work, false, "/aspen/work"));
        assert_eq!(at("kith.test", "/birch/api/v1"), of("birch", Face::Api, false, "/birch/api/v1"));
        assert_eq!(at("kith.test", "/nobody/work"), of("", Face::House, false, "/nobody/work"));
        assert_eq!(at("kith.test", "//aspen/work"), of("", Face::House, false, "//aspen/work"));
        assert_eq!(at("", "/"), of("", Face::House, false, "/"));
    }

    #[test]
    fn at_its_own_host_a_partnership_owns_every_address_but_the_houses() {
        let host = "birch.example";
        assert_eq!(at(host, "/"), of("birch", Face::Public, true, "/birch"));
        assert_eq!(at(host, "/?a=b"), of("birch", Face::Public, true, "/birch?a=b"));
        assert_eq!(at(host, "/en/who"), of("birch", Face::Public, true, "/birch/en/who"));
        assert_eq!(at(host, "/work"), of("birch", Face::Work, true, "/birch/work"));
        assert_eq!(at(host, "/birch/work"), of("birch", Face::Work, true, "/birch/work"));
        assert_eq!(
            at(host, "/aspen/work"),
            of("birch", Face::Public, true, "/birch/aspen/work"),
            "not the other's workspace"
        );
        assert_eq!(at(host, "/sign-in/out"), of("", Face::House, false, "/sign-in/out"));
        assert_eq!(at(host, "/api/errors"), of("", Face::House, false, "/api/errors"));
        assert_eq!(at(host, "/api/v1/partners"), of("birch", Face::Api, true, "/birch/api/v1/partners"));
    }

    #[test]
    fn a_host_is_compared_as_names_are() {
        let named = |host: &str, address: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            super::host(&headers, &address.parse().unwrap())
        };
        assert_eq!(named("Birch.Example.:8080", "/"), "birch.example");
        assert_eq!(named("[::1]:80", "/"), "[::1]");
        assert_eq!(
            named("other.example", "http://birch.example/en"),
            "birch.example",
            "HTTP/2 and absolute addresses"
        );
        let other = HeaderMap::new();
        assert_eq!(super::host(&other, &"/en".parse().unwrap()), "");
    }

    #[test]
    fn a_final_slash_is_taken_away_and_never_leads_to_another_site() {
        let short = |address: &str| without_slash(&address.parse().unwrap());
        assert_eq!(short("/aspen/en/?q=1").as_deref(), Some("/aspen/en?q=1"));
        assert_eq!(short("/aspen/en//").as_deref(), Some("/aspen/en"));
        for kept in ["/", "/aspen", "//evil.example/", "/\\evil.example/", "///", "/a//b/"] {
            assert_eq!(short(kept), None, "{kept}");
        }
    }
}
