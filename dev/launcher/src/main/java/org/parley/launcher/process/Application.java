package org.parley.launcher.process;

import java.util.List;

/**
 * The built program of a service.
 */
public interface Application {

	/** Whether it can start without a preparation, which is needed once per build. */
	boolean isPrepared();

	void prepare() throws InterruptedException;

	/**
	 * Returns the command that starts the service.
	 */
	List<String> command();

}
