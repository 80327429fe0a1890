import type { RequestEvent } from '@sveltejs/kit';
import { peopleOf } from '#lib/server/administration.ts';
import { boxes, chosen, readForm, readQuery, tagged, texts, useKey } from '#lib/server/forms.ts';
import { continueAt, outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { messageTypes, REDELIVERIES } from '#lib/webhooks.ts';

/** Who may use the pages: everyone has webhooks, and administrators see all. */
type Require = typeof requireSession;

const HOUR = 60 * 60 * 1000;

/** Loads a list of webhooks with what a form for a new one offers. */
export async function loadWebhooks(event: RequestEvent, of: 'mine' | 'all') {
	const session = requireSession(event);
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/subscriptions', {
		params: { query: { of, ...readQuery(event.url, 'cursor') } }
	});
	const page = requireData(event, answer);
	return {
		subscriptions: page.data,
		owners: of === 'all' ? await ownersOf(event, page.data) : undefined,
		types: messageTypes(session.user.roles),
		categories: await categories(event),
		key: crypto.randomUUID(),
		...page.meta.pagination
	};
}

/** Loads a webhook with its deliveries, and for administrators its owner. */
export async function loadWebhook(event: RequestEvent & { params: { id: string } }, of: 'mine' | 'all') {
	const session = requireSession(event);
	const { webhook } = event.locals.api;
	const path = { id: event.params.id };
	const query = readQuery(event.url, 'status', 'cursor');
	const [answer, deliveries] = await Promise.all([
		webhook.GET('/api/v1/webhook/subscriptions/{id}', { params: { path } }),
		webhook.GET('/api/v1/webhook/subscriptions/{id}/deliveries', { params: { path, query } })
	]);
	const page = requireData(event, deliveries);
	const subscription = requireData(event, answer).data;
	return {
		subscription,
		owners: of === 'all' ? await ownersOf(event, [subscription]) : undefined,
		tag: answer.response.headers.get('etag') ?? '',
		status: query.status ?? '',
		deliveries: page.data,
		types: messageTypes(session.user.roles),
		categories: await categories(event),
		...page.meta.pagination
	};
}

/** Loads a delivery with its request. */
export async function loadDelivery(event: RequestEvent & { params: { id: string; delivery: string } }) {
	requireSession(event);
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/subscriptions/{id}/deliveries/{delivery}', {
		params: { path: { id: event.params.id, delivery: event.params.delivery } }
	});
	return { delivery: requireData(event, answer).data };
}

/** Creates a webhook. */
export async function createWebhook(event: RequestEvent, requireUser: Require) {
	requireUser(event);
	const form = await event.request.formData();
	const { key } = texts(form, 'key');
	const { body, values } = read(form);
	const answer = await event.locals.api.webhook.POST('/api/v1/webhook/subscriptions', {
		params: { header: { 'Idempotency-Key': useKey(event, key) } },
		body
	});
	return answer.data
		? { done: 'administration.created' as const, created: answer.data.data }
		: refuse(event, answer, values);
}

/** The actions of the page of a webhook. */
export function webhookActions(requireUser: Require, list: string) {
	type Event = RequestEvent & { params: { id: string } };
	return {
		save: async (event: Event) => {
			requireUser(event);
			const form = await event.request.formData();
			const { tag } = texts(form, 'tag');
			const { body, values } = read(form);
			const answer = await event.locals.api.webhook.PATCH('/api/v1/webhook/subscriptions/{id}', {
				params: paramsOf(event, tag),
				body
			});
			return outcome(event, answer, 'administration.saved', values);
		},
		status: async (event: Event) => {
			requireUser(event);
			const { tag, status } = await readForm(event.request, 'tag', 'status');
			const answer = await event.locals.api.webhook.PATCH('/api/v1/webhook/subscriptions/{id}', {
				params: paramsOf(event, tag),
				body: { status }
			});
			return outcome(event, answer, 'administration.saved');
		},
		rotate: async (event: Event) => {
			requireUser(event);
			const { tag } = await readForm(event.request, 'tag');
			const answer = await event.locals.api.webhook.POST('/api/v1/webhook/subscriptions/{id}/rotate', {
				params: paramsOf(event, tag)
			});
			return answer.data
				? { done: 'administration.rotated' as const, secret: answer.data.data.secret }
				: refuse<Record<string, string>>(event, answer, {});
		},
		test: async (event: Event) => {
			requireUser(event);
			const answer = await event.locals.api.webhook.POST('/api/v1/webhook/subscriptions/{id}/test', {
				params: { path: { id: event.params.id } }
			});
			return outcome(event, answer, 'administration.testSent');
		},
		redeliver: async (event: Event) => {
			requireUser(event);
			const { delivery } = await readForm(event.request, 'delivery');
			const answer = await event.locals.api.webhook.POST(
				'/api/v1/webhook/subscriptions/{id}/deliveries/{delivery}/redeliver',
				{ params: { path: { id: event.params.id, delivery } } }
			);
			return outcome(event, answer, 'administration.redelivered');
		},
		redeliverAll: async (event: Event) => {
			requireUser(event);
			const { hours } = await readForm(event.request, 'hours');
			const chosenHours = REDELIVERIES.find((one) => String(one) === hours) ?? REDELIVERIES[0];
			const from = new Date(Date.now() - chosenHours * HOUR).toISOString();
			const redeliver = (cursor: string | null) =>
				event.locals.api.webhook.POST('/api/v1/webhook/subscriptions/{id}/redeliver', {
					params: { path: { id: event.params.id } },
					body: { from, cursor }
				});
			let answer = await redeliver(null);
			while (answer.data?.data.nextCursor) {
				answer = await redeliver(answer.data.data.nextCursor);
			}
			return outcome(event, answer, 'webhooks.restarted', { hours });
		},
		remove: async (event: Event) => {
			requireUser(event);
			const { tag } = await readForm(event.request, 'tag');
			const answer = await event.locals.api.webhook.DELETE('/api/v1/webhook/subscriptions/{id}', {
				params: paramsOf(event, tag)
			});
			return continueAt<Record<string, string>>(event, answer, list, {});
		}
	};
}

function read(form: FormData) {
	const { url, description, format, tags } = texts(form, 'url', 'description', 'format', 'tags');
	const events = chosen(form, 'events');
	const categories = chosen(form, 'categories');
	return {
		body: { url, description, format, events, categories, tags: tagged(tags.replace(/\s+/g, ',')) },
		values: { url, description, format, tags, ...boxes(form, 'events', 'categories') }
	};
}

function ownersOf(event: RequestEvent, subscriptions: { owner: string }[]) {
	return peopleOf(event, subscriptions.map(({ owner }) => owner));
}

async function categories(event: RequestEvent): Promise<{ id: string; name: string }[]> {
	const answer = await event.locals.api.forum.GET('/api/v1/categories', {});
	return (answer.data?.data ?? []).map(({ id, name }) => ({ id, name }));
}

function paramsOf(event: { params: { id: string } }, tag: string) {
	return { path: { id: event.params.id }, header: { 'If-Match': tag } };
}
