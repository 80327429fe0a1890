import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { translator } from '#lib/messages/index.ts';
import { THREAD_STEPS, threadIdOf } from '#lib/moderation.ts';
import type { Thread } from '#lib/forum.ts';
import { boxes, chosen, readForm, tagged, texts, useKey } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = requireSession(event);
	hideFromRobots(event);
	const { forum } = event.locals.api;
	const { id } = event.params;
	const answer = await forum.GET('/api/v1/threads/{id}', { params: { path: { id } } });
	const thread = requireData(event, answer).data;
	const moderates = await isModerator(event, thread);
	if (!moderates && thread.author?.username !== session.user.username) {
		error(403, { message: translator(event.locals.language)('tools.denied') });
	}
	const from = Number(event.url.searchParams.get('post'));
	const [categories, posts] = await Promise.all([
		// Threads are moved to categories that the reader moderates.
		forum.GET('/api/v1/categories', { params: { query: { moderated: true } } }),
		from > 0
			? forum.GET('/api/v1/threads/{id}/posts', { params: { path: { id }, query: { around: from } } })
			: null
	]);
	return {
		thread,
		moderates,
		tag: answer.response.headers.get('etag') ?? '',
		categories: requireData(event, categories).data,
		posts: posts?.data?.data ?? [],
		key: crypto.randomUUID()
	};
};

/** Whether the reader moderates by role or in the thread's category; authors have fewer tools for their threads. */
async function isModerator(event: RequestEvent, thread: Thread): Promise<boolean> {
	const { user } = requireSession(event);
	if (user.roles.includes('moderator')) {
		return true;
	}
	const answer = await event.locals.api.forum.GET('/api/v1/categories/{slug}/moderators', {
		params: { path: { slug: thread.category } }
	});
	return requireData(event, answer).data.some((one) => one.id === user.id);
}

export const actions: Actions = {
	step: async (event) => {
		requireSession(event);
		const { tag, step } = await readForm(event.request, 'tag', 'step');
		const known = THREAD_STEPS.find((one) => one === step) ?? error(400);
		// All steps have the same form.
		const path = `/api/v1/threads/{id}/${known}` as '/api/v1/threads/{id}/lock';
		const answer = await event.locals.api.forum.POST(path, { params: paramsOf(event, tag) });
		return outcome(event, answer, 'tools.done');
	},
	rename: async (event) => {
		requireSession(event);
		const { tag, title, tags } = await readForm(event.request, 'tag', 'title', 'tags');
		const answer = await event.locals.api.forum.PATCH('/api/v1/threads/{id}', {
			params: paramsOf(event, tag),
			body: { title, tags: tagged(tags) }
		});
		return outcome(event, answer, 'tools.done', { title, tags });
	},
	move: async (event) => {
		requireSession(event);
		const { tag, category } = await readForm(event.request, 'tag', 'category');
		const answer = await event.locals.api.forum.POST('/api/v1/threads/{id}/move', {
			params: paramsOf(event, tag),
			body: { category }
		});
		return outcome(event, answer, 'tools.done', { category });
	},
	merge: async (event) => {
		requireSession(event);
		const { tag, into, sure } = await readForm(event.request, 'tag', 'into', 'sure');
		const { forum } = event.locals.api;
		const id = threadIdOf(into);
		if (!sure) {
			const other = await forum.GET('/api/v1/threads/{id}', { params: { path: { id } } });
			return other.data ? { into: other.data.data } : outcome(event, other, 'tools.done', { into });
		}
		const answer = await forum.POST('/api/v1/threads/{id}/merge', { params: paramsOf(event, tag), body: { into: id } });
		if (!answer.data) {
			return outcome(event, answer, 'tools.done', { into });
		}
		redirect(303, `/moderation/works/${answer.data.data.id}`);
	},
	split: async (event) => {
		requireSession(event);
		const form = await event.request.formData();
		const values = texts(form, 'tag', 'key', 'from', 'title', 'category');
		const posts = chosen(form, 'posts');
		const answer = await event.locals.api.forum.POST('/api/v1/threads/{id}/split', {
			params: {
				path: { id: event.params.id },
				header: { 'If-Match': values.tag, 'Idempotency-Key': useKey(event, values.key) }
			},
			body: {
				title: values.title,
				category: values.category,
				...(posts.length ? { posts } : {}),
				...(values.from ? { from: Number(values.from) } : {})
			}
		});
		if (!answer.data) {
			return outcome(event, answer, 'tools.done', {
				title: values.title,
				category: values.category,
				from: values.from,
				...boxes(form, 'posts')
			});
		}
		redirect(303, `/moderation/works/${answer.data.data.id}`);
	},
	remove: async (event) => {
		requireSession(event);
		const { tag, category } = await readForm(event.request, 'tag', 'category');
		const answer = await event.locals.api.forum.DELETE('/api/v1/threads/{id}', {
			params: paramsOf(event, tag)
		});
		// Its author does not see it any longer.
		return category ? continueAt(event, answer, `/categories/${encodeURIComponent(category)}`, {}) : outcome(event, answer, 'tools.done');
	}
};

function paramsOf(event: { params: { id: string } }, tag: string) {
	return { path: { id: event.params.id }, header: { 'If-Match': tag } };
}
