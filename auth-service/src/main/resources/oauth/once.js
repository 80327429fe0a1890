"use strict";

// A second click sends nothing: its refusal would take the place of the first one's answer.
addEventListener("submit", (event) => {
	const form = event.target;
	if (form.dataset.sent) {
		event.preventDefault();
	} else if (!event.defaultPrevented) {
		form.dataset.sent = "true";
		setTimeout(() => delete form.dataset.sent, 10_000);
	}
});

addEventListener("pageshow", () => {
	for (const form of document.forms) {
		delete form.dataset.sent;
	}
});
