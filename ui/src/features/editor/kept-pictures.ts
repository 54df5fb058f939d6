// Pictures among the words: `![what it shows](kept:3f…)` is the picture that is attached under that uid. Nothing else is
// ever fetched or shown.
import { Facet, type EditorState } from '@codemirror/state';
import { WidgetType, type EditorView } from '@codemirror/view';
import type { Attachment, Uid } from '$host/generated/wire';
import { m } from '$lib/messages';
import { isCalled, referenceIn } from '$lib/references';
import { sentence } from '$state/errors';
import type { SyntaxNode } from './shaping';

/** Reads a picture of this entry; undefined when none is called so. */
export type ReadPicture = (name: string) => Promise<Blob | undefined>;

export const readPicture = Facet.define<ReadPicture, ReadPicture | undefined>({
  combine: ([first]) => first,
});

/** The line that shows a picture. */
export const pictureLine = (uid: Uid, words: string): string =>
  `![${words.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ')}](kept:${uid})`;

/** What stands in the text for the picture `from`, when another has taken its place. */
export function renamed(
  text: string,
  from: Attachment,
  to: Attachment,
): { from: number; to: number; insert: string }[] {
  return [...text.matchAll(/\]\((kept:\w+)\)/g)]
    .filter(([, url = '']) => isCalled(from, referenceIn(url) ?? ''))
    .map(({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
      insert: `](kept:${to.uid})`,
    }));
}

/** Which picture an image of Markdown names, and what is said of it. */
export function keptAt(state: EditorState, image: SyntaxNode): { name: string; words: string } | undefined {
  const url = image.getChild('URL');
  const [open, close] = image.getChildren('LinkMark');
  const name = url && referenceIn(state.sliceDoc(url.from, url.to));
  if (!name || !open || !close) return undefined;
  return { name, words: state.sliceDoc(open.to, close.from).replace(/\\([\\[\]])/g, '$1') };
}

export class KeptPicture extends WidgetType {
  constructor(
    readonly name: string,
    readonly words: string,
    readonly read: ReadPicture,
  ) {
    super();
  }

  override eq(other: KeptPicture): boolean {
    return other.name === this.name && other.words === this.words && other.read === this.read;
  }

  override get estimatedHeight(): number {
    return 240;
  }

  override toDOM(view: EditorView): HTMLElement {
    const place = document.createElement('span');
    place.className = 'cm-picture';
    const measure = () => view.requestMeasure();
    const say = (text: string) => {
      place.textContent = text;
      measure();
    };
    this.read(this.name).then(
      (blob) => {
        if (!blob) {
          say(m.editor_picture_gone());
          return;
        }
        const shown = document.createElement('img');
        shown.alt = this.words;
        const done = () => {
          // It is drawn by now, and no byte of it stays behind.
          URL.revokeObjectURL(shown.src);
          measure();
        };
        shown.addEventListener('load', done);
        shown.addEventListener('error', done);
        shown.src = URL.createObjectURL(blob);
        place.append(shown);
      },
      (thrown: unknown) => say(sentence(thrown)),
    );
    return place;
  }
}
