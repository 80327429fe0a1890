package org.parley.auth.user.contact;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * A person can be written to elsewhere, in another language or time zone.
 *
 * @param userId who
 * @param address the mail address
 * @param verified whether it is known to be theirs
 * @param locale the language that they read, a BCP 47 tag
 * @param timeZone where they are, an IANA zone
 * @param version of the account
 */
@Publishes("contact.changed")
record ContactChanged(String userId, SealedEventSecret address, boolean verified, String locale, String timeZone,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.userId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
