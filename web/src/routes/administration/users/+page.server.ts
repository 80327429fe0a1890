import { readQuery } from '#lib/server/forms.ts';
import { filteredPage } from '#lib/server/problems.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { PageServerLoad } from './$types';

/** The most people who are found by their displayed names. */
const MOST = 20;

/** The longest beginning of a name that members are found by. */
const LONGEST = 50;

type Event = Parameters<PageServerLoad>[0];

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'q', 'role', 'status', 'cursor');
	const [answer, named] = await Promise.all([
		event.locals.api.auth.GET('/api/v1/admin/users', { params: { query } }),
		query.cursor ? [] : findNamed(event, query)
	]);
	const { found, ...page } = filteredPage(event, answer);
	const known = new Set(found.map(({ id }) => id));
	return { query, users: page.refusal ? found : [...found, ...named.filter(({ id }) => !known.has(id))], ...page };
};

/** Finds accounts by their displayed names, which the forum has an index of. */
async function findNamed({ locals }: Event, { q, role, status }: { q?: string; role?: string; status?: string }) {
	const name = q?.trim() ?? '';
	if (!name || name.length > LONGEST || name.includes('@')) {
		return [];
	}
	const members = await promptly(locals.api.forum.GET('/api/v1/members', { params: { query: { q: name, limit: MOST } } }), null);
	const ids = members?.data?.data.map(({ id }) => id).join(',');
	if (!ids) {
		return [];
	}
	const query = { ids, limit: MOST, ...(role ? { role } : {}), ...(status ? { status } : {}) };
	const accounts = await promptly(locals.api.auth.GET('/api/v1/admin/users', { params: { query } }), null);
	return accounts?.data?.data ?? [];
}
