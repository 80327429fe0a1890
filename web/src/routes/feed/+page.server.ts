import { readQuery } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import { leadersOfWeek, publish, repostsOf } from '#lib/server/social.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { social } = event.locals.api;
	const { repost, ...query } = readQuery(event.url, 'cursor', 'repost');
	const [answer, shown, leaders] = await Promise.all([
		social.GET('/api/v1/social/feed', { params: { query } }),
		repost ? social.GET('/api/v1/social/posts/{id}', { params: { path: { id: repost } } }) : null,
		leadersOfWeek(event)
	]);
	const page = requireData(event, answer);
	return { leaders, posts: page.data, reposts: await repostsOf(event, page.data), repost: shown?.data?.data ?? null, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	default: (event) => publish(event, '/feed')
};
