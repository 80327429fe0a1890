package org.parley.auth.user.revocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which access tokens count no more: those of one session, or those of a person with a
 * lower version. Holds ids and nothing else.
 *
 * @param sid the session, unless a person's tokens are meant
 * @param userId the person, unless a session is meant
 * @param ver the lowest version of that person that counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenRevocation(@Nullable String sid, @Nullable String userId, @Nullable Integer ver) {

	/** Tokens of one session. */
	public static TokenRevocation ofSession(String sid) {
		return new TokenRevocation(sid, null, null);
	}

	/** Tokens of a person with a version lower than this one. */
	public static TokenRevocation below(String userId, int ver) {
		return new TokenRevocation(null, userId, ver);
	}

	/** What it is called where it is looked up: {@code sid:<id>} or {@code ver:<id>}. */
	String name() {
		return (this.sid != null) ? "sid:" + this.sid : "ver:" + this.userId;
	}

	/** What stands there: the version, or that there is one. */
	int value() {
		return (this.ver != null) ? this.ver : 1;
	}

}
