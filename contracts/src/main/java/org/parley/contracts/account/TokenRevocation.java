package org.parley.contracts.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The revocation of the access tokens of one session, or of all tokens of a user below a
 * version. Contains ids only.
 *
 * @param sid the session, or null
 * @param ver the lowest valid version of the user's tokens
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenRevocation(@Nullable String sid, @Nullable String userId, @Nullable Integer ver) {

	/** Revokes the tokens of one session. */
	public static TokenRevocation ofSession(String sid) {
		return new TokenRevocation(sid, null, null);
	}

	/** Revokes the tokens of a user with a lower version. */
	public static TokenRevocation below(String userId, int ver) {
		return new TokenRevocation(null, userId, ver);
	}

	/** The key in Redis without its prefix: {@code sid:<id>} or {@code ver:<id>}. */
	public String key() {
		return (this.sid != null) ? "sid:" + this.sid : "ver:" + this.userId;
	}

	/** The value in Redis: the version, or 1 for a session. */
	public int value() {
		return (this.ver != null) ? this.ver : 1;
	}

}
