import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const IDLE = 5 * 60_000;

const seen = { visibilityState: 'visible', focused: true };

vi.mock('./connection', () => ({
	notifications: {},
	onceConnected: () => undefined,
	socket: { connected: true, emit: () => undefined }
}));

const page = new EventTarget();

beforeEach(() => {
	vi.useFakeTimers();
	vi.resetModules();
	Object.assign(seen, { visibilityState: 'visible', focused: true });
	vi.stubGlobal('document', {
		addEventListener: () => undefined,
		hasFocus: () => seen.focused,
		get visibilityState() {
			return seen.visibilityState;
		}
	});
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('nobody sits at a page that is hidden, lacks the focus, or whose reader has done nothing for five minutes', async () => {
	const { isAttended } = await import('./activity.ts');
	expect(isAttended()).toBe(true);
	seen.visibilityState = 'hidden';
	expect(isAttended()).toBe(false);
	seen.visibilityState = 'visible';
	seen.focused = false;
	expect(isAttended()).toBe(false);
	seen.focused = true;
	vi.advanceTimersByTime(IDLE - 1);
	expect(isAttended()).toBe(true);
	vi.advanceTimersByTime(1);
	expect(isAttended()).toBe(false);
});

it.each(['pointermove', 'keydown', 'wheel', 'focus'])('%s tells that the reader is back', async (name) => {
	const { isAttended, onReturn } = await import('./activity.ts');
	vi.advanceTimersByTime(IDLE);
	const heard: boolean[] = [];
	onReturn(() => heard.push(isAttended()));
	page.dispatchEvent(new Event(name));
	expect(heard).toContain(true);
	const { length } = heard;
	page.dispatchEvent(new Event('keydown'));
	expect(heard).toHaveLength(length);
});
