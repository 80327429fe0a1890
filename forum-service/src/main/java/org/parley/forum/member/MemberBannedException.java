package org.parley.forum.member;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The member is banned from writing. */
final class MemberBannedException extends ProblemException {

	MemberBannedException() {
		super(HttpStatus.FORBIDDEN, "member.banned", "Your account is banned. You can read but not post.");
	}

}
