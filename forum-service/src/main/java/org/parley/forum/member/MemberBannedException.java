package org.parley.forum.member;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The person may read, and not write. */
final class MemberBannedException extends ProblemException {

	MemberBannedException() {
		super(HttpStatus.FORBIDDEN, "member.banned", "Your account may read and not write.");
	}

}
