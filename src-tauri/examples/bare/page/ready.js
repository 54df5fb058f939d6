// The second frame begins once the first has been drawn.
requestAnimationFrame(() => requestAnimationFrame(() => window.__TAURI_INTERNALS__.invoke('get_status')));
