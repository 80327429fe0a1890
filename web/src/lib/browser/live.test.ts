import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = vi.hoisted(() => ({
	onceConnected: vi.fn<(act: () => void) => void>(),
	onReconnect: vi.fn<(act: () => void) => void>(),
	socket: { on: vi.fn<(name: string, act: (event: object) => void) => void>() }
}));

vi.mock('./connection', () => ({ ...page, notifications: {}, reached: vi.fn() }));
vi.mock('./page', () => ({ fill: (_: string, count: number) => `${count}` }));
const showLink = vi.hoisted(() => vi.fn());
vi.mock('./notice', () => ({ showLink }));
vi.mock('./thread', () => ({ LiveThread: vi.fn() }));
for (const part of ['activity', 'announce', 'card', 'fresh', 'keys', 'menus']) {
	vi.doMock(`./${part}`, () => ({ completePosts: vi.fn() }));
}

async function open(elements: Record<string, object>): Promise<void> {
	vi.stubGlobal('document', { getElementById: (id: string) => elements[id] ?? null });
	await import('./live.ts');
}

beforeEach(() => {
	vi.resetModules();
	vi.clearAllMocks();
	vi.stubGlobal('location', { search: '', hash: '' });
});

afterEach(() => {
	vi.unstubAllGlobals();
});

it('number of unread messages is asked for when a conversation was opened, and else after a lost connection', async () => {
	await open({ messages: {} });
	expect(page.onceConnected).toHaveBeenCalledOnce();
	expect(page.onReconnect).not.toHaveBeenCalled();
	vi.resetModules();
	await open({});
	expect(page.onceConnected).toHaveBeenCalledOnce();
	expect(page.onReconnect).toHaveBeenCalledOnce();
});

it('list of notifications has changed only by those that it does not show', async () => {
	await open({ 'new-notifications': { dataset: {} }, 'notice-n-1': {} });
	const notify = page.socket.on.mock.calls.find(([name]) => name === 'notification')?.[1];
	const mention = { id: 'n', unread: 1, title: 'Ann mentioned you' };
	notify?.({ id: 'e1', data: { ...mention, count: 1 } });
	expect(showLink).not.toHaveBeenCalled();
	notify?.({ id: 'e2', data: { ...mention, count: 2 } });
	expect(showLink).toHaveBeenCalledOnce();
});
