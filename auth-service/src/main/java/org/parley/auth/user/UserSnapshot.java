package org.parley.auth.user;

import java.time.Instant;
import java.util.List;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The present state of an account.
 *
 * @param user the user
 * @param roles the role and the roles that it includes
 * @param locale the user's language, a BCP 47 tag
 * @param timeZone the user's time zone, an IANA name
 * @param registeredAt when the user registered
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 * @param version the version of the account
 */
@Publishes("user.snapshot")
record UserSnapshot(UserPortrait user, List<String> roles, String locale, String timeZone, Instant registeredAt,
		int tokenVersion, long version) implements ParleyEvent {

	static UserSnapshot of(User user) {
		return new UserSnapshot(user.portrait(), user.role().names(), user.profile().locale(),
				user.profile().timeZone(), user.createdAt(), user.tokenVersion(), user.version());
	}

	@Override
	public String subject() {
		return this.user.id();
	}

}
