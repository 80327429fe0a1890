/** Solves the challenge of a form for newcomers, so that nobody has to wait. */
const form = document.querySelector<HTMLFormElement>('form[data-challenge]');

const text = new TextEncoder();

/** Whether a hash begins with a number of zero bits. */
function begins(hash: ArrayBuffer, bits: number): boolean {
	return new DataView(hash).getUint32(0) >>> (32 - bits) === 0;
}

async function solve(token: string, bits: number): Promise<string> {
	const batch = 256;
	for (let first = 0; ; first += batch) {
		const tried = Array.from({ length: batch }, (_, index) => (first + index).toString(36));
		const hashes = await Promise.all(tried.map((one) => crypto.subtle.digest('SHA-256', text.encode(`${token}.${one}`))));
		const found = hashes.findIndex((hash) => begins(hash, bits));
		if (found >= 0) {
			return tried[found] ?? '';
		}
	}
}

// Only pages of a secure context have crypto.subtle; people on others wait.
if (form && globalThis.crypto?.subtle) {
	const solution = form.elements.namedItem('solution') as HTMLInputElement;
	const solved = solve(form.dataset.challenge ?? '', Number(form.dataset.bits)).then((found) => (solution.value = found));
	form.addEventListener('submit', (submit) => {
		if (solution.value) {
			return;
		}
		submit.preventDefault();
		const status = form.querySelector<HTMLElement>('.status');
		// Sent twice, it would be refused for what the first time has done.
		if (status && !status.textContent) {
			status.textContent = status.dataset.solving ?? '';
			const button = submit.submitter as HTMLButtonElement | null;
			button?.setAttribute('aria-busy', 'true');
			void solved.then(() => form.requestSubmit(button));
		}
	});
}
