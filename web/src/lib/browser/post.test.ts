import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

it('comment that is shown again counts, also if the page does not show it', async () => {
	const title = { dataset: { text: '{count}' }, textContent: '1' };
	const elements: Record<string, object> = { live: { dataset: {} }, 'comments-title': title };
	vi.stubGlobal('window', {});
	vi.stubGlobal('document', { documentElement: { lang: 'en' }, getElementById: (id: string) => elements[id] ?? null });
	const { LiveSocialPost } = await import('./post.ts');
	const listeners = new Map<string, (event: object) => void>();
	const socket = { on: (name: string, listener: (event: object) => void) => listeners.set(name, listener) };
	new LiveSocialPost({ dataset: { post: 'p', since: '0' } } as never, socket as never);
	listeners.get('comment-updated')?.({ id: 'e', postId: 'p', data: { id: 'c', commentCount: 2 } });
	expect(title.textContent).toBe('2');
});
