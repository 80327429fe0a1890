import { setTimeout as pause } from 'node:timers/promises';

/** How long a repeated request waits for the first one altogether, in milliseconds. */
const PATIENCE = 15_000;

/** The seconds after which it asks again if the API names none. */
const SOON = 1;

/**
 * Sends a request. When the same form was sent twice and the first request still runs, it
 * waits for the answer of that one, which the API replays.
 */
export async function completed(
	request: Request,
	send: (request: Request) => Promise<Response>,
	patience = PATIENCE,
	wait: (milliseconds: number) => Promise<unknown> = pause
): Promise<Response> {
	if (!request.headers.has('idempotency-key')) {
		return send(request);
	}
	for (let left = patience; ; ) {
		const answer = await send(request.clone());
		const delay = 1000 * Math.max(Number(answer.headers.get('retry-after')) || SOON, SOON);
		if (left < delay || !(await isRunning(answer))) {
			return answer;
		}
		await wait(delay);
		left -= delay;
	}
}

async function isRunning(answer: Response): Promise<boolean> {
	if (answer.status !== 409) {
		return false;
	}
	const problem = await answer
		.clone()
		.json()
		.catch(() => null);
	return problem?.code === 'idempotency.in-progress';
}
