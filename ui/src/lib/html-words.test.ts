// Facts about HTML that is pasted.
import { expect, it } from 'vitest';
import { hostileTexts } from './hostile-texts';
import { wordsOfHtml } from './html-words';

it.each([
  ['plain words', 'plain words'],
  ['<p>One.</p><p>Two<br>lines.</p>', 'One.\n\nTwo\nlines.'],
  ['<div>One</div>\n<div>Two <span>and</span>\n  more</div>', 'One\n\nTwo and more'],
  ['<h2>A day</h2>text<hr>after', '## A day\n\ntext\n\n---\n\nafter'],
  ['so <b>very </b><i>flat</i> <del>gone</del> <code>x</code>', 'so **very** *flat* ~~gone~~ `x`'],
  ['<b style="font-weight:normal"><p>From a page</p></b>', 'From a page'],
  ['<ul><li>tea</li><li>walk<ul><li>far</li></ul></li></ul>', '- tea\n- walk\n  - far'],
  ['<ol start="3"><li><p>c</p></li><li>d<ul><li>e</li></ul></li></ol>', '3. c\n4. d\n   - e'],
  ['<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  [
    '<ul><li><input type="checkbox" checked>tea</li><li><input type="checkbox"> walk</li></ul>',
    '- [x] tea\n- [ ] walk',
  ],
  ['<blockquote><p>said</p><p>twice</p></blockquote>', '> said\n>\n> twice'],
  ['<a href="https://example.org/a_(b)">the sea</a>', '[the sea](https://example.org/a_%28b%29)'],
  ['<a href="https://example.org/">https://example.org/</a>', 'https://example.org/'],
  ['<a href="javascript:run()">words</a> <a href="/here">stay</a>', 'words stay'],
  ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
  [
    '<table><tr><th>day</th><th>felt</th></tr><tr><td>Mo</td><td><p>2 | 3</p></td></tr><tr><td>Tu</td></tr></table>',
    '| day | felt |\n| --- | --- |\n| Mo | 2 \\| 3 |\n| Tu |  |',
  ],
  [
    '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>',
    '| a | b |\n| --- | --- |\n\nc',
  ],
  ['<table><tr><td>one</td></tr><tr><td>two</td></tr></table>', 'one\n\ntwo'],
  ['a <img src="https://example.org/x.png" alt="a lake"> b', 'a a lake b'],
  ['5 * 3, snake_case, _so_, [x](y)', '5 * 3, snake_case, \\_so\\_, \\[x](y)'],
  [
    '<p># no heading</p><p>- no list</p><p>1. no number</p><p>-5 degrees</p>',
    '\\# no heading\n\n\\- no list\n\n1\\. no number\n\n-5 degrees',
  ],
  ['<p>a&nbsp;b &amp; &lt;c&gt;</p>', 'a b & <c>'],
  ['<p>שלום <b>עולם</b></p>', 'שלום **עולם**'],
  ['<span><div>inside</div> after</span>', 'inside\n\nafter'],
  ['<p hidden>x</p><p style="display: none">y</p><title>z</title><style>p{}</style><p> </p>', ''],
  [
    '<style>p { color: red }</style><p title="a > b" style=\'display:none\'>x</p><p alt=\'style="x"\'>style=a onclick=b</p>',
    'style=a onclick=b',
  ],
  ['', ''],
])('%j is %j', (html, words) => expect(wordsOfHtml(html)).toBe(words));

it('keeps the words of what is nested beyond reason', () => {
  expect(wordsOfHtml(`${'<blockquote><ul><li>'.repeat(60)}deep`)).toContain('deep');
});

it.each(Object.entries(hostileTexts))('%s: nothing of it runs', (_, texts) => {
  for (const html of texts) {
    wordsOfHtml(html);
    expect(globalThis).not.toHaveProperty('ran');
  }
});
