package org.parley.auth.user.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.auth.user.User;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;
import org.parley.platform.messaging.secret.MailPayloadCipher;

/** The contact data of a user, after a change or in a snapshot. */
@Publishes({ ContactChanged.CHANGED, ContactChanged.SNAPSHOT })
record ContactChanged(@JsonIgnore String type, String userId, SealedEventSecret address, boolean verified,
		String locale, String timeZone, long version) implements ParleyEvent {

	static final String CHANGED = "contact.changed";

	static final String SNAPSHOT = "contact.snapshot";

	static ContactChanged of(String type, User user, MailPayloadCipher cipher) {
		var profile = user.profile();
		return new ContactChanged(type, user.id(), cipher.seal(user.email()), user.isEmailVerified(), profile.locale(),
				profile.timeZone(), user.version());
	}

	@Override
	public String subject() {
		return this.userId;
	}

}
