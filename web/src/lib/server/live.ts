/** The largest difference between the clocks of this process and of Redis, in milliseconds. */
const CLOCKS = 10_000;

/**
 * An offset of realtime-service before which a page has everything: the time of reading in
 * microseconds, less the difference of clocks. Events that the page has are delivered again.
 */
export function timeOfReading(now = Date.now()): number {
	return (now - CLOCKS) * 1000;
}
