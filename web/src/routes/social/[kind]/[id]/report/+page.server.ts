import { REPORT_REASONS } from '#lib/moderation.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import { addressOf, requireSubject, subjectKind } from '#lib/server/social.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { kind, subject } = await requireSubject(event);
	return { kind, subject, address: addressOf(subject), key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { reason, note, key } = await readForm(event.request, 'reason', 'note', 'key');
		const { social } = event.locals.api;
		const request = {
			params: {
				path: { id: event.params.id },
				header: { 'Idempotency-Key': useKey(event, key) }
			},
			body: {
				reason: REPORT_REASONS.find((one) => one === reason) ?? 'other',
				...(note ? { note } : {})
			}
		};
		const answer =
			subjectKind(event) === 'posts'
				? await social.POST('/api/v1/social/posts/{id}/reports', request)
				: await social.POST('/api/v1/social/comments/{id}/reports', request);
		return answer.response.ok ? { done: true } : refuse(event, answer, { reason, note });
	}
};
