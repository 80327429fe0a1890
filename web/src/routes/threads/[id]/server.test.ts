import { expect, it } from 'vitest';
import { actions, load } from './+page.server.ts';
import { load as loadSummary } from './summary/+page.server.ts';

type Event = Parameters<typeof load>[0];

const QUESTION = { id: 'p1', number: 1, html: '<p>Why?</p>', author: { username: 'bob' } };

const ANSWER = { id: 'p25', number: 25, html: '<p>Therefore.</p>', author: { username: 'eve' } };

const page = (status: string, post: string) => ({
	'/api/v1/threads/{id}': { data: { id: 't', category: post, status, acceptedAnswer: 'p25' } },
	'/api/v1/threads/{id}/posts': { data: [QUESTION], meta: { pagination: { next: 'n', prev: null } } },
	'/api/v1/categories': { data: [{ id: post, slug: post, name: post, colour: '', read: 'everyone', post, postGroups: [] }] }
});

/** What a guest's page of a thread has. */
function shown(answers: Record<string, unknown>) {
	const GET = (path: string) => Promise.resolve({ data: answers[path], response: { ok: true, url: 'https://forum.example/api/v1/threads/t/posts' } });
	const url = new URL('https://forum.example/threads/t');
	const event = { url, params: { id: 't' }, request: new Request(url), locals: { session: null, api: { forum: { GET } } } };
	return load(event as unknown as Event) as Promise<{ answer: unknown; mayReply: boolean }>;
}

/** The accepted answer as the first page of its thread shows it, on which it is not. */
async function shownAnswer(blocked: boolean) {
	const answers = { ...page('open', 'members'), '/api/v1/posts/{id}': { data: { ...ANSWER, authorBlocked: blocked } } };
	return (await shown(answers)).answer;
}

it('accepted answer is shown below its question', async () => {
	expect(await shownAnswer(false)).toEqual({ author: ANSWER.author, number: 25, text: 'Therefore.' });
});

it('accepted answer of a blocked author is not shown', async () => {
	expect(await shownAnswer(true)).toBeNull();
});

it('reply to a merged thread goes to the other one', async () => {
	const POST = (_: string, { body }: { body: { threadId: string } }) =>
		Promise.resolve(
			body.threadId === 'other'
				? { data: { data: { threadId: 'other', number: 7 } } }
				: { error: { code: 'thread.merged' }, response: new Response(null, { status: 409 }) }
		);
	const GET = () => Promise.resolve({ data: { data: { id: 'other' } } });
	const request = new Request('https://forum.example/threads/t', { method: 'POST', body: new URLSearchParams({ content: 'Late.' }) });
	const event = { url: new URL(request.url), params: { id: 't' }, request, locals: { session: {}, api: { forum: { GET, POST } } } };
	await expect(actions.reply?.(event as never)).rejects.toMatchObject({ location: '/threads/other?done=sent&post=7#post-7' });
});

it('summary of a merged thread is that of the other one', async () => {
	const GET = () => Promise.resolve({ data: { data: { id: 'other' } }, response: new Response() });
	const url = new URL('https://forum.example/threads/t/summary');
	const event = { url, params: { id: 't' }, setHeaders: () => undefined, locals: { session: null, api: { forum: { GET }, summary: { GET } } } };
	await expect(loadSummary(event as never)).rejects.toMatchObject({ location: '/threads/other/summary' });
});

it.each([
	['open', 'members', true],
	['open', 'moderators', false],
	['locked', 'members', false]
])('%s thread where %s post offers a reply: %s', async (status, post, offers) => {
	expect((await shown(page(status, post))).mayReply).toBe(offers);
});
