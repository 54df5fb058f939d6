//! A keychain of its own: a session bus and the daemon behind it, in a home of their own.

use std::{
    io::Write as _,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

pub(super) struct Keychain {
    home: tempfile::TempDir,
    address: String,
    running: Vec<Child>,
}

impl Keychain {
    pub(super) fn start() -> Option<Self> {
        let home = tempfile::tempdir().unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut address = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(bus.stdout.take().unwrap()), &mut address)
            .unwrap();
        let mut keychain = Keychain { home, address: address.trim().to_owned(), running: vec![bus] };
        let mut daemon = Command::new("gnome-keyring-daemon");
        daemon
            .args(["--foreground", "--components=secrets", "--unlock"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let mut daemon = keychain.enter(&mut daemon).spawn().ok()?;
        daemon.stdin.take().unwrap().write_all(b"a password of the login\n").unwrap();
        keychain.running.push(daemon);
        let made = keychain.home.path().join(".local/share/keyrings/login.keyring");
        let is_made = (0..3_000).any(|_| {
            thread::sleep(Duration::from_millis(20));
            made.exists()
        });
        assert!(is_made, "the keychain did not start");
        Some(keychain)
    }

    pub(super) fn enter<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env_remove("XDG_DATA_HOME")
    }
}

impl Drop for Keychain {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
