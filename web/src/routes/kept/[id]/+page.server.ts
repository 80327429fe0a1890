import { error } from '@sveltejs/kit';
import { storedForm } from '#lib/server/kept.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	return { kept: (await storedForm(event.cookies)) ?? error(404) };
};
