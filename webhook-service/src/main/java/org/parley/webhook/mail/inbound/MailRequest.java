package org.parley.webhook.mail.inbound;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The stored request that contains a mail. */
public final class MailRequest {

	private final @Nullable String contentType;

	private final byte[] body;

	private final String trustedServer;

	/**
	 * Creates a request.
	 * @param body the whole body, up to 25 MB, which is not copied
	 * @param trustedServer the server whose {@code Authentication-Results} count; empty
	 * for none
	 */
	public MailRequest(@Nullable String contentType, byte[] body, String trustedServer) {
		this.contentType = contentType;
		this.body = body;
		this.trustedServer = trustedServer;
	}

	@Nullable String contentType() {
		return this.contentType;
	}

	byte[] body() {
		return this.body;
	}

	String trustedServer() {
		return this.trustedServer;
	}

	/** Whether the body is a form. */
	boolean isForm() {
		return isOf("multipart/form-data") || isOf("application/x-www-form-urlencoded");
	}

	boolean isOf(String type) {
		return this.contentType != null && this.contentType.strip().toLowerCase(Locale.ROOT).startsWith(type);
	}

}
