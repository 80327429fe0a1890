import { readQuery } from '#lib/server/forms.ts';
import { refusalOf, requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth } = event.locals.api;
	const { user, ...query } = readQuery(event.url, 'user', 'act', 'cursor');
	const nothing = { user, query, records: [], next: null, prev: null, refusal: null };
	let id: string | undefined;
	if (user) {
		const found = await auth.GET('/api/v1/admin/users', { params: { query: { q: user, limit: 1 } } });
		const [first] = requireData(event, found).data;
		if (first?.username.toLowerCase() !== user.toLowerCase()) {
			return nothing;
		}
		id = first.id;
	}
	const answer = await auth.GET('/api/v1/admin/audit', {
		params: { query: { ...query, ...(id ? { user: id } : {}) } }
	});
	if (answer.response.status === 400) {
		return { ...nothing, refusal: refusalOf(event, answer) };
	}
	const page = requireData(event, answer);
	return { user, query, records: page.data, refusal: null, ...page.meta.pagination };
};
