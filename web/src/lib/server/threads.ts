import type { RequestEvent } from '@sveltejs/kit';
import type { Sort, Thread, Unlisted } from '#lib/forum.ts';
import { timeOfReading } from './live';
import { movedPlace } from './moved';
import { promptly } from './promptly';
import { requireData } from './problems';
import { unreadFrom, type UnreadFrom } from './unread';

/** The threads among which those are looked for that the reader has not read; the API's most. */
const WINDOW = 100;

/** What a list shows besides its order. */
interface Filter {
	category?: string;
	tag?: string;
	/** Threads that only moderators see. */
	status?: Unlisted;
}

interface ThreadPage {
	threads: Thread[];
	unreadFrom: UnreadFrom;
	/** The offset of sockets after which threads are new; only of the beginning of the list. */
	since: number | null;
	next: string | null;
	prev: string | null;
}

/** A page of a list of threads, in the order and from the cursor that the address names. */
export async function threadsOf(event: RequestEvent, sort: Sort, filter: Filter = {}): Promise<ThreadPage> {
	const cursor = event.url.searchParams.get('cursor');
	const onlyUnread = sort === 'unread';
	const since = cursor ? null : timeOfReading();
	const answer = await event.locals.api.forum.GET('/api/v1/threads', {
		params: {
			query: {
				...filter,
				...(onlyUnread ? { limit: WINDOW } : sort === 'latest' ? {} : { sort }),
				...(cursor ? { cursor } : {})
			}
		}
	});
	const page = requireData(event, answer);
	const unread = await unreadFrom(event, page.data);
	const threads = onlyUnread ? page.data.filter(({ id }) => id in unread) : page.data;
	const { next, prev } = page.meta.pagination;
	return { threads, unreadFrom: unread, since, next: next ?? null, prev: prev ?? null };
}

/** A number that no post has: a page around it is the last one. */
const BEYOND = 999_999_999;

/** The number of the last post of a thread: removed posts and those that are elsewhere now have numbers, too. */
export function lastNumber({ locals }: Pick<RequestEvent, 'locals'>, { id, replyCount }: Pick<Thread, 'id' | 'replyCount'>): Promise<number> {
	const counted = replyCount + 1;
	const find = async () => {
		const { data, response } = await locals.api.forum.GET('/api/v1/threads/{id}/posts', {
			params: { path: { id }, query: { around: BEYOND, limit: 1 } }
		});
		// After a split the last numbers may be those of another thread.
		return (movedPlace(id, response) ? undefined : data?.data[0]?.number) ?? counted;
	};
	return promptly(find(), counted);
}
