import { chosen, idempotencyKey, readQuery, texts } from '#lib/server/forms.ts';
import { refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/subscriptions', {
		params: { query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { subscriptions: page.data, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const form = await event.request.formData();
		const { key, url, description } = texts(form, 'key', 'url', 'description');
		const answer = await event.locals.api.webhook.POST('/api/v1/webhook/subscriptions', {
			params: { header: { 'Idempotency-Key': idempotencyKey(key) } },
			body: { url, description, events: chosen(form, 'events') }
		});
		return answer.data
			? { done: 'administration.created' as const, created: answer.data.data }
			: refuse(event, answer, { url, description });
	}
};
