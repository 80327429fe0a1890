import type { Category } from './forum.ts';

/**
 * The categories that the reader may read, by their slugs, in their order, with the rooms of sockets that announce
 * their threads.
 */
export type KnownCategories = Record<string, Pick<Category, 'name' | 'colour' | 'post' | 'postGroups'> & { list: string }>;

/** Colours that are offered for categories: each can be told from the others, and from the ground in light and dark. */
export const CATEGORY_COLOURS = [
	'#1c6ea4', '#2f855a', '#c05621', '#8a3fae', '#b7791f', '#0f7480', '#b83280', '#5b4bb7', '#c53030', '#55701a', '#6b5b4b', '#607d8b'
] as const;

/** The colour that is proposed for the next category of a forum that has some. */
export function nextColour(count: number): string {
	return CATEGORY_COLOURS[count % CATEGORY_COLOURS.length] ?? CATEGORY_COLOURS[0];
}

/** The most categories beside each page, which would weigh more with each of them. */
const MOST = 12;

/** The first categories, and the one of the page. */
export function firstCategories<T>(categories: Record<string, T>, current?: string): [string, T][] {
	const all = Object.entries(categories);
	return all.filter(([slug], place) => place < MOST || slug === current);
}
