// Words on a page that are not the program's, each with the reason why no language changes them.

export const others: readonly RegExp[] = [];
