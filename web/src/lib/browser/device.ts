/** For whom the browser was registered last, and when they had signed in. */
const REGISTERED = 'parley_push_of';

export const ADDRESS = '/settings/notifications/devices';

const signIn = (): string => document.getElementById('unread')?.dataset.signIn ?? '';

/** The id of the member for whom the page was made. */
const reader = (): string => signIn().split(' ')[0] ?? '';

/** Sends the member's notifications to this browser, as long as their session lasts. */
export async function register(subscription: PushSubscription): Promise<Response> {
	const { endpoint = '', keys = {} } = subscription.toJSON();
	const answer = await fetch(ADDRESS, { method: 'POST', body: new URLSearchParams({ reader: reader(), endpoint, ...keys }) });
	if (answer.ok) {
		localStorage.setItem(REGISTERED, signIn());
	}
	return answer;
}

/** Registers the browser again once its member has signed in again; another member has not asked for it. */
export async function registerAgain({ pushManager }: ServiceWorkerRegistration): Promise<void> {
	const before = localStorage.getItem(REGISTERED);
	if (before === signIn() || Notification.permission !== 'granted') {
		return;
	}
	const subscription = await pushManager.getSubscription();
	const isOfAnother = before && before.split(' ')[0] !== signIn().split(' ')[0];
	await (isOfAnother ? subscription?.unsubscribe() : subscription && register(subscription));
}
