import { findSite } from '#lib/server/site.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const site = await findSite(locals.api);
	const user = locals.session?.user;
	let unread = 0;
	if (locals.session) {
		try {
			const answer = await locals.api.notification.GET('/api/v1/notifications/unread-count');
			unread = answer.data?.data.count ?? 0;
		} catch {
			// The page matters more than the number.
		}
	}
	return {
		language: locals.language,
		forum: site.name,
		setupRequired: site.setupRequired,
		unread,
		user: user ? { username: user.username, displayName: user.displayName, roles: user.roles } : null
	};
};
