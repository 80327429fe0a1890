import { ALL_APPS, registersApp } from '#lib/server/apps.ts';
import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/oauth-clients', {
		params: { query: readQuery(event.url, 'owner', 'cursor') }
	});
	const page = requireData(event, answer);
	return { apps: page.data, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = { default: registersApp(ALL_APPS) };
