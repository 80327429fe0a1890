import { error, fail, redirect } from '@sveltejs/kit';
import { keptOf, pageOfForm } from '#lib/kept.ts';
import { problemText } from '#lib/refusals.ts';
import { storeForm } from '#lib/server/kept.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { ownPath } from '#lib/server/provider.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (event.request.method === 'GET') {
		redirect(303, '/');
	}
	hideFromRobots(event);
	event.setHeaders({ 'cache-control': 'no-store' });
};

export const actions: Actions = {
	default: async (event) => {
		const { searchParams } = event.url;
		const action = ownPath(searchParams.get('action'));
		const kept = keptOf(action, await event.request.formData());
		const failure = /^[45]\d\d$/.exec(searchParams.get('failure') ?? '');
		if (failure) {
			const status = Number(failure);
			const message = problemText(event.locals.language, { status, code: searchParams.get('code') ?? '' });
			return kept ? fail(status, { kept, message }) : error(status, { message, retry: pageOfForm(action) });
		}
		const back = kept ? await storeForm(event.cookies, kept) : pageOfForm(action);
		return back ? redirect(303, `/sign-in?back=${encodeURIComponent(back)}`) : fail(401, { kept, message: '' });
	}
};
