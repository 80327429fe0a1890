import { readQuery } from '#lib/server/forms.ts';
import { refusalOf, requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'q', 'role', 'status', 'cursor');
	const answer = await event.locals.api.auth.GET('/api/v1/admin/users', { params: { query } });
	if (answer.response.status === 400) {
		return { query, users: [], next: null, prev: null, refusal: refusalOf(event, answer) };
	}
	const page = requireData(event, answer);
	return { query, users: page.data, refusal: null, ...page.meta.pagination };
};
