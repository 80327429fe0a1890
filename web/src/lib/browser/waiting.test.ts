import { afterEach, expect, it, vi } from 'vitest';
import { sendWaiting } from './waiting.ts';

afterEach(() => vi.unstubAllGlobals());

const waiting = (clientId: string, at = Date.now()) => ({ clientId, text: `Text of ${clientId}`, replyTo: '', at });

/** Sends what waits in these outboxes to a site that answers so; returns what was sent, and what waits afterwards. */
async function sent(outboxes: Record<string, unknown[]>, answer: (clientId: string) => object) {
	const storage: Record<string, unknown> = Object.fromEntries(
		Object.entries(outboxes).map(([name, messages]) => [name, JSON.stringify(messages)])
	);
	const define = (name: string, value: unknown) => Object.defineProperty(storage, name, { value });
	define('getItem', (name: string) => storage[name] ?? null);
	define('setItem', (name: string, value: string) => (storage[name] = value));
	define('removeItem', (name: string) => Reflect.deleteProperty(storage, name));
	vi.stubGlobal('localStorage', storage);
	vi.stubGlobal('document', { querySelector: () => null });
	const requests: string[] = [];
	vi.stubGlobal('fetch', async (path: string, { body }: { body: URLSearchParams }) => {
		const clientId = body.get('clientId') ?? '';
		requests.push(`${path} ${clientId}`);
		return Response.json(answer(clientId));
	});
	await sendWaiting('ann', '3');
	const left = Object.fromEntries(
		Object.entries(storage).map(([name, text]) => [name, (JSON.parse(text as string) as { clientId: string }[]).map(({ clientId }) => clientId)])
	);
	return { requests, left, storage };
}

it('page sends what its reader wrote in other conversations, but nothing that is old', async () => {
	const { requests, left } = await sent(
		{
			'outbox:ann:1': [waiting('a'), waiting('b')],
			'outbox:ann:2': [waiting('old', Date.now() - 60 * 60_000)],
			'outbox:ann:3': [waiting('here')],
			'outbox:ben:1': [waiting('other')],
			'draft:ann:1': []
		},
		() => ({ ok: true })
	);
	expect(requests).toEqual(['/chat/1/send a', '/chat/1/send b']);
	expect(left).toEqual({ 'outbox:ann:2': ['old'], 'outbox:ann:3': ['here'], 'outbox:ben:1': ['other'], 'draft:ann:1': [] });
});

it.each(['chat.unavailable', 'auth.required', 'reader.other', undefined])('messages keep their order while one has to wait for %s', async (code) => {
	const { requests, left } = await sent({ 'outbox:ann:1': [waiting('a'), waiting('b')] }, () => ({ ok: false, code }));
	expect(requests).toEqual(['/chat/1/send a']);
	expect(left).toEqual({ 'outbox:ann:1': ['a', 'b'] });
});

it('message that is refused waits for its author, and is not sent with every page', async () => {
	const { left, storage } = await sent({ 'outbox:ann:1': [waiting('a'), waiting('b')] }, (clientId) =>
		clientId === 'a' ? { ok: false, code: 'chat.blocked' } : { ok: true }
	);
	expect(left).toEqual({ 'outbox:ann:1': ['a'] });
	const again = await sent({ 'outbox:ann:1': JSON.parse(storage['outbox:ann:1'] as string) as unknown[] }, () => ({ ok: true }));
	expect(again.requests).toEqual([]);
});
