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

/** The orders of lists of threads. */
export const SORTS = ['latest', 'newest', 'top', 'unanswered'] as const;

export type Sort = (typeof SORTS)[number];

/** The order that an address names, the latest first for anything else. */
export function sortOf(text: string | null): Sort {
	return SORTS.find((one) => one === text) ?? 'latest';
}
