// Files to attach, made here: a picture that says where it was taken, a sound, a text.
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { AttachmentId } from '../../../ui/src/host/generated/wire.ts';

export interface TestFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const chunk = (kind: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(kind), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const head = (width: number, height: number) => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width);
  body.writeUInt32BE(height, 4);
  body.set([8, 2], 8);
  return chunk('IHDR', body);
};
const tail = chunk('IEND', Buffer.alloc(0));
export const place = '54.6872 N 25.2797 E';

/** A field below an evening sky. */
export function picture(name = 'evening.png', width = 480, height = 320): TestFile {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) {
    const ground = y > height * 0.68 + Math.sin(y / 9) * 2;
    for (let x = 0; x < width; x++) {
      const light = Math.max(0, 1 - Math.hypot(x - width * 0.7, y - height * 0.55) / (width * 0.6));
      const sky = [60 + 170 * light, 80 + 70 * light + y / 6, 120 - 20 * light + y / 8];
      const colour = ground ? [44 + (x % 7), 56 + ((x * y) % 9), 40] : sky;
      rows.set(colour, y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const parts = [
    signature,
    head(width, height),
    chunk('tEXt', Buffer.from(`Comment\0${place}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    tail,
  ];
  return { name, mimeType: 'image/png', buffer: Buffer.concat(parts) };
}

/** Claims to be larger than any memory. */
export const bomb: TestFile = {
  name: 'bomb.png',
  mimeType: 'image/png',
  buffer: Buffer.concat([
    signature,
    head(60_000, 60_000),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    tail,
  ]),
};

/** A quiet tone. */
export function sound(name = 'voice.wav', seconds = 1): TestFile {
  const rate = 8_000;
  const length = rate * seconds;
  const buffer = Buffer.alloc(44 + length);
  buffer.write('RIFF');
  buffer.writeUInt32LE(36 + length, 4);
  buffer.write('WAVEfmt ', 8);
  buffer.writeUInt32LE(16, 16);
  buffer.writeUInt16LE(1, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(rate, 24);
  buffer.writeUInt32LE(rate, 28);
  buffer.writeUInt16LE(1, 32);
  buffer.writeUInt16LE(8, 34);
  buffer.write('data', 36);
  buffer.writeUInt32LE(length, 40);
  for (let at = 0; at < length; at++) buffer[44 + at] = 128 + 20 * Math.sin(at / 4);
  return { name, mimeType: 'audio/wav', buffer };
}

export const file = (name: string, text: string): TestFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

/** Hands files to what has the focus, or to a place, as the system does when they are pasted or let go of. */
export async function hand(page: Page, how: 'paste' | 'drop', selector: string, files: TestFile[]) {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
  await page.locator(selector).evaluate(
    (target, { how, given }) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of given)
        data.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      const way = { bubbles: true, cancelable: true, composed: true };
      if (how === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { ...way, clipboardData: data }));
      else
        for (const kind of ['dragover', 'drop'])
          target.dispatchEvent(new DragEvent(kind, { ...way, dataTransfer: data }));
    },
    { how, given },
  );
}

/** Attaches to an entry or a shelf without the page, as the host of the browser takes bytes. */
export async function attach(
  url: string,
  to: number | 'plan' | 'songs',
  { name, buffer }: TestFile,
): Promise<AttachmentId> {
  const place = typeof to === 'number' ? { entry: to } : to;
  const input = JSON.stringify({ to: place, name, keeps_metadata: false, replaces: null });
  const response = await fetch(`${url}/api/bytes/put_attachment?input=${encodeURIComponent(input)}`, {
    method: 'POST',
    body: new Uint8Array(buffer),
  });
  const { value } = (await response.json()) as { value: { id: AttachmentId } };
  return value.id;
}
