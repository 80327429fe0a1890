package org.parley.gateway.revocation;

/** A way by which revocations come while it is open. */
interface RevocationSource {

	/** What it is called in logs and metrics. */
	String name();

	/**
	 * Opens it and passes on what comes, until it breaks.
	 * @param open told once all that comes from now on is heard
	 * @throws Exception why it could not be opened, or broke
	 */
	void listen(Runnable open) throws Exception;

}
