package org.parley.auth.tokens.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.revocation.RevokingEvent;
import org.parley.auth.user.revocation.TokenRevocation;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A session or grant has ended, or all of a user.
 *
 * @param userId the user
 * @param sessionId the id of the session or grant; absent if all have ended
 * @param tokenVersion tokens with a lower {@code ver} are invalid; present if all have
 * ended
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("session.revoked")
public record SessionRevoked(String userId, @Nullable String sessionId, @Nullable Integer tokenVersion,
		SessionEndReason reason) implements ParleyEvent, RevokingEvent {

	static SessionRevoked ofSession(String userId, String sessionId, SessionEndReason reason) {
		return new SessionRevoked(userId, sessionId, null, reason);
	}

	/** The owner has revoked a personal token or the grant of an app. */
	public static SessionRevoked ofGrant(String userId, String id) {
		return ofGrant(userId, id, SessionEndReason.ENDED_BY_OWNER);
	}

	/** A personal token or the grant of an app has ended. */
	public static SessionRevoked ofGrant(String userId, String id, SessionEndReason reason) {
		return ofSession(userId, id, reason);
	}

	static SessionRevoked ofAll(String userId, int tokenVersion, SessionEndReason reason) {
		return new SessionRevoked(userId, null, tokenVersion, reason);
	}

	/** Whether all sessions, personal tokens and grants of the user have ended. */
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
