package org.parley.platform.messaging.outbox;

/** The simulated end of an instance: no more code of it runs. */
class Crash extends Error {

	Crash() {
		super("The instance is gone");
	}

}
