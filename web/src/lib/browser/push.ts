import { ADDRESS, register } from './device';

/** What the member has answered to the question of this browser; it is asked once. */
const ANSWERED = 'parley_push_asked';

const SUPPORTED = 'PushManager' in window && 'serviceWorker' in navigator && 'Notification' in window;

/** Lets the browser take notifications while no page is open. */
async function subscribe(): Promise<void> {
	if ((await Notification.requestPermission()) !== 'granted') {
		throw new Error('The member refused');
	}
	const { key } = (await (await fetch(ADDRESS)).json()) as { key: string };
	const { pushManager } = await navigator.serviceWorker.ready;
	// Browsers refuse another key while there is a subscription.
	await (await pushManager.getSubscription())?.unsubscribe();
	const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
	const answer = await register(subscription);
	if (!answer.ok) {
		await subscription.unsubscribe();
		throw new Error(`The subscription was answered ${answer.status}`);
	}
}

/** The button of the settings, which shows the browser in the list below it. */
function offer(button: HTMLButtonElement): void {
	const refused = document.getElementById('push-refused') as HTMLElement;
	button.hidden = false;
	refused.hidden = Notification.permission !== 'denied';
	button.addEventListener('click', () => {
		subscribe().then(
			() => location.reload(),
			() => (refused.hidden = false)
		);
	});
}

/** The question below what a member has followed. */
function ask(): void {
	const question = document.querySelector<HTMLElement>('[data-ask-push][hidden]');
	if (!question || localStorage.getItem(ANSWERED) || Notification.permission !== 'default') {
		return;
	}
	question.hidden = false;
	question.addEventListener('click', ({ target }) => {
		const button = (target as Element).closest('button');
		if (button) {
			localStorage.setItem(ANSWERED, 'yes');
			question.hidden = true;
			if (button.dataset.push === 'on') {
				subscribe().catch(() => undefined);
			}
		}
	});
}

const button = document.querySelector<HTMLButtonElement>('#push-on');

if (SUPPORTED && button) {
	offer(button);
}
if (SUPPORTED) {
	ask();
	document.addEventListener('swapped', ask);
}
