import { promptly } from '#lib/server/promptly.ts';
import { requireData } from '#lib/server/problems.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { auth, forum } = event.locals.api;
	const path = { username: event.params.username };
	const [profile, member, person] = await Promise.all([
		auth.GET('/api/v1/users/{username}', { params: { path } }),
		forum.GET('/api/v1/members/{username}', { params: { path } }),
		// The profile is complete without its numbers, which come from another service.
		promptly(personOf(event), null)
	]);
	return {
		profile: requireData(event, profile).data,
		// A person who has not written yet may be unknown to the forum.
		reputation: member.data?.data.reputation ?? 0,
		person
	};
};

async function personOf(event: Parameters<LayoutServerLoad>[0]) {
	const answer = await event.locals.api.social.GET('/api/v1/social/people/{username}', {
		params: { path: { username: event.params.username } }
	});
	return answer.data?.data ?? null;
}
