package org.parley.webhook.mail;

import java.time.Instant;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A mail could not be delivered.
 *
 * @param mailId the local part of the mail's Message-ID
 * @param hard whether the address cannot receive mails at all
 * @param at when the provider reported it
 */
@Publishes("mail.bounced")
record MailBounced(String mailId, boolean hard, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mailId;
	}

}
