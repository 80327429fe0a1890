import { knownCategories } from '#lib/server/desk.ts';
import { error } from '@sveltejs/kit';
import { levelOf, sortOf } from '#lib/forum.ts';
import { translator } from '#lib/messages/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import { unreadFrom } from '#lib/server/unread.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { forum } = event.locals.api;
	const { tag } = event.params;
	const sort = sortOf(event.url.searchParams.get('sort'));
	const cursor = event.url.searchParams.get('cursor');
	const [threads, subscription] = await Promise.all([
		forum.GET('/api/v1/threads', { params: { query: { tag, sort, ...(cursor ? { cursor } : {}) } } }),
		event.locals.session
			? forum.GET('/api/v1/tags/{tag}/subscription', { params: { path: { tag } } })
			: undefined
	]);
	const page = requireData(event, threads);
	if (page.data.length === 0 && sort !== 'unanswered' && !cursor) {
		error(404, { message: translator(event.locals.language)('tag.none', { tag }) });
	}
	return {
		tag,
		sort,
		level: levelOf(subscription?.data?.data.level),
		threads: page.data,
		unreadFrom: await unreadFrom(event, page.data),
		knownCategories: await knownCategories(event, page.data.map(({ category }) => category)),
		...page.meta.pagination
	};
};

export const actions: Actions = {
	follow: async (event) => {
		requireSession(event);
		const { tag } = event.params;
		const { level } = await readForm(event.request, 'level');
		const answer = await event.locals.api.forum.PUT('/api/v1/tags/{tag}/subscription', {
			params: { path: { tag } },
			body: { level: levelOf(level) }
		});
		return continueAt(event, answer, `/tags/${encodeURIComponent(tag)}`, {});
	}
};
