import type { Api } from './api/client';
import { Memory } from './memory';
import { isRecent, type Session } from './session';

interface Face {
	avatarUrl: string | null;
	isChosen?: boolean;
}

/** A new picture shows within a minute, because every page of every member has it. */
const faces = new Memory<Face>(60_000, 10_000);

/** A picture from a provider arrives some seconds after the first page of a newcomer. */
const ARRIVAL = 3_000;

/** The address of the reader's picture; null if there is none. */
export async function faceOf(api: Api, session: Session, now = Date.now()): Promise<string | null> {
	const { user } = session;
	const load = async () => {
		const { data } = await api.forum.GET('/api/v1/members/{username}', { params: { path: { username: user.username } } });
		return data && { avatarUrl: data.data.avatarUrl ?? null };
	};
	const suffices = (face: Face, age: number) =>
		face.avatarUrl !== null || face.isChosen === true || age < ARRIVAL || !isRecent(session, now);
	return (await faces.find(() => user.id, load, now, suffices))?.avatarUrl ?? null;
}

/** The address of a medium that the reader has just uploaded: others know its lasting address a moment later. */
export async function uploadedFace(api: Api, id: string): Promise<string | null> {
	const { data } = await api.media.GET('/api/v1/media/{id}', { params: { path: { id } } });
	return data?.data.variants?.toSorted((one, other) => one.width - other.width)[0]?.url ?? null;
}

/** Takes the picture that the reader has just chosen, which the forum learns of a moment later. */
export function rememberFace({ user }: Session, avatarUrl: string | null, now = Date.now()): void {
	faces.remember(user.id, { avatarUrl, isChosen: true }, now);
}
