import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { components } from './api/generated/forum';
import { tagged, useKey } from './forms';
import { refusalOf, refuse, requireData, requireSession, type Answer, type Problem } from './problems';

export type Draft = components['schemas']['DraftView'] & {
	/** Names the draft and what is stored of it, for a composer that continues it. */
	handle: string;
};

/** The fields that a composer sends besides the text. */
type Values = Record<string, string>;

/** Renders the text of a composer. */
export async function previewOf<V extends { content: string; key?: string }>(event: RequestEvent, values: V) {
	requireSession(event);
	const answer = await event.locals.api.forum.POST('/api/v1/posts/preview', {
		body: { content: values.content }
	});
	if (!answer.data) {
		return refuse(event, answer, values as never);
	}
	return { preview: answer.data.data.html, values, key: values.key };
}

/** Returns the draft that the address names, if it is one of the reader's. */
export async function requestedDraft(event: RequestEvent): Promise<Draft | null> {
	const id = event.url.searchParams.get('draft');
	return id && event.locals.session ? findDraft(event, id) : null;
}

async function findDraft(event: RequestEvent, id: string): Promise<Draft | null> {
	const { data, response } = await event.locals.api.forum.GET('/api/v1/drafts/{id}', { params: { path: { id } } });
	return data ? { ...data.data, handle: handleOf(id, response) } : null;
}

/** The id of a draft and the entity tag of an answer with it. */
export function handleOf(id: string, response: Response): string {
	return `${id} ${response.headers.get('etag') ?? ''}`;
}

/** What a request for a draft takes of its handle: a change of another page is not written over. */
function paramsOf(handle: string) {
	const [id = '', tag] = handle.split(' ');
	return { path: { id }, header: tag ? { 'If-Match': tag } : {} };
}

/** Returns the reader's last draft for a thread, or for new threads of a category. */
export async function lastDraft(
	event: RequestEvent,
	isForPlace: (draft: components['schemas']['DraftView']) => boolean
): Promise<Draft | null> {
	requireSession(event);
	const answer = await event.locals.api.forum.GET('/api/v1/drafts', {
		params: { query: { limit: 100 } }
	});
	const last = requireData(event, answer).data.find(isForPlace);
	return last ? findDraft(event, last.id) : null;
}

/** Stores what a composer sent; a tag that is half written does not keep the text from being stored. */
export async function storeDraft(event: RequestEvent, values: Values) {
	requireSession(event);
	const answer = await writeDraft(event, values);
	return isTagRefused(answer) ? writeDraft(event, { ...values, tags: '' }) : answer;
}

/** Writes a draft; one that another page has deleted or continued meanwhile becomes a new one. */
async function writeDraft(event: RequestEvent, values: Values) {
	const { forum } = event.locals.api;
	const { draft, thread, category, replyTo, title, content = '' } = values;
	const tags = tagged(values.tags ?? '').slice(0, 5);
	const body = thread
		? { threadId: thread, content, ...(replyTo ? { replyTo } : {}) }
		: { content, ...(category ? { category } : {}), ...(title ? { title } : {}), ...(tags.length ? { tags } : {}) };
	if (draft) {
		const answer = await forum.PUT('/api/v1/drafts/{id}', { params: paramsOf(draft), body });
		if (answer.response.status !== 404 && answer.response.status !== 412) {
			return answer;
		}
	}
	return forum.POST('/api/v1/drafts', {
		params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
		body
	});
}

function isTagRefused(answer: Answer<unknown>): boolean {
	const { errors } = (answer.error ?? {}) as Problem;
	return answer.response.status === 400 && errors?.[0] !== undefined && errors.every(({ field }) => field?.startsWith('tags'));
}

/** Deletes the draft of a published text; one that stays does no harm. */
export async function dropDraft(event: RequestEvent, handle: string): Promise<void> {
	if (handle) {
		await event.locals.api.forum
			.DELETE('/api/v1/drafts/{id}', { params: paramsOf(handle) })
			.catch(() => undefined);
	}
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
	const tags = tagged(values.tags);
	const answer = await event.locals.api.forum.POST('/api/v1/threads', {
		params: { header: { 'Idempotency-Key': useKey(event, values.key) } },
		body: { category, title: values.title, content: values.content, ...(tags.length ? { tags } : {}) }
	});
	if (!answer.data) {
		return refuse(event, answer, values as never);
	}
	await dropDraft(event, values.draft);
	redirect(303, `/threads/${answer.data.data.id}`);
}
