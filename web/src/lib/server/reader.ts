import type { RequestEvent } from '@sveltejs/kit';
import { queryOf } from '#lib/paging.ts';
import { READER } from '#lib/reader.ts';
import { sessionCookie, type Session } from './session.ts';

const FORM = /<form\b(?:[^>"]|"[^"]*")*>/g;

/** The tags that name the action of a form. */
const ACTION = /<(?:form|button)\b(?:[^>"]|"[^"]*")*>/g;

/** Adds to each form of a page that writes for whom it was made: another person may sign in on another page. */
export function nameReader(html: string, session: Session | null): string {
	const field = session && `<input type="hidden" name="reader" value="${session.user.id}">`;
	return field ? html.replace(FORM, (form) => (/\smethod="post"/i.test(form) ? form + field : form)) : html;
}

/** Lets forms that name an action of their page keep the filters and the place in a list, as those do that name none. */
export function keepPlace(html: string, url: URL): string {
	const query = queryOf(url);
	const named = query.size ? `&${query}`.replaceAll('&', '&amp;') : '';
	return named ? html.replace(ACTION, (tag) => tag.replace(/action="\?\/\w+(?=")/, (action) => action + named)) : html;
}

/** Whether a page that writes was made for another person than the one who is signed in now. */
export async function isOfAnother({ request, cookies }: Pick<RequestEvent, 'request' | 'cookies'>): Promise<boolean> {
	const reader = request.method === 'GET' ? null : (request.headers.get(READER) ?? (await readerOf(request)));
	const session = reader ? await sessionCookie.read(cookies) : null;
	return session !== null && session.user.id !== reader;
}

async function readerOf(request: Request): Promise<FormDataEntryValue | null | undefined> {
	if (request.method !== 'POST' || request.body === null) {
		return null;
	}
	// A broken form is refused where it is read.
	const form = await request.clone().formData().catch(() => null);
	return form?.get('reader');
}
