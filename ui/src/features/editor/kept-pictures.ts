// Pictures among the words: `![what it shows](kept:12)` is the picture that is attached under that number. Nothing else
// is ever fetched or shown.
import { Facet, type EditorState } from '@codemirror/state';
import { WidgetType, type EditorView } from '@codemirror/view';
import type { AttachmentId } from '$host/generated/wire';
import { m } from '$lib/messages';
import { sentence } from '$state/errors';
import type { SyntaxNode } from './shaping';

/** Reads a picture of this entry; undefined when there is none under that number. */
export type ReadPicture = (id: AttachmentId) => Promise<Blob | undefined>;

export const readPicture = Facet.define<ReadPicture, ReadPicture | undefined>({
  combine: ([first]) => first,
});

/** The line that shows a picture. */
export const pictureLine = (id: AttachmentId, words: string): string =>
  `![${words.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ')}](kept:${id})`;

/** What stands in the text for the picture `from`, when another has taken its place. */
export function renumbered(
  text: string,
  from: AttachmentId,
  to: AttachmentId,
): { from: number; to: number; insert: string }[] {
  return [...text.matchAll(new RegExp(`\\]\\(kept:${from}\\)`, 'g'))].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    insert: `](kept:${to})`,
  }));
}

/** Which picture an image of Markdown names, and what is said of it. */
export function keptAt(
  state: EditorState,
  image: SyntaxNode,
): { id: AttachmentId; words: string } | undefined {
  const url = image.getChild('URL');
  const [open, close] = image.getChildren('LinkMark');
  const id = url && /^kept:(\d{1,15})$/.exec(state.sliceDoc(url.from, url.to))?.[1];
  if (!id || !open || !close) return undefined;
  return { id: Number(id), words: state.sliceDoc(open.to, close.from).replace(/\\([\\[\]])/g, '$1') };
}

export class KeptPicture extends WidgetType {
  constructor(
    readonly id: AttachmentId,
    readonly words: string,
    readonly read: ReadPicture,
  ) {
    super();
  }

  override eq(other: KeptPicture): boolean {
    return other.id === this.id && other.words === this.words && other.read === this.read;
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
    this.read(this.id).then(
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
