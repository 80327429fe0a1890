import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = vi.hoisted(() => ({
	onceConnected: vi.fn<(act: () => void) => void>(),
	onReconnect: vi.fn<(act: () => void) => void>(),
	socket: { on: vi.fn<(name: string, act: (event: object) => void) => void>() }
}));

const numbers = vi.hoisted(() => ({ bell: { dataset: {} }, messages: {}, shown: vi.fn(), isAttended: vi.fn(() => true) }));

vi.mock('./connection', () => ({ ...page, notifications: numbers.bell, reached: vi.fn() }));
const showReload = vi.hoisted(() => vi.fn());
vi.mock('./notice', () => ({ showReload, showCount: numbers.shown }));
vi.mock('./activity', () => ({ isAttended: numbers.isAttended }));

const said = { className: '', textContent: '', dataset: { signedOut: 'You are signed out' } };

/** Opens a page; returns what an event does. */
async function open(elements: Record<string, object>): Promise<(name: string, event: object) => void> {
	const shown = { said, 'unread-messages': numbers.messages, ...elements };
	vi.stubGlobal('document', { visibilityState: 'visible', getElementById: (id: string) => shown[id as 'said'] ?? null });
	await import('./news.ts');
	return (name, event) => page.socket.on.mock.calls.filter(([one]) => one === name).forEach(([, act]) => act(event));
}

/** How often the numbers of the bar were asked for since the page is open. */
async function asked(answer: Response = Response.json({ notifications: 1, messages: 4 })) {
	const fetch = vi.fn(async () => answer.clone());
	vi.stubGlobal('fetch', fetch);
	await vi.advanceTimersByTimeAsync(10_000);
	return fetch.mock.calls.length;
}

beforeEach(() => {
	vi.resetModules();
	vi.clearAllMocks();
	vi.useFakeTimers();
	numbers.isAttended.mockReturnValue(true);
	vi.stubGlobal('location', { search: '', hash: '', pathname: '/chat/c' });
	Object.assign(said, { className: '', textContent: '' });
});

afterEach(() => {
	vi.useRealTimers();
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

it.each([
	[{}, 0],
	[{ unknown: '' }, 1]
])('page with the numbers %j asks for them %i times', async (dataset, times) => {
	numbers.bell.dataset = dataset;
	await open({});
	expect(await asked()).toBe(times);
	numbers.bell.dataset = {};
});

it('list of notifications has changed only by those that it does not show', async () => {
	const happen = await open({ 'new-notifications': { dataset: {} }, 'notice-n-1': {} });
	const mention = { id: 'n', unread: 1, title: 'Ann mentioned you' };
	happen('notification', { id: 'e1', data: { ...mention, count: 1 } });
	expect(showReload).not.toHaveBeenCalled();
	happen('notification', { id: 'e2', data: { ...mention, count: 2 } });
	expect(showReload).toHaveBeenCalledOnce();
});

const message = { id: 'e', data: { id: 'n', count: 1, unread: 1, title: 'Ben wrote to you', link: '/chat/c' } };

const created = { type: 'message.created', data: { id: 'c' } };

const read = { type: 'position.changed', data: { id: 'c' } };

it('message of the conversation that the reader looks at raises no number, and is read', async () => {
	const happen = await open({ messages: {} });
	happen('notification', message);
	happen('conversation-updated', created);
	await vi.advanceTimersByTimeAsync(1_000);
	happen('conversation-updated', read);
	happen('notification', { id: 'e2', data: { id: 'n', read: true, unread: 0 } });
	expect(numbers.shown.mock.calls).toEqual([[numbers.bell, 0]]);
	expect(said.textContent).toBe('');
	expect(await asked()).toBe(0);
});

it('message that the reader of its conversation does not come to read is counted', async () => {
	const happen = await open({ messages: {} });
	happen('notification', message);
	happen('conversation-updated', created);
	expect(numbers.shown).not.toHaveBeenCalled();
	expect(await asked()).toBe(1);
	expect(numbers.shown.mock.calls).toEqual([[numbers.bell, 1], [numbers.messages, 4]]);
});

it.each([
	['another conversation', '/chat/d', true],
	['a conversation that nobody looks at', '/chat/c', false]
])('message of %s is counted at once', async (_, link, attended) => {
	numbers.isAttended.mockReturnValue(attended);
	const happen = await open({ messages: {} });
	happen('notification', { ...message, data: { ...message.data, link } });
	expect(numbers.shown.mock.calls).toEqual([[numbers.bell, 1]]);
});

it('message that the reader may look at in another tab raises no number here before it is read', async () => {
	vi.stubGlobal('location', { search: '', hash: '', pathname: '/' });
	numbers.isAttended.mockReturnValue(false);
	const happen = await open({});
	happen('notification', message);
	happen('conversation-updated', created);
	expect(numbers.shown).not.toHaveBeenCalled();
	happen('conversation-updated', read);
	expect(await asked()).toBe(1);
	expect(numbers.shown.mock.calls).toEqual([[numbers.bell, 1], [numbers.messages, 4]]);
});

it('messages that come faster than they are read raise their number nevertheless', async () => {
	numbers.isAttended.mockReturnValue(false);
	const happen = await open({});
	const fetch = vi.fn(async () => Response.json({ messages: 4 }));
	vi.stubGlobal('fetch', fetch);
	for (let time = 0; time < 8; time++) {
		happen('conversation-updated', created);
		await vi.advanceTimersByTimeAsync(1_000);
	}
	expect(fetch).toHaveBeenCalled();
});

it('conversation that is read leaves the number of another one to come', async () => {
	numbers.isAttended.mockReturnValue(false);
	const happen = await open({ messages: {} });
	happen('conversation-updated', { ...created, data: { id: 'd' } });
	numbers.isAttended.mockReturnValue(true);
	happen('conversation-updated', created);
	happen('conversation-updated', read);
	expect(await asked()).toBe(1);
});

it('other news raise their number at once wherever the reader looks', async () => {
	numbers.isAttended.mockReturnValue(false);
	const happen = await open({});
	happen('notification', { ...message, data: { ...message.data, link: '/threads/t?post=2' } });
	expect(numbers.shown.mock.calls).toEqual([[numbers.bell, 1]]);
});

it('conversation that was read elsewhere is counted soon, whatever was counted before', async () => {
	const happen = await open({});
	for (let time = 0; time < 3; time++) {
		happen('conversation-updated', created);
		await vi.advanceTimersByTimeAsync(2_000);
	}
	happen('conversation-updated', read);
	const fetch = vi.fn(async () => Response.json({ messages: 0 }));
	vi.stubGlobal('fetch', fetch);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(fetch).toHaveBeenCalledOnce();
});

it('page whose session has ended says so once it is connected again', async () => {
	await open({});
	page.onReconnect.mock.calls[0]?.[0]();
	await asked(Response.json({}, { status: 401 }));
	expect(said.className).toBe('live');
	expect(showReload).toHaveBeenCalledExactlyOnceWith(said, 'You are signed out');
});

it('conversation whose session has ended says so beside its form', async () => {
	const live = {};
	await open({ messages: {}, live });
	page.onceConnected.mock.calls[0]?.[0]();
	await asked(Response.json({}, { status: 401 }));
	expect(showReload).toHaveBeenCalledExactlyOnceWith(live, 'You are signed out');
});
