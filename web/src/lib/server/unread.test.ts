import { expect, it, vi } from 'vitest';
import { unreadFrom, unreadSince } from './unread.ts';

const thread = (id: string, lastActivityAt: string, by: string | null = 'bob') =>
	({ id, lastActivityAt, replyCount: 6, lastPostBy: by && { username: by } }) as Parameters<typeof unreadSince>[0][number];

const NOON = '2026-07-01T12:00:00Z';
const LATER = '2026-07-01T12:00:00.001Z';

it.each([
	['never opened', [], thread('a', NOON), { a: 1 }],
	['read to the end', [{ threadId: 'a', number: 7, at: LATER }], thread('a', NOON), {}],
	['read when its last post was written', [{ threadId: 'a', number: 7, at: NOON }], thread('a', NOON), {}],
	['left before its end', [{ threadId: 'a', number: 6, at: LATER }], thread('a', NOON), { a: 7 }],
	['with removed posts, read to the end', [{ threadId: 'a', number: 9, at: LATER }], thread('a', NOON), {}],
	['left before a post of the reader', [{ threadId: 'a', number: 6, at: LATER }], thread('a', NOON, 'alice'), {}],
	['with a newer post', [{ threadId: 'a', number: 7, at: NOON }], thread('a', LATER), { a: 8 }],
	['with a newer post of the reader', [{ threadId: 'a', number: 7, at: NOON }], thread('a', LATER, 'alice'), {}],
	['that only the reader has opened', [], thread('a', NOON, 'alice'), {}],
	['whose last author is deleted', [], thread('a', NOON, null), { a: 1 }],
	['beside another that was read', [{ threadId: 'b', number: 7, at: LATER }], thread('a', NOON), { a: 1 }]
])('thread %s', (_, positions, one, unread) => {
	expect(unreadSince([one], positions, 'alice')).toEqual(unread);
});

it.each([
	['a guest', null, ['a']],
	['an empty list', { user: { username: 'alice' } }, []]
])('%s costs no request', async (_, session, ids) => {
	const GET = vi.fn();
	const event = { locals: { session, api: { forum: { GET } } } } as never;
	expect(await unreadFrom(event, ids.map((id) => thread(id, NOON)) as never)).toEqual({});
	expect(GET).not.toHaveBeenCalled();
});

it('list is shown without its unread threads while the service is away', async () => {
	const GET = vi.fn().mockRejectedValue(new Error('away'));
	const event = { locals: { session: { user: { username: 'alice' } }, api: { forum: { GET } } } } as never;
	expect(await unreadFrom(event, [thread('a', NOON)] as never)).toEqual({});
});
