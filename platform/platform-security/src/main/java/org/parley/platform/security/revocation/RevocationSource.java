package org.parley.platform.security.revocation;

/** A source of revocations. */
public interface RevocationSource {

	/** The name in logs and metrics. */
	String name();

	/**
	 * Opens the source and passes on revocations until it fails.
	 * @param open called once all later revocations will be received
	 * @throws Exception when it cannot be opened, or fails
	 */
	void listen(Runnable open) throws Exception;

}
