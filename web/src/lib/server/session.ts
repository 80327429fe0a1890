import type { Cookies } from '@sveltejs/kit';
import { decodeJwt, EncryptJWT, jwtDecrypt } from 'jose';
import { currentSettings } from './settings';

/** A signed-in reader. The tokens never leave the server in clear. */
export interface Session {
	accessToken: string;
	refreshToken: string;
	/** Which endpoint refreshes the tokens: the provider's, or that of the API. */
	origin: 'provider' | 'api';
	/** End of the access token's validity, in seconds since 1970. */
	expiresAt: number;
	/** The groups are ids; sessions of earlier versions have none. */
	user: { id: string; username: string; displayName: string; roles: string[]; groups?: string[] };
	/** When the reader proved who they are, in seconds since 1970; sessions of earlier versions have none. */
	signedInAt?: number | undefined;
	/** The zone of the reader's settings; sessions of earlier versions have none. */
	timeZone?: string | undefined;
}

/** Length of a browser's session at the provider. */
const LIFETIME = 14 * 24 * 60 * 60;

const ALGORITHM = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * Creates the session of issued tokens; the access token has the reader's names. The API answers a
 * refresh token, unless it sets a cookie instead, for which only browsers ask.
 */
export function toSession(
	accessToken: string,
	refreshToken: string | null,
	origin: Session['origin'],
	signedInAt?: number
): Session {
	const claims = decodeJwt<{ preferred_username: string; name: string; roles: string[]; groups?: string[] }>(
		accessToken
	);
	return {
		accessToken,
		refreshToken: refreshToken ?? '',
		origin,
		expiresAt: claims.exp ?? 0,
		signedInAt,
		user: {
			id: claims.sub ?? '',
			username: claims.preferred_username,
			displayName: claims.name ?? claims.preferred_username,
			roles: claims.roles ?? [],
			groups: claims.groups ?? []
		}
	};
}

/** How long after a sign-in pages do not ask for the password, in seconds: less than the API allows, because a form takes time. */
const RECENT = 8 * 60;

/** Whether the API would change the account without another proof. */
export function isRecent({ signedInAt }: Pick<Session, 'signedInAt'>, now = Date.now()): boolean {
	return signedInAt !== undefined && now / 1000 - signedInAt < RECENT;
}

/** Encrypts and authenticates a value for a cookie of the given purpose. */
export async function seal(
	key: Uint8Array,
	purpose: string,
	value: unknown,
	seconds: number
): Promise<string> {
	return new EncryptJWT({ value })
		.setProtectedHeader(ALGORITHM)
		.setAudience(purpose)
		.setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
		.encrypt(key);
}

/** Returns the value, or null if it is forged, of another purpose or has expired. */
export async function unseal<T>(
	key: Uint8Array,
	purpose: string,
	sealed: string | undefined
): Promise<T | null> {
	if (!sealed) {
		return null;
	}
	try {
		const { payload } = await jwtDecrypt<{ value: T }>(sealed, key, {
			audience: purpose,
			keyManagementAlgorithms: [ALGORITHM.alg],
			contentEncryptionAlgorithms: [ALGORITHM.enc]
		});
		return payload.value;
	} catch {
		return null;
	}
}

/** A cookie that only this site's server reads. */
export class SealedCookie<T> {
	constructor(
		private readonly purpose: string,
		private readonly seconds: number
	) {}

	async read(cookies: Pick<Cookies, 'get'>): Promise<T | null> {
		return unseal<T>(currentSettings().key, this.purpose, cookies.get(this.name()));
	}

	async write(cookies: Cookies, value: T): Promise<void> {
		cookies.set(this.name(), await this.seal(value), { ...this.options(), maxAge: this.seconds });
	}

	/** The header of the cookie, for an answer whose page is rendered. */
	async header(cookies: Pick<Cookies, 'serialize'>, value: T): Promise<string> {
		return cookies.serialize(this.name(), await this.seal(value), { ...this.options(), maxAge: this.seconds });
	}

	private seal(value: T): Promise<string> {
		return seal(currentSettings().key, this.purpose, value, this.seconds);
	}

	remove(cookies: Cookies): void {
		if (cookies.get(this.name()) !== undefined) {
			cookies.delete(this.name(), this.options());
		}
	}

	private name(): string {
		return (this.isSecure() ? '__Host-' : '') + 'parley_web_' + this.purpose;
	}

	private isSecure(): boolean {
		return currentSettings().publicUrl.protocol === 'https:';
	}

	private options() {
		return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure() } as const;
	}
}

export const sessionCookie = new SealedCookie<Session>('session', LIFETIME);
