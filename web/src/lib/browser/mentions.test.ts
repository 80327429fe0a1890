import { afterEach, expect, it, vi } from 'vitest';
import { MentionList, PEOPLE } from './mentions.ts';

interface Part {
	children: Part[];
	dataset: object;
	textContent: string;
	on: Map<string, (event: object) => void>;
}

const aPart = () => {
	const on = new Map<string, (event: object) => void>();
	const part = { children: [] as Part[], dataset: {}, textContent: '', on };
	return Object.assign(part, {
		after: vi.fn(),
		setAttribute: vi.fn(),
		removeAttribute: vi.fn(),
		dispatchEvent: vi.fn(),
		setSelectionRange: vi.fn(),
		addEventListener: (name: string, act: (event: object) => void) => on.set(name, act),
		replaceChildren: (...children: Part[]) => (part.children = children)
	});
};

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('people are suggested one after the other in a list of members', async () => {
	vi.useFakeTimers();
	const fetch = vi.fn(async () => Response.json(['grete-2 · Grete Müller']));
	vi.stubGlobal('fetch', fetch);
	const parts: Part[] = [];
	vi.stubGlobal('document', { createElement: () => (parts.push(aPart()), parts.at(-1)) });
	const field = Object.assign(aPart(), { id: 'f', value: 'ben, gre', selectionStart: 8 });
	new MentionList(field as never, PEOPLE);
	field.on.get('input')?.({});
	await vi.runAllTimersAsync();
	expect(fetch).toHaveBeenCalledWith('/write/find?q=gre');
	parts[0]?.children[0]?.on.get('mousedown')?.({ preventDefault: vi.fn() });
	expect(field.value).toBe('ben, grete-2, ');
});
