package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.revocation.RevokingEvent;
import org.parley.auth.user.revocation.TokenRevocation;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A person may not sign in or write any more, for a while or for good.
 *
 * @param user who
 * @param roles all that they have
 * @param reason as a moderator wrote it
 * @param until when it ends by itself; absent when it does not
 * @param tokenVersion tokens with a lower {@code ver} count no more
 * @param by who decided
 * @param version of the account
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
	public String partitionKey() {
		return this.user.id();
	}

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
