import * as client from 'openid-client';
import { getRequestEvent } from '$app/server';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { currentSettings } from './settings';
import { SealedCookie, toSession, type Session } from './session';

/** The state that a sign-in must find again when the provider returns the reader. */
interface SignIn {
	verifier: string;
	state: string;
	nonce: string;
	/** Path of the page to return to. */
	back: string;
}

/** The sign-ins that a browser has begun, in one tab or more, the newest first. */
const signInCookie = new SealedCookie<SignIn[]>('sign_ins', 24 * 60 * 60);

/** Together they are shorter than a cookie may be. */
const LONGEST_SIGN_INS = 2_000;

/** The end of the state of a sign-in that replaces one which this browser has forgotten. */
const REPLACING = '.again';

const CLIENT_ID = 'parley-web';

const CALLBACK = '/sign-in/callback';

let configuration: Promise<client.Configuration> | undefined;

/** Limits count for each reader, not for all together; no reader waits for the first discovery. */
function readerAddress(): string | null {
	try {
		return getRequestEvent().getClientAddress();
	} catch {
		return null;
	}
}

/** Calls the provider through the gateway, as its public address may not be reachable here. */
function callGateway(url: string, options: client.CustomFetchOptions): Promise<Response> {
	const { gateway, publicUrl } = currentSettings();
	const target = new URL(url);
	const headers = new Headers(options.headers);
	headers.set('x-forwarded-proto', publicUrl.protocol.slice(0, -1));
	headers.set('x-forwarded-host', publicUrl.host);
	const address = readerAddress();
	if (address) {
		headers.set('x-forwarded-for', address);
	}
	return fetch(new URL(target.pathname + target.search, gateway), {
		...options,
		headers,
		signal: AbortSignal.timeout(10_000)
	} as RequestInit);
}

async function provider(): Promise<client.Configuration> {
	const { publicUrl, clientSecret } = currentSettings();
	configuration ??= client.discovery(publicUrl, CLIENT_ID, clientSecret, undefined, {
		[client.customFetch]: callGateway,
		execute: publicUrl.protocol === 'http:' ? [client.allowInsecureRequests] : []
	});
	try {
		return await configuration;
	} catch (failure) {
		configuration = undefined;
		throw failure;
	}
}

/**
 * Returns a path of this site; the home page for every other address. A path that begins with two
 * slashes once its dots are resolved would lead a browser to another host.
 */
export function ownPath(address: string | null): string {
	const { publicUrl } = currentSettings();
	if (!address?.startsWith('/') || !URL.canParse(address, publicUrl)) {
		return '/';
	}
	const url = new URL(address, publicUrl);
	const path = url.pathname + url.search + url.hash;
	const isOwn = url.origin === publicUrl.origin && !url.pathname.startsWith('//');
	return isOwn && url.username + url.password === '' ? path : '/';
}

/** Pages that lead to others, and are no place to return to. */
const DOORS = /^\/(?:register|sign-in|sign-out|forgot-password|reset-password|kept|oauth2\/login)(?:[/?#]|$)/;

/**
 * The page to return to after a registration: the one that the address names, else the one before.
 * The sign-in of this site knows where it was to lead; that of another program goes on.
 */
export async function returnPath(event: Pick<RequestEvent, 'url' | 'request' | 'cookies'>): Promise<string> {
	const { url, request, cookies } = event;
	const named = url.searchParams.get('return');
	const from = request.headers.get('referer') ?? '';
	const before = URL.canParse(from) && new URL(from).host === url.host ? new URL(from) : null;
	const path = ownPath(named ?? (before && before.pathname + before.search));
	const [place, query] = path.split('?');
	const asked = new URLSearchParams(query);
	const ownSignIn = place === '/oauth2/login' || (place === '/oauth2/authorize' && asked.get('client_id') === CLIENT_ID);
	if (ownSignIn) {
		return backOfSignIn(cookies, asked.get('state'));
	}
	return DOORS.test(path) ? '/' : path;
}

/** The page to which a sign-in returns that this browser has begun; that of the newest for an unknown one. */
export async function backOfSignIn(cookies: Pick<Cookies, 'get'>, state: string | null): Promise<string> {
	const begun = (await signInCookie.read(cookies)) ?? [];
	return (begun.find((one) => one.state === state) ?? begun[0])?.back ?? '/';
}

/** Starts a sign-in, or a new one of a signed-in reader; returns the address at the provider. */
export async function startSignIn(
	cookies: Cookies,
	back: string,
	again = false,
	stateEnd = ''
): Promise<URL> {
	const verifier = client.randomPKCECodeVerifier();
	const signIn = { verifier, state: client.randomState() + stateEnd, nonce: client.randomNonce(), back };
	const address = client.buildAuthorizationUrl(await provider(), {
		redirect_uri: new URL(CALLBACK, currentSettings().publicUrl).href,
		scope: 'openid parley',
		code_challenge: await client.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		state: signIn.state,
		nonce: signIn.nonce,
		...(again ? { prompt: 'login' } : {}),
		// The provider's page leads to the registration, which returns there, too.
		back
	});
	const others = (await signInCookie.read(cookies)) ?? [];
	while (others.length && JSON.stringify([signIn, ...others]).length > LONGEST_SIGN_INS) {
		others.pop();
	}
	await signInCookie.write(cookies, [signIn, ...others]);
	return address;
}

/**
 * Starts a sign-in in the place of one that succeeded at the provider after this browser had forgotten it: the provider
 * answers at once. Null if that was such a one itself, so that a browser without cookies ends somewhere.
 */
export async function replaceSignIn(cookies: Cookies, search: string): Promise<URL | null> {
	const answer = new URLSearchParams(search);
	const state = answer.get('state');
	const isReplaced = answer.has('code') && !state?.endsWith(REPLACING);
	return isReplaced ? startSignIn(cookies, await backOfSignIn(cookies, state), false, REPLACING) : null;
}

/**
 * Completes a sign-in.
 * @returns the session and the path to return to; null if this browser has not started it
 * @throws Error when the provider refuses
 */
export async function completeSignIn(
	cookies: Cookies,
	search: string
): Promise<{ session: Session; back: string } | null> {
	const begun = (await signInCookie.read(cookies)) ?? [];
	const state = new URLSearchParams(search).get('state');
	const signIn = begun.find((one) => one.state === state);
	if (!signIn) {
		return null;
	}
	const others = begun.filter((one) => one !== signIn);
	await (others.length ? signInCookie.write(cookies, others) : signInCookie.remove(cookies));
	const tokens = await client.authorizationCodeGrant(
		await provider(),
		new URL(CALLBACK + search, currentSettings().publicUrl),
		{
			pkceCodeVerifier: signIn.verifier,
			expectedState: signIn.state,
			expectedNonce: signIn.nonce,
			idTokenExpected: true
		}
	);
	const session = toSession(tokens.access_token, tokens.refresh_token ?? null, 'provider', tokens.claims()?.auth_time);
	return { session, back: signIn.back };
}

/** Refreshes the tokens of a session; null if it has ended. */
export async function refreshAtProvider(session: Session): Promise<Session | null> {
	try {
		const tokens = await client.refreshTokenGrant(await provider(), session.refreshToken);
		return toSession(
			tokens.access_token,
			tokens.refresh_token ?? session.refreshToken,
			'provider'
		);
	} catch (failure) {
		if (failure instanceof client.ResponseBodyError && failure.error === 'invalid_grant') {
			return null;
		}
		throw failure;
	}
}
