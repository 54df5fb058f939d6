// The Markdown that is understood while writing: what people mean by headings, emphasis, lists, quotes, links and code.
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';

/** Left out: what shapes text by surprise, such as a line of dashes that makes the line above it a heading. */
const surprises = [
  'SetextHeading',
  'IndentedCode',
  'HTMLBlock',
  'HTMLTag',
  'Subscript',
  'Superscript',
  'Emoji',
];

/** Nobody writes quotes and lists this deep. What does is words from there on, so that no text exhausts the page. */
const deepest = 24;
/** The same for marks: beyond so many in one paragraph, or in one this long, they are characters like the others. */
const mostMarks = 2_000;
const longest = 100_000;

export const writingLanguage = markdown({
  base: markdownLanguage,
  extensions: {
    remove: surprises,
    parseInline: [
      {
        name: 'TooMuch',
        before: 'Escape',
        parse: (context, _, at) => (at === context.offset && isTooMuch(context.text) ? context.end : -1),
      },
    ],
    parseBlock: [
      {
        name: 'TooDeep',
        before: 'Blockquote',
        parse(context, line) {
          if (context.depth < deepest || line.next < 0) return false;
          const from = context.lineStart + line.pos;
          context.addElement(context.elt('Paragraph', from, context.lineStart + line.text.length));
          context.nextLine();
          return true;
        },
      },
    ],
  },
  addKeymap: false,
  completeHTMLTags: false,
  pasteURLAsLink: false,
});

function isTooMuch(paragraph: string): boolean {
  if (paragraph.length > longest) return true;
  return paragraph.length > mostMarks && (paragraph.match(/[*_~`[\]<!\\]/g)?.length ?? 0) > mostMarks;
}
