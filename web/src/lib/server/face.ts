import type { Api } from './api/client';
import { Memory } from './memory';
import type { Session } from './session';

/** A new picture shows within a minute, because every page of every member has it. */
const faces = new Memory<{ avatarUrl: string | null }>(60_000, 10_000);

/** The address of the reader's picture; null if there is none. */
export async function faceOf(api: Api, { user }: Session, now = Date.now()): Promise<string | null> {
	const load = async () => {
		const { data } = await api.forum.GET('/api/v1/members/{username}', { params: { path: { username: user.username } } });
		return data && { avatarUrl: data.data.avatarUrl ?? null };
	};
	return (await faces.find(user.id, load, now))?.avatarUrl ?? null;
}

/** Takes the picture that the reader has just chosen, which the forum learns of a moment later. */
export function rememberFace({ user }: Session, avatarUrl: string | null, now = Date.now()): void {
	faces.remember(user.id, { avatarUrl }, now);
}
