package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.revocation.RevokingEvent;
import org.parley.auth.user.revocation.TokenRevocation;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A user was banned.
 *
 * @param user the user
 * @param roles the role and the roles that it includes
 * @param reason the moderator's text
 * @param until when the ban expires; absent if it is permanent
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 * @param by the moderator or administrator
 * @param version the version of the account
 */
@Publishes("user.banned")
public record UserBanned(UserPortrait user, List<String> roles, String reason,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until, int tokenVersion, UserReference by,
		long version) implements ParleyEvent, RevokingEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
