package org.parley.forum.member;

/** Whether a person may write. */
public enum MemberStatus {

	ACTIVE, BANNED

}
