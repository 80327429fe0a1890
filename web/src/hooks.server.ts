import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { confirmRoles } from '#lib/server/administration.ts';
import { apiFor } from '#lib/server/api/client.ts';
import { isBrokenForm, refusalOf } from '#lib/server/forms.ts';
import { keepForm, KEPT } from '#lib/server/kept.ts';
import { log, logLibraries } from '#lib/server/log.ts';
import { readOpened } from '#lib/server/notifications.ts';
import { isOfAnother, keepPlace, nameReader } from '#lib/server/reader.ts';
import { refreshed, RefreshFailedError, SessionRefresh, withZone } from '#lib/server/refresh.ts';
import { Renewal } from '#lib/server/renewal.ts';
import { isForeign } from '#lib/server/origin.ts';
import { placeOf } from '#lib/server/moved.ts';
import { leadOn, nameForum } from '#lib/server/pages.ts';
import { contentSecurityPolicy } from '#lib/server/policy.ts';
import { READER } from '#lib/reader.ts';
import { sessionCookie, type Session } from '#lib/server/session.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { problemText } from '#lib/refusals.ts';
import { themeOf } from '#lib/themes.ts';
import { directionOf, negotiate } from '#lib/messages/index.ts';

logLibraries();
currentSettings();

const sessions = new SessionRefresh(refreshed);

/**
 * Finds the reader's session, refreshed if its tokens are about to expire. While they cannot be refreshed, the session
 * stays: they may still be valid, and otherwise the page says that the service does not answer.
 */
async function findSession(event: Parameters<Handle>[0]['event']): Promise<Session | null> {
	const stored = await sessionCookie.read(event.cookies);
	if (!stored) {
		return null;
	}
	if (!sessions.isDue(stored)) {
		const session = await withZone(stored, event.locals.apiWith);
		if (session.timeZone !== stored.timeZone) {
			await keep(event, session);
		}
		return session;
	}
	try {
		const renewed = await sessions.renew(stored, event.locals.apiWith);
		await keep(event, renewed);
		return renewed;
	} catch (failure) {
		if (failure instanceof RefreshFailedError) {
			return stored;
		}
		throw failure;
	}
}

async function keep(event: Parameters<Handle>[0]['event'], session: Session | null): Promise<void> {
	if (session) {
		await sessionCookie.write(event.cookies, session);
	} else {
		sessionCookie.remove(event.cookies);
	}
}

/** The id by which the gateway names a request in the logs of all services. */
function correlationOf(request: Request): string | null {
	return request.headers.get('x-correlation-id');
}

/** Paths that need no reader. */
const PLAIN = new Set(['/livez', '/readyz', '/robots.txt']);

/** The addresses of forms that are sent in nobody's name: they are about this browser. */
const OF_NOBODY = new Set([KEPT, '/sign-out', '/language']);

export const handle: Handle = async ({ event, resolve }) => {
	if (isForeign(event.request, currentSettings().publicUrl)) {
		return new Response('This form was sent by another site.', { status: 403 });
	}
	const refused = refusalOf(event.request);
	if (refused) {
		return new Response('This page takes forms only.', { status: refused });
	}
	if (PLAIN.has(event.url.pathname)) {
		return resolve(event);
	}
	const usual = placeOf(event.url.pathname);
	if (usual && /^(?:GET|HEAD)$/.test(event.request.method)) {
		return new Response(null, { status: 302, headers: { location: usual + event.url.search } });
	}
	const language = negotiate(
		event.cookies.get('parley_language'),
		event.request.headers.get('accept-language')
	);
	event.locals.language = language;
	event.locals.theme = themeOf(event.cookies.get('parley_theme'));
	const reader = {
		address: event.getClientAddress(),
		userAgent: event.request.headers.get('user-agent') ?? '',
		language,
		correlationId: correlationOf(event.request),
		fresh: event.request.headers.get('cache-control') === 'no-cache'
	};
	event.locals.apiWith = (accessToken) => apiFor({ ...reader, accessToken });
	if (!OF_NOBODY.has(event.url.pathname) && (await isOfAnother(event))) {
		event.locals.failed = true;
		const problem = { status: 409, code: 'reader.other' };
		const answer = { ok: false, code: problem.code, reason: problemText(language, problem) };
		return keepForm(event, Response.json(answer, { status: problem.status }), problem.code);
	}
	const session = await findSession(event);
	event.locals.session = session;
	const renewal = session && new Renewal(session, (refused) => sessions.renew(refused, event.locals.apiWith), (renewed) => keep(event, renewed));
	/** The token after a refused one. */
	const renewToken = async (refused: string) => {
		const renewed = await renewal?.next(refused);
		event.locals.session = renewed ?? event.locals.session;
		return renewed?.accessToken ?? null;
	};
	event.locals.api = apiFor({
		...reader,
		accessToken: session?.accessToken ?? null,
		...(session ? { renew: renewToken } : {})
	});
	await confirmRoles(event);
	const opened = await readOpened(event);
	if (opened !== null) {
		return new Response(null, { status: 303, headers: { location: opened, 'cache-control': 'no-store' } });
	}
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			nameForum(nameReader(session ? keepPlace(html, event.url) : html, session), event.locals.forum)
				.replace('%parley.language%', language)
				.replace('%parley.direction%', directionOf(language))
				.replace('%parley.theme%', event.locals.theme)
				.replace('%parley.timeZone%', attribute(session?.timeZone ?? 'UTC'))
	});
	const late = await renewal?.late();
	if (late) {
		(await sessionCookie.headers(event.cookies, late)).forEach((cookie) => response.headers.append('set-cookie', cookie));
	}
	if (response.status === 405 && event.request.method === 'GET') {
		// Its address takes forms only, and was typed or loaded again.
		return leadOn(response, 303, '/');
	}
	if (response.headers.get('content-type')?.startsWith('text/html')) {
		setPageHeaders(response.headers, language);
		if (session) {
			// The worker of the browser keeps pages for nobody else.
			response.headers.set(READER, session.user.id);
		}
	}
	setCaching(response.headers, session !== null);
	return keepForm(event, response);
};

/** Zones have no other characters. */
function attribute(timeZone: string): string {
	return timeZone.replace(/[^\w/+:-]/g, '');
}

function setPageHeaders(headers: Headers, language: string): void {
	if (!headers.has('content-security-policy')) {
		headers.set('content-security-policy', contentSecurityPolicy(currentSettings()));
	}
	headers.set('content-language', language);
	headers.append('vary', 'Accept-Language');
}

/** No shared cache stores what somebody reads who is signed in. */
function setCaching(headers: Headers, signedIn: boolean): void {
	headers.append('vary', 'Cookie');
	const given = headers.get('cache-control');
	if (signedIn && !/private|no-store/.test(given ?? '')) {
		headers.set('cache-control', 'private, no-store');
	} else if (!given) {
		headers.set('cache-control', 'no-cache');
	}
}

export const handleError: HandleServerError = (caught) => {
	caught.event.locals.failed = true;
	if (caught.kind !== 'unknown') {
		return;
	}
	if (isBrokenForm(caught.error)) {
		return { status: 400, message: '' };
	}
	const { request, route } = caught.event;
	log({
		level: 'ERROR',
		message: 'page failed',
		fields: { route: route.id, correlationId: correlationOf(request) },
		error: caught.error
	});
	return isUnreachable(caught.error) ? { status: 503, message: '' } : undefined;
};

/** Whether the API gave no answer; other errors of these types are our own. */
function isUnreachable(failure: unknown): boolean {
	return (
		failure instanceof RefreshFailedError ||
		(failure instanceof Error && (failure.name === 'TimeoutError' || /^(fetch failed|terminated)$/.test(failure.message)))
	);
}
