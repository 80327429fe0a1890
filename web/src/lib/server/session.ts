import type { Cookies } from '@sveltejs/kit';
import { decodeJwt, EncryptJWT, jwtDecrypt } from 'jose';
import { log } from './log';
import { currentSettings } from './settings';

/** A signed-in reader. The tokens never leave the server in clear. */
export interface Session {
	accessToken: string;
	refreshToken: string;
	/** Which endpoint refreshes the tokens: the provider's, or that of the API. */
	origin: 'provider' | 'api';
	/** End of the access token's validity, in seconds since 1970. */
	expiresAt: number;
	/** The groups are ids. */
	user: { id: string; username: string; displayName: string; roles: string[]; groups: string[] };
	/** When the reader proved who they are, in seconds since 1970; sessions of earlier versions have none. */
	signedInAt?: number | undefined;
	/** The zone of the reader's settings; sessions of earlier versions have none. */
	timeZone?: string | undefined;
}

/** Length of a browser's session at the provider. */
const LIFETIME = 14 * 24 * 60 * 60;

const ALGORITHM = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * Makes a browser forget the messages, drafts and pages in its storage, where the next person must not find them: the
 * header of an answer that ends its session by a wish of its owner.
 */
export const FORGET = { 'clear-site-data': '"storage"' };

/** The most bytes of a cookie's value: browsers drop a cookie of more than 4,096 bytes with its name. */
const MOST = 3800;

/**
 * Creates the session of issued tokens; the access token has the reader's names. The API answers a
 * refresh token, unless it sets a cookie instead, for which only browsers ask.
 */
export function toSession(
	accessToken: string,
	refreshToken: string | null | undefined,
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
		.setProtectedHeader({ ...ALGORITHM, zip: 'DEF' })
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

/** A value that only this site's server reads, in a cookie, or in two if it is long. */
export class SealedCookie<T> {
	constructor(
		private readonly purpose: string,
		private readonly seconds: number
	) {}

	async read(cookies: Pick<Cookies, 'get'>): Promise<T | null> {
		const [first, second] = this.names().map((name) => cookies.get(name) ?? '') as [string, string];
		return unseal<T>(currentSettings().key, this.purpose, first.length === MOST ? first + second : first);
	}

	async write(cookies: Cookies, value: T): Promise<void> {
		(await this.parts(cookies, value)).forEach((part) => cookies.set(...part));
	}

	/** The headers of the cookies, for an answer whose page is rendered. */
	async headers(cookies: Pick<Cookies, 'get' | 'serialize'>, value: T): Promise<string[]> {
		return (await this.parts(cookies, value)).map((part) => cookies.serialize(...part));
	}

	remove(cookies: Cookies): void {
		for (const name of this.names()) {
			if (cookies.get(name) !== undefined) {
				cookies.delete(name, this.options());
			}
		}
	}

	/** Names, values and options of the cookies; a second one that has become superfluous ends. */
	private async parts(cookies: Pick<Cookies, 'get'>, value: T) {
		const sealed = await seal(currentSettings().key, this.purpose, value, this.seconds);
		const names = this.names();
		if (sealed.length > names.length * MOST) {
			log({ level: 'ERROR', message: 'value is too long for cookies', fields: { purpose: this.purpose, length: `${sealed.length}` } });
		}
		return names
			.map((name, index) => ({ name, part: sealed.slice(index * MOST, (index + 1) * MOST) }))
			.filter(({ name, part }) => part !== '' || cookies.get(name) !== undefined)
			.map(({ name, part }) => [name, part, { ...this.options(), maxAge: part ? this.seconds : 0 }] as const);
	}

	private names(): string[] {
		const name = (this.isSecure() ? '__Host-' : '') + 'parley_web_' + this.purpose;
		return [name, `${name}_1`];
	}

	private isSecure(): boolean {
		return currentSettings().publicUrl.protocol === 'https:';
	}

	private options() {
		return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure() } as const;
	}
}

/** A session without what its access token says, as cookies are short; those of earlier versions have all of it. */
type StoredSession = Omit<Session, 'expiresAt' | 'user'> & {
	/** A name that is newer than the token. */
	user?: { displayName: string } | undefined;
};

const stored = new SealedCookie<StoredSession>('session', LIFETIME);

function toStored({ accessToken, refreshToken, origin, signedInAt, timeZone, user: { displayName } }: Session): StoredSession {
	const isOfToken = toSession(accessToken, refreshToken, origin).user.displayName === displayName;
	return { accessToken, refreshToken, origin, signedInAt, timeZone, user: isOfToken ? undefined : { displayName } };
}

export const sessionCookie = {
	async read(cookies: Pick<Cookies, 'get'>): Promise<Session | null> {
		const found = await stored.read(cookies);
		if (!found) {
			return null;
		}
		const { accessToken, refreshToken, origin, signedInAt, timeZone, user } = found;
		const session = toSession(accessToken, refreshToken, origin, signedInAt);
		return { ...session, timeZone, user: { ...session.user, ...(user && { displayName: user.displayName }) } };
	},
	write: (cookies: Cookies, session: Session) => stored.write(cookies, toStored(session)),
	headers: (cookies: Pick<Cookies, 'get' | 'serialize'>, session: Session) => stored.headers(cookies, toStored(session)),
	remove: (cookies: Cookies) => stored.remove(cookies)
};
