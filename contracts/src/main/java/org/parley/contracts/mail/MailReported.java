package org.parley.contracts.mail;

import java.time.Instant;

import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A mail was delivered, or its recipient does not want it.
 *
 * @param mailId the local part of the mail's Message-ID
 * @param at when the provider reported it
 */
@Publishes({ "mail.delivered", "mail.complained", "mail.unsubscribed" })
public record MailReported(@EventType String type, String mailId, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mailId;
	}

}
