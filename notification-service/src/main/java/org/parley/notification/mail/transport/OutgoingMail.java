package org.parley.notification.mail.transport;

import java.util.Map;

/**
 * A composed mail.
 *
 * @param id in reports of providers
 * @param messageId the same in every attempt
 * @param sender the name of the sender
 * @param to the address
 * @param subject one line
 * @param text plain-text version
 * @param html HTML version
 * @param headers additional headers
 */
public record OutgoingMail(String id, String messageId, String sender, String to, String subject, String text,
		String html, Map<String, String> headers) {

	/** Omits address and content. */
	@Override
	public String toString() {
		return "OutgoingMail[messageId=" + this.messageId + "]";
	}

}
