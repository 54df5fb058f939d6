// An entry's first line as it reads, without the marks that shape it.

const pairs =
  /(\*\*|~~|\*|`)(?=\S)(.+?)(?<=\S)\1|(?<![\p{L}\p{N}])(__|_)(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])/gu;
const links = /!?\[([^\]]*)\]\([^)]*\)/gu;

export function plainOpening(opening: string): string {
  // Twice, for a pair inside a pair.
  return opening.replace(links, '$1').replace(pairs, '$2$4').replace(pairs, '$2$4');
}
