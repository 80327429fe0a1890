package org.parley.social.relation;

/** The states of a follow. */
public enum FollowState {

	/** Asked for; a private account approves or declines it. */
	REQUESTED,
	/** The follower sees what followers see. */
	APPROVED

}
