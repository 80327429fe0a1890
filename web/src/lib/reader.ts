/** The header by which a script says for whom its page was made, as the forms of the page do by a field. */
export const READER = 'x-parley-reader';
