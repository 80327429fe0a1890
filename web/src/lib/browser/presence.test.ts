import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = vi.hoisted(() => ({ events: new Map<string, (event: object) => void>() }));

vi.mock('./connection', () => ({ socket: { on: (name: string, act: (event: object) => void) => page.events.set(name, act) } }));

const { followPresence, readPresence } = await import('./presence.ts');

/** A place that shows a person. */
function place(presence: string, state: string) {
	const said = { textContent: '' };
	return { dataset: { presence, state }, said, querySelector: () => said };
}

function open(...places: object[]): void {
	vi.stubGlobal('document', {
		documentElement: { lang: 'en', dataset: { timeZone: 'UTC' } },
		getElementById: () => ({ dataset: { online: 'Online' } }),
		querySelectorAll: () => places
	});
	followPresence();
}

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.clearAllMocks();
});

it('presence that was not known when the page was written is shown once it is read', async () => {
	const ann = place('a', 'unknown');
	open(ann);
	vi.stubGlobal('fetch', async () => Response.json({ people: [{ id: 'a', state: 'online', since: null }] }));
	await readPresence();
	expect([ann.dataset.state, ann.said.textContent]).toEqual(['online', 'Online']);
});

it('presence of an unknown person is read when they first write, that of others not', () => {
	open(place('a', 'unknown'), place('b', 'offline'));
	const fetch = vi.fn(async () => Response.json({ people: [] }));
	vi.stubGlobal('fetch', fetch);
	page.events.get('new-message')?.({ data: { author: { id: 'b' } } });
	expect(fetch).not.toHaveBeenCalled();
	page.events.get('new-message')?.({ data: { author: { id: 'a' } } });
	page.events.get('new-message')?.({ data: { author: { id: 'a' } } });
	expect(fetch).toHaveBeenCalledExactlyOnceWith('/chat/presence?people=a,b');
});
