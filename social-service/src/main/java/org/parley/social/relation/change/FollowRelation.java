package org.parley.social.relation.change;

import org.parley.contracts.LowerCaseName;
import org.parley.social.relation.Follow;

/** Whether a reader follows a person. */
public enum FollowRelation implements LowerCaseName {

	NONE, REQUESTED, FOLLOWING;

	/** The state of a stored follow. */
	public static FollowRelation of(Follow follow) {
		return follow.isApproved() ? FOLLOWING : REQUESTED;
	}

}
