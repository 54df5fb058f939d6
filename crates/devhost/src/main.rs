//! Pilot Light's commands over loopback HTTP, so that the same UI runs in a browser on the same Rust.
//! For development and browser tests; never shipped. It answers only to this machine's own pages.

use std::{
    convert::Infallible,
    env,
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, Query, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
    routing::{get, post},
};
use chrono::{DateTime, Duration as Span, Utc};
use chrono_tz::Tz;
use pilot_app::{
    Clock, Core, DOWNLOAD_COMMANDS, Error, NotificationTestState, Place, Reply, SystemClock,
    domain::change::{Change, ChangeSource},
};
use serde_json::{Value, json};
use tokio::sync::broadcast;
use tokio_stream::{Stream, StreamExt as _, wrappers::BroadcastStream};
use tower_http::services::ServeDir;

struct Host {
    core: Core,
    changes: broadcast::Sender<String>,
}

/// The system's clock, put forward or back: so that a test can let a day go by.
#[derive(Clone, Default)]
struct MovedClock {
    by_ms: Arc<AtomicI64>,
}

impl MovedClock {
    fn set(&self, now: DateTime<Utc>) {
        self.by_ms.store((now - SystemClock.now()).num_milliseconds(), Ordering::Relaxed);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + Span::milliseconds(self.by_ms.load(Ordering::Relaxed))
    }

    fn zone(&self) -> Option<Tz> {
        SystemClock.zone()
    }
}

struct Options {
    port: u16,
    data: Option<PathBuf>,
    ui: PathBuf,
    demo: bool,
    moves_clock: bool,
}

const USAGE: &str = "usage: pilot-devhost [--port N] [--ui DIR] [--moves-clock] (--data DIR | --demo)";

fn main() -> ExitCode {
    match options(env::args().skip(1)).and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options =
        Options { port: 1421, data: None, ui: PathBuf::from("ui/dist"), demo: false, moves_clock: false };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
        match arg.as_str() {
            "--port" => options.port = value()?.parse().map_err(|_| USAGE.to_owned())?,
            "--data" => options.data = Some(value()?.into()),
            "--ui" => options.ui = value()?.into(),
            "--demo" => options.demo = true,
            "--moves-clock" => options.moves_clock = true,
            _ => return Err(USAGE.to_owned()),
        }
    }
    if options.data.is_none() && !options.demo { Err(USAGE.to_owned()) } else { Ok(options) }
}

#[tokio::main]
async fn serve(options: Options) -> Result<(), String> {
    let clock = MovedClock::default();
    let core = match options.data {
        Some(folder) if !options.demo => {
            // Beside it, so that every folder stands for a computer of its own.
            let whereabouts = Some(folder.with_added_extension("whereabouts.json"));
            Core::start(Place { folder, whereabouts, is_named: true }, clock.clone())
        }
        _ => Core::demo(clock.clone()).map_err(|error| error.to_string())?,
    };
    core.begin_log();
    let host = Arc::new(Host { core, changes: broadcast::channel(64).0 });
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", options.port))
        .await
        .map_err(|error| format!("port {}: {error}", options.port))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    std::thread::spawn({
        let host = Arc::clone(&host);
        move || remind(&host)
    });
    let mut router = Router::new()
        .route("/api/{name}", post(call))
        // The core has its own sentence for a file that is too long.
        .route("/api/bytes/{name}", post(put).layer(DefaultBodyLimit::disable()))
        .route("/api/events", get(events))
        // As much as an entry can hold, and then some: axum takes two megabytes by itself.
        .layer(DefaultBodyLimit::max(128 << 20))
        .with_state(host);
    if options.moves_clock {
        router = router.route("/clock", post(move |body: String| async move { move_clock(&clock, &body) }));
    }
    let router =
        router.fallback_service(ServeDir::new(options.ui)).layer(middleware::from_fn(only_own_pages));
    println!("listening on http://{address}");
    axum::serve(listener, router).await.map_err(|error| error.to_string())
}

/// Reminders come here as in the window, but nothing shows them: they wait on the page.
fn remind(host: &Host) -> ! {
    loop {
        // While the data is not open nothing can come.
        if let Ok(tick) = host.core.app().tick(true, None)
            && let Some(change) = tick.change
        {
            host.announce(&change);
        }
        std::thread::sleep(Duration::from_secs(1));
    }
}

impl Host {
    fn call(&self, name: &str, input: Value) -> Result<Reply, Error> {
        let reply = self.core.call(name, input)?;
        if name == "test_notification" {
            // A browser of this kind shows no notices.
            self.core.app().note_test(NotificationTestState::NoServer);
        }
        self.announce_if_any(&reply);
        Ok(reply)
    }

    fn announce_if_any(&self, reply: &Reply) {
        if let Some(change) = reply.told(ChangeSource::Page("browser".to_owned())) {
            self.announce(&change);
        }
    }

    fn announce(&self, change: &Change) {
        // Nobody may be listening.
        let _ = self.changes.send(json!(change).to_string());
    }
}

/// Refuses other hosts' names (DNS rebinding) and other pages' requests.
async fn only_own_pages(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_own = |authority: &str| {
        authority.split(':').next().is_some_and(|name| name == "127.0.0.1" || name == "localhost")
    };
    let host_is_own = text(header::HOST).is_some_and(is_own);
    let origin_is_own =
        text(header::ORIGIN).is_none_or(|origin| origin.strip_prefix("http://").is_some_and(is_own));
    if host_is_own && origin_is_own {
        with_policy(next.run(request).await)
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

/// The policy the desktop window has, so that a page which breaks it is seen in the browser too.
fn with_policy(mut response: Response) -> Response {
    static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
        let config: Value = serde_json::from_str(include_str!("../../../src-tauri/tauri.conf.json")).ok()?;
        config["app"]["security"]["csp"].as_str()?.parse().ok()
    });
    if let Some(policy) = POLICY.clone() {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// `body` is the moment it is to be now.
fn move_clock(clock: &MovedClock, body: &str) -> StatusCode {
    let Ok(now) = body.parse() else { return StatusCode::BAD_REQUEST };
    clock.set(now);
    StatusCode::NO_CONTENT
}

async fn call(State(host): State<Arc<Host>>, Path(name): Path<String>, body: String) -> Response {
    if DOWNLOAD_COMMANDS.contains(&name.as_str()) {
        return match blocking(move || host.core.download(&name, read(&body)?)).await {
            // Nobody keeps a copy.
            Ok(bytes) => ([(header::CACHE_CONTROL, "no-store")], bytes).into_response(),
            Err(error) => refusal(&error),
        };
    }
    match blocking(move || host.call(&name, read(&body)?)).await {
        Ok(reply) => Json(reply).into_response(),
        Err(error) => refusal(&error),
    }
}

/// Commands block: on the disk, on a passphrase.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(Error::BadInput { detail: error.to_string() }))
}

fn read(input: &str) -> Result<Value, Error> {
    if input.is_empty() {
        return Ok(Value::Null);
    }
    Ok(serde_json::from_str(input)?)
}

fn refusal(error: &Error) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": error }))).into_response()
}

/// The input of a command whose body is bytes.
#[derive(serde::Deserialize)]
struct Beside {
    input: String,
}

async fn put(
    State(host): State<Arc<Host>>,
    Path(name): Path<String>,
    Query(beside): Query<Beside>,
    bytes: Bytes,
) -> Response {
    let answer = blocking(move || {
        let reply = host.core.upload(&name, read(&beside.input)?, bytes.to_vec())?;
        host.announce_if_any(&reply);
        Ok(reply)
    });
    match answer.await {
        Ok(reply) => Json(reply).into_response(),
        Err(error) => refusal(&error),
    }
}

async fn events(State(host): State<Arc<Host>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = BroadcastStream::new(host.changes.subscribe());
    Sse::new(changes.filter_map(|change| Some(Ok(Event::default().event("changed").data(change.ok()?)))))
}
