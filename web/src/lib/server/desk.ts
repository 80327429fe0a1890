import type { Api } from './api/client';
import type { Session } from './session';

/** How long an answer is used, in milliseconds. */
const FRESH = 60_000;

/** The most people whose answers are kept. */
const MOST = 10_000;

const known = new Map<string, { moderates: boolean; at: number }>();

/**
 * Whether a person moderates at least one category, by role or by appointment. An
 * appointment shows within a minute, because every page of every member asks.
 */
export async function moderates(api: Api, { user }: Session, now = Date.now()): Promise<boolean> {
	if (user.roles.includes('moderator')) {
		return true;
	}
	const last = known.get(user.id);
	if (last && now - last.at < FRESH) {
		return last.moderates;
	}
	const { data } = await api.forum.GET('/api/v1/categories', { params: { query: { moderated: true } } });
	if (!data) {
		return last?.moderates ?? false;
	}
	known.delete(user.id);
	known.set(user.id, { moderates: data.data.length > 0, at: now });
	const [oldest] = known.keys();
	if (known.size > MOST && oldest !== undefined) {
		known.delete(oldest);
	}
	return data.data.length > 0;
}
