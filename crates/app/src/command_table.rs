//! What the list of commands becomes: a typed method of [`Core`] for each command, which is how Rust calls them, and the door
//! by name, which is for pages alone.

use std::any::type_name;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Error, Result};

/// A command's input as it came from a page.
pub(crate) fn parse<T: DeserializeOwned>(input: Value) -> Result<T> {
    // Which type was awaited is said, and nothing of what came: the errors of serde repeat it.
    serde_json::from_value(input).map_err(|_| Error::BadInput { detail: format!("no {}", type_name::<T>()) })
}

macro_rules! commands {
    (
        unlocked_reads { $($unlocked:ident($($unlocked_in:ty)?) => $unlocked_out:ty = $unlocked_do:expr;)* }
        unlocked_changes { $($fch:ident($($fch_in:ty)?) => $fch_out:ty = $fch_do:expr;)* }
        reads { $($read:ident($($read_in:ty)?) => $read_out:ty = $read_do:expr;)* }
        changes { $($change:ident($($change_in:ty)?) => $change_out:ty = $change_do:expr;)* }
        uploads { $($upload:ident($upload_in:ty) => $upload_out:ty = $upload_do:expr;)* }
        downloads { $($download:ident($download_in:ty) => $download_out:ty = $download_do:expr;)* }
        shell { $($shell:ident($($shell_in:ty)?) => $shell_out:ty;)* }
    ) => {
        /// Every command's name, as on the wire.
        pub const NAMES: &[&str] = &[
            $(stringify!($unlocked),)* $(stringify!($fch),)* $(stringify!($read),)* $(stringify!($change),)*
            $(stringify!($upload),)* $(stringify!($download),)* $(stringify!($shell),)*
        ];

        /// Those that answer with bytes.
        pub const DOWNLOADS: &[&str] = &[$(stringify!($download),)*];

        /// The commands, for whoever calls them from Rust. What each does stands with its use case.
        impl Core {
            $(pub fn $unlocked(&self $(, input: $unlocked_in)?) -> Result<$unlocked_out> {
                let run: fn(&Core $(, $unlocked_in)?) -> Result<$unlocked_out> = $unlocked_do;
                self.noted(stringify!($unlocked), || run(self $(, commands!(@given input $unlocked_in))?))
            })*
            $(pub fn $fch(&self $(, input: $fch_in)?) -> Result<Done<$fch_out>> {
                let run: fn(&Core $(, $fch_in)?) -> Result<Done<$fch_out>> = $fch_do;
                self.noted(stringify!($fch), || run(self $(, commands!(@given input $fch_in))?))
            })*
            $(pub fn $read(&self $(, input: $read_in)?) -> Result<$read_out> {
                let run: fn(&App $(, $read_in)?) -> Result<$read_out> = $read_do;
                self.noted(stringify!($read), || {
                    let mut app = self.app();
                    let answer = run(&app $(, commands!(@given input $read_in))?);
                    app.settle(answer)
                })
            })*
            $(pub fn $change(&self $(, input: $change_in)?) -> Result<Done<$change_out>> {
                let run: fn(&mut App $(, $change_in)?) -> Result<Done<$change_out>> = $change_do;
                self.noted(stringify!($change), || {
                    let mut app = self.app();
                    app.doing = stringify!($change);
                    let answer = run(&mut app $(, commands!(@given input $change_in))?);
                    app.settle(answer)
                })
            })*
            $(pub fn $upload(&self, input: $upload_in, bytes: Vec<u8>) -> Result<Done<$upload_out>> {
                let run: fn(&Core, $upload_in, Vec<u8>) -> Result<Done<$upload_out>> = $upload_do;
                self.noted(stringify!($upload), || run(self, input, bytes))
            })*
            $(pub fn $download(&self, input: $download_in) -> Result<WithBytes<$download_out>> {
                let run: fn(&Core, $download_in) -> Result<WithBytes<$download_out>> = $download_do;
                self.noted(stringify!($download), || run(self, input))
            })*
        }

        /// The door for pages.
        impl Core {
            /// Runs a command by its name.
            ///
            /// # Errors
            /// What the command refuses, [`Error::BadInput`](crate::Error::BadInput) and
            /// [`Error::UnknownCommand`](crate::Error::UnknownCommand).
            pub fn call(&self, name: &str, input: Value) -> Result<Reply> {
                match name {
                    $(stringify!($unlocked) => {
                        Done::unchanged(commands!(@run self $unlocked input $($unlocked_in)?)?).reply()
                    })*
                    $(stringify!($fch) => commands!(@run self $fch input $($fch_in)?)?.reply(),)*
                    $(stringify!($read) => {
                        Done::unchanged(commands!(@run self $read input $($read_in)?)?).reply()
                    })*
                    $(stringify!($change) => commands!(@run self $change input $($change_in)?)?.reply(),)*
                    _ => Err(Error::UnknownCommand { name: name.to_owned() }),
                }
            }

            /// Runs one that is given bytes beside its input.
            ///
            /// # Errors
            /// As [`Core::call`].
            pub fn upload(&self, name: &str, input: Value, bytes: Vec<u8>) -> Result<Reply> {
                match name {
                    $(stringify!($upload) => self.$upload(parse(input)?, bytes)?.reply(),)*
                    _ => Err(Error::UnknownCommand { name: name.to_owned() }),
                }
            }

            /// Runs one that answers with bytes, as [`WithBytes`] writes them.
            ///
            /// # Errors
            /// As [`Core::call`].
            pub fn download(&self, name: &str, input: Value) -> Result<Vec<u8>> {
                match name {
                    $(stringify!($download) => self.$download(parse(input)?)?.body(),)*
                    _ => Err(Error::UnknownCommand { name: name.to_owned() }),
                }
            }
        }

        /// The wire in TypeScript: `Reads` and `Changes`, `Uploads` and `Downloads` for bytes, and what the shell does by itself.
        pub fn typescript() -> String {
            let mut into = Declarations::default();
            into.include::<Error>();
            into.include::<Change>();
            into.interface("Reads");
            $(into.command::<commands!(@type $($unlocked_in)?), $unlocked_out>(stringify!($unlocked));)*
            $(into.command::<commands!(@type $($read_in)?), $read_out>(stringify!($read));)*
            into.interface("Changes");
            $(into.command::<commands!(@type $($fch_in)?), $fch_out>(stringify!($fch));)*
            $(into.command::<commands!(@type $($change_in)?), $change_out>(stringify!($change));)*
            into.interface("Uploads");
            $(into.command::<$upload_in, $upload_out>(stringify!($upload));)*
            into.interface("Downloads");
            $(into.command::<$download_in, $download_out>(stringify!($download));)*
            into.interface("ByTheShell");
            $(into.command::<commands!(@type $($shell_in)?), $shell_out>(stringify!($shell));)*
            into.finish()
        }
    };
    (@given $input:ident $type:ty) => { $input };
    (@type) => { () };
    (@type $type:ty) => { $type };
    (@run $core:ident $name:ident $input:ident) => {{ parse::<()>($input)?; $core.$name() }};
    (@run $core:ident $name:ident $input:ident $type:ty) => { $core.$name(parse::<$type>($input)?) };
}
pub(crate) use commands;
