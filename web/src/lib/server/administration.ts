import type { RequestEvent } from '@sveltejs/kit';
import type { Api } from './api/client.ts';
import { withoutSign } from './forms.ts';
import { filteredPage } from './problems.ts';

interface Person {
	username: string;
	displayName: string;
}

/** Finds the person whose username an administrator filters by: no id if there is none, and what the API refuses. */
export async function findFiltered(event: RequestEvent, text: string): Promise<{ user: string; id: string | null; refusal: ReturnType<typeof filteredPage>['refusal'] }> {
	const user = withoutSign(text);
	const answer = await event.locals.api.auth.GET('/api/v1/admin/users', { params: { query: { q: user, limit: 1 } } });
	const { found, refusal } = filteredPage(event, answer);
	const [first] = found;
	return { user, id: first?.username.toLowerCase() === user.toLowerCase() ? first.id : null, refusal };
}

/** The people of a page of records, by their ids; those whose accounts were erased are missing. */
export async function peopleOf({ auth }: Api, ids: (string | null | undefined)[]): Promise<Record<string, Person>> {
	const known = [...new Set(ids)].filter((id) => typeof id === 'string');
	const found = await Promise.all(known.map((id) => auth.GET('/api/v1/admin/users/{id}', { params: { path: { id } } })));
	const people = found.flatMap(({ data }) => data?.data ?? []);
	return Object.fromEntries(people.map(({ id, username, displayName }) => [id, { username, displayName }]));
}
