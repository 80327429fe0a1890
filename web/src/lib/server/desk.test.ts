import { expect, it, vi } from 'vitest';
import type { Api } from './api/client.ts';
import { knownCategories, moderated, moderates, usedTags } from './desk.ts';
import type { Session } from './session.ts';

/** What is known of each category but its name. */
const KNOWN = { colour: '#2e7d32', post: 'members', postGroups: [], list: 'everyone' };

const session = (id: string, ...roles: string[]) => ({ user: { id, roles, groups: [] as string[] } }) as Session;

function anApi(slugs: string[] | null) {
	const data = slugs?.map((slug) => ({ id: slug, slug, name: slug.toUpperCase(), colour: '#2e7d32', read: 'everyone', post: 'members', postGroups: [] }));
	const GET = vi.fn().mockResolvedValue({ data: data && { data } });
	return { GET, api: { forum: { GET } } as unknown as Api };
}

it('moderator by role is one without a request', async () => {
	const { GET, api } = anApi([]);
	expect(await moderated(api, session('a', 'user', 'moderator'))).toBe('all');
	expect(GET).not.toHaveBeenCalled();
});

it('appointment is asked for once a minute', async () => {
	const { GET, api } = anApi(['garden']);
	expect(await moderated(api, session('b'), 0)).toEqual(['garden']);
	expect(await moderated(api, session('b'), 59_999)).toEqual(['garden']);
	expect(GET).toHaveBeenCalledTimes(1);
	expect(await moderated(anApi([]).api, session('b'), 60_000)).toEqual([]);
});

it('last answer counts while the service is away', async () => {
	await moderated(anApi(['garden']).api, session('c'), 0);
	expect(await moderated(anApi(null).api, session('c'), 60_000)).toEqual(['garden']);
	expect(await moderated(anApi(null).api, session('d'), 0)).toEqual([]);
});

it.each([
	['all' as const, 'garden', true],
	[['garden'], 'garden', true],
	[['garden'], 'kitchen', false],
	[[], 'garden', false]
])('who moderates %s moderates %s: %s', (categories, slug, does) => {
	expect(moderates(categories, slug)).toBe(does);
});

it('categories are those that the reader may read, and new ones are known at once', async () => {
	const event = (slugs: string[] | null, reader: Session | null) => ({ locals: { api: anApi(slugs).api, session: reader } }) as never;
	expect(await knownCategories(event(['garden'], null), [], 0)).toEqual({ garden: { name: 'GARDEN', ...KNOWN } });
	expect(await knownCategories(event(['garden', 'staff'], session('e', 'user')), [], 0)).toEqual({ garden: { name: 'GARDEN', ...KNOWN }, staff: { name: 'STAFF', ...KNOWN } });
	expect(await knownCategories(event(['garden', 'new'], null), ['garden'], 1_000)).toEqual({ garden: { name: 'GARDEN', ...KNOWN } });
	expect(await knownCategories(event(['garden', 'new'], null), ['new'], 1_000)).toEqual({ garden: { name: 'GARDEN', ...KNOWN }, new: { name: 'NEW', ...KNOWN } });
	expect(await knownCategories(event(null, null), [], 100_000)).toEqual({ garden: { name: 'GARDEN', ...KNOWN }, new: { name: 'NEW', ...KNOWN } });
});

it('readers of the same roles share what is known of categories, for two seconds', async () => {
	const event = (slugs: string[], ...roles: string[]) => ({ locals: { api: anApi(slugs).api, session: session(slugs.join(), ...roles) } }) as never;
	const known = async (now: number, slugs: string[], ...roles: string[]) => Object.keys(await knownCategories(event(slugs, ...roles), [], now));
	expect(await known(500_000, ['open', 'staff'], 'user', 'admin')).toEqual(['open', 'staff']);
	expect(await known(501_000, ['other'], 'admin', 'user')).toEqual(['open', 'staff']);
	expect(await known(501_000, ['open'], 'user')).toEqual(['open']);
	expect(await known(502_000, ['renamed', 'staff'], 'user', 'admin')).toEqual(['renamed', 'staff']);
});

it('members of other groups share nothing, because a group may have categories of its own', async () => {
	const event = (slugs: string[], groups: string[]) => {
		const { user } = session(slugs.join(), 'user');
		return { locals: { api: anApi(slugs).api, session: { user: { ...user, groups } } } } as never;
	};
	const known = async (slugs: string[], ...groups: string[]) => Object.keys(await knownCategories(event(slugs, groups), [], 700_000));
	expect(await known(['open', 'board'], 'b', 'a')).toEqual(['open', 'board']);
	expect(await known(['other'], 'a', 'b')).toEqual(['open', 'board']);
	expect(await known(['open'], 'a')).toEqual(['open']);
	expect(await known(['open'])).toEqual(['open']);
});

it('answer to a session that was renewed with other rights is shared with nobody', async () => {
	const member = session('a', 'user');
	const reading = (data: unknown, renewed = member) => {
		const locals = { session: member, api: { forum: { GET: async () => (Object.assign(locals, { session: renewed }), { data: { data } }) } } };
		return { locals } as never;
	};
	const inBoard = { user: { ...member.user, groups: ['board'] } } as Session;
	const board = { slug: 'board', name: 'Board', colour: '', read: 'groups' };
	expect(Object.keys(await knownCategories(reading([board], inBoard), [], 900_000))).toEqual(['board']);
	expect(await knownCategories(reading([]), [], 900_000)).toEqual({});
	expect(await usedTags(reading([{ tag: 'dismissals' }], inBoard), 900_000)).toEqual(['dismissals']);
	expect(await usedTags(reading([]), 900_000)).toEqual([]);
});
