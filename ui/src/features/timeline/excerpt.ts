// An entry's first line, or a piece of it, as it reads: without the marks that shape it.

const pairs =
  /(\*\*|~~|\*|`)(?=\S)(.+?)(?<=\S)\1|(?<![\p{L}\p{N}])(__|_)(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])/gu;
const links = /!?\[([^\]]*)\]\([^)]*\)/gu;

export function plainExcerpt(excerpt: string): string {
  // Twice, for a pair inside a pair.
  return excerpt.replace(links, '$1').replace(pairs, '$2$4').replace(pairs, '$2$4');
}

/** A piece of text around a hit. It may be cut anywhere, so marks go one by one. */
export function plainPiece(piece: string, isFirst: boolean): string {
  const lines = piece
    .replace(/\n\s*(?:#{1,6}|>|[-*+])\s+/gu, '\n')
    .replace(/\*\*|~~|`|(?<=\S)\*|\*(?=\S)/gu, '');
  return isFirst ? lines.replace(/^\s*(?:#{1,6}|>|[-*+])\s+/u, '') : lines;
}
