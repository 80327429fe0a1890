package org.parley.webhook.mail.inbound;

/** A mail, or the request that contains it, cannot be read. */
public final class MalformedMailException extends RuntimeException {

	MalformedMailException(Throwable cause) {
		super("The mail cannot be read", cause);
	}

}
