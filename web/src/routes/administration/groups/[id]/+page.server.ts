import { readForm, readQuery } from '#lib/server/forms.ts';
import { continueAt, outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth } = event.locals.api;
	const path = { id: event.params.id };
	const [group, members] = await Promise.all([
		auth.GET('/api/v1/admin/groups/{id}', { params: { path } }),
		auth.GET('/api/v1/admin/groups/{id}/members', { params: { path, query: readQuery(event.url, 'cursor') } })
	]);
	const page = requireData(event, members);
	return {
		group: requireData(event, group).data,
		tag: group.response.headers.get('etag') ?? '',
		members: page.data,
		...page.meta.pagination
	};
};

export const actions: Actions = {
	rename: async (event) => {
		requireAdministrator(event);
		const { tag, name } = await readForm(event.request, 'tag', 'name');
		const answer = await event.locals.api.auth.PATCH('/api/v1/admin/groups/{id}', {
			params: { path: { id: event.params.id }, header: { 'If-Match': tag } },
			body: { name }
		});
		return outcome(event, answer, 'administration.saved', { name });
	},
	add: async (event) => {
		requireAdministrator(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.auth.PUT('/api/v1/admin/groups/{id}/members/{username}', {
			params: { path: { id: event.params.id, username: username.trim() } }
		});
		return outcome(event, answer, 'administration.saved', { username });
	},
	remove: async (event) => {
		requireAdministrator(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/groups/{id}/members/{username}', {
			params: { path: { id: event.params.id, username } }
		});
		return outcome(event, answer, 'administration.saved');
	},
	delete: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/groups/{id}', {
			params: { path: { id: event.params.id } }
		});
		return continueAt<Record<string, string>>(event, answer, '/administration/groups', {});
	}
};
