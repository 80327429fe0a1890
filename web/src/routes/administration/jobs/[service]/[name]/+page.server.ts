import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { service, name } = event.params;
	const answer = await event.locals.api.operations.GET('/api/v1/admin/{service}/jobs/{name}/runs', {
		params: { path: { service, name }, query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { service, name, runs: page.data, ...page.meta.pagination };
};
