import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = vi.hoisted(() => ({
	events: new Map<string, (event: object) => void>(),
	shown: new Set<string>(),
	left: {} as Record<string, object>,
	said: '',
	click: null as (() => Promise<void>) | null,
	loadPage: vi.fn()
}));

vi.mock('./connection', () => ({
	socket: { on: (type: string, act: (event: object) => void) => page.events.set(type, act) },
	onceConnected: vi.fn(),
	onReconnect: vi.fn()
}));
vi.mock('./notice', () => ({
	shownBy: (show: () => Promise<void>) => show,
	showLink: (_: object, __: string, text: string, act: () => Promise<void>) => Object.assign(page, { said: text, click: act })
}));
vi.mock('./page', () => ({ fill: (_: string, count: number) => `${count} new`, loadPage: page.loadPage, peekAt: vi.fn(), swap: vi.fn() }));
vi.mock('./post', () => ({ LiveSocialPost: vi.fn() }));

const arrive = (...ids: string[]) => page.events.get('feed-updated')?.({ id: ids.join(), data: { ids } });

beforeEach(async () => {
	const notice = { dataset: {}, replaceChildren: () => (page.said = '') };
	const elements: Record<string, object> = { feed: { dataset: { first: 'true' } }, live: notice };
	const getElementById = (id: string) => elements[id] ?? page.left[id] ?? (page.shown.has(id) ? {} : null);
	vi.stubGlobal('document', { getElementById, querySelector: () => null });
	await import('./social.ts');
});

afterEach(() => {
	vi.unstubAllGlobals();
});

it('posts are announced until the feed was shown, wherever they stand in it', async () => {
	arrive('gone', 'first');
	expect(page.said).toBe('2 new');
	page.loadPage.mockImplementation(async () => {
		arrive('shown', 'late');
		page.shown = new Set(['post-first', 'post-shown']);
	});
	await page.click?.();
	expect(page.said).toBe('1 new');
	page.loadPage.mockResolvedValue({});
	await page.click?.();
	expect(page.said).toBe('');
});

it('post that is removed leaves the feed and is announced no more', () => {
	arrive('old', 'stays');
	const remove = vi.fn();
	page.left = { 'post-seen': { remove } };
	page.events.get('feed-removed')?.({ id: 'removal', data: { ids: ['old', 'seen'] } });
	expect(page.said).toBe('1 new');
	expect(remove).toHaveBeenCalledOnce();
});
