/** How long a sent form cannot be sent again, in milliseconds: an answer that is a file leaves the page as it is. */
const PAUSE = 10_000;

// The browser shows the answer to the last click only, which would be a refusal of what the first one has done.
document.addEventListener('submit', (submit) => {
	const form = submit.target as HTMLFormElement;
	if (form.dataset.sent) {
		submit.preventDefault();
		return;
	}
	// Other scripts may send the form themselves.
	setTimeout(() => {
		if (!submit.defaultPrevented) {
			form.dataset.sent = 'true';
			setTimeout(() => delete form.dataset.sent, PAUSE);
		}
	});
});

// A page that the reader comes back to is as it was left.
window.addEventListener('pageshow', () =>
	document.querySelectorAll<HTMLElement>('form[data-sent]').forEach((form) => delete form.dataset.sent)
);
