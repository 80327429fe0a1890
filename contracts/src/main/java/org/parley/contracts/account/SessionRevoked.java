package org.parley.contracts.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.Publishes;

/**
 * A session or grant has ended, or all of a user.
 *
 * @param sessionId the id of the session or grant; null if all have ended
 * @param tokenVersion tokens with a lower {@code ver} are invalid; present if all have
 * ended
 * @param reason the code of the reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("session.revoked")
public record SessionRevoked(String userId, @Nullable String sessionId, @Nullable Integer tokenVersion,
		String reason) implements RevokingEvent {

	/** A session, a personal token or the grant of an app has ended. */
	public static SessionRevoked ofSession(String userId, String id, String reason) {
		return new SessionRevoked(userId, id, null, reason);
	}

	public static SessionRevoked ofAll(String userId, int tokenVersion, String reason) {
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
		return (this.sessionId != null) ? TokenRevocation.ofSession(this.sessionId)
				: new TokenRevocation(null, this.userId, this.tokenVersion);
	}

}
