import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/users/{username}/invited', {
		params: { path: { username: event.params.username }, query: readQuery(event.url, 'after') }
	});
	return { branch: requireData(event, answer).data };
};
