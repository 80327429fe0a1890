package org.parley.forum.member;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a person may write. */
public enum MemberStatus {

	ACTIVE, BANNED,
	/** Their account is gone; what they wrote stays. */
	DELETED;

	@JsonCreator
	static MemberStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
