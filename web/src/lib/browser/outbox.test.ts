import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeStorage } from './fake-storage.ts';
import { isDue, ListedShelf, newClientId, Outbox, sendByRequest } from './outbox.ts';

const refuses = () => {
	throw new DOMException('denied', 'SecurityError');
};

const NOW = Date.parse('2026-11-01T10:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: NOW }));

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const message = (clientId: string) => ({ clientId, text: `Text of ${clientId}`, replyTo: '' });

it('messages wait in the order of writing, also for another page', () => {
	const keeper = fakeStorage();
	const first = new Outbox(new ListedShelf(() => keeper), 'outbox:ann:1');
	first.add(message('a'));
	first.add(message('b'));
	first.add(message('c'));
	first.remove('b');
	const second = new Outbox(new ListedShelf(() => keeper), 'outbox:ann:1');
	expect(second.all().map(({ clientId }) => clientId)).toEqual(['a', 'c']);
	expect(new Outbox(new ListedShelf(() => keeper), 'outbox:ann:2').all()).toEqual([]);
	second.remove('a');
	second.remove('c');
	expect(Object.keys(keeper)).toEqual([]);
});

it('pages that write at the same time lose nothing of each other', () => {
	const keeper = fakeStorage();
	const first = new Outbox(new ListedShelf(() => keeper), 'outbox:ann:1');
	first.add(message('sent'));
	// A page sees late what another one keeps.
	const behind = fakeStorage({ ...keeper } as Record<string, string>);
	const second = new Outbox(new ListedShelf(() => ({ ...keeper, ...behind, getItem: behind.getItem, setItem: keeper.setItem, removeItem: keeper.removeItem })), 'outbox:ann:1');
	first.add(message('a'));
	second.add(message('b'));
	second.hold(message('c'));
	second.remove('sent');
	expect(first.all().map(({ clientId }) => clientId)).toEqual(['a', 'b', 'c']);
});

it('message that is sent again keeps its place', () => {
	const keeper = fakeStorage();
	const outbox = new Outbox(new ListedShelf(() => keeper), 'outbox:ann:1');
	outbox.add(message('b'));
	vi.setSystemTime(NOW + 1_000);
	outbox.add(message('a'));
	outbox.hold(message('b'));
	outbox.add(message('b'));
	expect(outbox.all().map(({ clientId }) => clientId)).toEqual(['b', 'a']);
});

it('texts that are no outbox are ignored', () => {
	const keeper = fakeStorage();
	for (const text of ['{', 'null', '{"a":1}', '[1,{"clientId":"a"}]']) {
		keeper.setItem('outbox:1:a', text);
		expect(new Outbox(new ListedShelf(() => keeper), 'outbox').all(), text).toEqual([]);
	}
});

it('browser that keeps nothing loses nothing while the page is open', () => {
	const outbox = new Outbox(new ListedShelf(refuses), 'outbox');
	outbox.add(message('a'));
	expect(outbox.all()).toHaveLength(1);
});

it('full storage loses nothing while the page is open, nor what it has', () => {
	const keeper = fakeStorage();
	const { setItem } = keeper;
	const outbox = new Outbox(new ListedShelf(() => keeper), 'outbox');
	outbox.add(message('a'));
	keeper.setItem = refuses;
	outbox.add(message('b'));
	expect(outbox.all().map(({ clientId }) => clientId)).toEqual(['a', 'b']);
	expect(new Outbox(new ListedShelf(() => keeper), 'outbox').all()).toEqual([{ ...message('a'), at: NOW }]);
	keeper.setItem = setItem;
	outbox.remove('a');
	expect(new Outbox(new ListedShelf(() => keeper), 'outbox').all()).toEqual([{ ...message('b'), at: NOW }]);
	outbox.remove('b');
	expect(outbox.all()).toEqual([]);
});

it('message is sent without a question for an hour, until it is refused or its author wants it sent again', () => {
	const keeper = fakeStorage();
	const outbox = new Outbox(new ListedShelf(() => keeper), 'outbox');
	const due = () => outbox.all().filter(isDue).map(({ clientId }) => clientId);
	outbox.add(message('a'));
	outbox.add(message('b'));
	expect(due()).toEqual(['a', 'b']);
	outbox.hold(message('b'));
	expect(due()).toEqual(['a']);
	vi.setSystemTime(NOW + 60 * 60_000);
	expect(due()).toEqual([]);
	outbox.add(message('a'));
	expect(due()).toEqual(['a']);
	expect(outbox.all()).toHaveLength(2);
});

it.each([
	['short text', true],
	['long text '.repeat(10_000), false]
])('request outlives its page unless browsers would refuse it', async (text, keepalive) => {
	const fetch = vi.fn(async () => Response.json({ ok: true }));
	vi.stubGlobal('fetch', fetch);
	vi.stubGlobal('document', { querySelector: () => null });
	expect(await sendByRequest('1', { ...message('a'), text })).toEqual({ ok: true });
	expect(fetch).toHaveBeenCalledWith('/chat/1/send', expect.objectContaining({ keepalive }));
});

it('client ids differ', () => {
	expect(newClientId()).toMatch(/^[0-9a-f]{32}$/);
	expect(newClientId()).not.toBe(newClientId());
});
