package org.parley.contracts.mail;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A mail could not be delivered.
 *
 * @param mailId the local part of the mail's Message-ID
 * @param hard whether the address cannot receive mails at all
 * @param at when the provider reported it
 */
@Publishes("mail.bounced")
public record MailBounced(String mailId, boolean hard, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mailId;
	}

}
