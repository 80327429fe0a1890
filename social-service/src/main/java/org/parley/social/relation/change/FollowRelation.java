package org.parley.social.relation.change;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.parley.social.relation.Follow;

/** Whether a reader follows a person. */
public enum FollowRelation {

	NONE, REQUESTED, FOLLOWING;

	/** The state of a stored follow. */
	public static FollowRelation of(Follow follow) {
		return follow.isApproved() ? FOLLOWING : REQUESTED;
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
