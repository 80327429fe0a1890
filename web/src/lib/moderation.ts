export const CASE_STATUSES = ['open', 'claimed', 'decided', 'withdrawn'] as const;

export const REPORT_STATUSES = ['open', 'upheld', 'dismissed'] as const;

/** Why a post or a message is reported. */
export const REPORT_REASONS = ['spam', 'abuse', 'privacy', 'explicit', 'illegal', 'off-topic', 'other'] as const;

export const DECISIONS = ['dismiss', 'warn', 'hide', 'remove', 'ban'] as const;

/** Decisions about several cases at once; a ban is decided for one. */
export const BULK_DECISIONS = ['dismiss', 'warn', 'hide', 'remove'] as const;

/** Lengths of bans in days; an empty one is permanent. */
export const BAN_DAYS = ['1', '7', '30', '90', '365', ''] as const;

/** Returns when a ban of some days ends; null for a permanent one. */
export function banEnd(days: string, now = Date.now()): string | null {
	return /^[1-9]\d{0,3}$/.test(days) ? new Date(now + Number(days) * 86_400_000).toISOString() : null;
}

export const THREAD_STEPS = [
	'lock',
	'unlock',
	'archive',
	'unarchive',
	'hide',
	'unhide',
	'pin',
	'unpin',
	'restore'
] as const;

export type ThreadStep = (typeof THREAD_STEPS)[number];

const STEPS: Record<string, ThreadStep[]> = {
	open: ['lock', 'archive', 'hide'],
	locked: ['unlock', 'archive', 'hide'],
	archived: ['unarchive', 'hide'],
	hidden: ['unhide'],
	removed: ['restore']
};

/** Returns the changes that a moderator can make to a thread of a status. */
export function stepsOf(thread: { status: string; pinned: boolean }): ThreadStep[] {
	const steps = STEPS[thread.status] ?? [];
	return thread.status in STEPS && thread.status !== 'removed'
		? [...steps, thread.pinned ? 'unpin' : 'pin']
		: steps;
}

/** Finds the id of a thread in an id or an address of its page. */
export function threadIdOf(text: string): string {
	return /\/threads\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();
}

/** Periods of the statistics in days. */
export const PERIODS = [7, 30, 90, 366] as const;

/** A time of some seconds in its largest unit, of which there are at least two. */
export function timeOf(seconds: number): { unit: 'seconds' | 'minutes' | 'hours'; count: number } {
	if (seconds >= 7200) {
		return { unit: 'hours', count: Math.round(seconds / 3600) };
	}
	return seconds >= 120
		? { unit: 'minutes', count: Math.round(seconds / 60) }
		: { unit: 'seconds', count: Math.round(seconds) };
}

/** A share in whole per cent. */
export function shareOf(share: number | null | undefined): number {
	return Math.round((share ?? 0) * 100);
}
