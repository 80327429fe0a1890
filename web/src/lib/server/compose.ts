import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { components } from './api/generated/forum';
import { idempotencyKey } from './forms';
import { refusalOf, refuse, requireData, requireSession } from './problems';

export type Draft = components['schemas']['DraftView'];

/** The fields that a composer sends besides the text. */
type Values = Record<string, string>;

/** Renders the text of a composer. */
export async function previewOf<V extends { content: string }>(event: RequestEvent, values: V) {
	requireSession(event);
	const answer = await event.locals.api.forum.POST('/api/v1/posts/preview', {
		body: { content: values.content }
	});
	if (!answer.data) {
		return refuse(event, answer, values as never);
	}
	return { preview: answer.data.data.html, values };
}

/** Returns the draft that the address names, if it is one of the reader's. */
export async function requestedDraft(event: RequestEvent): Promise<Draft | null> {
	const id = event.url.searchParams.get('draft');
	if (!id || !event.locals.session) {
		return null;
	}
	const answer = await event.locals.api.forum.GET('/api/v1/drafts/{id}', { params: { path: { id } } });
	return answer.data?.data ?? null;
}

/** Returns the reader's last draft for a thread, or for new threads of a category. */
export async function lastDraft(
	event: RequestEvent,
	isForPlace: (draft: Draft) => boolean
): Promise<Draft | null> {
	requireSession(event);
	const answer = await event.locals.api.forum.GET('/api/v1/drafts', {
		params: { query: { limit: 100 } }
	});
	return requireData(event, answer).data.find(isForPlace) ?? null;
}

/** Stores what a composer sent; a draft that was deleted meanwhile becomes a new one. */
export async function storeDraft(event: RequestEvent, values: Values) {
	requireSession(event);
	const { forum } = event.locals.api;
	const { draft, thread, category, replyTo, title, content = '' } = values;
	const tags = tagsOf(values.tags ?? '').slice(0, 5);
	const body = thread
		? { threadId: thread, content, ...(replyTo ? { replyTo } : {}) }
		: { content, ...(category ? { category } : {}), ...(title ? { title } : {}), ...(tags.length ? { tags } : {}) };
	if (draft) {
		const answer = await forum.PUT('/api/v1/drafts/{id}', { params: { path: { id: draft } }, body });
		if (answer.response.status !== 404) {
			return answer;
		}
	}
	return forum.POST('/api/v1/drafts', {
		params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
		body
	});
}

/** Deletes the draft of a published text; one that stays does no harm. */
export async function dropDraft(event: RequestEvent, id: string): Promise<void> {
	if (id) {
		await event.locals.api.forum
			.DELETE('/api/v1/drafts/{id}', { params: { path: { id } } })
			.catch(() => undefined);
	}
}

/** The tags of a form, which commas separate. */
export function tagsOf(text: string): string[] {
	return text
		.split(',')
		.map((tag) => tag.trim())
		.filter(Boolean);
}

/** Tells why a small change was refused. */
export function refusedChange(event: RequestEvent, answer: Parameters<typeof refusalOf>[1]) {
	return fail(answer.response.status, {
		refusal: refusalOf(event, answer),
		values: { content: '', replyTo: '', key: '', draft: '' }
	});
}

/** Publishes the thread of a form and leads to it, or says why it was refused. */
export async function publishThread<V extends Record<'title' | 'content' | 'tags' | 'key' | 'draft', string>>(
	event: RequestEvent,
	category: string,
	values: V
) {
	requireSession(event);
	const tags = tagsOf(values.tags);
	const answer = await event.locals.api.forum.POST('/api/v1/threads', {
		params: { header: { 'Idempotency-Key': idempotencyKey(values.key) } },
		body: { category, title: values.title, content: values.content, ...(tags.length ? { tags } : {}) }
	});
	if (!answer.data) {
		return refuse(event, answer, values as never);
	}
	await dropDraft(event, values.draft);
	redirect(303, `/threads/${answer.data.data.id}`);
}
