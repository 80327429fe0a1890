import { settingsOf } from '#lib/sitesettings.ts';
import { requireAdministrator, requireData } from '#lib/server/problems.ts';
import { findSite } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const { auth, forum, moderation } = event.locals.api;
	const [site, rules, providers, categories, policies] = await Promise.all([
		findSite(event.locals.api),
		auth.GET('/api/v1/admin/registration'),
		auth.GET('/api/v1/admin/identity-providers'),
		forum.GET('/api/v1/categories'),
		moderation.GET('/api/v1/admin/policies', { params: { query: { status: 'active', limit: 1 } } })
	]);
	return {
		groups: settingsOf({
			brand: site.brand,
			pictures: Object.keys(site.pictures),
			rules: requireData(event, rules).data,
			providers: requireData(event, providers).data,
			categories: requireData(event, categories).data,
			policy: policies.data?.data[0]?.name ?? null
		})
	};
};
