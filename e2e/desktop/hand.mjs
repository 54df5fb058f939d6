// A hand at the computer: clicks and keys through X11, which reach whatever the window gives them to. The driver's own
// presses go to the element that it named, and so cannot tell who has the keyboard.

import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { shownWindows } from './harness.mjs';

const run = promisify(execFile);
const move = (x, y) => ['mousemove', String(x), String(y)];

/** Where the page begins on the screen, and how large it is. The pointer tells: xdotool counts a frame twice. */
export async function origin() {
  const [window] = await shownWindows();
  const { stdout } = await run('xdotool', [
    'mousemove',
    '--sync',
    '--window',
    window,
    '0',
    '0',
    'getmouselocation',
    '--shell',
    'getwindowgeometry',
    '--shell',
    window,
  ]);
  const [x, y, width, height] = ['X', 'Y', 'WIDTH', 'HEIGHT'].map((name) =>
    Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(stdout)[1]),
  );
  return { x, y, width, height };
}

export const click = (x, y, button = '1') => run('xdotool', [...move(x, y), 'click', button]);

/** Keys by their X names, or by their places (key codes), whatever stands on them in this layout. */
export const press = (...names) => run('xdotool', ['key', '--delay', '15', ...names]);

/** Another program's small window at this place, from which a `kind` ("file", "link") can be dragged. */
export const dragFrom = (kind, address, x, y) =>
  spawn(
    '/usr/bin/python3',
    [new URL('drag_source.py', import.meta.url).pathname, kind, address, String(x), String(y)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

/** Drags from one place on the screen to another, as slowly as a hand. */
export async function drag(from, to, { steps = 25 } = {}) {
  await run('xdotool', [...move(...from), 'mousedown', '1']);
  for (let step = 1; step <= steps; step++) {
    const part = (at) => Math.round(from[at] + ((to[at] - from[at]) * step) / steps);
    await run('xdotool', move(part(0), part(1)));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await run('xdotool', ['mouseup', '1']);
}

export const setLayout = (name) => run('setxkbmap', [name]);
