import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const keepJoined = vi.hoisted(() => vi.fn());

const page = vi.hoisted(() => ({ said: '', show: async () => {}, swap: vi.fn(), loadPage: vi.fn(), peekAt: vi.fn(async () => ({ getElementById: () => null, querySelectorAll: () => [] })) }));

vi.mock('./notice', () => ({
	shownBy: (show: () => Promise<void>) => (page.show = show),
	showLink: (_: object, __: string, text: string) => (page.said = text),
	showReload: (_: object, text: string) => (page.said = text)
}));
vi.mock('./page', () => ({ fill: (text: string, count: number) => `${count} ${text}`, loadPage: page.loadPage, peekAt: page.peekAt, showHtml: vi.fn(), swap: page.swap }));
vi.mock('./joined', () => ({ keepJoined }));
vi.mock('./pace', () => ({ onceVisible: (act: () => void) => act() }));

const prose = { replaceWith: vi.fn<(text: { textContent: string }) => void>() };

/** A thread whose last post is 2, with the link to its edit for those who may; returns what an event of its room does. */
async function openThread(mayEdit = false, end = 'true') {
	const article = {
		dataset: { number: '2', version: '1', status: 'active' },
		style: {},
		querySelector: (selector: string) => (selector === '.prose' ? prose : selector.includes('/edit') && mayEdit ? {} : null)
	};
	const posts = {
		dataset: { thread: 't', last: '2', size: '20', end, held: 'waits', removed: 'removed by a moderator', deleted: 'deleted by its author' },
		addEventListener: vi.fn(),
		append: vi.fn(),
		querySelector: (selector: string) => (selector === '#post-2' ? article : null),
		querySelectorAll: () => [article]
	};
	const listeners = new Map<string, (event: object) => void>();
	const { LiveThread } = await import('./thread.ts');
	new LiveThread(posts as never, { on: (name: string, act: (event: object) => void) => listeners.set(name, act) } as never).join();
	let events = 0;
	return (name: string, data: object) => listeners.get(name)?.({ id: `${events++}`, threadId: 't', data: { id: 'p', version: 2, ...data } });
}

/** The same, for the end of post 2. */
async function postThat(mayEdit: boolean) {
	const happen = await openThread(mayEdit);
	return (status: string) => happen('post-removed', { number: 2, status });
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('location', { pathname: '/threads/t', href: '' });
	vi.stubGlobal('document', {
		getElementById: () => ({ dataset: { changed: 'changed', arrived: 'new' }, replaceChildren: () => (page.said = '') }),
		createElement: () => ({}),
		querySelector: () => null,
		adoptNode: (node: object) => node
	});
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.clearAllMocks();
	page.said = '';
});

it.each([['held', 'waits'], ['removed', 'removed by a moderator'], ['deleted', 'deleted by its author']])(
	'readers see why a post is %s',
	async (status, text) => {
		(await postThat(false))(status);
		expect(prose.replaceWith.mock.calls[0]?.[0].textContent).toBe(text);
	}
);

it('author and moderators see what the server shows them of a held post', async () => {
	(await postThat(true))('held');
	await vi.runAllTimersAsync();
	expect(prose.replaceWith).not.toHaveBeenCalled();
	expect(page.peekAt).toHaveBeenCalledWith('/threads/t?post=2');
});

it('moved post stays readable until the reader loads the page again', async () => {
	(await postThat(false))('moved');
	expect(prose.replaceWith).not.toHaveBeenCalled();
	expect(page.said).toBe('changed');
});

it('post that was held and is let through is announced again', async () => {
	const happen = await openThread();
	happen('new-post', { number: 3 });
	happen('new-post', { number: 4 });
	expect(page.said).toBe('2 new');
	happen('post-removed', { number: 3, status: 'held' });
	expect(page.said).toBe('1 new');
	happen('post-updated', { number: 3, status: 'active' });
	expect(page.said).toBe('2 new');
	happen('post-updated', { number: 4, status: 'active' });
	expect(page.said).toBe('2 new');
});

it('edit of a post after an earlier part of the thread is no news', async () => {
	(await openThread(false, 'false'))('post-updated', { number: 30, status: 'active' });
	expect(page.said).toBe('');
});

it.each([
	[['t'], { ok: false, code: 'thread.not-found' }, 'changed'],
	[['t'], { ok: false, code: 'service.unavailable' }, ''],
	[[], { ok: false, code: 'thread.not-found' }, '']
])('reader who may no longer join the room (joined before: %j, %j) is told "%s"', async (before, answer, said) => {
	await openThread();
	const show = keepJoined.mock.calls[0]?.[3] as (answer: object) => void;
	before.forEach(() => show({ ok: true, offset: 1 }));
	show(answer);
	expect(page.said).toBe(said);
});

it('counts of the thread change with the posts that are shown', async () => {
	const happen = await openThread();
	happen('new-post', { number: 3 });
	const fresh = { querySelector: () => null, querySelectorAll: () => [{ dataset: { number: '3' }, focus: vi.fn() }] };
	page.loadPage.mockResolvedValue(fresh);
	await page.show();
	expect(page.swap).toHaveBeenCalledWith(fresh, ['facts', 'rail']);
	expect(page.said).toBe('');
});

it('place of the reader stays in a thread that grows', async () => {
	const place = { dataset: { text: '{number} of 2' }, textContent: '1 of 2' };
	const [bar, jump, last] = [{ value: 1, max: 2 }, { value: '7', max: '2' }, { href: '' }];
	const happen = await openThread();
	const notice = document.getElementById('live');
	Object.assign(document, {
		getElementById: (id: string) => ({ place, jump })[id] ?? notice,
		querySelector: (selector: string) => (selector.startsWith('#ends') ? last : bar)
	});
	happen('new-post', { number: 3 });
	page.loadPage.mockResolvedValue({
		getElementById: () => ({ dataset: { text: '{number} of 3' } }),
		querySelector: () => ({ value: 1, max: 3 }),
		querySelectorAll: () => [{ dataset: { number: '3' }, focus: vi.fn() }]
	});
	await page.show();
	expect([place.textContent, bar, jump, last.href]).toEqual(['1 of 3', { value: 1, max: 3 }, { value: '7', max: '3' }, '?post=3&from=1#post-3']);
	expect(page.swap).toHaveBeenCalledWith(expect.anything(), ['facts', 'about']);
});

it('page stays as it is when the posts are on another one', async () => {
	const happen = await openThread();
	happen('new-post', { number: 3 });
	page.loadPage.mockResolvedValue({ querySelectorAll: () => [] });
	await expect(page.show()).rejects.toThrow();
	expect(page.swap).not.toHaveBeenCalled();
});
