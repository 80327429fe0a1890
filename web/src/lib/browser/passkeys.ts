/** Creates a passkey on this device, when the form of the page asks for it. */
const form = document.querySelector<HTMLFormElement>('form[data-passkey]');

async function create(form: HTMLFormElement): Promise<void> {
	const answer = form.elements.namedItem('credential') as HTMLInputElement;
	const credential = (await navigator.credentials.create({
		publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.passkey ?? '{}'))
	})) as PublicKeyCredential | null;
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

if (form) {
	form.hidden = false;
	form.addEventListener('submit', (submit) => {
		submit.preventDefault();
		create(form).catch((failure: Error) => {
			const status = form.querySelector<HTMLElement>('.status');
			if (status) {
				status.textContent = `${status.dataset.refused}: ${failure.message}`;
			}
		});
	});
}
