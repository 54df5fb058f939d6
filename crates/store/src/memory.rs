//! Memory for keys: locked, so that it is not written to a swap file, left out of core dumps, and wiped at the end. What
//! the system does not grant is done without; it lets a program lock only little.

#[cfg(target_os = "linux")]
use std::ffi::c_void;
use std::{
    mem::size_of_val,
    ops::{Deref, DerefMut},
};

use region::LockGuard;
use zeroize::Zeroize;

use crate::Result;

/// What is held in such memory. It is filled where it lies: what is moved leaves copies behind.
pub(crate) struct Guarded<H: Holder> {
    // Let go of first: memory that was given back cannot be unlocked.
    _lock: Option<LockGuard>,
    held: H,
}

/// What keeps what it holds in one place, and wipes it.
pub(crate) trait Holder: DerefMut + Zeroize {}
impl<H: DerefMut + Zeroize> Holder for H {}

/// A key.
pub(crate) type Secret = Guarded<Box<Pages>>;

/// In pages of its own, as large as they are anywhere but on a few servers. Locking goes by pages and is not counted: what
/// shares one with another is unlocked with it.
#[repr(align(16384))]
pub(crate) struct Pages([u8; 32]);

impl<H: Holder> Guarded<H> {
    /// Takes what holds nothing yet.
    pub(crate) fn new(empty: H) -> Self {
        let (at, length) = (&raw const *empty, size_of_val(&*empty));
        let lock = region::lock(at.cast::<u8>(), length).ok();
        #[cfg(target_os = "linux")]
        #[expect(unsafe_code, reason = "the system is asked by its own call")]
        // SAFETY: the range is that of what is held, and what lies there stays as it is.
        let _ = unsafe {
            rustix::mm::madvise(at.cast::<c_void>().cast_mut(), length, rustix::mm::Advice::LinuxDontDump)
        };
        Guarded { _lock: lock, held: empty }
    }
}

impl Secret {
    pub(crate) fn filled(fill: impl FnOnce(&mut [u8; 32]) -> Result<()>) -> Result<Self> {
        let mut secret = Self::new(Box::new(Pages([0; 32])));
        fill(&mut secret.0)?;
        Ok(secret)
    }

    pub(crate) fn of(bytes: &[u8; 32]) -> Self {
        let mut secret = Self::new(Box::new(Pages([0; 32])));
        secret.0 = *bytes;
        secret
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Zeroize for Box<Pages> {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

impl<H: Holder> Deref for Guarded<H> {
    type Target = H::Target;
    fn deref(&self) -> &H::Target {
        &self.held
    }
}

impl<H: Holder> DerefMut for Guarded<H> {
    fn deref_mut(&mut self) -> &mut H::Target {
        &mut self.held
    }
}

impl<H: Holder> Drop for Guarded<H> {
    fn drop(&mut self) {
        // Before it is unlocked.
        self.held.zeroize();
    }
}

/// Does some work, and wipes the stack it used: what is moved is copied there.
pub(crate) fn swept<T>(work: impl FnOnce() -> T) -> T {
    #[inline(never)]
    fn apart<T>(work: impl FnOnce() -> T) -> T {
        work()
    }
    let value = apart(work);
    zeroize::zeroize_stack::<65_536>();
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As much as Argon2 takes: the allocator gives it back to the system at once.
    #[test]
    fn much_memory_is_unlocked_before_it_is_given_back() {
        drop(Guarded::new(vec![1_u8; 64 << 20]));
    }
}
