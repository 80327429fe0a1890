import { redirect } from '@sveltejs/kit';
import { readForm, useKey, usernames } from '#lib/server/forms.ts';
import { usernameOf } from '#lib/people.ts';
import { findPeople, withUsernames } from '#lib/server/people.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, refuseField, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireSession(event);
	hideFromRobots(event);
	return { username: event.url.searchParams.get('with') ?? '', key: crypto.randomUUID() };
};

export const actions: Actions = {
	/** Opens the conversation with the person of a username; a part of a name finds people first. */
	direct: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'username', 'key');
		const given = { ...values, form: 'direct' };
		const username = usernameOf(values.username);
		if (!values.username) {
			return refuseField(event, { field: 'username', message: 'is required' }, given);
		}
		if (!username) {
			return { values: given, people: await findPeople(event, values.username) };
		}
		const answer = await event.locals.api.chat.POST('/api/v1/chat/conversations', {
			params: { header: { 'Idempotency-Key': useKey(event, values.key) } },
			body: { kind: 'direct', members: [username] }
		});
		if (answer.data) {
			redirect(303, `/chat/${answer.data.data.id}`);
		}
		const people = [404, 422].includes(answer.response.status) ? await findPeople(event, values.username) : [];
		if (people.length) {
			return { values: given, people };
		}
		// The form asks for one person, the API for members.
		const [problem] = answer.error?.errors ?? [];
		return problem ? refuseField(event, { ...problem, field: 'username' }, given, answer.response.status) : refuse(event, answer, given);
	},
	group: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'name', 'description', 'members', 'key');
		const members = usernames(values.members);
		if (!values.name.trim() && !members.length) {
			return refuseField(event, { field: 'members', message: 'is required' }, { ...values, form: 'group' });
		}
		const answer = await event.locals.api.chat.POST('/api/v1/chat/conversations', {
			params: { header: { 'Idempotency-Key': useKey(event, values.key) } },
			body: {
				kind: 'group',
				members,
				...(values.name ? { name: values.name } : {}),
				...(values.description ? { description: values.description } : {})
			}
		});
		if (!answer.data) {
			const isOfMembers = answer.response.status === 422 && answer.error?.errors?.every(({ field }) => field?.startsWith('members['));
			const named = isOfMembers ? await withUsernames(event, values.members) : values.members;
			const given = { ...values, members: named, form: 'group' };
			return named === values.members ? refuse(event, answer, given) : refuseField(event, { field: 'members', code: 'member.named' }, given, 422);
		}
		redirect(303, `/chat/${answer.data.data.id}`);
	}
};
