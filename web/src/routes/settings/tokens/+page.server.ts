import { proofOf } from '#lib/server/apps.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { readUsages } from '#lib/server/usage.ts';
import type { Actions, PageServerLoad } from './$types';

export const _DAYS = [7, 30, 90, 365] as const;

const SCOPES = [
	'threads:read',
	'threads:write',
	'chat:read',
	'chat:write',
	'social:read',
	'social:write',
	'media:write',
	'notifications',
	'webhooks',
	'profile'
];

const DAY = 24 * 60 * 60 * 1000;

function scopesOf(roles: string[]): string[] {
	return [
		...SCOPES,
		...(roles.includes('moderator') || roles.includes('admin') ? ['moderation'] : []),
		...(roles.includes('admin') ? ['admin'] : [])
	];
}

export const load: PageServerLoad = async (event) => {
	const session = requireSession(event);
	keepSecret(event);
	const { auth } = event.locals.api;
	const [tokens, twoFactor, usages] = await Promise.all([
		auth.GET('/api/v1/auth/tokens'),
		auth.GET('/api/v1/auth/two-factor'),
		readUsages(event)
	]);
	return {
		tokens: requireData(event, tokens).data,
		usages,
		twoFactor: requireData(event, twoFactor).data.enabled,
		scopes: scopesOf(session.user.roles),
		days: _DAYS,
		key: crypto.randomUUID()
	};
};

const NOTHING = { name: '', days: '30', scopes: 'threads:read' };

export const actions: Actions = {
	create: async (event) => {
		const session = requireSession(event);
		const copy = event.request.clone();
		const values = await readForm(event.request, 'name', 'days', 'password', 'otp', 'key');
		const chosen = (await copy.formData()).getAll('scope');
		const days = _DAYS.find((one) => String(one) === values.days) ?? _DAYS[0];
		const answer = await event.locals.api.auth.POST('/api/v1/auth/tokens', {
			params: { header: { 'Idempotency-Key': useKey(event, values.key) } },
			body: {
				name: values.name,
				scopes: scopesOf(session.user.roles).filter((scope) => chosen.includes(scope)),
				expiresAt: new Date(Date.now() + days * DAY - 60_000).toISOString(),
				...proofOf(values)
			}
		});
		return answer.data
			? { token: answer.data.data.token }
			: refuse(event, answer, { name: values.name, days: String(days), scopes: chosen.join(' ') });
	},
	revoke: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/auth/tokens/{id}', {
			params: { path: { id } }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, NOTHING);
	}
};
