import type { RequestEvent } from '@sveltejs/kit';
import { promptly } from './promptly';
import { samplePeople } from './start';
import { findSite } from './site';

/** The steps of an administrator before they invite others, in this order. */
export const STEPS = ['brand', 'categories', 'samples', 'security', 'helper'] as const;

/** Administrators wait longer for what is true than other pages for what they can do without, in milliseconds. */
const PATIENCE = 5_000;

export type Step = { name: (typeof STEPS)[number]; done: boolean };

/** Finds out what is done; what cannot be known now counts as done, so that nobody is sent in vain. */
export async function firstDay(event: RequestEvent): Promise<Step[]> {
	const { auth, forum } = event.locals.api;
	const [site, categories, samples, twoFactor, passkeys, moderators, administrators] = await Promise.all([
		findSite(event.locals.api),
		promptly(forum.GET('/api/v1/categories'), null, PATIENCE),
		promptly(samplePeople(event), [], PATIENCE),
		promptly(auth.GET('/api/v1/auth/two-factor'), null, PATIENCE),
		promptly(auth.GET('/api/v1/users/me/passkeys'), null, PATIENCE),
		promptly(auth.GET('/api/v1/admin/users', { params: { query: { role: 'moderator', limit: 1 } } }), null, PATIENCE),
		promptly(auth.GET('/api/v1/admin/users', { params: { query: { role: 'admin', limit: 2 } } }), null, PATIENCE)
	]);
	const count = (answer: { data?: { data: unknown[] } } | null, unknown: number) => answer?.data?.data.length ?? unknown;
	const done: Record<Step['name'], boolean> = {
		brand: Object.keys(site.brand).length > 1,
		categories: count(categories, 1) > 0,
		samples: samples.length === 0,
		security: (twoFactor?.data?.data.enabled ?? true) || count(passkeys, 1) > 0,
		helper: count(moderators, 1) > 0 || count(administrators, 2) > 1
	};
	return STEPS.map((name) => ({ name, done: done[name] }));
}
