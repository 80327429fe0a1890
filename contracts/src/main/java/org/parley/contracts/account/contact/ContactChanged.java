package org.parley.contracts.account.contact;

import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;

/** The contact data of a user, after a change or in a snapshot. */
@Publishes({ "contact.changed", "contact.snapshot" })
public record ContactChanged(@EventType String type, String userId, SealedEventSecret address, boolean verified,
		String locale, String timeZone, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.userId;
	}

}
