import { redirect } from '@sveltejs/kit';
import { idempotencyKey, readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.forum.GET('/api/v1/categories/{slug}', {
		params: { path: { slug: event.params.slug } }
	});
	return { category: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'title', 'content', 'tags', 'key');
		const tags = values.tags
			.split(',')
			.map((tag) => tag.trim())
			.filter(Boolean);
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
		redirect(303, `/threads/${answer.data.data.id}`);
	}
};
