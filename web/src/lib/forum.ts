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

/** The orders of lists of threads; `unread` is that of the latest, without what was read. */
export const SORTS = ['latest', 'newest', 'unread', 'top', 'unanswered'] as const;

export type Sort = (typeof SORTS)[number];

/** The order that an address names, the latest first for anything else; only members have unread threads. */
export function sortOf(text: string | null, isMember: boolean): Sort {
	return sortsOf(isMember).find((one) => one === text) ?? 'latest';
}

/** The orders of lists for a reader. */
export function sortsOf(isMember: boolean): Sort[] {
	return SORTS.filter((one) => isMember || one !== 'unread');
}
