package org.parley.forum.vote;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** Members cannot vote on their own threads and posts. */
final class OwnVoteException extends ProblemException {

	OwnVoteException() {
		super(HttpStatus.FORBIDDEN, "vote.own", "You cannot vote on your own threads and posts.");
	}

}
