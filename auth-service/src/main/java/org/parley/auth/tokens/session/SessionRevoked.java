package org.parley.auth.tokens.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.revocation.RevokingEvent;
import org.parley.auth.user.revocation.TokenRevocation;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A session, or everything older than a token version, has ended.
 *
 * @param userId whose
 * @param sessionId the session, unless all ended
 * @param tokenVersion tokens with a lower {@code ver} count no more, if all ended
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("session.revoked")
public record SessionRevoked(String userId, @Nullable String sessionId, @Nullable Integer tokenVersion,
		SessionEndReason reason) implements ParleyEvent, RevokingEvent {

	static SessionRevoked one(String userId, String sessionId, SessionEndReason reason) {
		return new SessionRevoked(userId, sessionId, null, reason);
	}

	/** What was given beside sessions, by its id, was taken back by its owner. */
	public static SessionRevoked grant(String userId, String id) {
		return grant(userId, id, SessionEndReason.ENDED_BY_OWNER);
	}

	/** What was given beside sessions, by its id, has ended. */
	public static SessionRevoked grant(String userId, String id, SessionEndReason reason) {
		return one(userId, id, reason);
	}

	static SessionRevoked all(String userId, int tokenVersion, SessionEndReason reason) {
		return new SessionRevoked(userId, null, tokenVersion, reason);
	}

	/** Whether everything has ended that a person was given. */
	public boolean endsAll() {
		return this.sessionId == null;
	}

	@Override
	public String subject() {
		return (this.sessionId != null) ? this.sessionId : this.userId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

	@Override
	public TokenRevocation revocation() {
		if (this.sessionId != null) {
			return TokenRevocation.ofSession(this.sessionId);
		}
		return TokenRevocation.below(this.userId, Objects.requireNonNull(this.tokenVersion));
	}

}
