package org.parley.auth.tokens.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The reason why a session ended, as written in events. */
public enum SessionEndReason {

	@JsonProperty("logout")
	LOGOUT,

	@JsonProperty("logout-everywhere")
	LOGOUT_EVERYWHERE,

	@JsonProperty("ended-by-owner")
	ENDED_BY_OWNER,

	@JsonProperty("refresh-reused")
	REFRESH_REUSED,

	@JsonProperty("password-changed")
	PASSWORD_CHANGED,

	@JsonProperty("banned")
	BANNED,

	@JsonProperty("deleted")
	DELETED

}
