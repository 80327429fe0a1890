import type { Thread } from './forum.ts';

/** The tag of the threads that a new forum begins with. */
export const START_TAG = 'start';

/** The time in which a start creates its threads, in milliseconds. */
const WHILE = 24 * 3_600_000;

/** A thread, as far as this matters. */
type Begun = Pick<Thread, 'id' | 'createdAt' | 'author'>;

/**
 * The threads that the forum began with, among those with their tag: members may use it,
 * too, so the threads are those within a day of the first one that an administrator started.
 */
export function startingThreads<T extends Begun>(tagged: T[], administrators: string[]): T[] {
	const times = tagged
		.filter(({ author }) => author && administrators.includes(author.username))
		.map(({ createdAt }) => Date.parse(createdAt));
	const first = Math.min(...times);
	const distinct = new Map(tagged.map((thread) => [thread.id, thread]));
	return [...distinct.values()].filter(({ createdAt }) => Math.abs(Date.parse(createdAt) - first) <= WHILE);
}
