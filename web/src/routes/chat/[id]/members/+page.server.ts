import { redirect } from '@sveltejs/kit';
import { requireConversation } from '#lib/server/chat.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { presenceOf } from '#lib/server/presence.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	hideFromRobots(event);
	const { chat } = event.locals.api;
	const path = { id: event.params.id };
	const cursor = event.url.searchParams.get('cursor');
	const [found, page] = await Promise.all([
		chat.GET('/api/v1/chat/conversations/{id}', { params: { path } }),
		chat.GET('/api/v1/chat/conversations/{id}/members', {
			params: { path, query: { limit: 50, ...(cursor ? { cursor } : {}) } }
		})
	]);
	const conversation = await requireConversation(event, found);
	const { data, meta } = requireData(event, page);
	const others = data.map(({ person }) => person.id).filter((id) => id !== user.id);
	const isAdministrator = user.roles.includes('admin');
	return {
		conversation,
		tag: found.response.headers.get('etag') ?? '',
		members: data,
		presence: await presenceOf(event, others),
		mayEdit:
			conversation.kind === 'room'
				? isAdministrator
				: conversation.kind === 'group' && conversation.ownerId === user.id,
		...meta.pagination
	};
};

export const actions: Actions = {
	invite: async (event) => {
		requireSession(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.chat.PUT('/api/v1/chat/conversations/{id}/members/{username}', {
			params: { path: { id: event.params.id, username } }
		});
		return outcome(event, answer, 'chat.invited', { username });
	},
	remove: async (event) => {
		requireSession(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.chat.DELETE('/api/v1/chat/conversations/{id}/members/{username}', {
			params: { path: { id: event.params.id, username } }
		});
		return outcome(event, answer, 'chat.memberRemoved');
	},
	edit: async (event) => {
		requireSession(event);
		const { tag, ...values } = await readForm(event.request, 'name', 'description', 'tag');
		const { name, description } = values;
		const answer = await event.locals.api.chat.PATCH('/api/v1/chat/conversations/{id}', {
			params: { path: { id: event.params.id }, header: tag ? { 'If-Match': tag } : {} },
			// A group may have no name.
			body: { description, ...(name.trim() ? { name } : {}) }
		});
		return outcome(event, answer, 'chat.saved', values);
	},
	end: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.chat.DELETE('/api/v1/chat/conversations/{id}', {
			params: { path: { id: event.params.id } }
		});
		return answer.response.ok ? redirect(303, '/chat') : refuse(event, answer, {});
	}
};
