package org.parley.forum.member;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a member may write. */
public enum MemberStatus {

	ACTIVE, BANNED,
	/** The account is erased; the content stays. */
	DELETED;

	@JsonCreator
	static MemberStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
