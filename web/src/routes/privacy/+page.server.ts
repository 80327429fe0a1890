import { translator } from '#lib/messages/index.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { PageServerLoad } from './$types';

/** The places beside the forum whose texts a model may check. */
const PLACES = { social: 'policy.social', rooms: 'policy.rooms', 'rooms-limited': 'policy.roomsLimited' } as const;

/** What outside models receive, as the services say; null while one does not answer. */
export const load: PageServerLoad = async (event) => {
	// The services answer as for guests, so their answers fit the categories of guests only.
	const { forum, moderation, summary } = event.locals.apiWith(null);
	const [checks, summaries, categories] = await Promise.all([
		promptly(moderation.GET('/api/v1/moderation/privacy').then(({ data }) => data?.data ?? null), null),
		promptly(summary.GET('/api/v1/summaries/model-use').then(({ data }) => data?.data ?? null), null),
		promptly(forum.GET('/api/v1/categories').then(({ data }) => data?.data ?? []), [])
	]);
	const t = translator(event.locals.language);
	const inForum = checks?.texts.find(({ place }) => place === 'forum');
	const places = [
		...categories.map(({ id, name }) => ({
			name,
			sent: inForum?.sent === true && !inForum.exceptCategories.includes(id)
		})),
		...Object.entries(PLACES).map(([id, name]) => ({
			name: t(name),
			sent: checks?.texts.some(({ place, sent }) => place === id && sent) === true
		}))
	];
	const names = (sent: boolean) => places.filter((one) => one.sent === sent).map(({ name }) => name);
	const isUsed = checks?.model.configured === true && checks.model.asked !== 'never' && checks.model.harms.length > 0;
	return {
		checks: checks && { model: isUsed ? checks.model.name : null, asked: checks.model.asked, harms: checks.model.harms },
		sent: names(true),
		kept: names(false),
		summaries: summaries && {
			model: summaries.model,
			kept: categories.filter(({ id }) => summaries.exceptCategories.includes(id)).map(({ name }) => name)
		}
	};
};
