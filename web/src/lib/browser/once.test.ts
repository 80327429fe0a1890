import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';

const page = Object.assign(new EventTarget(), { querySelectorAll: () => [form] });

const form = { dataset: {} as Record<string, string> };

beforeAll(async () => {
	vi.useFakeTimers();
	vi.stubGlobal('document', page);
	vi.stubGlobal('window', page);
	await import('./once.ts');
});

afterAll(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

beforeEach(() => {
	form.dataset = {};
});

/** Sends the form; returns whether the browser does so. */
function submit(event = new Event('submit', { cancelable: true })): boolean {
	Object.defineProperty(event, 'target', { value: form });
	const sends = page.dispatchEvent(event);
	vi.advanceTimersByTime(100);
	return sends;
}

it('second click does not send a form again', () => {
	expect([submit(), submit(), submit()]).toEqual([true, false, false]);
});

it.each([
	['after a file was loaded', () => vi.advanceTimersByTime(10_000)],
	['on a page that is shown again', () => page.dispatchEvent(new Event('pageshow'))]
])('form is sent again %s', (_, pass) => {
	submit();
	pass();
	expect(submit()).toBe(true);
});

it('form that a script sends is sent each time', () => {
	for (let time = 0; time < 3; time++) {
		const event = new Event('submit', { cancelable: true });
		event.preventDefault();
		submit(event);
		expect(form.dataset).toEqual({});
	}
});
