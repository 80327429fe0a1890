package org.parley.forum.vote;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** Nobody votes on what they wrote themselves. */
final class OwnVoteException extends ProblemException {

	OwnVoteException() {
		super(HttpStatus.FORBIDDEN, "vote.own", "You cannot vote on what you wrote yourself.");
	}

}
