import { knownCategories } from '#lib/server/desk.ts';
import { error } from '@sveltejs/kit';
import { levelOf, sortOf } from '#lib/forum.ts';
import { translator } from '#lib/messages/index.ts';
import { placeOf } from '#lib/paging.ts';
import { readForm } from '#lib/server/forms.ts';
import { continueAt, requireSession } from '#lib/server/problems.ts';
import { threadsOf } from '#lib/server/threads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { forum } = event.locals.api;
	const { tag } = event.params;
	const sort = sortOf(event.url.searchParams.get('sort'), event.locals.session !== null);
	const [page, subscription] = await Promise.all([
		threadsOf(event, sort, { tag }),
		event.locals.session
			? forum.GET('/api/v1/tags/{tag}/subscription', { params: { path: { tag } } })
			: undefined
	]);
	// Orders that leave threads out may be empty, while the tag is in use.
	if (page.threads.length === 0 && sort !== 'unanswered' && sort !== 'unread' && page.since) {
		error(404, { message: translator(event.locals.language)('tag.none', { tag }) });
	}
	return {
		tag,
		sort,
		level: levelOf(subscription?.data?.data.level),
		knownCategories: await knownCategories(event, page.threads.map(({ category }) => category)),
		...page
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
		return continueAt(event, answer, placeOf(event.url), {});
	}
};
