package org.parley.auth.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.auth.revocation.Revocation;
import org.parley.auth.revocation.Revoking;
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
		SessionEnd reason) implements ParleyEvent, Revoking {

	static SessionRevoked one(String userId, String sessionId, SessionEnd reason) {
		return new SessionRevoked(userId, sessionId, null, reason);
	}

	/** What was given beside sessions, by its id, was taken back by its owner. */
	public static SessionRevoked grant(String userId, String id) {
		return grant(userId, id, SessionEnd.ENDED_BY_OWNER);
	}

	/** What was given beside sessions, by its id, has ended. */
	public static SessionRevoked grant(String userId, String id, SessionEnd reason) {
		return one(userId, id, reason);
	}

	static SessionRevoked all(String userId, int tokenVersion, SessionEnd reason) {
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
	public Revocation revocation() {
		if (this.sessionId != null) {
			return Revocation.ofSession(this.sessionId);
		}
		return Revocation.below(this.userId, Objects.requireNonNull(this.tokenVersion));
	}

}
