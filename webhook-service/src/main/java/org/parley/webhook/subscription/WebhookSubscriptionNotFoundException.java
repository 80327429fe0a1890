package org.parley.webhook.subscription;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The subscription does not exist. */
public final class WebhookSubscriptionNotFoundException extends RefusalException {

	public WebhookSubscriptionNotFoundException() {
		super(RefusalKind.NOT_FOUND, "subscription.not-found", "The subscription does not exist.");
	}

}
