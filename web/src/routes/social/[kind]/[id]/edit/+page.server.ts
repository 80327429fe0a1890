import { redirect } from '@sveltejs/kit';
import { boxes, chosen, texts } from '#lib/server/forms.ts';
import { picturesOf } from '#lib/media.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import { addressOf, requireOwnSubject, subjectKind, visibilityOf } from '#lib/server/social.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { subject, tag } = await requireOwnSubject(event);
	return {
		subject,
		tag,
		address: addressOf(subject),
		visibility: 'visibility' in subject ? subject.visibility : null,
		pictures: 'media' in subject ? picturesOf(subject.media) : []
	};
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const form = await event.request.formData();
		const { tag, ...values } = texts(form, 'tag', 'text', 'visibility');
		const { social } = event.locals.api;
		const params = { path: { id: event.params.id }, header: tag ? { 'If-Match': tag } : {} };
		const answer =
			subjectKind(event) === 'posts'
				? await social.PATCH('/api/v1/social/posts/{id}', {
						params,
						body: {
							text: values.text,
							visibility: visibilityOf(values.visibility),
							...(form.has('pictures') ? { media: chosen(form, 'media') } : {})
						}
					})
				: await social.PATCH('/api/v1/social/comments/{id}', { params, body: { text: values.text } });
		if (!answer.data) {
			return refuse(event, answer, { tag, ...values, ...(form.has('pictures') ? boxes(form, 'media') : {}) });
		}
		redirect(303, addressOf(answer.data.data));
	}
};
