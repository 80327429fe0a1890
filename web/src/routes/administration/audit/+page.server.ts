import { readQuery, withoutSign } from '#lib/server/forms.ts';
import { filteredPage } from '#lib/server/problems.ts';
import type { Api } from '#lib/server/api/client.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth } = event.locals.api;
	const { user: name, ...query } = readQuery(event.url, 'user', 'act', 'cursor');
	const user = name && withoutSign(name);
	const nothing = { user, query, records: [], people: {}, next: null, prev: null };
	let id: string | undefined;
	if (user) {
		const { found, refusal } = filteredPage(event, await auth.GET('/api/v1/admin/users', { params: { query: { q: user, limit: 1 } } }));
		const [first] = found;
		if (first?.username.toLowerCase() !== user.toLowerCase()) {
			return { ...nothing, refusal };
		}
		id = first.id;
	}
	const answer = await auth.GET('/api/v1/admin/audit', {
		params: { query: { ...query, ...(id ? { user: id } : {}) } }
	});
	const { found: records, ...page } = filteredPage(event, answer);
	const people = await peopleOf(event.locals.api, records.flatMap(({ userId, by }) => [userId, by]));
	return { user, query, records, people, ...page };
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
