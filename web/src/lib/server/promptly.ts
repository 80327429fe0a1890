/** How long a page waits for what it can do without, in milliseconds. */
const PATIENCE = 1_000;

/** Returns the value, or the other one if it fails or does not come in time. */
export async function promptly<T>(value: Promise<T>, otherwise: T, patience = PATIENCE): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<T>((resolve) => {
		timer = setTimeout(() => resolve(otherwise), patience);
	});
	try {
		return await Promise.race([value.catch(() => otherwise), late]);
	} finally {
		clearTimeout(timer);
	}
}
