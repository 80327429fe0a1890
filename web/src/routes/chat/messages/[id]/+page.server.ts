import { backTo, requireMessage } from '#lib/server/chat.ts';
import type { PageServerLoad } from './$types';

/** Leads to a message in its conversation. */
export const load: PageServerLoad = async (event) => backTo((await requireMessage(event, event.params.id)).message);
