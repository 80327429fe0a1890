/** The header by which a page, and its scripts, say for whom it was made, as the forms of the page do by a field. */
export const READER = 'x-parley-reader';
