package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import org.parley.auth.user.User;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * An account as it is now.
 *
 * @param user who
 * @param roles all that they have
 * @param locale the language that they read, a BCP 47 tag
 * @param timeZone where they are, an IANA zone
 * @param registeredAt when it was opened
 * @param tokenVersion tokens with a lower {@code ver} count no more
 * @param version of the account
 */
@Publishes("user.snapshot")
record UserSnapshot(UserPortrait user, List<String> roles, String locale, String timeZone, Instant registeredAt,
		int tokenVersion, long version) implements ParleyEvent {

	static UserSnapshot of(User user) {
		return new UserSnapshot(user.portrait(), user.role().all(), user.profile().locale(), user.profile().timeZone(),
				user.createdAt(), user.tokenVersion(), user.version());
	}

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}
