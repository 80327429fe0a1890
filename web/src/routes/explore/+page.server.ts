import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import { leadersOfWeek, repostsOf } from '#lib/server/social.ts';
import { WINDOWS } from '#lib/social.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cursor, sort, tag, window } = readQuery(event.url, 'cursor', 'sort', 'tag', 'window');
	const span = sort === 'top' && !tag ? (WINDOWS.find((one) => one === window) ?? 'week') : null;
	const query = {
		...(cursor ? { cursor } : {}),
		...(span ? { sort: 'top' as const, window: span } : { sort: 'new' as const }),
		...(tag ? { tag } : {})
	};
	const [answer, leaders] = await Promise.all([
		event.locals.api.social.GET('/api/v1/social/explore', { params: { query } }),
		leadersOfWeek(event)
	]);
	const page = requireData(event, answer);
	return { leaders, posts: page.data, reposts: await repostsOf(event, page.data), span, tag: tag || null, ...page.meta.pagination };
};
