package org.parley.platform.readmodels.account;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether the person of an account may write. */
public enum AccountStatus {

	ACTIVE, BANNED,
	/** The account awaits its erasure; its person may still restore it. */
	CLOSED,
	/** The account is erased; what the person wrote stays. */
	DELETED;

	/** The status with a name in lower case, as events have it. */
	@JsonCreator
	public static AccountStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
