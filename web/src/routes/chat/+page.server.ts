import { otherOf } from '#lib/chat.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { presenceOf } from '#lib/server/presence.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	hideFromRobots(event);
	const { searchParams } = event.url;
	const cursor = searchParams.get('cursor');
	const answer = await event.locals.api.chat.GET('/api/v1/chat/conversations', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	const others = page.data.flatMap((one) => otherOf(one, user.username)?.id ?? []);
	// The conversation beside which a script shows the list.
	const current = searchParams.get('current') ?? undefined;
	return { current, conversations: page.data, presence: await presenceOf(event, others), ...page.meta.pagination };
};
