// The Markdown that is understood while writing: what people mean by headings, emphasis, lists, quotes, links and code.
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';

/** Left out: what shapes text by surprise, such as a line of dashes that makes the line above it a heading. */
const surprises = [
  'SetextHeading',
  'IndentedCode',
  'HTMLBlock',
  'HTMLTag',
  'Table',
  'Subscript',
  'Superscript',
  'Emoji',
];

export const writingLanguage = markdown({
  base: markdownLanguage,
  extensions: { remove: surprises },
  addKeymap: false,
  completeHTMLTags: false,
  pasteURLAsLink: false,
});
