import { beforeEach, expect, it, vi } from 'vitest';
import { registerAgain } from './device.ts';

const kept = new Map<string, string>();

const fetched = vi.fn(async () => new Response());

const subscription = {
	toJSON: () => ({ endpoint: 'https://push.example.org/1', keys: { p256dh: 'key', auth: 'secret' } }),
	unsubscribe: vi.fn(async () => true)
};

const registration = { pushManager: { getSubscription: async () => subscription } };

async function openPage(signIn: string): Promise<void> {
	vi.stubGlobal('document', { getElementById: () => ({ dataset: { signIn } }) });
	await registerAgain(registration as unknown as ServiceWorkerRegistration);
}

beforeEach(() => {
	kept.clear();
	vi.clearAllMocks();
	vi.stubGlobal('localStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => void kept.set(name, value)
	});
	vi.stubGlobal('Notification', { permission: 'granted' });
	vi.stubGlobal('fetch', fetched);
});

it('a browser is registered once for each sign-in of its member', async () => {
	await openPage('ann 1');
	await openPage('ann 1');
	expect(fetched).toHaveBeenCalledTimes(1);
	await openPage('ann 2');
	expect(fetched).toHaveBeenCalledTimes(2);
	expect(subscription.unsubscribe).not.toHaveBeenCalled();
});

it('a refused registration is tried again', async () => {
	fetched.mockResolvedValueOnce(new Response(null, { status: 503 }));
	await openPage('ann 1');
	await openPage('ann 1');
	expect(fetched).toHaveBeenCalledTimes(2);
});

it('another member of a browser gets no notifications in it', async () => {
	await openPage('ann 1');
	await openPage('ben 2');
	expect(fetched).toHaveBeenCalledTimes(1);
	expect(subscription.unsubscribe).toHaveBeenCalled();
});

it('a member who has not permitted notifications is not registered', async () => {
	vi.stubGlobal('Notification', { permission: 'default' });
	await openPage('ann 1');
	expect(fetched).not.toHaveBeenCalled();
});
