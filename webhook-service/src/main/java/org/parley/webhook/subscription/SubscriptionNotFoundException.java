package org.parley.webhook.subscription;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such subscription. */
public final class SubscriptionNotFoundException extends ProblemException {

	public SubscriptionNotFoundException() {
		super(HttpStatus.NOT_FOUND, "subscription.not-found", "There is no such subscription.");
	}

}
