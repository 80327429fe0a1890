import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepJoined, type Joined } from './joined.ts';

/** A socket with a queue of answers; an error stands for an answer that is lost. */
class FakeSocket {
	id: string | undefined;

	readonly asked: object[] = [];

	private connect: () => void = () => undefined;

	constructor(readonly answers: (Joined | Error)[]) {}

	get connected(): boolean {
		return this.id !== undefined;
	}

	on(_: string, act: () => void): void {
		this.connect = act;
	}

	timeout(): { emitWithAck(name: string, data: object): Promise<Joined> } {
		return {
			emitWithAck: async (_, data) => {
				this.asked.push(data);
				const answer = this.answers.shift() ?? { ok: true };
				if (answer instanceof Error) {
					throw answer;
				}
				return answer;
			}
		};
	}

	open(id: string | undefined): void {
		this.id = id;
		if (id) {
			this.connect();
		}
	}
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Follows a room by a socket that answers so. */
function followed(...answers: (Joined | Error)[]) {
	const socket = new FakeSocket(answers);
	const shown: boolean[] = [];
	let offset = 7;
	keepJoined(socket as unknown as Socket, 'join-thread', () => ({ threadId: 'a', offset: offset++ }), ({ ok }) => shown.push(ok));
	return { socket, shown };
}

it('room is joined at each connection, from where the page is', async () => {
	const { socket, shown } = followed();
	socket.open('a');
	await vi.runAllTimersAsync();
	socket.open('b');
	await vi.runAllTimersAsync();
	expect(socket.asked).toEqual([{ threadId: 'a', offset: 7 }, { threadId: 'a', offset: 8 }]);
	expect(shown).toEqual([true, true]);
});

it('refusal that may pass and an answer that is lost are tried again', async () => {
	const { socket, shown } = followed({ ok: false, code: 'service.unavailable' }, new Error('timeout'), { ok: false, code: 'limit.exceeded' });
	socket.open('a');
	await vi.runAllTimersAsync();
	expect(shown).toEqual([false, false, false, true]);
});

it('refusal for good is not tried again', async () => {
	const { socket, shown } = followed({ ok: false, code: 'thread.not-found' });
	socket.open('a');
	await vi.runAllTimersAsync();
	expect(shown).toEqual([false]);
});

it('lost connection joins no more', async () => {
	const { socket } = followed({ ok: false, code: 'service.unavailable' });
	socket.open('a');
	await vi.advanceTimersByTimeAsync(1);
	socket.open(undefined);
	await vi.runAllTimersAsync();
	expect(socket.asked).toHaveLength(1);
});
