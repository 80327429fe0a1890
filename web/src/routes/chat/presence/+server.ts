import { json } from '@sveltejs/kit';
import { presenceOf } from '#lib/server/presence.ts';
import type { RequestHandler } from './$types';

/** Returns the presence of people, for scripts. */
export const GET: RequestHandler = async (event) => {
	const headers = { 'cache-control': 'no-store' };
	if (!event.locals.session) {
		return json({}, { status: 401, headers });
	}
	const people = event.url.searchParams.get('people') ?? '';
	return json({ people: Object.values(await presenceOf(event, people.split(',').filter(Boolean))) }, { headers });
};
