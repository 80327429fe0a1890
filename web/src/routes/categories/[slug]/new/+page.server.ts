import { redirect } from '@sveltejs/kit';
import { dropDraft, previewOf, requestedDraft, tagsOf } from '#lib/server/compose.ts';
import { idempotencyKey, readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
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
	publish: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'title', 'content', 'tags', 'key', 'draft');
		const tags = tagsOf(values.tags);
		const answer = await event.locals.api.forum.POST('/api/v1/threads', {
			params: { header: { 'Idempotency-Key': idempotencyKey(values.key) } },
			body: {
				category: event.params.slug,
				title: values.title,
				content: values.content,
				...(tags.length ? { tags } : {})
			}
		});
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		await dropDraft(event, values.draft);
		redirect(303, `/threads/${answer.data.data.id}`);
	}
};
