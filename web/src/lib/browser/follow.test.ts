import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LINE } from './place.ts';

const heading = { dataset: { text: 'Post {number} of 3' }, textContent: '' };
const bar = { value: 1 };
let scroll = () => {};

/** Posts of one page that end at these heights. */
async function follow(...bottoms: number[]) {
	const articles = bottoms.map((bottom, index) => ({
		dataset: { number: `${index + 1}` },
		getBoundingClientRect: () => ({ bottom }),
		querySelector: () => null
	}));
	vi.stubGlobal('document', {
		getElementById: (id: string) => (id === 'place' ? heading : id === 'posts' ? { querySelectorAll: () => articles } : null),
		querySelector: (selector: string) => (selector === '.place progress' ? bar : null),
		querySelectorAll: () => []
	});
	await import('./follow.ts');
	scroll();
	vi.runAllTimers();
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('addEventListener', (_: string, act: () => void) => (scroll = act));
});

afterEach(() => {
	vi.useRealTimers();
	vi.resetModules();
	vi.unstubAllGlobals();
});

it.each([
	['the first post', [LINE + 1, 500, 900], 1],
	['the post below the bar of the page', [-300, LINE, 400], 3],
	['no post', [-900, -500, -100], 3]
])('place of a thread of one page follows the reader: %s', async (_, bottoms, number) => {
	await follow(...bottoms);
	expect(heading.textContent).toBe(`Post ${number} of 3`);
	expect(bar.value).toBe(number);
});
