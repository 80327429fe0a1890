import { redirect } from '@sveltejs/kit';
import { readForm, useKey } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { filteredPage, refuse, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	hideFromRobots(event);
	const query = (event.url.searchParams.get('q') ?? '').trim();
	const cursor = event.url.searchParams.get('cursor');
	const mayCreate = user.roles.includes('admin');
	const [answer, categories] = await Promise.all([
		event.locals.api.chat.GET('/api/v1/chat/rooms', {
			params: { query: { ...(query ? { q: query } : {}), ...(cursor ? { cursor } : {}) } }
		}),
		mayCreate ? event.locals.api.forum.GET('/api/v1/categories') : undefined
	]);
	const { found: rooms, ...page } = filteredPage(event, answer);
	return { query, rooms, mayCreate, categories: categories?.data?.data ?? [], key: crypto.randomUUID(), ...page };
};

export const actions: Actions = {
	join: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.chat.POST('/api/v1/chat/conversations/{id}/join', {
			params: { path: { id } }
		});
		if (!answer.data) {
			return refuse(event, answer, {});
		}
		redirect(303, `/chat/${answer.data.data.id}`);
	},
	create: async (event) => {
		requireSession(event);
		const { key, ...values } = await readForm(event.request, 'name', 'description', 'category', 'key');
		const answer = await event.locals.api.chat.POST('/api/v1/chat/conversations', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: {
				kind: 'room',
				name: values.name,
				...(values.description ? { description: values.description } : {}),
				...(values.category ? { category: values.category } : {})
			}
		});
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		redirect(303, `/chat/${answer.data.data.id}`);
	}
};
