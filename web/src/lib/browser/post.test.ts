import { afterEach, beforeEach, expect, it, vi } from 'vitest';

interface Shown {
	dataset: Record<string, string>;
	textContent?: string;
	remove: () => void;
	matches: () => boolean;
	nextElementSibling?: object;
}

let elements: Record<string, Shown>;
let link: { title: string; querySelector: () => object; lastElementChild: { textContent: string } };
let tell: (name: string, data: object) => void;

const anElement = (changes: object = {}): Shown => ({ dataset: {}, remove: vi.fn(), matches: () => false, ...changes });

beforeEach(async () => {
	vi.useFakeTimers();
	const said = { textContent: '' };
	elements = {
		live: anElement({ replaceChildren: vi.fn(), querySelector: () => ({}) }),
		'comments-title': anElement({ dataset: { text: '{count} comments' }, textContent: '1' })
	};
	link = { title: '', querySelector: () => said, lastElementChild: { textContent: '' } };
	vi.stubGlobal('window', {});
	vi.stubGlobal('location', { pathname: '/social/posts/p', search: '' });
	vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new Error('away')));
	vi.stubGlobal('document', {
		documentElement: { lang: 'en' },
		visibilityState: 'visible',
		getElementById: (id: string) => elements[id] ?? null,
		querySelector: () => link
	});
	const { LiveSocialPost } = await import('./post.ts');
	const listeners = new Map<string, (event: object) => void>();
	const socket = { on: (name: string, listener: (event: object) => void) => listeners.set(name, listener) };
	new LiveSocialPost({ dataset: { post: 'p', reader: 'ann', since: '0' } } as never, socket as never);
	tell = (name, data) => listeners.get(name)?.({ id: name, postId: 'p', data });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('comment that is shown again counts, also if the page does not show it', () => {
	tell('comment-updated', { id: 'c', commentCount: 2 });
	expect(elements['comments-title']?.textContent).toBe('2 comments');
	expect(link).toMatchObject({ title: '2 comments', lastElementChild: { textContent: '2' } });
});

it('first comment ends the sentence that there is none', () => {
	const empty = (elements.empty = anElement());
	tell('new-comment', { id: 'c', commentCount: 1 });
	expect(empty.remove).toHaveBeenCalledOnce();
});

it.each([
	['of another', { dataset: { author: 'ben' } }, true],
	['of the reader, who may still see it,', { dataset: { author: 'ann' } }, false],
	['that is the last answer to one that is not there', { dataset: { author: 'ben' }, matches: (selector: string) => selector === '.gone + .answers > :only-child' }, false],
	['with answers', { dataset: { author: 'ben' }, nextElementSibling: { matches: () => true } }, false]
])('comment %s that is removed leaves the page at once: %s', async (_, changes, atOnce) => {
	const comment = (elements['comment-c'] = anElement(changes));
	tell('comment-removed', { id: 'c', commentCount: 0 });
	expect(vi.mocked(comment.remove).mock.calls.length === 1).toBe(atOnce);
	await vi.runAllTimersAsync();
	expect(fetch).toHaveBeenCalledTimes(atOnce ? 0 : 1);
});

it('edited post is loaded again', async () => {
	tell('social-post-updated', { id: 'p', version: 1 });
	await vi.runAllTimersAsync();
	expect(fetch).toHaveBeenCalledOnce();
});

it.each([
	[404, 1],
	[200, 0],
	[503, 0]
])('page that answers %i when a right has ended is loaded again %i times', async (status, times) => {
	const fetched = vi.fn().mockResolvedValue({ status });
	vi.stubGlobal('fetch', fetched);
	const reload = vi.fn();
	Object.assign(location, { reload });
	tell('membership-ended', {});
	await vi.runAllTimersAsync();
	expect(reload).toHaveBeenCalledTimes(times);
	// The reader does not look at it, so it marks nothing as read.
	expect(fetched.mock.calls[0]?.[1]).toEqual({ cache: 'no-store', headers: { 'x-parley-unseen': 'true' } });
});
