import { answersOf } from '#lib/server/replies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => answersOf(event, event.params.username);
