import { previewOf } from '#lib/server/compose.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.forum.GET('/api/v1/posts/{id}', {
		params: { path: { id: event.params.id } }
	});
	const post = requireData(event, answer).data;
	return { post, tag: answer.response.headers.get('etag') ?? '' };
};

export const actions: Actions = {
	preview: async (event) => previewOf(event, await readForm(event.request, 'content', 'tag')),
	save: async (event) => {
		requireSession(event);
		const { content, tag, thread, number } = await readForm(event.request, 'content', 'tag', 'thread', 'number');
		const answer = await event.locals.api.forum.PATCH('/api/v1/posts/{id}', {
			params: { path: { id: event.params.id }, header: tag ? { 'If-Match': tag } : {} },
			body: { content }
		});
		return continueAt(event, answer, `/threads/${encodeURIComponent(thread)}?post=${Number(number)}#post-${Number(number)}`, { content, tag });
	}
};
