// Ids for tests, where none comes from the core.

export const idOf = <Id extends number | string>(plain: number | string): Id => plain as Id;
