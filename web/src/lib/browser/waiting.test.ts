import { afterEach, expect, it, vi } from 'vitest';
import { fakeStorage } from './fake-storage.ts';
import { sendWaiting } from './waiting.ts';

afterEach(() => vi.unstubAllGlobals());

const waiting = (clientId: string, at = Date.now()) => ({ clientId, text: `Text of ${clientId}`, replyTo: '', at });

/** Sends what waits in these outboxes to a site that answers so; returns what was sent, and what waits afterwards. */
async function sent(outboxes: Record<string, { clientId: string }[]>, answer: (clientId: string) => object) {
	const kept = Object.entries(outboxes).flatMap(([name, messages]) =>
		messages.map((message, at) => [`${name}:${at}:${message.clientId}`, JSON.stringify(message)] as const)
	);
	const storage = fakeStorage({ ...Object.fromEntries(kept), 'draft:ann:1': 'Text' });
	vi.stubGlobal('localStorage', storage);
	vi.stubGlobal('document', { querySelector: () => null });
	const requests: string[] = [];
	vi.stubGlobal('fetch', async (path: string, { body }: { body: URLSearchParams }) => {
		const clientId = body.get('clientId') ?? '';
		requests.push(`${path} ${clientId}`);
		return Response.json(answer(clientId));
	});
	await sendWaiting('ann', '3');
	const left = Object.keys(storage).filter((name) => name.startsWith('outbox:'));
	return { requests, left, storage };
}

it('page sends what its reader wrote in other conversations, but nothing that is old', async () => {
	const { requests, left } = await sent(
		{
			'outbox:ann:1': [waiting('a'), waiting('b')],
			'outbox:ann:2': [waiting('old', Date.now() - 60 * 60_000)],
			'outbox:ann:3': [waiting('here')],
			'outbox:ben:1': [waiting('other')]
		},
		() => ({ ok: true })
	);
	expect(requests).toEqual(['/chat/1/send a', '/chat/1/send b']);
	expect(left).toEqual(['outbox:ann:2:0:old', 'outbox:ann:3:0:here', 'outbox:ben:1:0:other']);
});

it.each(['chat.unavailable', 'auth.required', 'reader.other', undefined])('messages keep their order while one has to wait for %s', async (code) => {
	const { requests, left } = await sent({ 'outbox:ann:1': [waiting('a'), waiting('b')] }, () => ({ ok: false, code }));
	expect(requests).toEqual(['/chat/1/send a']);
	expect(left).toEqual(['outbox:ann:1:0:a', 'outbox:ann:1:1:b']);
});

it('message that is refused waits for its author, and is not sent with every page', async () => {
	const { left, storage } = await sent({ 'outbox:ann:1': [waiting('a'), waiting('b')] }, (clientId) =>
		clientId === 'a' ? { ok: false, code: 'chat.blocked' } : { ok: true }
	);
	expect(left).toEqual(['outbox:ann:1:0:a']);
	const held = JSON.parse(storage['outbox:ann:1:0:a'] as string) as { clientId: string };
	const again = await sent({ 'outbox:ann:1': [held] }, () => ({ ok: true }));
	expect(again.requests).toEqual([]);
});
