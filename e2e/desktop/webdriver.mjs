// A small WebDriver client (W3C) over fetch: what the desktop tests need, and a limit on every wait, since a
// session that cannot start would otherwise never answer. The limits suit a busy computer with few cores.

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
export const keys = {
  enter: '\uE007',
  escape: '\uE00C',
  tab: '\uE004',
  shift: '\uE008',
  control: '\uE009',
  up: '\uE013',
  down: '\uE015',
  f1: '\uE031',
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until the answer is truthy. Errors count as "not yet", and the last one is told at the end. */
export async function until(ask, what, { within = 20_000, every = 50 } = {}) {
  const end = Date.now() + within;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not within ${within} ms: ${what}`, { cause: last });
    await pause(every);
  }
}

export class WebDriver {
  #base;
  #session;

  constructor(base, session) {
    this.#base = base;
    this.#session = session;
  }

  /** Starts `application` through the driver at `base`. Only `tauri:options` is sent: the driver refuses more. */
  static async open(base, application, args, { within = 45_000 } = {}) {
    const capabilities = { alwaysMatch: { 'tauri:options': { application, args } } };
    const { sessionId } = await send('POST', `${base}/session`, { capabilities }, within);
    const driver = new WebDriver(base, sessionId);
    await driver.command('POST', 'timeouts', { script: 20_000, pageLoad: 20_000, implicit: 0 });
    return driver;
  }

  command(method, path, body, within = 60_000) {
    return send(method, `${this.#base}/session/${this.#session}/${path}`, body, within);
  }

  close() {
    return send('DELETE', `${this.#base}/session/${this.#session}`, undefined, 10_000);
  }

  async findAll(css) {
    const found = await this.command('POST', 'elements', { using: 'css selector', value: css });
    return found.map((reference) => new Element(this, reference[ELEMENT]));
  }

  /** Waits for the first element that matches. */
  find(css, options) {
    return until(async () => (await this.findAll(css))[0], css, options);
  }

  /** Waits for an element that matches and whose text or accessible name holds `text`. */
  findText(css, text, options) {
    return until(
      async () => {
        for (const element of await this.findAll(css)) {
          if ((await element.text()).includes(text) || (await element.label()).includes(text)) return element;
        }
      },
      `${css} with "${text}"`,
      options,
    );
  }

  /** The text of the whole page, as seen. */
  pageText() {
    return this.execute('return document.body.innerText');
  }

  execute(script, ...args) {
    return this.command('POST', 'execute/sync', { script, args });
  }

  /** The script ends by calling its last argument. */
  executeAsync(script, ...args) {
    return this.command('POST', 'execute/async', { script, args });
  }

  /** Presses keys wherever the focus is; the first ones are held when `chord` is set. */
  async press(...pressed) {
    const held = pressed.slice(0, -1);
    const actions = [
      ...pressed.map((value) => ({ type: 'keyDown', value })),
      { type: 'keyUp', value: pressed.at(-1) },
      ...held.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.command('POST', 'actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  windows() {
    return this.command('GET', 'window/handles');
  }

  switchTo(handle) {
    return this.command('POST', 'window', { handle });
  }

  title() {
    return this.command('GET', 'title');
  }
}

class Element {
  #driver;
  #id;

  constructor(driver, id) {
    this.#driver = driver;
    this.#id = id;
  }

  #command(method, path, body) {
    return this.#driver.command(method, `element/${this.#id}/${path}`, body);
  }

  click() {
    return this.#command('POST', 'click', {});
  }

  type(text) {
    return this.#command('POST', 'value', { text });
  }

  clear() {
    return this.#command('POST', 'clear', {});
  }

  text() {
    return this.#command('GET', 'text');
  }

  label() {
    return this.#command('GET', 'computedlabel');
  }

  attribute(name) {
    return this.#command('GET', `attribute/${name}`);
  }
}

async function send(method, url, body, within) {
  const response = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(within),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${url})`);
  return value;
}
