import { boxes, chosen } from '#lib/server/forms.ts';
import { refuse, requireAdministrator } from '#lib/server/problems.ts';
import { removePosts, samplePeople, threadsOfStart } from '#lib/server/start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const [threads, people] = await Promise.all([threadsOfStart(event), samplePeople(event)]);
	return { threads, people };
};

export const actions: Actions = {
	samples: async (event) => {
		requireAdministrator(event);
		const people = await samplePeople(event);
		// Sample people reply to each other, so their threads have no replies left in the second round.
		for (const { username } of [...people, ...people]) {
			const { refused } = await removePosts(event, username);
			if (refused) {
				return refuse(event, refused, {});
			}
		}
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/samples');
		return answer.response.ok ? { done: 'administration.samplesRemoved' as const } : refuse(event, answer, {});
	},
	threads: async (event) => {
		requireAdministrator(event);
		const form = await event.request.formData();
		for (const id of chosen(form, 'thread')) {
			const answer = await event.locals.api.forum.DELETE('/api/v1/threads/{id}', { params: { path: { id } } });
			// One that somebody else has removed is removed.
			if (!answer.response.ok && ![404, 410].includes(answer.response.status)) {
				return refuse(event, answer, boxes(form, 'thread'));
			}
		}
		return { done: 'administration.startRemoved' as const };
	}
};
