import type { RequestEvent } from '@sveltejs/kit';
import { nameForms, usernameOf, type Found } from '#lib/people.ts';
import { listed } from './forms';
import { promptly } from './promptly';

/** The most people who are suggested. */
const MOST = 8;

/** A list of people with the usernames of those who are found by their whole names; a name of several people stays. */
export async function withUsernames(event: RequestEvent, text: string): Promise<string> {
	const entries = listed(text).slice(0, MOST);
	const named = await Promise.all(
		entries.map(async (entry) => {
			const found = usernameOf(entry) ? [] : await findPeople(event, entry);
			const [one, other] = found.filter(({ displayName }) => nameForms(displayName).name === nameForms(entry).name);
			return one && !other ? one.username : entry;
		})
	);
	return named.every((name, index) => name === entries[index]) ? text : [...named, ...listed(text).slice(MOST)].join(', ');
}

/**
 * Finds people by a part of their name: among those whom the reader follows or talks with by any
 * part, among all members by the beginning of their username.
 */
export async function findPeople(event: RequestEvent, text: string): Promise<Found[]> {
	const session = event.locals.session;
	const { name, username } = nameForms(text);
	if (!session || !name) {
		return [];
	}
	const { chat, forum, social } = event.locals.api;
	const me = session.user.username;
	const [known, followed, members] = await Promise.all([
		promptly(chat.GET('/api/v1/chat/conversations', { params: { query: { limit: 50 } } }), null),
		promptly(social.GET('/api/v1/social/people/{username}/following', { params: { path: { username: me }, query: { limit: 100 } } }), null),
		username ? forum.GET('/api/v1/members', { params: { query: { q: username, limit: MOST } } }) : null
	]);
	const near: Found[] = [
		...(known?.data?.data.flatMap(({ members }) => members ?? []) ?? []),
		...(followed?.data?.data ?? [])
	].filter((one) => nameForms(one.displayName).name.includes(name) || nameForms(one.username).name.includes(name));
	const found = new Map<string, Found>();
	for (const { username, displayName } of [...near, ...(members?.data?.data ?? [])]) {
		if (username && username !== me) {
			found.set(username, { username, displayName });
		}
	}
	return [...found.values()].slice(0, MOST);
}
