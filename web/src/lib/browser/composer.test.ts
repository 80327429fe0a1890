import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeStorage } from './fake-storage.ts';

const socket = vi.hoisted(() => ({ on: vi.fn(), emit: vi.fn(), emitWithAck: vi.fn(), timeout: () => socket }));

vi.mock('./connection', () => ({ socket }));
vi.mock('./page', () => ({ fill: (text: string) => text }));

const field = { value: 'Later.', focus: vi.fn(), addEventListener: vi.fn() };

const replyTo = { value: '' };

const message = { clientId: 'id', text: 'Too long.', replyTo: '', at: Date.now() };

const kept = fakeStorage({ 'outbox:key:1:id': JSON.stringify(message) });

/** What stands at the refused message. */
const said: unknown[] = [];

/** The element that a screen reader says. */
const status = { textContent: '' };

beforeEach(() => {
	vi.stubGlobal('localStorage', kept);
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	vi.stubGlobal('addEventListener', vi.fn());
	const createElement = () => ({ addEventListener: vi.fn() });
	const getElementById = (id: string) => (id === 'said' ? status : null);
	vi.stubGlobal('document', { addEventListener: vi.fn(), querySelector: () => null, querySelectorAll: () => [], createElement, getElementById });
});

afterEach(() => {
	vi.unstubAllGlobals();
});

/** Presses a button of the refused message. */
function press(name: string): void {
	const button = said.find((part) => (part as HTMLElement).textContent === name) as { addEventListener: ReturnType<typeof vi.fn> };
	(button.addEventListener.mock.calls[0]?.[1] as () => void)();
}

/** Begins to write in a conversation. */
async function compose(showPending: (...pending: string[]) => object = vi.fn()): Promise<void> {
	const { ChatComposer } = await import('./composer.ts');
	const form = {
		elements: { namedItem: (name: string) => (name === 'text' ? field : name === 'replyTo' ? replyTo : { value: '' }) },
		dataset: { key: 'key' },
		querySelector: () => null,
		addEventListener: vi.fn()
	};
	const conversation = { id: 'c', joined: true, text: (name: string) => name, showPending, dropPending: vi.fn() };
	new ChatComposer(form as never, conversation as never).start();
}

it('message that is refused says why to everybody, and can be sent again or changed', async () => {
	socket.emitWithAck.mockResolvedValue({ ok: false, code: 'request.invalid' });
	vi.stubGlobal('fetch', async () => Response.json({ ok: false, code: 'request.invalid', reason: 'At most 4,000 characters.' }));
	const shown = { append: (...parts: unknown[]) => said.push(...parts), get textContent() { return said.join(''); } };
	const showPending = (_: string, __: string, text: string) => (said.splice(0, said.length, text), shown);
	await compose(showPending);
	const isRefused = () => expect(said).toContainEqual(expect.objectContaining({ textContent: 'discard' }));
	await vi.waitFor(isRefused);
	expect(status.textContent).toBe('refused: At most 4,000 characters.');
	press('again');
	expect(field.focus).toHaveBeenCalledOnce();
	expect(said).toEqual(['sending']);
	await vi.waitFor(isRefused);
	press('edit');
	expect(field.value).toBe('Too long.\n\nLater.');
	expect({ ...kept }).toEqual({ 'draft:key': 'Too long.\n\nLater.' });
});

it('draft that is sent or written on in another page follows, unless this one has a text of its own', async () => {
	const line = { hidden: false, dataset: { text: '' }, querySelector: () => ({}) };
	vi.stubGlobal('document', { addEventListener: vi.fn(), querySelectorAll: () => [], getElementById: () => line });
	field.value = 'Half a sentence';
	await compose();
	const change = vi.mocked(addEventListener).mock.calls.find(([name]) => name === 'storage')?.[1] as (change: object) => void;
	change({ key: 'draft:key', oldValue: 'Half a sentence', newValue: 'Half a sentence, and more' });
	expect(field.value).toBe('Half a sentence, and more');
	expect(line.hidden).toBe(false);
	change({ key: 'draft:key', oldValue: 'Half a sentence, and more', newValue: null });
	expect(field.value).toBe('');
	expect(line.hidden).toBe(true);
	field.value = 'Its own';
	change({ key: 'draft:key', oldValue: 'Half', newValue: null });
	expect(field.value).toBe('Its own');
});

it('draft of an answer is still one when the page is loaded again', async () => {
	const article = { querySelector: () => null };
	const line = { hidden: true, dataset: { text: '' }, querySelector: () => ({}) };
	vi.stubGlobal('document', { addEventListener: vi.fn(), querySelectorAll: () => [{ dataset: { reply: 'm' }, closest: () => article }], getElementById: () => line });
	kept.setItem('draft:key:answers', 'm');
	await compose();
	expect(replyTo.value).toBe('m');
	expect(line.hidden).toBe(false);
});
