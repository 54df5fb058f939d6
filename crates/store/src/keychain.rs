//! The system keychain, which may be absent, locked, or slow to answer.

use std::{borrow::Borrow, sync::mpsc, thread, time::Duration};

use zeroize::Zeroizing;

use crate::{Cause, Error, Result};

const SERVICE: &str = "Pilot Light";
/// Unlocking a keychain may show the system's own prompt; it gets time to be answered.
const PATIENCE: Duration = Duration::from_secs(60);
/// Asking whether there is one shows nothing.
const PROBE_PATIENCE: Duration = Duration::from_secs(3);

/// Whether a keychain answers on this system.
pub fn is_available() -> bool {
    within(PROBE_PATIENCE, || keyring::v1::Entry::store_status().as_ref().copied()).is_ok()
}

pub(crate) fn store(account: &str, secret: &[u8]) -> Result<()> {
    let (account, secret) = (account.to_owned(), Zeroizing::new(secret.to_vec()));
    within(PATIENCE, move || entry(&account)?.set_secret(&secret))
}

pub(crate) fn load(account: &str) -> Result<Zeroizing<Vec<u8>>> {
    let account = account.to_owned();
    within(PATIENCE, move || entry(&account)?.get_secret().map(Zeroizing::new))
}

pub(crate) fn forget(account: &str) -> Result<()> {
    let account = account.to_owned();
    within(PATIENCE, move || entry(&account)?.delete_credential())
}

fn entry(account: &str) -> Result<keyring::v1::Entry, keyring::v1::Error> {
    keyring::v1::Entry::new(SERVICE, account)
}

/// Runs `ask` on a thread of its own, so that a keychain that never answers does not hold the program.
fn within<T: Send + 'static, E: Borrow<keyring::v1::Error>>(
    patience: Duration,
    ask: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T> {
    let (answer, answered) = mpsc::channel();
    thread::spawn(move || {
        // Nobody is left to tell once patience has run out.
        let _ = answer.send(ask().map_err(|error| Cause::from(error.borrow())));
    });
    match answered.recv_timeout(patience) {
        Ok(result) => result.map_err(Error::Keychain),
        Err(_) => Err(Error::Keychain("keychain NoAnswerInTime".into())),
    }
}
