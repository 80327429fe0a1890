import { expect, it, vi } from 'vitest';

const subscription = (endpoint: string) => ({
	toJSON: () => ({ endpoint, keys: { p256dh: 'key', auth: 'secret' } }),
	unsubscribe: vi.fn(async () => true)
});

const former = subscription('https://push.example.org/former');

/** As in browsers, a subscription of another key must end first. */
const pushManager = {
	getSubscription: async () => former,
	subscribe: vi.fn(async () => {
		if (!former.unsubscribe.mock.calls.length) {
			throw new DOMException('Another key', 'InvalidStateError');
		}
		return subscription('https://push.example.org/new');
	})
};

it('a browser with a subscription of another key subscribes again', async () => {
	let press = (): void => undefined;
	const button = { addEventListener: (_: string, listener: () => void) => (press = listener) };
	const refused = { hidden: true, dataset: {} };
	const reload = vi.fn();
	vi.stubGlobal('window', { PushManager: {}, Notification: {} });
	vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' });
	vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve({ pushManager }) } });
	vi.stubGlobal('document', {
		querySelector: (selector: string) => (selector === '#push-on' ? button : null),
		getElementById: () => refused,
		addEventListener: () => undefined
	});
	vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
	vi.stubGlobal('location', { reload });
	vi.stubGlobal(
		'fetch',
		vi.fn(async () => Response.json({ key: 'present' }))
	);
	await import('./push.ts');
	press();
	await vi.waitFor(() => expect(reload).toHaveBeenCalled());
	expect(pushManager.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'present' });
	expect(refused.hidden).toBe(true);
});
