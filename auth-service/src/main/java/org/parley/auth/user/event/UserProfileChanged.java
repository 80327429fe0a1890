package org.parley.auth.user.event;

import java.util.List;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A user has changed the profile.
 *
 * @param user the user
 * @param roles the role and the roles that it includes
 * @param locale the user's language, a BCP 47 tag
 * @param timeZone the user's time zone, an IANA name
 * @param version the version of the account
 */
@Publishes("user.profile-changed")
public record UserProfileChanged(UserPortrait user, List<String> roles, String locale, String timeZone,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

}
