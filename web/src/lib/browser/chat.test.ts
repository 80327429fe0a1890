import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('./composer', () => ({ ChatComposer: class { start() {} } }));
const live = vi.hoisted(() => ({
	on: vi.fn<(name: string, act: (event: object) => void) => void>(),
	ask: vi.fn<(rare: boolean) => void>(),
	refresh: async () => undefined as unknown,
	loadPage: vi.fn(async (address: string) => address),
	peekAt: vi.fn(async (address: string) => address),
	swap: vi.fn()
}));

vi.mock('./connection', () => ({ onceConnected: vi.fn(), onReconnect: vi.fn(), socket: live }));
vi.mock('./conversation', () => ({ LiveConversation: class { id = 'c'; } }));
vi.mock('./page', () => live);
vi.mock('./pace', () => ({
	Pace: class {
		constructor(act: () => Promise<unknown>) {
			live.refresh = act;
		}

		ask = live.ask;
	}
}));
vi.mock('./presence', () => ({ followPresence: vi.fn(), readPresence: vi.fn() }));
vi.mock('./waiting', () => ({ sendWaiting: vi.fn(async () => undefined) }));

beforeEach(() => {
	vi.resetModules();
	vi.clearAllMocks();
});

afterEach(() => vi.unstubAllGlobals());

it.each([
	['on a desk', true, '', true],
	['on a phone', false, '', false],
	['at a message', true, '?message=7', false]
])('field of a conversation that is opened %s (wide: %s, "%s") has the focus: %s', async (_, matches, search, focused) => {
	const text = { focus: vi.fn() };
	const elements: Record<string, object> = { messages: {}, send: {}, text };
	const body = {};
	vi.stubGlobal('location', { search });
	vi.stubGlobal('matchMedia', () => ({ matches }));
	vi.stubGlobal('document', { body, activeElement: body, getElementById: (id: string) => elements[id] ?? null });
	await import('./chat.ts');
	expect(text.focus.mock.calls.length === 1).toBe(focused);
});

it.each([
	['message.created', 'c', false, false],
	['message.created', 'd', false, false],
	['position.changed', 'c', false, false],
	['position.changed', 'd', false, false],
	['membership.ended', 'd', true, false],
	['membership.started', 'c', true, true],
	['conversation.changed', 'c', true, true]
])('%s of the conversation %s changes the list at once: %s, and the heading: %s', async (type, id, rare, heading) => {
	const elements: Record<string, object> = {
		messages: { dataset: { conversation: 'c' } },
		conversations: { dataset: { current: 'c', reader: 'ann' } }
	};
	vi.stubGlobal('location', { pathname: '/chat/c', search: '' });
	vi.stubGlobal('addEventListener', vi.fn());
	vi.stubGlobal('document', { getElementById: (name: string) => elements[name] ?? null });
	await import('./chat.ts');
	live.on.mock.calls.find(([name]) => name === 'conversation-updated')?.[1]({ type, data: { id } });
	expect(live.ask.mock.calls).toEqual([[rare]]);
	await live.refresh();
	await live.refresh();
	const list = ['/chat?current=c', ['conversations']];
	expect(live.swap.mock.calls).toEqual(heading ? [list, ['/chat/c', ['heading']], list] : [list, list]);
});
