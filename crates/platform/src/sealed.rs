//! Values that stand in the database closed: who has the database alone, or a copy of it, cannot read them.
//!
//! ChaCha20-Poly1305 with a key for each purpose, derived from the secret of the installation. What a value is about is sealed
//! along with it: moved to another row it does not open.

use crate::{
    app::Settings,
    errors::{Error, Result},
    ids::Chance,
};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::Sha256;

/// How it was sealed, so that another way can come later.
const WAY: &str = "1.";

impl Settings {
    /// Seals a value for `purpose` (`"accounts.second-factor"`), about one row.
    ///
    /// # Errors
    /// A failure of the cipher.
    pub fn seal(&self, chance: &Chance, (purpose, about): (&str, &str), value: &[u8]) -> Result<String> {
        let nonce: [u8; NONCE_LEN] = chance.bytes();
        let mut sealed = value.to_vec();
        let key = key(&self.secret, purpose)?;
        key.seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(about.as_bytes()),
            &mut sealed,
        )
        .map_err(Error::failed)?;
        let whole = [nonce.as_slice(), &sealed].concat();
        Ok(format!("{WAY}{}", BASE64URL_NOPAD.encode(&whole)))
    }

    /// Opens what [`Settings::seal`] closed. None when it was closed by another installation's secret, for something else,
    /// or was changed since.
    ///
    /// # Errors
    /// A failure of the cipher.
    pub fn unseal(&self, (purpose, about): (&str, &str), sealed: &str) -> Result<Option<Vec<u8>>> {
        let whole = sealed.strip_prefix(WAY).and_then(|text| BASE64URL_NOPAD.decode(text.as_bytes()).ok());
        let Some((nonce, rest)) = whole.as_ref().and_then(|whole| whole.split_first_chunk::<NONCE_LEN>())
        else {
            return Ok(None);
        };
        let (mut rest, key) = (rest.to_vec(), key(&self.secret, purpose)?);
        let opened =
            key.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(about.as_bytes()), &mut rest);
        Ok(opened.ok().map(|value| value.to_vec()))
    }
}

fn key(secret: &str, purpose: &str) -> Result<LessSafeKey> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Error::failed)?;
    mac.update(b"sealed\0");
    mac.update(purpose.as_bytes());
    let key = UnboundKey::new(&CHACHA20_POLY1305, &mac.finalize().into_bytes()).map_err(Error::failed)?;
    Ok(LessSafeKey::new(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn it_opens_here_for_the_same_thing_alone() {
        let (settings, chance) = (crate::testing::test_settings(Path::new(".")), Chance::seeded(3));
        let sealed = settings.seal(&chance, ("codes", "ada"), b"a secret").unwrap();
        assert_eq!(
            settings.unseal(("codes", "ada"), &sealed).unwrap().as_deref(),
            Some(b"a secret".as_slice())
        );
        assert_ne!(sealed, settings.seal(&chance, ("codes", "ada"), b"a secret").unwrap());
        let elsewhere =
            Settings { secret: "another secret of thirty-two bytes and more".into(), ..settings.clone() };
        assert_eq!(elsewhere.unseal(("codes", "ada"), &sealed).unwrap(), None);
        assert_eq!(settings.unseal(("codes", "bea"), &sealed).unwrap(), None, "moved to another row");
        assert_eq!(settings.unseal(("other", "ada"), &sealed).unwrap(), None);
        for changed in ["", "1.", "1.AAAA", "2.AAAA", &sealed.replace("1.", ""), &format!("{sealed}A")] {
            assert_eq!(settings.unseal(("codes", "ada"), changed).unwrap(), None, "{changed}");
        }
    }
}
