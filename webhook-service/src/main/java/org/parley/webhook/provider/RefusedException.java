package org.parley.webhook.provider;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** A request that is not believed. */
public final class RefusedException extends ProblemException {

	private final Refusal refusal;

	public RefusedException(Refusal refusal) {
		super(HttpStatus.UNAUTHORIZED, "webhook." + refusal.word(), refusal.detail());
		this.refusal = refusal;
	}

	public Refusal refusal() {
		return this.refusal;
	}

}
