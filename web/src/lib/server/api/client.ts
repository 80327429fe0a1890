import createClient, { type Client } from 'openapi-fetch';
import { currentSettings } from '../settings';
import type { paths as AuthPaths } from './generated/auth';
import type { paths as ChatPaths } from './generated/chat';
import type { paths as ForumPaths } from './generated/forum';
import type { paths as GatewayPaths } from './generated/gateway';
import type { paths as MediaPaths } from './generated/media';
import type { paths as ModerationPaths } from './generated/moderation';
import type { paths as NotificationPaths } from './generated/notification';
import type { paths as OperationsPaths } from './generated/operations';
import type { paths as RealtimePaths } from './generated/realtime';
import type { paths as SocialPaths } from './generated/social';
import type { paths as SummaryPaths } from './generated/summary';
import type { paths as WebhookPaths } from './generated/webhook';
import { completed } from './completed.ts';
import type { OverviewPaths } from './overview';

/** The API on behalf of the reader of a page. */
export interface Api {
	auth: Client<AuthPaths>;
	chat: Client<ChatPaths>;
	forum: Client<ForumPaths>;
	/** The endpoints that the gateway answers itself. */
	gateway: Client<GatewayPaths>;
	media: Client<MediaPaths>;
	moderation: Client<ModerationPaths>;
	notification: Client<NotificationPaths>;
	/** The operators' endpoints of each service. */
	operations: Client<OperationsPaths & OverviewPaths>;
	realtime: Client<RealtimePaths>;
	social: Client<SocialPaths>;
	summary: Client<SummaryPaths>;
	webhook: Client<WebhookPaths>;
}

/**
 * The reader for whom the API is called.
 *
 * @param address network address, whose limits apply
 * @param userAgent tells people from robots, whose views do not count
 * @param correlationId names the request of the page in the logs of all services
 * @param fresh whether the gateway must not answer from its memory
 * @param renew returns the token that follows a refused one of the reader's session; null if the session has ended
 */
export interface Reader {
	address: string;
	userAgent: string;
	language: string;
	accessToken: string | null;
	correlationId: string | null;
	fresh: boolean;
	renew?: (refused: string) => Promise<string | null>;
}

/** The longest wait for an answer, in milliseconds. */
const PATIENCE = 10_000;

/** Waits for the whole answer; for that of a file, which a reader may load slowly, until it begins. */
async function patiently(request: Request): Promise<Response> {
	if (!new URL(request.url).pathname.endsWith('/export')) {
		return fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
	}
	const waiting = new AbortController();
	const end = setTimeout(() => waiting.abort(new DOMException('No answer in time', 'TimeoutError')), PATIENCE);
	try {
		return await fetch(request, { signal: waiting.signal });
	} finally {
		clearTimeout(end);
	}
}

/** Whether the token is at fault (RFC 6750), and not a password or a code in the request. */
export const isTokenRefused = ({ status, headers }: Response) =>
	status === 401 && /\berror="invalid_token"/.test(headers.get('www-authenticate') ?? '');

/**
 * Sends a request, and again with a new token if its own has ended early: a token does not outlive a
 * change of roles or groups, but the session of the reader does. Roles may change again meanwhile.
 */
async function send(request: Request, { accessToken, renew }: Reader): Promise<Response> {
	if (!accessToken || !renew) {
		return patiently(request);
	}
	let again = request.clone();
	let answer = await patiently(request);
	let token: string | null = accessToken;
	while (isTokenRefused(answer) && (token = await renew(token))) {
		const next = again;
		again = next.clone();
		next.headers.set('authorization', `Bearer ${token}`);
		answer = await patiently(next);
	}
	return answer;
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
	if (reader.correlationId) {
		headers['x-correlation-id'] = reader.correlationId;
	}
	if (reader.fresh) {
		headers['cache-control'] = 'no-cache';
	}
	// All services answer at the gateway, so one client serves the paths of each.
	const client = createClient({
		baseUrl: gateway.origin,
		headers,
		fetch: (request: Request) => completed(request, (one) => send(one, reader))
	}) as never;
	return {
		auth: client,
		chat: client,
		forum: client,
		gateway: client,
		media: client,
		moderation: client,
		notification: client,
		operations: client,
		realtime: client,
		social: client,
		summary: client,
		webhook: client
	};
}
