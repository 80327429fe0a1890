import { readQuery } from '#lib/server/forms.ts';
import { refusalOf, requireData } from '#lib/server/problems.ts';
import type { Api } from '#lib/server/api/client.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth } = event.locals.api;
	const { user, ...query } = readQuery(event.url, 'user', 'act', 'cursor');
	const nothing = { user, query, records: [], people: {}, next: null, prev: null, refusal: null };
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
	const people = await peopleOf(event.locals.api, page.data.flatMap(({ userId, by }) => [userId, by]));
	return { user, query, records: page.data, people, refusal: null, ...page.meta.pagination };
};

interface Person {
	username: string;
	displayName: string;
}

/** The people of a page of records, by their ids; those whose accounts were erased are missing. */
async function peopleOf({ auth }: Api, ids: (string | null | undefined)[]): Promise<Record<string, Person>> {
	const known = [...new Set(ids)].filter((id) => typeof id === 'string');
	const found = await Promise.all(known.map((id) => auth.GET('/api/v1/admin/users/{id}', { params: { path: { id } } })));
	const people = found.flatMap(({ data }) => data?.data ?? []);
	return Object.fromEntries(people.map(({ id, username, displayName }) => [id, { username, displayName }]));
}
