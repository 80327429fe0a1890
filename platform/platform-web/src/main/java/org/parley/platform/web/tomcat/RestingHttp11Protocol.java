package org.parley.platform.web.tomcat;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 by Tomcat, which looks for late asynchronous requests once a second; here only
 * after the first asynchronous request or upgrade of a connection.
 */
public final class RestingHttp11Protocol extends Http11NioProtocol {

	private volatile boolean hasWaited;

	@Override
	public void addWaitingProcessor(Processor processor) {
		super.addWaitingProcessor(processor);
		if (!this.hasWaited) {
			this.hasWaited = true;
			startAsyncTimeout();
		}
	}

	/** Tomcat calls it once a minute, in case that the timer has ended. */
	@Override
	protected synchronized void startAsyncTimeout() {
		if (this.hasWaited) {
			super.startAsyncTimeout();
		}
	}

}
