/**
 * The names and colours of the categories that the reader may read, by their slugs, in their order,
 * and the rooms of sockets that announce their threads.
 */
export type KnownCategories = Record<string, { name: string; colour: string; list: string }>;

/** The most categories beside each page, which would weigh more with each of them. */
const MOST = 12;

/** The first categories, and the one of the page. */
export function firstCategories(categories: KnownCategories, current?: string): [string, KnownCategories[string]][] {
	const all = Object.entries(categories);
	return all.filter(([slug], place) => place < MOST || slug === current);
}
