package org.parley.realtime.session;

import java.time.InstantSource;

/** Lets so many through in a second, and twice as many at once. */
final class SocketThrottle {

	private final int rate;

	private final InstantSource clock;

	private double left;

	private long last;

	SocketThrottle(int rate, InstantSource clock) {
		this.rate = rate;
		this.clock = clock;
		this.left = 2.0 * rate;
		this.last = clock.millis();
	}

	synchronized boolean admits() {
		var now = this.clock.millis();
		this.left = Math.min(2.0 * this.rate, this.left + Math.max(0, now - this.last) * this.rate / 1000.0);
		this.last = now;
		if (this.left < 1) {
			return false;
		}
		this.left--;
		return true;
	}

}
