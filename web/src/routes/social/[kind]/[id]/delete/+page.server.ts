import { redirect } from '@sveltejs/kit';
import { refuse, requireSession } from '#lib/server/problems.ts';
import { addressOf, requireOwnSubject, subjectKind } from '#lib/server/social.ts';
import { readForm } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { kind, subject } = await requireOwnSubject(event);
	return { kind, subject, address: addressOf(subject) };
};

export const actions: Actions = {
	default: async (event) => {
		const { user } = requireSession(event);
		const { post } = await readForm(event.request, 'post');
		const { social } = event.locals.api;
		const params = { path: { id: event.params.id } };
		const answer =
			subjectKind(event) === 'posts'
				? await social.DELETE('/api/v1/social/posts/{id}', { params })
				: await social.DELETE('/api/v1/social/comments/{id}', { params });
		if (!answer.response.ok) {
			return refuse(event, answer, {});
		}
		redirect(
			303,
			post
				? `/social/posts/${encodeURIComponent(post)}#comments`
				: `/people/${encodeURIComponent(user.username)}/posts`
		);
	}
};
