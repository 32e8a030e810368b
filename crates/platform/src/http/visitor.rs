//! Where on the network a request comes from: for the throttle, and for nothing that is kept.

use axum::extract::{ConnectInfo, Request};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The address of the peer, or behind a proxy the one that the proxy added last. Of the newer addresses the first half,
/// since everybody has a whole half to choose from. Empty when nobody knows.
pub fn of(request: &Request, behind_proxy: bool) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let told = if behind_proxy { told(request) } else { None };
    match told.or(peer).map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => Ipv6Addr::from(u128::from(address) >> 64 << 64).to_string(),
        None => String::new(),
    }
}

fn told(request: &Request) -> Option<IpAddr> {
    let line = request.headers().get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(peer: &str, told: &[&str]) -> Request {
        let mut request =
            Request::get("/").extension(ConnectInfo(format!("{peer}:9").parse::<SocketAddr>().unwrap()));
        for line in told {
            request = request.header("x-forwarded-for", *line);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn the_last_proxy_is_believed_and_nobody_else() {
        let lines = ["203.0.113.9", "198.51.100.7, 192.0.2.44"];
        assert_eq!(of(&request("127.0.0.1", &lines), true), "192.0.2.44");
        assert_eq!(of(&request("127.0.0.1", &lines), false), "127.0.0.1");
        assert_eq!(of(&request("127.0.0.1", &["nonsense"]), true), "127.0.0.1");
        assert_eq!(of(&Request::new(Body::empty()), true), "");
    }

    #[test]
    fn of_a_newer_address_the_first_half_counts() {
        assert_eq!(of(&request("[2001:db8:1:2:3:4:5:6]", &[]), false), "2001:db8:1:2::");
        assert_eq!(of(&request("[::ffff:192.0.2.1]", &[]), false), "192.0.2.1");
    }
}
