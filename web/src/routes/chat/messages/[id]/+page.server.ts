import { backTo, requireMessage } from '#lib/server/chat.ts';
import type { RequestHandler } from './$types';

/** Leads to a message in its conversation. */
export const GET: RequestHandler = async (event) => backTo((await requireMessage(event, event.params.id)).message);
