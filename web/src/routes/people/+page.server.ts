import { readQuery } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

/** The members, the newest first, or those whose name begins with a text. */
export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const q = [...(event.url.searchParams.get('q')?.trim() ?? '')].slice(0, 50).join('');
	const query = { ...readQuery(event.url, 'cursor'), ...(q ? { q } : {}), limit: 20 };
	const page = requireData(event, await event.locals.api.forum.GET('/api/v1/members', { params: { query } }));
	return { people: page.data, q, ...page.meta.pagination };
};
