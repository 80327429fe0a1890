import type { RequestEvent } from '@sveltejs/kit';
import type { Presence } from '#lib/presence.ts';
import { promptly } from './promptly';

/** The most people of a request. */
export const MOST_PEOPLE = 100;

/** Reads the presence of people, by their ids; those whom the reader may not see are missing. */
export async function presenceOf(event: RequestEvent, ids: string[]): Promise<Record<string, Presence>> {
	const people = [...new Set(ids)].slice(0, MOST_PEOPLE).join(',');
	if (!people) {
		return {};
	}
	const reading = event.locals.api.realtime.GET('/api/v1/presence', { params: { query: { people } } });
	const found = await promptly(
		reading.then(({ data }) => data?.data ?? []),
		[]
	);
	return Object.fromEntries(found.map((one) => [one.id, one]));
}
