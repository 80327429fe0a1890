package org.parley.webhook.subscription;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The subscription does not exist. */
public final class WebhookSubscriptionNotFoundException extends ProblemException {

	public WebhookSubscriptionNotFoundException() {
		super(RefusalKind.NOT_FOUND, "subscription.not-found", "The subscription does not exist.");
	}

}
