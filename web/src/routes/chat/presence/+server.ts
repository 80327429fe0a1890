import { json } from '@sveltejs/kit';
import { MOST_PEOPLE, presenceOf } from '#lib/server/presence.ts';
import type { RequestHandler } from './$types';

/** Returns the presence of people, for scripts; that of people who have hidden themselves since is unknown. */
export const GET: RequestHandler = async (event) => {
	const headers = { 'cache-control': 'no-store' };
	if (!event.locals.session) {
		return json({}, { status: 401, headers });
	}
	const ids = (event.url.searchParams.get('people') ?? '').split(',').filter(Boolean).slice(0, MOST_PEOPLE);
	const known = await presenceOf(event, ids);
	return json({ people: ids.map((id) => known[id] ?? { id, state: 'unknown', since: null }) }, { headers });
};
