package org.parley.auth.user.contact;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * The contact data of a user has changed.
 *
 * @param userId the user
 * @param address the mail address, encrypted
 * @param verified whether the address is verified
 * @param locale the user's language, a BCP 47 tag
 * @param timeZone the user's time zone, an IANA name
 * @param version the version of the account
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
