import { redirect } from '@sveltejs/kit';
import { mayPost } from '#lib/server/categories.ts';
import { moderated } from '#lib/server/desk.ts';
import { publishThread, previewOf, requestedDraft } from '#lib/server/compose.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = requireSession(event);
	const { api } = event.locals;
	hideFromRobots(event);
	const [answer, draft, own] = await Promise.all([api.forum.GET('/api/v1/categories'), requestedDraft(event), moderated(api, session)]);
	const categories = requireData(event, answer).data.filter((one) => mayPost(one, session.user, own));
	const wanted = event.url.searchParams.get('category') ?? draft?.category;
	if (categories.length === 1 && categories[0] && !wanted) {
		redirect(303, `/categories/${categories[0].slug}/new${event.url.search}`);
	}
	return { categories, category: wanted ?? '', draft, key: crypto.randomUUID() };
};

const FIELDS = ['category', 'title', 'content', 'tags', 'key', 'draft'] as const;

export const actions: Actions = {
	preview: async (event) => previewOf(event, await readForm(event.request, ...FIELDS)),
	publish: async (event) => {
		const values = await readForm(event.request, ...FIELDS);
		return publishThread(event, values.category, values);
	}
};
