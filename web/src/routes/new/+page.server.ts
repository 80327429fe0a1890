import { redirect } from '@sveltejs/kit';
import { publishThread, previewOf, requestedDraft } from '#lib/server/compose.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	hideFromRobots(event);
	const [answer, draft] = await Promise.all([event.locals.api.forum.GET('/api/v1/categories'), requestedDraft(event)]);
	const isStaff = user.roles.includes('moderator');
	const categories = requireData(event, answer).data.filter(({ post }) => isStaff || post === 'everyone' || post === 'members');
	const wanted = event.url.searchParams.get('category') ?? draft?.category;
	if (categories.length === 1 && categories[0] && !wanted) {
		redirect(303, `/categories/${categories[0].slug}/new`);
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
