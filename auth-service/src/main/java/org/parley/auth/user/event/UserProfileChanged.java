package org.parley.auth.user.event;

import java.util.List;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A person says something else of themselves.
 *
 * @param user who, as they are called now
 * @param roles all that they have
 * @param locale the language that they read, a BCP 47 tag
 * @param timeZone where they are, an IANA zone
 * @param version of the account
 */
@Publishes("user.profile-changed")
public record UserProfileChanged(UserPortrait user, List<String> roles, String locale, String timeZone,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}
