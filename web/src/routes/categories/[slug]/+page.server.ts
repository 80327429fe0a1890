import { knownCategories } from '#lib/server/desk.ts';
import { levelOf, sortOf } from '#lib/forum.ts';
import { readForm } from '#lib/server/forms.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import { unreadFrom } from '#lib/server/unread.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { forum } = event.locals.api;
	const { slug } = event.params;
	const sort = sortOf(event.url.searchParams.get('sort'));
	const cursor = event.url.searchParams.get('cursor');
	const [category, subscription, threads] = await Promise.all([
		forum.GET('/api/v1/categories/{slug}', { params: { path: { slug } } }),
		event.locals.session
			? forum.GET('/api/v1/categories/{slug}/subscription', { params: { path: { slug } } })
			: undefined,
		forum.GET('/api/v1/threads', {
			params: { query: { category: slug, sort, ...(cursor ? { cursor } : {}) } }
		})
	]);
	const page = requireData(event, threads);
	return {
		category: requireData(event, category).data,
		level: levelOf(subscription?.data?.data.level),
		threads: page.data,
		unreadFrom: await unreadFrom(event, page.data),
		knownCategories: await knownCategories(event, [slug]),
		sort,
		...page.meta.pagination
	};
};

export const actions: Actions = {
	follow: async (event) => {
		requireSession(event);
		const { slug } = event.params;
		const { level } = await readForm(event.request, 'level');
		const answer = await event.locals.api.forum.PUT('/api/v1/categories/{slug}/subscription', {
			params: { path: { slug } },
			body: { level: levelOf(level) }
		});
		return continueAt(event, answer, `/categories/${slug}`, {});
	}
};
