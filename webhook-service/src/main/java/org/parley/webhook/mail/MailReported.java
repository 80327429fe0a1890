package org.parley.webhook.mail;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A mail was delivered, or its recipient does not want it.
 *
 * @param type the event type
 * @param mailId the local part of the mail's Message-ID
 * @param at when the provider reported it
 */
@Publishes({ "mail.delivered", "mail.complained", "mail.unsubscribed" })
record MailReported(@JsonIgnore String type, String mailId, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mailId;
	}

}
