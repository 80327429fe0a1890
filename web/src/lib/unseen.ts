/** The header of a request for a page that a script compares with the one that is shown, and that nobody looks at. */
export const UNSEEN = 'x-parley-unseen';
