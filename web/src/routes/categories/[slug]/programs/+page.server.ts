import { readForm, useKey } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	keepSecret(event);
	const params = { path: { slug: event.params.slug } };
	const { forum } = event.locals.api;
	const [category, addresses] = await Promise.all([
		forum.GET('/api/v1/categories/{slug}', { params }),
		forum.GET('/api/v1/categories/{slug}/incoming-addresses', { params })
	]);
	return { category: requireData(event, category).data, addresses: requireData(event, addresses).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	create: async (event) => {
		requireSession(event);
		const { key, ...values } = await readForm(event.request, 'key', 'name', 'template', 'threadId', 'signed');
		const answer = await event.locals.api.forum.POST('/api/v1/categories/{slug}/incoming-addresses', {
			params: { path: { slug: event.params.slug }, header: { 'Idempotency-Key': useKey(event, key) } },
			body: {
				name: values.name,
				template: values.template,
				signed: values.signed === 'yes',
				...(values.threadId && { threadId: values.threadId })
			}
		});
		return answer.data
			? { url: new URL(answer.data.data.path, currentSettings().publicUrl).href, secret: answer.data.data.secret }
			: refuse(event, answer, values);
	},
	remove: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.forum.DELETE('/api/v1/categories/{slug}/incoming-addresses/{id}', {
			params: { path: { slug: event.params.slug, id } }
		});
		return outcome(event, answer, 'incoming.revoked');
	}
};
