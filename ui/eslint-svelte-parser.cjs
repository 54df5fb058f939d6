// Lets the import rules look inside .svelte files. They ask the parser for no tokens and name no script parser,
// which svelte-eslint-parser needs, and they look for imports at the top level, where it keeps <script> elements.
const svelte = require('svelte-eslint-parser');
const ts = require('typescript-eslint').parser;

exports.parseForESLint = (code, options) => {
  const parsed = svelte.parseForESLint(code, { ...options, parser: ts, tokens: true, comment: true });
  parsed.ast.body = parsed.ast.body.flatMap((node) => (node.type === 'SvelteScriptElement' ? node.body : []));
  return parsed;
};
