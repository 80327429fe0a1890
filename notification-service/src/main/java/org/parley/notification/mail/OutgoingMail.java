package org.parley.notification.mail;

import java.util.Map;

/**
 * A mail as it goes out.
 *
 * @param messageId the same whenever the mail is sent
 * @param to where
 * @param subject in one line
 * @param text for those who read no HTML
 * @param html the same
 * @param headers beside the usual
 */
record OutgoingMail(String messageId, String to, String subject, String text, String html,
		Map<String, String> headers) {

	/** Without what it says and to whom. */
	@Override
	public String toString() {
		return "OutgoingMail[messageId=" + this.messageId + "]";
	}

}
