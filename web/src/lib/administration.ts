import type { MessageKey } from '#lib/messages/index.ts';
import type { components } from '#lib/server/api/generated/auth.d.ts';

export type App = components['schemas']['App'];

export const ROLES = ['user', 'moderator', 'admin'] as const;

/** Returns the highest role; each includes those before it. */
export function roleOf(roles: string[]): (typeof ROLES)[number] {
	return ROLES.findLast((one) => roles.includes(one)) ?? 'user';
}

/** Returns the message of an account's status. */
export function statusOf(status: string): MessageKey {
	switch (status) {
		case 'pending':
			return 'administration.awaits';
		case 'banned':
			return 'administration.banned';
		case 'closed':
			return 'administration.account.closed';
		default:
			return 'administration.account.active';
	}
}

export const AUDIENCES = ['everyone', 'members', 'moderators', 'admins'] as const;

export const APP_KINDS = ['web', 'native', 'service', 'device'] as const;

export const APP_SCOPES = [
	'openid',
	'profile',
	'email',
	'threads:read',
	'threads:write',
	'chat:read',
	'chat:write',
	'social:read',
	'social:write',
	'media:write',
	'notifications',
	'webhooks',
	'moderation',
	'admin'
] as const;

/** The scopes that only administrators give to apps. */
export const STAFF_SCOPES: ReadonlySet<string> = new Set(['moderation', 'admin']);
