import { redirect } from '@sveltejs/kit';
import { withoutSign } from '#lib/people.ts';
import { promptly } from '#lib/server/promptly.ts';
import { requireData } from '#lib/server/problems.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { auth, forum } = event.locals.api;
	const username = withoutSign(event.params.username);
	if (username !== event.params.username) {
		const rest = event.url.pathname.split('/').slice(3).map((part) => `/${part}`);
		redirect(301, `/people/${encodeURIComponent(username)}${rest.join('')}${event.url.search}`);
	}
	const path = { username };
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
