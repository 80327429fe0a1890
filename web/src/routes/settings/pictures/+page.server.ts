import { readForm, readQuery } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const query = readQuery(event.url, 'cursor');
	const page = requireData(event, await event.locals.api.media.GET('/api/v1/media', { params: { query } }));
	return { media: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	describe: async (event) => {
		requireSession(event);
		const { id, alt } = await readForm(event.request, 'id', 'alt');
		const answer = await event.locals.api.media.PATCH('/api/v1/media/{id}', { params: { path: { id } }, body: { alt } });
		return outcome(event, answer, 'settings.saved');
	},
	remove: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.media.DELETE('/api/v1/media/{id}', { params: { path: { id } } });
		return outcome(event, answer, 'settings.saved');
	}
};
