import { repliesOf } from '#lib/server/replies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => repliesOf(event, event.params.username);
