import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('./composer', () => ({ ChatComposer: class { start() {} } }));
vi.mock('./connection', () => ({ onceConnected: vi.fn(), onReconnect: vi.fn(), socket: { on: vi.fn() } }));
vi.mock('./conversation', () => ({ LiveConversation: class { id = 'c'; } }));
vi.mock('./page', () => ({ loadPage: vi.fn(), swap: vi.fn() }));
vi.mock('./presence', () => ({ followPresence: vi.fn() }));
vi.mock('./waiting', () => ({ sendWaiting: vi.fn() }));

beforeEach(() => vi.resetModules());

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
