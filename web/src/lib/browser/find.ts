/** Shows what the server finds by the text of a field when its writer pauses, in milliseconds; nothing if it does not answer. */
export function showFound<T>(field: HTMLInputElement, address: string, pause: number, show: (found: T[]) => void): void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const search = async () => {
		const text = field.value;
		const answer = await fetch(address + encodeURIComponent(text)).catch(() => null);
		const found = answer?.ok ? ((await answer.json()) as T[]) : [];
		if (field.value === text) {
			show(found);
		}
	};
	field.addEventListener('input', () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => void search(), pause);
	});
}
