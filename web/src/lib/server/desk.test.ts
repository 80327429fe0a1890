import { expect, it, vi } from 'vitest';
import type { Api } from './api/client.ts';
import { moderates } from './desk.ts';
import type { Session } from './session.ts';

const session = (id: string, ...roles: string[]) => ({ user: { id, roles } }) as Session;

function anApi(slugs: string[] | null) {
	const GET = vi.fn().mockResolvedValue({ data: slugs && { data: slugs.map((slug) => ({ slug })) } });
	return { GET, api: { forum: { GET } } as unknown as Api };
}

it('moderator by role is one without a request', async () => {
	const { GET, api } = anApi([]);
	expect(await moderates(api, session('a', 'user', 'moderator'))).toBe(true);
	expect(GET).not.toHaveBeenCalled();
});

it('appointment is asked for once a minute', async () => {
	const { GET, api } = anApi(['garden']);
	expect(await moderates(api, session('b'), 0)).toBe(true);
	expect(await moderates(api, session('b'), 59_999)).toBe(true);
	expect(GET).toHaveBeenCalledTimes(1);
	expect(await moderates(anApi([]).api, session('b'), 60_000)).toBe(false);
});

it('last answer counts while the service is away', async () => {
	await moderates(anApi(['garden']).api, session('c'), 0);
	expect(await moderates(anApi(null).api, session('c'), 60_000)).toBe(true);
	expect(await moderates(anApi(null).api, session('d'), 0)).toBe(false);
});
