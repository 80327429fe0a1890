import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showCount, showLink, shownBy } from './notice.ts';

vi.mock('./page', () => ({ fill: (_: string, count: number) => `${count}` }));

const assign = vi.fn();

beforeEach(() => {
	vi.stubGlobal('document', { createElement: () => ({}) });
	vi.stubGlobal('location', { assign });
	assign.mockClear();
});

afterEach(() => void vi.unstubAllGlobals());

function aPlace() {
	const links: HTMLAnchorElement[] = [];
	const place = { querySelector: () => links[0] ?? null, replaceChildren: (link: HTMLAnchorElement) => links.splice(0, 1, link) };
	return { links, place: place as unknown as HTMLElement };
}

it('link stays while it says more, with the latest address and act', () => {
	const { links, place } = aPlace();
	const act = vi.fn();
	showLink(place, '/threads/1?post=2', '1 new post', act);
	const [first] = links;
	showLink(place, '/threads/1', 'This thread has changed.');
	expect(links[0]).toBe(first);
	expect(first).toEqual({ href: '/threads/1', textContent: 'This thread has changed.', onclick: null });
});

it('link is followed only if the page cannot show what it leads to', async () => {
	const preventDefault = vi.fn();
	const click = { preventDefault, currentTarget: { href: '/feed' } } as unknown as MouseEvent;
	shownBy(async () => undefined)(click);
	await Promise.resolve();
	expect(preventDefault).toHaveBeenCalledOnce();
	expect(assign).not.toHaveBeenCalled();
	shownBy(() => Promise.reject(new Error('away')))(click);
	await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/feed'));
});

it('number is hidden when nothing is unread, and stays when it is not known', () => {
	const badge = { hidden: false, textContent: '' };
	const show = (count?: number) => {
		showCount(badge as HTMLElement, count);
		return badge;
	};
	expect(show(3)).toEqual({ hidden: false, textContent: '3' });
	expect(show()).toEqual({ hidden: false, textContent: '3' });
	expect(show(0).hidden).toBe(true);
});
