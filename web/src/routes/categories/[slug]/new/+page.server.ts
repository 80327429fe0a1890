import { previewOf, publishThread, requestedDraft } from '#lib/server/compose.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const [answer, draft] = await Promise.all([
		event.locals.api.forum.GET('/api/v1/categories/{slug}', {
			params: { path: { slug: event.params.slug } }
		}),
		requestedDraft(event)
	]);
	return { category: requireData(event, answer).data, draft, key: crypto.randomUUID() };
};

export const actions: Actions = {
	preview: async (event) =>
		previewOf(event, await readForm(event.request, 'title', 'content', 'tags', 'key', 'draft')),
	publish: async (event) =>
		publishThread(event, event.params.slug, await readForm(event.request, 'title', 'content', 'tags', 'key', 'draft'))
};
