import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pace } from './pace.ts';

const page = new EventTarget() as EventTarget & { visibilityState: string };

function turn(visibilityState: string): void {
	page.visibilityState = visibilityState;
	page.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', page);
	turn('visible');
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('many events are answered soon, together, and every few seconds', async () => {
	const act = vi.fn(async () => {});
	const pace = new Pace(act);
	for (let second = 0; second < 60; second++) {
		pace.ask();
		await vi.advanceTimersByTimeAsync(1_000);
		if (second === 1) {
			expect(act).toHaveBeenCalled();
		}
	}
	expect(act.mock.calls.length).toBeGreaterThanOrEqual(8);
	expect(act.mock.calls.length).toBeLessThanOrEqual(14);
});

it('event soon after the first one is answered soon, too', async () => {
	const act = vi.fn(async () => {});
	const pace = new Pace(act);
	pace.ask();
	await vi.advanceTimersByTimeAsync(2_000);
	pace.ask();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(act).toHaveBeenCalledTimes(2);
});

it('rare event does not wait for its turn, and is answered once', async () => {
	const act = vi.fn(async () => {});
	const pace = new Pace(act);
	for (let time = 0; time < 3; time++) {
		pace.ask();
		await vi.advanceTimersByTimeAsync(2_000);
	}
	expect(act).toHaveBeenCalledTimes(2);
	pace.ask(true);
	pace.ask(true);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(act).toHaveBeenCalledTimes(3);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(act).toHaveBeenCalledTimes(3);
});

it('rare event that comes all the time is answered every few seconds', async () => {
	const act = vi.fn(async () => {});
	const pace = new Pace(act);
	for (let second = 0; second < 60; second++) {
		pace.ask(true);
		await vi.advanceTimersByTimeAsync(1_000);
	}
	expect(act.mock.calls.length).toBeGreaterThanOrEqual(11);
	expect(act.mock.calls.length).toBeLessThanOrEqual(18);
});

it('page that nobody looks at does it once, when it comes into view', async () => {
	const act = vi.fn(async () => {});
	const pace = new Pace(act);
	turn('hidden');
	for (let second = 0; second < 60; second++) {
		pace.ask();
		await vi.advanceTimersByTimeAsync(1_000);
	}
	expect(act).not.toHaveBeenCalled();
	turn('visible');
	expect(act).toHaveBeenCalledOnce();
});

it('failure does not end it', async () => {
	const act = vi.fn(() => Promise.reject(new Error('away')));
	const pace = new Pace(act);
	pace.ask();
	await vi.advanceTimersByTimeAsync(10_000);
	pace.ask();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(act).toHaveBeenCalledTimes(2);
});
