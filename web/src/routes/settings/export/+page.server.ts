import { hideFromRobots } from '#lib/server/pages.ts';
import { requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireSession(event);
	hideFromRobots(event);
	return { pending: event.url.searchParams.has('pending') };
};
