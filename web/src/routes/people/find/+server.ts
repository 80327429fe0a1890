import { json } from '@sveltejs/kit';
import { findPeople } from '#lib/server/people.ts';
import type { RequestHandler } from './$types';

/** Suggests people by any part of their name, for scripts. */
export const GET: RequestHandler = async (event) =>
	event.locals.session
		? json(await findPeople(event, event.url.searchParams.get('q') ?? ''), { headers: { 'cache-control': 'private, max-age=60' } })
		: json([], { status: 401 });
