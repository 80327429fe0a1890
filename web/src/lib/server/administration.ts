import type { RequestEvent } from '@sveltejs/kit';
import { withoutSign } from '#lib/people.ts';
import { filteredPage, requireData } from './problems.ts';
import { promptly } from './promptly.ts';

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

/** The ids of accounts; those of programs have another form. */
const ID = /^[0-9A-Z]{26}$/;

/** The people of a page of records, by their ids; those whose accounts were erased are missing. */
export async function peopleOf(event: RequestEvent, ids: (string | null | undefined)[]): Promise<Record<string, Person>> {
	const known = [...new Set(ids)].filter((id) => ID.test(id ?? ''));
	if (known.length === 0) {
		return {};
	}
	const answer = await event.locals.api.auth.GET('/api/v1/admin/users', { params: { query: { ids: known.join(), limit: 100 } } });
	return Object.fromEntries(requireData(event, answer).data.map(({ id, username, displayName }) => [id, { username, displayName }]));
}

/** Lets the API refuse a token from before its owner became an administrator, so that the page has the next one. */
export async function confirmRoles({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): Promise<void> {
	if (url.pathname.startsWith('/administration') && locals.session?.user.roles.includes('admin') === false) {
		await promptly(locals.api.auth.GET('/api/v1/users/me'), null);
	}
}
