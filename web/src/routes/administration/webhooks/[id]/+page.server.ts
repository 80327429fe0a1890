import { chosen, readForm, readQuery, texts } from '#lib/server/forms.ts';
import { continueAt, outcome, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { webhook } = event.locals.api;
	const path = { id: event.params.id };
	const query = readQuery(event.url, 'status', 'cursor');
	const [answer, deliveries] = await Promise.all([
		webhook.GET('/api/v1/webhook/subscriptions/{id}', { params: { path } }),
		webhook.GET('/api/v1/webhook/subscriptions/{id}/deliveries', { params: { path, query } })
	]);
	const page = requireData(event, deliveries);
	return {
		subscription: requireData(event, answer).data,
		tag: answer.response.headers.get('etag') ?? '',
		status: query.status ?? '',
		deliveries: page.data,
		...page.meta.pagination
	};
};

export const actions: Actions = {
	save: async (event) => {
		requireAdministrator(event);
		const form = await event.request.formData();
		const { tag, url, description } = texts(form, 'tag', 'url', 'description');
		const answer = await event.locals.api.webhook.PATCH('/api/v1/webhook/subscriptions/{id}', {
			params: paramsOf(event, tag),
			body: { url, description, events: chosen(form, 'events') }
		});
		return outcome(event, answer, 'administration.saved', { url, description });
	},
	status: async (event) => {
		requireAdministrator(event);
		const { tag, status } = await readForm(event.request, 'tag', 'status');
		const answer = await event.locals.api.webhook.PATCH('/api/v1/webhook/subscriptions/{id}', {
			params: paramsOf(event, tag),
			body: { status }
		});
		return outcome(event, answer, 'administration.saved');
	},
	rotate: async (event) => {
		requireAdministrator(event);
		const { tag } = await readForm(event.request, 'tag');
		const answer = await event.locals.api.webhook.POST('/api/v1/webhook/subscriptions/{id}/rotate', {
			params: paramsOf(event, tag)
		});
		return answer.data
			? { done: 'administration.rotated' as const, secret: answer.data.data.secret }
			: refuse<Record<string, string>>(event, answer, {});
	},
	test: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.webhook.POST('/api/v1/webhook/subscriptions/{id}/test', {
			params: { path: { id: event.params.id } }
		});
		return outcome(event, answer, 'administration.testSent');
	},
	redeliver: async (event) => {
		requireAdministrator(event);
		const { delivery } = await readForm(event.request, 'delivery');
		const answer = await event.locals.api.webhook.POST(
			'/api/v1/webhook/subscriptions/{id}/deliveries/{delivery}/redeliver',
			{ params: { path: { id: event.params.id, delivery } } }
		);
		return outcome(event, answer, 'administration.redelivered');
	},
	remove: async (event) => {
		requireAdministrator(event);
		const { tag } = await readForm(event.request, 'tag');
		const answer = await event.locals.api.webhook.DELETE('/api/v1/webhook/subscriptions/{id}', {
			params: paramsOf(event, tag)
		});
		return continueAt<Record<string, string>>(event, answer, '/administration/webhooks', {});
	}
};

function paramsOf(event: { params: { id: string } }, tag: string) {
	return { path: { id: event.params.id }, header: { 'If-Match': tag } };
}
