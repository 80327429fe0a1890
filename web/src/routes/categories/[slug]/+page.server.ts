import { redirect } from '@sveltejs/kit';
import { mayPost } from '#lib/server/categories.ts';
import { knownCategories, moderated, moderates } from '#lib/server/desk.ts';
import { levelOf, sortOf, UNLISTED } from '#lib/forum.ts';
import { placeOf } from '#lib/paging.ts';
import { readForm } from '#lib/server/forms.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import { threadsOf } from '#lib/server/threads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = event.locals;
	const { forum } = event.locals.api;
	const { slug } = event.params;
	const sort = sortOf(event.url.searchParams.get('sort'), session !== null);
	const moderating = session ? await moderated(event.locals.api, session) : [];
	const status = UNLISTED.find((one) => one === event.url.searchParams.get('status') && moderates(moderating, slug));
	const [category, subscription, page] = await Promise.all([
		forum.GET('/api/v1/categories/{slug}', { params: { path: { slug } } }),
		session
			? forum.GET('/api/v1/categories/{slug}/subscription', { params: { path: { slug } } })
			: undefined,
		threadsOf(event, sort, { category: slug, ...(status ? { status } : {}) })
	]);
	const found = requireData(event, category).data;
	if (found.slug !== slug) {
		redirect(301, `/categories/${encodeURIComponent(found.slug)}${event.url.search}`);
	}
	return {
		category: found,
		mayPost: mayPost(found, session?.user, moderating),
		level: levelOf(subscription?.data?.data.level),
		knownCategories: await knownCategories(event, [slug]),
		sort,
		status,
		...page
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
		return continueAt(event, answer, placeOf(event.url), {});
	}
};
