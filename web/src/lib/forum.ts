import type { components } from '#lib/server/api/generated/forum.d.ts';
import type { components as moderation } from '#lib/server/api/generated/moderation.d.ts';

export type Thread = components['schemas']['ThreadView'];
export type Post = components['schemas']['PostView'];
export type Category = components['schemas']['CategoryView'];
export type Report = components['schemas']['ReportItem'];
export type Incident = moderation['schemas']['Incident'];

export type { Refusal } from '#lib/server/problems.ts';

export type SubscriptionLevel = components['schemas']['SubscriptionLevelRequest']['level'];

/** The level that a form names, none for anything else. */
export function levelOf(text: string | undefined): SubscriptionLevel {
	return text === 'following' || text === 'muted' ? text : 'none';
}

/** The audiences of categories that a person with these roles may read; each has a room of sockets. */
export function audiencesOf(roles: string[]): Category['read'][] {
	const isAdmin = roles.includes('admin');
	return [
		'everyone',
		'members',
		...(isAdmin || roles.includes('moderator') ? ['moderators' as const] : []),
		...(isAdmin ? ['admins' as const] : [])
	];
}

/** The room that announces the threads of a category to a reader: that of its audience, or, for its groups, its own. */
export function listOf({ id, read }: Pick<Category, 'id' | 'read'>, roles: string[]): string {
	return audiencesOf(roles).includes(read) ? read : id;
}

/** A socket may be in fifty rooms, and a page needs others, too. */
const MOST_LISTS = 40;

/** The rooms that announce the threads of all categories to a reader. */
export function listsOf(roles: string[], categories: { list: string }[]): string[] {
	return [...new Set([...audiencesOf(roles), ...categories.map(({ list }) => list)])].slice(0, MOST_LISTS);
}

/** The orders of lists of threads; `unread` is that of the latest, without what was read. */
export const SORTS = ['latest', 'newest', 'unread', 'top', 'unanswered'] as const;

export type Sort = (typeof SORTS)[number];

/** The threads that no list shows but those for moderators. */
export const UNLISTED = ['hidden', 'removed'] as const;

export type Unlisted = (typeof UNLISTED)[number];

/** The order that an address names, the latest first for anything else; only members have unread threads. */
export function sortOf(text: string | null, isMember: boolean): Sort {
	return sortsOf(isMember).find((one) => one === text) ?? 'latest';
}

/** The orders of lists for a reader. */
export function sortsOf(isMember: boolean): Sort[] {
	return SORTS.filter((one) => isMember || one !== 'unread');
}
