import type { RequestEvent } from '@sveltejs/kit';
import { sessionCookie, type Session } from './session.ts';

const FORM = /<form\b(?:[^>"]|"[^"]*")*>/g;

/** Adds to each form of a page that writes for whom it was made: another person may sign in on another page. */
export function nameReader(html: string, session: Session | null): string {
	const field = session && `<input type="hidden" name="reader" value="${session.user.id}">`;
	return field ? html.replace(FORM, (form) => (/\smethod="post"/i.test(form) ? form + field : form)) : html;
}

/** Whether a form was made for another person than the one who is signed in now. */
export async function isOfAnother({ request, cookies }: Pick<RequestEvent, 'request' | 'cookies'>): Promise<boolean> {
	if (request.method !== 'POST' || request.body === null) {
		return false;
	}
	// A broken form is refused where it is read.
	const form = await request.clone().formData().catch(() => null);
	const reader = form?.get('reader');
	const session = reader ? await sessionCookie.read(cookies) : null;
	return session !== null && session.user.id !== reader;
}
