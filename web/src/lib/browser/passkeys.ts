/** Creates a passkey on this device: when the form of the page asks for it, or by itself when the browser has saved a password. */
const form = document.querySelector<HTMLFormElement>('form[data-passkey]');

/** Options of `navigator.credentials.create` that the library of types does not know yet. */
type Creation = CredentialCreationOptions & { mediation?: 'conditional' };

/** The texts of failures, by the names that browsers give them; what they say themselves is English. */
const FAILURES: Record<string, string> = { AbortError: 'cancelled', InvalidStateError: 'known', NotAllowedError: 'cancelled' };

async function create(form: HTMLFormElement, mediation?: 'conditional'): Promise<void> {
	const answer = form.elements.namedItem('credential') as HTMLInputElement;
	const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.passkey ?? '{}'));
	const creation: Creation = { publicKey };
	if (mediation) {
		creation.mediation = mediation;
		// The owner is not asked now; the server asks for it at each sign-in.
		publicKey.authenticatorSelection = { ...publicKey.authenticatorSelection, userVerification: 'preferred' };
	}
	const credential = (await navigator.credentials.create(creation)) as PublicKeyCredential | null;
	const { response } = (credential as PublicKeyCredential).toJSON() as RegistrationResponseJSON;
	answer.value = JSON.stringify({
		response: {
			clientDataJSON: response.clientDataJSON,
			attestationObject: response.attestationObject,
			transports: response.transports
		}
	});
	form.submit();
}

/** The browser decides whether it may: nobody has asked, so a refusal is silent. */
async function createByItself(form: HTMLFormElement): Promise<void> {
	const able = await PublicKeyCredential.getClientCapabilities?.();
	if (able?.conditionalCreate) {
		await create(form, 'conditional').catch(() => undefined);
	}
}

if (form && 'conditional' in form.dataset) {
	void createByItself(form);
} else if (form) {
	form.hidden = false;
	form.addEventListener('submit', (submit) => {
		submit.preventDefault();
		create(form).catch((failure: Error) => {
			const status = form.querySelector<HTMLElement>('.status');
			if (status) {
				status.textContent = status.dataset[FAILURES[failure.name] ?? 'refused'] ?? '';
			}
		});
	});
}
