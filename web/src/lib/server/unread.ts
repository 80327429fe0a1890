import type { RequestEvent } from '@sveltejs/kit';
import type { Thread } from '#lib/forum.ts';
import { promptly } from './promptly';

/** The numbers of the first unread posts of threads, by the ids of the threads that have some. */
export type UnreadFrom = Record<string, number>;

const NONE: UnreadFrom = {};

/** Where the reader goes on in each thread of a list; nowhere for guests. */
export async function unreadFrom({ locals }: Pick<RequestEvent, 'locals'>, threads: Thread[]): Promise<UnreadFrom> {
	const { session, api } = locals;
	if (!session || threads.length === 0) {
		return NONE;
	}
	const find = async () => {
		const ids = threads.map(({ id }) => id).join(',');
		const { data } = await api.forum.GET('/api/v1/threads/progress', { params: { query: { threads: ids } } });
		return data ? unreadSince(threads, data.data, session.user.username) : NONE;
	};
	return promptly(find(), NONE);
}

/**
 * Threads with posts behind the last one that was read, or newer than the reader's last visit, unless
 * the last post is the reader's own. The numbers of posts reach at least to the first post and its
 * replies. A thread that was never opened is unread from its first post.
 */
export function unreadSince(
	threads: Pick<Thread, 'id' | 'lastPostBy' | 'lastActivityAt' | 'replyCount'>[],
	positions: { threadId: string; number: number; at: string }[],
	reader: string
): UnreadFrom {
	const read = new Map(positions.map((one) => [one.threadId, one]));
	const unread: UnreadFrom = {};
	for (const { id, lastPostBy, lastActivityAt, replyCount } of threads) {
		const position = read.get(id);
		const hasMore = !position || position.number <= replyCount || Date.parse(lastActivityAt) > Date.parse(position.at);
		if (hasMore && lastPostBy?.username !== reader) {
			unread[id] = (position?.number ?? 0) + 1;
		}
	}
	return unread;
}
