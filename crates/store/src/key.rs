//! The data key and the ways to reach it.
//!
//! A random 256-bit key encrypts the data file. `keys.json` holds that key, wrapped (XChaCha20-Poly1305)
//! once for each way to open: a secret in the system keychain, a passphrase or a recovery key (Argon2id,
//! parameters stored), or not at all ("no lock on this computer"). Changing a lock rewrites only this file.
//! It carries a checksum, so that a digit that was read wrong is told from a passphrase that does not fit.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{
    Error, Result, keychain,
    memory::{Guarded, Secret, swept},
    passphrase, recovery_key,
};

/// The key of the data file.
pub struct DataKey(Secret);

impl DataKey {
    pub fn random() -> Result<Self> {
        random_secret().map(DataKey)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// As SQLCipher takes a raw key: `x'…'`.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut pragma = Zeroizing::new(String::with_capacity(2 * self.bytes().len() + 3));
        pragma.push_str("x'");
        HEXLOWER.encode_append(self.bytes(), &mut pragma);
        pragma.push('\'');
        pragma
    }
}

impl Clone for DataKey {
    fn clone(&self) -> Self {
        DataKey(Secret::of(self.bytes()))
    }
}

/// The lock a person chooses.
pub enum Lock {
    Keychain,
    Passphrase(Zeroizing<String>),
    /// No lock: whoever can read this user's files can read the data.
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockKind {
    Keychain,
    Passphrase,
    Open,
}

/// `keys.json`: the data key, once for each way to open.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFile {
    version: u32,
    lock: Wrap,
    recovery: Option<Sealed>,
    /// SHA-256 of all of this without it, as compact JSON. Version 1 had none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    check: String,
}

/// What every version has, so that a newer file is told from a damaged one.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Wrap {
    Keychain {
        account: String,
        sealed: String,
    },
    Passphrase {
        #[serde(default)]
        form: Form,
        #[serde(flatten)]
        sealed: Sealed,
    },
    Open {
        key: String,
    },
}

/// What of a passphrase went into its lock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    /// Every sign as it was typed then. Earlier versions did that, and said nothing of it.
    #[default]
    AsTyped,
    Canonical,
}

/// A key sealed by something a person types, with the Argon2id parameters that were used.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sealed {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    sealed: String,
}

/// Argon2id for new wraps: 64 MiB, 3 passes, 1 lane (RFC 9106's second choice, one lane since we hash on one). Less in this
/// crate's tests, which open thousands of locks.
const MEMORY_KIB: u32 = if cfg!(test) { 64 } else { 64 * 1024 };
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// No lock of ours asks for more, now or soon; what does would hold the computer for minutes.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_WORK_KIB: u64 = 4 * 1024 * 1024;

impl KeyFile {
    const VERSION: u32 = 2;

    pub(crate) fn new(key: &DataKey, lock: &Lock) -> Result<Self> {
        let lock_of_it = Wrap::new(key, lock)?;
        let file = KeyFile { version: Self::VERSION, lock: lock_of_it, recovery: None, check: String::new() };
        file.seen_to_open(key, lock)
    }

    pub(crate) fn parse(text: &[u8]) -> Result<Self> {
        let unread = |error: serde_json::Error| Error::KeyFileDamaged((&error).into());
        let Head { version } = serde_json::from_slice(text).map_err(unread)?;
        if version > Self::VERSION {
            return Err(Error::NewerSchema);
        }
        let file: KeyFile = serde_json::from_slice(text).map_err(unread)?;
        let is_whole = match file.check.as_str() {
            "" => version == 1,
            check => check == file.checksum()?,
        };
        if is_whole { Ok(file) } else { Err(damaged("key file checksum")) }
    }

    /// As it is written.
    pub(crate) fn to_text(&self) -> Result<Vec<u8>> {
        let mut file = KeyFile { version: Self::VERSION, ..self.clone() };
        file.check = file.checksum()?;
        serde_json::to_vec_pretty(&file).map_err(|error| Error::KeyFileDamaged((&error).into()))
    }

    fn checksum(&self) -> Result<String> {
        let bare = KeyFile { check: String::new(), ..self.clone() };
        let text = serde_json::to_vec(&bare).map_err(|error| Error::KeyFileDamaged((&error).into()))?;
        Ok(HEXLOWER.encode(&Sha256::digest(&text)))
    }

    /// Whether it carries a checksum.
    pub(crate) fn is_checked(&self) -> bool {
        !self.check.is_empty()
    }

    pub fn lock(&self) -> LockKind {
        match self.lock {
            Wrap::Keychain { .. } => LockKind::Keychain,
            Wrap::Passphrase { .. } => LockKind::Passphrase,
            Wrap::Open { .. } => LockKind::Open,
        }
    }

    pub fn has_recovery_key(&self) -> bool {
        self.recovery.is_some()
    }

    /// The data key, when nothing needs to be typed. `None` when a passphrase is needed.
    pub fn open_unasked(&self) -> Result<Option<DataKey>> {
        match &self.lock {
            Wrap::Open { key } => Secret::filled(|bytes| decode(key, bytes)).map(|key| Some(DataKey(key))),
            Wrap::Keychain { account, sealed } => {
                let secret = keychain::load(account)?;
                let secret: &[u8; 32] =
                    secret.as_slice().try_into().map_err(|_| damaged("keychain length"))?;
                Ok(Some(unseal(secret, sealed)?))
            }
            Wrap::Passphrase { .. } => Ok(None),
        }
    }

    /// The data key by a passphrase or a recovery key. Each reading of it takes a good part of a second, on
    /// purpose; a passphrase that locks in its canonical form has one.
    pub fn open_with(&self, typed: &str) -> Result<DataKey> {
        if let Some(sealed) = &self.recovery
            && let Some(key) =
                recovery_key::readings(typed).iter().find_map(|reading| sealed.open(reading).ok())
        {
            return Ok(key);
        }
        let Wrap::Passphrase { form, sealed } = &self.lock else {
            return Err(Error::WrongPassphrase);
        };
        let readings = match form {
            Form::Canonical => vec![passphrase::canonical(typed)],
            Form::AsTyped => passphrase::readings(typed),
        };
        let mut tries = readings.iter().map(|reading| sealed.open(reading.as_bytes()));
        tries
            .find(|tried| !matches!(tried, Err(Error::WrongPassphrase)))
            .unwrap_or(Err(Error::WrongPassphrase))
    }

    /// The same data key under another lock, which is seen to open before it counts. The recovery key, if there is one,
    /// stays good, and so does the former lock until it is let go of.
    pub(crate) fn with_lock(&self, key: &DataKey, lock: &Lock) -> Result<Self> {
        KeyFile { lock: Wrap::new(key, lock)?, ..self.clone() }.seen_to_open(key, lock)
    }

    fn seen_to_open(self, key: &DataKey, lock: &Lock) -> Result<Self> {
        let opened = match lock {
            Lock::Passphrase(typed) => Some(self.open_with(typed)?),
            Lock::Keychain | Lock::Open => self.open_unasked()?,
        };
        if opened.is_some_and(|opened| opened.bytes() == key.bytes()) {
            Ok(self)
        } else {
            Err(Error::Keychain("keychain NotGivenBack".into()))
        }
    }

    /// Once this lock is not on the disk, or not any more. Best effort: without this file the secret opens nothing.
    pub(crate) fn let_go_of_lock(&self) {
        if let Wrap::Keychain { account, .. } = &self.lock {
            let _ = keychain::forget(account);
        }
    }

    /// Makes a recovery key and returns it, to be shown once. An earlier one stops working.
    pub(crate) fn make_recovery_key(&mut self, key: &DataKey) -> Result<Zeroizing<String>> {
        let (plain, shown) = recovery_key::make()?;
        self.recovery = Some(Sealed::new(key, &plain)?);
        Ok(shown)
    }
}

impl Wrap {
    fn new(key: &DataKey, lock: &Lock) -> Result<Self> {
        Ok(match lock {
            Lock::Open => Wrap::Open { key: HEXLOWER.encode(key.bytes()) },
            Lock::Passphrase(typed) => Wrap::Passphrase {
                form: Form::Canonical,
                sealed: Sealed::new(key, passphrase::canonical(typed).as_bytes())?,
            },
            Lock::Keychain => {
                let secret = random_secret()?;
                let account = format!("data key {}", HEXLOWER.encode(&random::<8>()?));
                keychain::store(&account, secret.bytes())?;
                Wrap::Keychain { account, sealed: seal(secret.bytes(), key)? }
            }
        })
    }
}

impl Sealed {
    fn new(key: &DataKey, typed: &[u8]) -> Result<Self> {
        let mut sealed = Sealed {
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: HEXLOWER.encode(&random::<16>()?),
            sealed: String::new(),
        };
        sealed.sealed = seal(sealed.stretch(typed)?.bytes(), key)?;
        Ok(sealed)
    }

    fn open(&self, typed: &[u8]) -> Result<DataKey> {
        unseal(self.stretch(typed)?.bytes(), &self.sealed)
    }

    fn stretch(&self, typed: &[u8]) -> Result<Secret> {
        let work = u64::from(self.memory_kib) * u64::from(self.passes);
        if self.memory_kib > MOST_MEMORY_KIB || work > MOST_WORK_KIB {
            return Err(damaged("key file work"));
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| damaged("key file work"))?;
        let mut salt = [0; 16];
        decode(&self.salt, &mut salt)?;
        let mut blocks = Guarded::new(vec![Block::default(); params.block_count()]);
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Secret::filled(|out| {
            swept(|| argon2.hash_password_into_with_memory(typed, &salt, out, &mut *blocks))
                .map_err(|_| damaged("key not stretched"))
        })
    }
}

fn damaged(code: &'static str) -> Error {
    Error::KeyFileDamaged(code.into())
}

/// Nonce and sealed key, as hexadecimal digits.
fn seal(by: &[u8; 32], key: &DataKey) -> Result<String> {
    let nonce: [u8; 24] = random()?;
    let sealed = swept(|| {
        let cipher = XChaCha20Poly1305::new(by.into());
        cipher.encrypt(&XNonce::from(nonce), key.bytes().as_slice()).map_err(|_| damaged("key not sealed"))
    })?;
    Ok(HEXLOWER.encode(&[nonce.as_slice(), &sealed].concat()))
}

fn unseal(by: &[u8; 32], text: &str) -> Result<DataKey> {
    let raw = HEXLOWER.decode(text.as_bytes()).map_err(|_| damaged("key file digits"))?;
    let (nonce, sealed) = raw.split_first_chunk::<24>().ok_or_else(|| damaged("key file length"))?;
    swept(|| {
        let cipher = XChaCha20Poly1305::new(by.into());
        let plain = cipher.decrypt(&XNonce::from(*nonce), sealed).map_err(|_| Error::WrongPassphrase)?;
        let plain = Zeroizing::new(plain);
        let plain: &[u8; 32] = plain.as_slice().try_into().map_err(|_| damaged("key file length"))?;
        Ok(DataKey(Secret::of(plain)))
    })
}

/// Reads hexadecimal digits.
fn decode(digits: &str, into: &mut [u8]) -> Result<()> {
    let is_as_long = HEXLOWER.decode_len(digits.len()) == Ok(into.len());
    let is_read = is_as_long && HEXLOWER.decode_mut(digits.as_bytes(), into).is_ok();
    if is_read { Ok(()) } else { Err(damaged("key file digits")) }
}

fn random_secret() -> Result<Secret> {
    Secret::filled(|secret| getrandom::fill(secret).map_err(|_| Error::NoRandomness))
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|_| Error::NoRandomness)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(text: &str) -> Lock {
        Lock::Passphrase(Zeroizing::new(text.to_owned()))
    }

    #[test]
    fn a_passphrase_opens_and_another_does_not() {
        let key = DataKey::random().unwrap();
        let file = KeyFile::new(&key, &passphrase("grey water")).unwrap();
        let file = KeyFile::parse(&file.to_text().unwrap()).unwrap();
        assert_eq!(file.open_with("grey water").unwrap().bytes(), key.bytes());
        assert!(matches!(file.open_with("grey waters"), Err(Error::WrongPassphrase)));
        assert!(file.open_unasked().unwrap().is_none());
    }

    #[test]
    fn a_recovery_key_opens_however_it_is_typed_and_survives_a_new_lock() {
        let key = DataKey::random().unwrap();
        let mut file = KeyFile::new(&key, &passphrase("first one")).unwrap();
        let recovery = file.make_recovery_key(&key).unwrap();
        let file = file.with_lock(&key, &passphrase("second one")).unwrap();
        let typed = recovery.replace('-', " ").to_lowercase();
        assert_eq!(file.open_with(&typed).unwrap().bytes(), key.bytes());
        assert!(file.open_with("first one").is_err());
        assert!(file.open_with("second one").is_ok());
    }

    /// Texts that look alike and are typed in other signs.
    const ALIKE: [(&str, &str); 9] = [
        ("crème brûlée", "cre\u{300}me bru\u{302}le\u{301}e"),
        (
            "비밀번호 아무거나",
            "\u{1107}\u{1175}\u{1106}\u{1175}\u{11af}\u{1107}\u{1165}\u{11ab}\u{1112}\u{1169} \u{110b}\u{1161}\u{1106}\u{116e}\u{1100}\u{1165}\u{1102}\u{1161}",
        ),
        ("mật khẩu dài", "ma\u{323}\u{302}t kha\u{302}\u{309}u da\u{300}i"),
        ("мой тихий вечер", "мои\u{306} тихии\u{306} вечер"),
        ("ガラスの ひかり", "カ\u{3099}ラスの\u{3000}ひかり"),
        ("small grey stone", "ｓｍａｌｌ\u{3000}ｇｒｅｙ\u{3000}ｓｔｏｎｅ"),
        ("small grey stone", "\u{feff}small\u{a0}grey sto\u{200b}ne\u{200e} "),
        ("so\u{ad}ft ❤\u{fe0f} stone", "soft ❤ stone"),
        ("I don't know", "I don\u{2019}t know"),
    ];

    #[test]
    fn a_passphrase_opens_in_whatever_signs_it_is_typed() {
        let key = DataKey::random().unwrap();
        for (one, other) in ALIKE {
            for (set, typed) in [(one, other), (other, one)] {
                let file = KeyFile::new(&key, &Lock::Open).unwrap();
                let file = file.with_lock(&key, &passphrase(set)).unwrap();
                let file = KeyFile::parse(&file.to_text().unwrap()).unwrap();
                assert_eq!(file.open_with(typed).unwrap().bytes(), key.bytes(), "{set:?} {typed:?}");
            }
        }
    }

    /// As an earlier version wrote it.
    fn locked_as_typed(key: &DataKey, typed: &str) -> KeyFile {
        let mut file = serde_json::to_value(KeyFile::new(key, &Lock::Open).unwrap()).unwrap();
        file["lock"] = serde_json::to_value(Sealed::new(key, typed.as_bytes()).unwrap()).unwrap();
        file["lock"]["kind"] = "passphrase".into();
        file["version"] = 1.into();
        KeyFile::parse(file.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn a_lock_of_an_earlier_version_still_opens() {
        let key = DataKey::random().unwrap();
        let composed_otherwise = &ALIKE[..4];
        let swapped = composed_otherwise.iter().map(|&(one, other)| (other, one));
        let others = [
            ("          ", "          "),
            (" a small stone ", " a small stone "),
            ("a small stone", "a small stone "),
            ("a\u{a0}small stone", "a\u{a0}small stone"),
            ("a small stone", "\u{feff}a\u{a0}small stone"),
        ];
        for (set, typed) in composed_otherwise.iter().copied().chain(swapped).chain(others) {
            assert_eq!(
                locked_as_typed(&key, set).open_with(typed).unwrap().bytes(),
                key.bytes(),
                "{set:?} {typed:?}"
            );
        }
        let wrong = locked_as_typed(&key, "a small stone").open_with("a small stove");
        assert!(matches!(wrong, Err(Error::WrongPassphrase)));
    }

    #[test]
    fn no_private_key_is_in_the_file_unless_there_is_no_lock() {
        let key = DataKey::random().unwrap();
        let hex = HEXLOWER.encode(key.bytes());
        let locked = serde_json::to_string(&KeyFile::new(&key, &passphrase("x y z")).unwrap()).unwrap();
        assert!(!locked.contains(&hex));
        let open = serde_json::to_string(&KeyFile::new(&key, &Lock::Open).unwrap()).unwrap();
        assert!(open.contains(&hex));
    }

    #[test]
    fn a_key_file_cut_short_is_called_damaged() {
        let Err(Error::KeyFileDamaged(cause)) = KeyFile::parse(b"{\"version\":1") else { panic!() };
        assert_eq!(cause.to_string(), "json cut short");
    }

    #[test]
    fn a_newer_key_file_is_called_newer_whatever_it_holds() {
        assert!(matches!(KeyFile::parse(b"{\"version\":3,\"ways\":[]}"), Err(Error::NewerSchema)));
    }

    /// A digit that was read wrong would look like a passphrase that does not fit.
    #[test]
    fn a_bit_that_turned_is_damage_and_never_another_key_file() {
        let key = DataKey::random().unwrap();
        let mut file = KeyFile::new(&key, &passphrase("x y z")).unwrap();
        file.make_recovery_key(&key).unwrap();
        let text = file.to_text().unwrap();
        for at in 0..text.len() * 8 {
            let mut turned = text.clone();
            turned[at / 8] ^= 1 << (at % 8);
            match KeyFile::parse(&turned) {
                Err(Error::KeyFileDamaged(_) | Error::NewerSchema) => {}
                Ok(read) => assert_eq!(read.to_text().unwrap(), text, "bit {at}"),
                Err(other) => panic!("bit {at}: {other}"),
            }
        }
    }

    #[test]
    fn a_lock_that_would_hold_the_computer_is_called_damaged() {
        let key = DataKey::random().unwrap();
        let file = serde_json::to_value(KeyFile::new(&key, &passphrase("x y z")).unwrap()).unwrap();
        for (name, value) in [("memory_kib", 16 << 20), ("memory_kib", u32::MAX), ("passes", 1_000_000_000)] {
            let mut file = file.clone();
            file["lock"][name] = value.into();
            file["version"] = 1.into();
            let file = KeyFile::parse(file.to_string().as_bytes()).unwrap();
            assert!(matches!(file.open_with("x y z"), Err(Error::KeyFileDamaged(_))), "{name} {value}");
        }
    }
}
