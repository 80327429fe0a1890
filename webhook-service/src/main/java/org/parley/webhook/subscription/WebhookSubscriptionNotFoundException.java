package org.parley.webhook.subscription;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The subscription does not exist. */
public final class WebhookSubscriptionNotFoundException extends ProblemException {

	public WebhookSubscriptionNotFoundException() {
		super(HttpStatus.NOT_FOUND, "subscription.not-found", "The subscription does not exist.");
	}

}
