package org.parley.contracts.mail;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * The sent mails were counted, for the statistics of the forum.
 *
 * @param sent the number of mails that were sent in the 30 days before
 * @param at when they were counted; a later count replaces an earlier one
 */
@Publishes("mails.counted")
public record MailsCounted(String countId, long sent, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.countId;
	}

}
