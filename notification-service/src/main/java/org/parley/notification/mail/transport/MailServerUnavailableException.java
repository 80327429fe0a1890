package org.parley.notification.mail.transport;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The mail server is unreachable or accepts no mail now. */
public final class MailServerUnavailableException extends RuntimeException {

	private final @Nullable Duration pause;

	private final boolean busy;

	private MailServerUnavailableException(String message, @Nullable Throwable cause, @Nullable Duration pause,
			boolean busy) {
		super(message, cause);
		this.pause = pause;
		this.busy = busy;
	}

	public MailServerUnavailableException(Throwable cause) {
		this(ServerReply.of(cause), cause, null, false);
	}

	/** The server has answered with an error that is not about the mail. */
	public static MailServerUnavailableException ofStatus(int status, @Nullable Duration pause) {
		return new MailServerUnavailableException("The mail server answered " + status, null, pause, false);
	}

	/** Each server has got as many mails as it may. */
	static MailServerUnavailableException atLimit() {
		return new MailServerUnavailableException("The mail servers are at their limits", null, null, true);
	}

	/** A code and what the server says, without addresses. */
	public String explanation() {
		return "server.unavailable: " + getMessage();
	}

	/** How long the server asks to wait; null if it does not. */
	@Nullable Duration pause() {
		return this.pause;
	}

	/** Whether nothing is wrong but the number of mails. */
	public boolean isBusy() {
		return this.busy;
	}

}
