package org.parley.notification.mail.smtp;

import java.util.Map;

/**
 * A composed mail.
 *
 * @param messageId the same in every attempt
 * @param to the address
 * @param subject one line
 * @param text plain-text version
 * @param html HTML version
 * @param headers additional headers
 */
public record OutgoingMail(String messageId, String to, String subject, String text, String html,
		Map<String, String> headers) {

	/** Omits address and content. */
	@Override
	public String toString() {
		return "OutgoingMail[messageId=" + this.messageId + "]";
	}

}
