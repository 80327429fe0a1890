/** How long a writer has to pause before people are searched for, in milliseconds. */
const PAUSE = 250;

interface Found {
	username: string;
	displayName: string;
}

/** Suggests people by a part of their name while it is written in a field with a list. */
export function suggestPeople(field: HTMLInputElement): void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const search = async () => {
		const text = field.value;
		const answer = await fetch(`/people/find?q=${encodeURIComponent(text)}`);
		if (!answer.ok || field.value !== text) {
			return;
		}
		const found = (await answer.json()) as Found[];
		field.list?.replaceChildren(...found.map(({ username, displayName }) => new Option(`${displayName} @${username}`, username)));
	};
	field.addEventListener('input', () => {
		clearTimeout(waiting);
		if (field.value.trim()) {
			waiting = setTimeout(() => void search().catch(() => undefined), PAUSE);
		}
	});
}
