import { readForm, readQuery } from '#lib/server/forms.ts';
import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth } = event.locals.api;
	const [answer, groups] = await Promise.all([
		auth.GET('/api/v1/admin/invitations', { params: { query: readQuery(event.url, 'cursor') } }),
		auth.GET('/api/v1/admin/groups')
	]);
	const page = requireData(event, answer);
	return { invitations: page.data, groups: requireData(event, groups).data, ...page.meta.pagination };
};

export const actions: Actions = {
	withdraw: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/invitations/{id}', { params: { path: { id } } });
		return outcome(event, answer, 'invitations.withdrawn');
	}
};
