import { error, fail, isRedirect, redirect, type RequestEvent } from '@sveltejs/kit';
import { linksOf } from '#lib/brand.ts';
import { translator, type MessageKey } from '#lib/messages/index.ts';
import { fieldProblems, fieldText, inOrder, problemText, type FieldProblem, type Refusal } from '#lib/refusals.ts';
import { isTokenRefused } from './api/client';
import { tagged, usernames } from './forms';
import { asksForData } from './pages';
import { sessionCookie } from './session';

/** A problem document (RFC 9457) of the API. */
export interface Problem {
	status?: number;
	code?: string;
	detail?: string;
	errors?: FieldProblem[];
}

/** The answer of a call, as openapi-fetch returns it. */
export interface Answer<T> {
	data?: T;
	error?: unknown;
	response: Response;
}

export type { Refusal };

/**
 * Returns the data of a read.
 * @throws the error page of its problem, or a redirect when the session has ended
 */
export function requireData<T>(event: RequestEvent, answer: Answer<T>): T {
	if (answer.response.ok) {
		return answer.data as T;
	}
	endSessionIfRefused(event, answer.response);
	const problem = (answer.error ?? {}) as Problem;
	const status = statusOf(event, answer.response.status, problem);
	error(status, { message: problemText(event.locals.language, { ...problem, status }), code: problem.code ?? '' });
}

/**
 * Returns a page of a list, or nothing and why the filters were refused that a reader has set.
 * @throws as requireData
 */
export function filteredPage<T>(event: RequestEvent, answer: Answer<{ data: T[]; meta: { pagination: { next: string | null; prev: string | null } } }>) {
	if (answer.response.status === 400 || answer.response.status === 422) {
		return { found: [], next: null, prev: null, refusal: refusalOf(event, answer) };
	}
	const { data, meta } = requireData(event, answer);
	const { next, prev } = meta.pagination;
	return { found: data, next, prev, refusal: null };
}

/** A reader has sent nothing, so a value that the API refuses is in an address without a page. */
function statusOf({ request }: RequestEvent, status: number, { code }: Problem): number {
	return request.method === 'GET' && status === 400 && code === 'request.invalid' ? 404 : status;
}

/** A page continues for a guest when the reader's session has ended. */
function endSessionIfRefused(event: RequestEvent, answer: Response): void {
	if (isTokenRefused(answer) && event.locals.session) {
		sessionCookie.remove(event.cookies);
		redirect(303, event.request.method === 'GET' ? event.url.pathname + event.url.search : '/sign-in');
	}
}

/**
 * Requires that the reader has written what a page changes.
 * @throws the error page of the refusal that its form would get
 */
export function requireAuthor(event: RequestEvent, author: { id: string }, code: string): void {
	if (requireSession(event).user.id !== author.id) {
		error(403, { message: problemText(event.locals.language, { status: 403, code }), code });
	}
}

/** Returns the code of a problem; one without a code has its status. */
export function codeOf({ error, response }: Answer<unknown>): string {
	return ((error ?? {}) as Problem).code ?? `http.${response.status}`;
}

/** Returns what a form shows about a refused write, in the language of its reader. */
export function refusalOf(
	{ locals }: Pick<RequestEvent, 'locals'>,
	answer: Answer<unknown>,
	values: Record<string, string> = {}
): Refusal {
	const problem = (answer.error ?? {}) as Problem;
	const { status } = answer.response;
	const fields: Record<string, string> = {};
	for (const one of fieldProblems(problem, values)) {
		if (one.field) {
			fields[one.field] ??= fieldText(locals.language, one);
		}
	}
	return {
		code: codeOf(answer),
		message: problemText(locals.language, { ...problem, status }),
		fields
	};
}

/** How the fields are read that hold several names. */
const LISTS: Record<string, (text: string) => string[]> = { links: (text) => linksOf(text).map(({ label }) => label), members: usernames, tags: tagged };

/** Names the entry of a list that a message is about, as the API does: `members[1]`, `links[0].address`. */
function withEntry(field: string, message: string, values: Record<string, string>): string {
	const [, list = '', index] = /^(\w{1,20})\[(\d{1,4})\](?:\.\w{1,20})?$/.exec(field) ?? [];
	const entry = LISTS[list]?.(values[list] ?? '')[Number(index)];
	return entry ? `\u2068${entry}\u2069: ${message}` : message;
}

/** Codes of refusals after which a key serves no other request. */
const USED = new Set(['idempotency.done', 'idempotency.key-reused']);

/**
 * Answers a form whose write was refused, with the values to correct and its key: if only the answer was lost, the same
 * form creates nothing twice.
 */
export function refuse<V extends Record<string, string>>(
	event: RequestEvent,
	answer: Answer<unknown>,
	values: V
) {
	endSessionIfRefused(event, answer.response);
	const refusal = refusalOf(event, answer, values);
	for (const [field, message] of Object.entries(refusal.fields)) {
		refusal.fields[field] = withEntry(field, message, values);
	}
	if (refusal.fields.replyTo) {
		refusal.fields.replyTo = translator(event.locals.language)('write.answerGone');
	}
	const { key } = event.locals;
	return fail(answer.response.status, {
		refusal: { ...refusal, fields: inOrder(refusal.fields, Object.keys(values)) },
		// What is gone can no longer be answered; the text is then sent without it.
		values: refusal.fields.replyTo ? { ...values, replyTo: '' } : values,
		...(key && !USED.has(refusal.code) ? { key } : {})
	});
}

/** Answers a form of which one field is at fault. */
export function refuseField<V extends Record<string, string>>(event: RequestEvent, problem: FieldProblem, values: V, status = 400) {
	return refuse(event, { response: new Response(null, { status }), error: { code: 'request.invalid', errors: [problem] } }, values);
}

/** Continues at another page when a form is done, or tells why it was refused. */
export function continueAt<V extends Record<string, string>>(
	event: RequestEvent,
	answer: Answer<unknown>,
	address: string,
	values: V
) {
	if (!answer.response.ok) {
		return refuse(event, answer, values);
	}
	redirect(303, address);
}

/** Answers a form with the message of its success, or with why it was refused. */
export function outcome<K extends MessageKey>(
	event: RequestEvent,
	answer: Answer<unknown>,
	done: K,
	values: Record<string, string> = {}
) {
	return answer.response.ok ? { done } : refuse(event, answer, values);
}

/**
 * Requires a signed-in reader. Only a page leads to the sign-in: one that a script follows would take the place of
 * those that the reader has begun in other tabs.
 */
export function requireSession(event: RequestEvent) {
	if (!event.locals.session) {
		if (asksForData(event.request)) {
			error(401, problemText(event.locals.language, { status: 401 }), { code: '' });
		}
		const back = event.url.pathname + event.url.search;
		redirect(303, `/sign-in?back=${encodeURIComponent(back)}`);
	}
	return event.locals.session;
}

/**
 * Requires an administrator.
 * @throws the error page 403 for other signed-in readers, as the API answers them
 */
export function requireAdministrator(event: RequestEvent) {
	const session = requireSession(event);
	if (!session.user.roles.includes('admin')) {
		error(403, { message: translator(event.locals.language)('administration.denied') });
	}
	return session;
}

export { isRedirect };
