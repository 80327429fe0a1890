import { redirect } from '@sveltejs/kit';
import { proofOf, readAppForm } from '#lib/server/apps.ts';
import { idempotencyKey, readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.auth.GET('/api/v1/users/me/apps/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { app: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	save: async (event) => {
		requireSession(event);
		const { body, values } = await readAppForm(event.request);
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me/apps/{id}', {
			params: { path: { id: event.params.id } },
			body
		});
		return outcome(event, answer, 'administration.saved', values);
	},
	secret: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'key', 'password', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/users/me/apps/{id}/secret', {
			params: {
				path: { id: event.params.id },
				header: { 'Idempotency-Key': idempotencyKey(form.key) }
			},
			body: proofOf(form)
		});
		return answer.data
			? { done: 'administration.rotated' as const, secret: answer.data.data.clientSecret }
			: refuse<Record<string, string>>(event, answer, {});
	},
	remove: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me/apps/{id}', {
			params: { path: { id: event.params.id } }
		});
		if (!answer.response.ok) {
			return refuse<Record<string, string>>(event, answer, {});
		}
		redirect(303, '/settings/apps');
	}
};
