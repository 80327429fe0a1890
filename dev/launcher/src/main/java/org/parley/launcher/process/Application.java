package org.parley.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The built program of a service.
 */
public interface Application {

	/** Whether it can start without a preparation, which is needed once per build. */
	boolean isPrepared();

	/**
	 * Prepares it for fast starts.
	 * @param environment the service's environment
	 * @param log the log file of the preparation
	 * @return whether the preparation succeeded; otherwise starts are slower
	 */
	boolean prepare(Map<String, String> environment, Path log) throws InterruptedException;

	/**
	 * Returns the command that starts the service.
	 */
	List<String> command();

}
