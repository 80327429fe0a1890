import { text, type RequestEvent } from '@sveltejs/kit';
import { UNSEEN } from '#lib/unseen.ts';

/** Whether the reader looks at the page, so that it marks as read what it shows. */
export function isSeen({ request }: Pick<RequestEvent, 'request'>): boolean {
	return !request.headers.has(UNSEEN);
}

/** Whether the browser loads the page ahead; its scripts hear when it is shown. */
export function isAhead({ request }: Pick<RequestEvent, 'request'>): boolean {
	return request.headers.has('sec-purpose');
}

/** Leads on from an answer, with what it stores in the browser. */
export function leadOn(answer: Response, status: number, location: string): Response {
	const headers = new Headers({ location, 'cache-control': 'no-store' });
	answer.headers.getSetCookie().forEach((cookie) => headers.append('set-cookie', cookie));
	return new Response(null, { status, headers });
}

/** Whether the answer is data for a script, and not a page. */
export function asksForData({ headers }: Request): boolean {
	const accept = headers.get('accept') ?? '';
	return !accept.includes('text/html') && (accept.includes('application/json') || headers.get('sec-fetch-dest') === 'empty');
}

/** A page that search engines must not list. */
export function hideFromRobots(event: RequestEvent): void {
	event.setHeaders({ 'x-robots-tag': 'noindex' });
}

/**
 * A page with a secret in its address, which no cache, robot or other site may see. An element of all pages then lets
 * browsers name the origin of its form, as isForeign wants of those that do not tell where a page is from.
 */
export function keepSecret(event: RequestEvent): void {
	event.setHeaders({
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex'
	});
}

/** Loads the page of a mailed link, whose form sends the link's token. */
export function loadMailedLink(event: RequestEvent): { token: string } {
	keepSecret(event);
	return { token: event.url.searchParams.get('token') ?? '' };
}

/** An answer that is plain text. */
export const plain = (body: string, headers: Record<string, string> = {}): Response =>
	text(body, { headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

/** Ends the title of a page with the name of the forum, as tabs, bookmarks and the history of a browser show it. */
export function nameForum(html: string, forum: string | undefined): string {
	if (!forum) {
		return html;
	}
	const name = forum.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return html.replace(/<title>([^<]*)<\/title>/, (whole, title: string) =>
		title === name || title.endsWith(` · ${name}`) ? whole : `<title>${title} · ${name}</title>`
	);
}
