import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress } from 'node:zlib';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { compactDecrypt, CompactEncrypt } from 'jose';
import type { KeptForm } from '#lib/kept.ts';
import { leadOn } from './pages';
import { currentSettings } from './settings';

const NAME = 'parley_web_kept';

/** The page that takes forms without a session. */
export const KEPT = '/kept';

/** The most bytes of the cookie, below the limits of browsers and of the gateway. */
const MOST = 3800;

/** How long somebody may take to sign in, in seconds. */
const LIFETIME = 24 * 60 * 60;

const ALGORITHM = { alg: 'dir', enc: 'A256GCM' } as const;

const compress = promisify(brotliCompress);

const decompress = promisify(brotliDecompress);

/** Encrypts a form; null if it is too long for a cookie. */
export async function sealForm(key: Uint8Array, form: KeptForm): Promise<string | null> {
	const bytes = await compress(JSON.stringify(form));
	const sealed = await new CompactEncrypt(bytes).setProtectedHeader({ ...ALGORITHM, typ: NAME }).encrypt(key);
	return sealed.length > MOST ? null : sealed;
}

/** Decrypts a form; null for anything that was not sealed as one. */
export async function unsealForm(key: Uint8Array, sealed: string | undefined): Promise<KeptForm | null> {
	try {
		const { plaintext, protectedHeader } = await compactDecrypt(sealed ?? '', key, {
			keyManagementAlgorithms: [ALGORITHM.alg],
			contentEncryptionAlgorithms: [ALGORITHM.enc]
		});
		return protectedHeader.typ === NAME ? JSON.parse(String(await decompress(plaintext))) : null;
	} catch {
		return null;
	}
}

/**
 * Keeps a form in the browser until its author has signed in.
 * @returns the address of the page that shows it, which alone receives it; null if it is too long
 */
export async function storeForm(cookies: Cookies, form: KeptForm): Promise<string | null> {
	const { key, publicUrl } = currentSettings();
	const sealed = await sealForm(key, form);
	if (!sealed) {
		return null;
	}
	const path = `${KEPT}/${crypto.randomUUID()}`;
	const secure = publicUrl.protocol === 'https:';
	cookies.set(NAME, sealed, { path, maxAge: LIFETIME, httpOnly: true, sameSite: 'lax', secure });
	return path;
}

/** Returns the form that was kept for the page of a request. */
export function storedForm(cookies: Cookies): Promise<KeptForm | null> {
	return unsealForm(currentSettings().key, cookies.get(NAME));
}

/**
 * The browser of a form that led to the sign-in or to an error page sends it again, to the page that
 * keeps what was written: the session had ended elsewhere, the page of the form does not answer, or refuses the form with
 * the code of a problem.
 */
export function keepForm({ request, url, locals }: Pick<RequestEvent, 'request' | 'url' | 'locals'>, response: Response, code = ''): Response {
	const leadsToSignIn = response.status === 303 && response.headers.get('location')?.startsWith('/sign-in');
	const isForm = request.method === 'POST' && request.headers.get('accept')?.includes('text/html');
	if (!(leadsToSignIn || locals.failed) || !isForm || url.pathname === KEPT) {
		return response;
	}
	const failure = leadsToSignIn ? '' : `&failure=${response.status}${code && `&code=${code}`}`;
	return leadOn(response, 307, `${KEPT}?action=${encodeURIComponent(url.pathname + url.search)}${failure}`);
}
