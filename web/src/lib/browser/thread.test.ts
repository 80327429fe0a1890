import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = vi.hoisted(() => ({ said: '', peekAt: vi.fn(async () => ({ getElementById: () => null, querySelectorAll: () => [] })) }));

vi.mock('./notice', () => ({ shownBy: vi.fn(), showLink: (_: object, __: string, text: string) => (page.said = text) }));
vi.mock('./page', () => ({ fill: vi.fn(), loadPage: vi.fn(), peekAt: page.peekAt, showHtml: vi.fn(), swap: vi.fn() }));
vi.mock('./pace', () => ({ onceVisible: (act: () => void) => act() }));

const prose = { replaceWith: vi.fn<(text: { textContent: string }) => void>() };

/** A thread whose post 2 is shown, with the link to its edit for those who may. */
async function postThat(mayEdit: boolean) {
	const article = {
		dataset: { number: '2', version: '1', status: 'active' },
		style: {},
		querySelector: (selector: string) => (selector === '.prose' ? prose : selector.includes('/edit') && mayEdit ? {} : null)
	};
	const posts = {
		dataset: { thread: 't', last: '2', size: '20', held: 'waits', removed: 'removed by a moderator', deleted: 'deleted by its author' },
		addEventListener: vi.fn(),
		querySelector: () => article,
		querySelectorAll: () => [article]
	};
	const listeners = new Map<string, (event: object) => void>();
	const { LiveThread } = await import('./thread.ts');
	new LiveThread(posts as never, { on: (name: string, act: (event: object) => void) => listeners.set(name, act) } as never);
	return (status: string) => listeners.get('post-removed')?.({ id: status, threadId: 't', data: { id: 'p', number: 2, version: 2, status } });
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('location', { pathname: '/threads/t', href: '' });
	vi.stubGlobal('document', {
		getElementById: () => ({ dataset: { changed: 'changed' }, replaceChildren: vi.fn() }),
		createElement: () => ({})
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
