import createClient, { type Client } from 'openapi-fetch';
import { currentSettings } from '../settings';
import type { paths as AuthPaths } from './generated/auth';
import type { paths as ForumPaths } from './generated/forum';
import type { paths as NotificationPaths } from './generated/notification';

/** The API on behalf of the reader of a page. */
export interface Api {
	auth: Client<AuthPaths>;
	forum: Client<ForumPaths>;
	notification: Client<NotificationPaths>;
}

/**
 * The reader for whom the API is called.
 *
 * @param address network address, whose limits apply
 * @param userAgent tells people from robots, whose views do not count
 */
export interface Reader {
	address: string;
	userAgent: string;
	language: string;
	accessToken: string | null;
}

/** Creates the API for a reader. */
export function apiFor(reader: Reader): Api {
	const { gateway, publicUrl } = currentSettings();
	const headers: Record<string, string> = {
		'x-forwarded-for': reader.address,
		'x-forwarded-proto': publicUrl.protocol.slice(0, -1),
		'x-forwarded-host': publicUrl.host,
		'user-agent': reader.userAgent,
		'accept-language': reader.language
	};
	if (reader.accessToken) {
		headers.authorization = `Bearer ${reader.accessToken}`;
	}
	const options = {
		baseUrl: gateway.origin,
		headers,
		fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(10_000) })
	};
	return {
		auth: createClient<AuthPaths>(options),
		forum: createClient<ForumPaths>(options),
		notification: createClient<NotificationPaths>(options)
	};
}
