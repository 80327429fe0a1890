import type { Api } from '#lib/server/api/client.ts';
import { knownCategories, moderated, type Moderated } from '#lib/server/desk.ts';
import { faceOf } from '#lib/server/face.ts';
import { timeOfReading } from '#lib/server/live.ts';
import { promptly } from '#lib/server/promptly.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { isRecent } from '#lib/server/session.ts';
import { findSite } from '#lib/server/site.ts';
import type { LayoutServerLoad } from './$types';

async function countNotifications(api: Api): Promise<number | null> {
	return (await api.notification.GET('/api/v1/notifications/unread-count')).data?.data.count ?? null;
}

async function countMessages(api: Api): Promise<number | null> {
	return (await api.chat.GET('/api/v1/chat/unread-count')).data?.data.messages ?? null;
}

const NONE: Moderated = [];

export const load: LayoutServerLoad = async (event) => {
	const { locals } = event;
	const { session } = locals;
	const user = session?.user;
	// The page matters more than the numbers, for which its script asks again if they are not known.
	const countedAt = timeOfReading();
	const [site, unread, unreadMessages, moderates, known, avatarUrl] = await Promise.all([
		findSite(locals.api),
		user ? promptly(countNotifications(locals.api), null) : 0,
		user ? promptly(countMessages(locals.api), null) : 0,
		session ? promptly(moderated(locals.api, session), NONE) : NONE,
		promptly(knownCategories(event), {}),
		session ? promptly(faceOf(locals.api, session), null) : null
	]);
	locals.forum = site.brand.name;
	return {
		language: locals.language,
		theme: locals.theme,
		timeZone: session?.timeZone ?? 'UTC',
		forum: site.brand.name,
		brand: site.brand,
		pictures: site.pictures,
		rasters: site.rasters,
		origin: currentSettings().publicUrl.origin,
		setupRequired: site.setupRequired,
		registers: site.registers,
		signIn: session ? `${session.user.id} ${session.signedInAt ?? ''}` : undefined,
		signedInRecently: session !== null && isRecent(session),
		countedAt,
		unread,
		unreadMessages,
		moderates,
		isModerator: moderates.length > 0,
		knownCategories: known,
		user: user ? { username: user.username, displayName: user.displayName, roles: user.roles, avatarUrl } : null
	};
};
