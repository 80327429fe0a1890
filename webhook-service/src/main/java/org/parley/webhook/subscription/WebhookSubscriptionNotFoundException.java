package org.parley.webhook.subscription;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such subscription. */
public final class WebhookSubscriptionNotFoundException extends ProblemException {

	public WebhookSubscriptionNotFoundException() {
		super(HttpStatus.NOT_FOUND, "subscription.not-found", "There is no such subscription.");
	}

}
