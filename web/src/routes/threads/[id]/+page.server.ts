import { mayPost } from '#lib/server/categories.ts';
import { knownCategories, moderated } from '#lib/server/desk.ts';
import { redirect } from '@sveltejs/kit';
import { excerptOfHtml } from '#lib/excerpt.ts';
import { levelOf, type Post } from '#lib/forum.ts';
import { dropDraft, previewOf, refusedChange, requestedDraft } from '#lib/server/compose.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { timeOfReading } from '#lib/server/live.ts';
import { movedPlace } from '#lib/server/moved.ts';
import { isSeen } from '#lib/server/pages.ts';
import { codeOf, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { lastNumber } from '#lib/server/threads.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The length of the beginning of an accepted answer below its question. */
const ANSWER_LENGTH = 280;

/** The number of a post in an address; null for anything else. */
function numberOf(text: string | null): number | null {
	return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

export const load: PageServerLoad = async (event) => {
	const { session } = event.locals;
	const { forum } = event.locals.api;
	const { id } = event.params;
	const chosen = numberOf(event.url.searchParams.get('jump'));
	const from = numberOf(event.url.searchParams.get('from'));
	if (chosen) {
		redirect(303, `/threads/${id}?post=${chosen}${from ? `&from=${from}` : ''}#post-${chosen}`);
	}
	const cursor = event.url.searchParams.get('cursor');
	const around = numberOf(event.url.searchParams.get('post'));
	const tree = !around && event.url.searchParams.get('view') === 'tree';
	const place = {
		...(cursor ? { cursor } : around ? { around } : {}),
		...(tree ? { view: 'tree' } : {})
	};
	const path = { id };
	const since = timeOfReading();
	const [thread, posts, progress, subscription, draft, moderating] = await Promise.all([
		forum.GET('/api/v1/threads/{id}', { params: { path } }),
		forum.GET('/api/v1/threads/{id}/posts', { params: { path, query: place } }),
		session
			? forum.GET('/api/v1/threads/{id}/progress', { params: { path } })
			: undefined,
		session
			? forum.GET('/api/v1/threads/{id}/subscription', { params: { path } })
			: undefined,
		requestedDraft(event),
		session ? moderated(event.locals.api, session) : []
	]);
	const found = requireData(event, thread).data;
	const page = requireData(event, posts);
	const moved = movedPlace(id, posts.response);
	if (moved) {
		redirect(301, moved);
	}
	if (found.id !== id) {
		redirect(301, `/threads/${found.id}`);
	}
	// Posts of blocked people come without their text, until the reader asks for one.
	const folded = page.data.find(
		(post) => post.authorBlocked && post.id === event.url.searchParams.get('show')
	);
	if (folded) {
		const alone = await forum.GET('/api/v1/posts/{id}', { params: { path: { id: folded.id } } });
		folded.html = requireData(event, alone).data.html;
	}
	const last = page.data.at(-1);
	const isEnd = !tree && page.meta.pagination.next === null;
	// The last post of a tree may be older than those of other branches.
	const { prev, next } = page.meta.pagination;
	const isWhole = prev === null && next === null && !page.data.some((post) => post.moreReplies);
	const read = isWhole ? Math.max(0, ...page.data.map(({ number }) => number)) : (last?.number ?? 0);
	const [answer, end] = await Promise.all([
		page.data[0]?.number === 1 && found.acceptedAnswer ? acceptedAnswer(event, found.acceptedAnswer, page.data) : null,
		isEnd && last ? last.number : lastNumber(event, found)
	]);
	if (session && last && isSeen(event)) {
		// Reading marks as read; the page does not wait for it.
		markRead(event, read, progress?.data?.data.number ?? 0).catch(() => undefined);
	}
	const categories = await knownCategories(event, [found.category]);
	const category = categories[found.category];
	return {
		thread: found,
		knownCategories: categories,
		mayReply: found.status === 'open' && (!category || mayPost({ slug: found.category, ...category }, session?.user, moderating)),
		posts: page.data,
		undo: undoable(event, page.data, around),
		answer,
		around,
		end,
		from,
		tree,
		since,
		draft,
		/** The last post that a member has read once this page is shown. */
		read: progress?.data && Math.max(read, progress.data.data.number),
		/** The posts that are new to a member who has been here before. */
		unread: progress?.data?.data.number ? progress.data.data.unread : 0,
		firstUnread: progress?.data?.data.firstUnread ?? null,
		level: levelOf(subscription?.data?.data.level),
		key: crypto.randomUUID(),
		...page.meta.pagination
	};
};

/** How long a reader is offered to undo what they have just done, in milliseconds. */
const SECOND_THOUGHT = 300_000;

/** The post that the reader has just sent or deleted, which a message offers to undo; null if there is none. */
function undoable({ url, locals }: Parameters<PageServerLoad>[0], shown: Post[], number: number | null) {
	const done = url.searchParams.get('done');
	const post = shown.find((one) => one.number === number);
	if (!post || !locals.session) {
		return null;
	}
	if (done === 'deleted' && (post.status === 'deleted' || post.status === 'removed')) {
		return { done, id: post.id, number: post.number } as const;
	}
	const isNew = post.author?.username === locals.session.user.username && Date.now() - Date.parse(post.createdAt) < SECOND_THOUGHT;
	return done === 'sent' && post.status === 'active' && isNew ? ({ done, id: post.id, number: post.number } as const) : null;
}

/** The accepted answer, as the question shows its beginning; null if it is not shown to the reader. */
async function acceptedAnswer(event: Parameters<PageServerLoad>[0], id: string, shown: Post[]) {
	const found =
		shown.find((post) => post.id === id) ??
		(await event.locals.api.forum.GET('/api/v1/posts/{id}', { params: { path: { id } } })).data?.data;
	return found?.html && found.author && !found.authorBlocked
		? { author: found.author, number: found.number, text: excerptOfHtml(found.html, ANSWER_LENGTH) }
		: null;
}

/**
 * Saves how far somebody has read. A post that was read before may have a notification that is
 * newer, such as one of a vote, so the position is sent again while there are unread ones.
 */
async function markRead(event: Parameters<PageServerLoad>[0], number: number, known: number): Promise<void> {
	const { forum } = event.locals.api;
	if (number > known || (await event.parent()).unread !== 0) {
		await forum.PUT('/api/v1/threads/{id}/progress', {
			params: { path: { id: event.params.id } },
			body: { number: Math.max(number, known) }
		});
	}
}

export const actions: Actions = {
	reply: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'content', 'replyTo', 'key', 'draft');
		const { forum } = event.locals.api;
		const reply = (threadId: string) =>
			forum.POST('/api/v1/posts', {
				params: { header: { 'Idempotency-Key': useKey(event, values.key) } },
				body: { threadId, content: values.content, ...(values.replyTo ? { replyTo: values.replyTo } : {}) }
			});
		let answer = await reply(event.params.id);
		// The second code answers the repetition of a reply that went to the other thread.
		if (answer.error && ['thread.merged', 'idempotency.key-reused'].includes(codeOf(answer))) {
			const { data } = await forum.GET('/api/v1/threads/{id}', { params: { path: event.params } });
			answer = data && data.data.id !== event.params.id ? await reply(data.data.id) : answer;
		}
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		await dropDraft(event, values.draft);
		const { threadId, number } = answer.data.data;
		redirect(303, `/threads/${threadId}?done=sent&post=${number}#post-${number}`);
	},
	preview: async (event) =>
		previewOf(event, await readForm(event.request, 'content', 'replyTo', 'key', 'draft')),
	vote: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'post', 'number', 'value');
		const value = Number(form.value);
		const answer = await event.locals.api.forum.PUT('/api/v1/posts/{id}/vote', {
			params: { path: { id: form.post } },
			body: { value }
		});
		return back(event, answer, form.number);
	},
	bookmark: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'post', 'number');
		const answer = await event.locals.api.forum.PUT('/api/v1/posts/{id}/bookmark', {
			params: { path: { id: form.post } }
		});
		return back(event, answer, form.number);
	},
	unbookmark: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'post', 'number');
		const answer = await event.locals.api.forum.DELETE('/api/v1/posts/{id}/bookmark', {
			params: { path: { id: form.post } }
		});
		return back(event, answer, form.number);
	},
	restore: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'post', 'number');
		const answer = await event.locals.api.forum.POST('/api/v1/posts/{id}/restore', {
			params: { path: { id: form.post } }
		});
		return back(event, answer, form.number);
	},
	answer: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'post', 'number');
		const params = { path: { id: event.params.id } };
		const { forum } = event.locals.api;
		const answer = form.post
			? await forum.PUT('/api/v1/threads/{id}/answer', { params, body: { postId: form.post } })
			: await forum.DELETE('/api/v1/threads/{id}/answer', { params });
		return back(event, answer, form.number);
	},
	follow: async (event) => {
		requireSession(event);
		const { level } = await readForm(event.request, 'level');
		const answer = await event.locals.api.forum.PUT('/api/v1/threads/{id}/subscription', {
			params: { path: { id: event.params.id } },
			body: { level: levelOf(level) }
		});
		return back(event, answer, '');
	}
};

/** Returns to the post after a small change, or tells why it was refused. */
function back(
	event: RequestEvent,
	answer: { error?: unknown; response: Response },
	number: string
) {
	if (!answer.response.ok) {
		return refusedChange(event, answer);
	}
	const post = numberOf(number);
	const place = post ? `?post=${post}#post-${post}` : '';
	redirect(303, `/threads/${event.params.id}${place}`);
}
