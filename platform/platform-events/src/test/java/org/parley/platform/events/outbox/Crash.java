package org.parley.platform.events.outbox;

/** The end of an instance: nothing in it runs any more. */
class Crash extends Error {

	Crash() {
		super("The instance is gone");
	}

}
