import type { RequestEvent } from '@sveltejs/kit';
import { promptly } from './promptly';
import { ownPath } from './provider';

const PARAMETER = 'notification';

/** Returns the address of what a notification is about, which marks it as read when it is opened; a post comes into view. */
export function openingAddress({ id, link }: { id: string; link: string | null }): string {
	if (!link?.startsWith('/')) {
		return '/notifications';
	}
	const [address = '', ...fragment] = link.split('#');
	const opened = `${address}${address.includes('?') ? '&' : '?'}${PARAMETER}=${encodeURIComponent(id)}`;
	const post = /^\/threads\/[^/?]+\?post=(\d{1,9})$/.exec(link)?.[1];
	return [opened, ...(post ? [`post-${post}`] : fragment)].join('#');
}

/**
 * Marks the notification as read that led somebody to a page, with and without scripts.
 * @returns the address of the page itself; null if no notification led there
 */
export async function readOpened(event: RequestEvent): Promise<string | null> {
	const id = event.url.searchParams.get(PARAMETER);
	if (!id || event.request.method !== 'GET') {
		return null;
	}
	if (event.locals.session) {
		// Reading it matters more than the mark.
		const mark = event.locals.api.notification.PUT('/api/v1/notifications/{id}/read', { params: { path: { id } } });
		await promptly(mark, null);
	}
	const page = new URL(event.url);
	page.searchParams.delete(PARAMETER);
	return ownPath(page.pathname + page.search);
}
