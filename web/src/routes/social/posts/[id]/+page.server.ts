import { redirect } from '@sveltejs/kit';
import { readForm, useKey } from '#lib/server/forms.ts';
import { timeOfReading } from '#lib/server/live.ts';
import { isSeen } from '#lib/server/pages.ts';
import { promptly } from '#lib/server/promptly.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { addressOf, react, repostsOf } from '#lib/server/social.ts';
import { threaded } from '#lib/social.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { notification, social } = event.locals.api;
	const path = { id: event.params.id };
	const { searchParams } = event.url;
	const cursor = searchParams.get('cursor');
	const named = searchParams.get('comment');
	const replyTo = searchParams.get('replyTo');
	const since = timeOfReading();
	const [post, page, comment, answered] = await Promise.all([
		social.GET('/api/v1/social/posts/{id}', { params: { path } }),
		social.GET('/api/v1/social/posts/{id}/comments', {
			params: { path, query: { limit: 50, ...(cursor ? { cursor } : {}) } }
		}),
		named ? social.GET('/api/v1/social/comments/{id}', { params: { path: { id: named } } }) : null,
		replyTo ? social.GET('/api/v1/social/comments/{id}', { params: { path: { id: replyTo } } }) : null
	]);
	const found = requireData(event, post).data;
	const { data, meta } = requireData(event, page);
	const linked = comment?.data?.data;
	if (event.locals.session && isSeen(event) && (await event.parent()).unread !== 0) {
		// Reading a post reads the notifications about it.
		await promptly(
			notification.PUT('/api/v1/notifications/read-all', { params: { query: { socialPost: found.id } } }),
			null
		);
	}
	return {
		post: found,
		reposts: await repostsOf(event, [found]),
		threads: threaded(data, meta.pagination.prev === null),
		// A link leads to a comment that may be on another page.
		linked: linked?.postId === found.id && !data.some(({ id }) => id === linked.id) ? linked : null,
		answered: answered?.data?.data ?? null,
		since,
		key: crypto.randomUUID(),
		...meta.pagination
	};
};

export const actions: Actions = {
	comment: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'text', 'replyTo', 'key');
		const answer = await event.locals.api.social.POST('/api/v1/social/posts/{id}/comments', {
			params: {
				path: { id: event.params.id },
				header: { 'Idempotency-Key': useKey(event, values.key) }
			},
			body: { text: values.text, ...(values.replyTo ? { replyTo: values.replyTo } : {}) }
		});
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		redirect(303, addressOf(answer.data.data));
	},
	react
};
