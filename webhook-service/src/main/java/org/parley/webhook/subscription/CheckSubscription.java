package org.parley.webhook.subscription;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.webhook.format.MessageFormats;
import org.parley.webhook.http.EndpointAddress;
import org.parley.webhook.owner.SubscriptionOwners;

import org.springframework.stereotype.Component;

/** Checks what people ask of subscriptions. */
@Component
class CheckSubscription {

	private final EndpointAddress endpointAddress;

	private final SubscriptionOwners owners;

	private final MessageFormats formats;

	CheckSubscription(EndpointAddress endpointAddress, SubscriptionOwners owners, MessageFormats formats) {
		this.endpointAddress = endpointAddress;
		this.owners = owners;
		this.formats = formats;
	}

	/**
	 * Checks a new subscription.
	 * @throws RefusalException 400, or 403 for those who may not write
	 */
	void checkNew(WebhookSubscriptionRequest request, Caller caller) {
		this.owners.requireWriter(caller);
		RefusalException.checkAll(request::requireNew, () -> check(request, caller));
	}

	/**
	 * Checks properties that are present.
	 * @throws RefusalException 400
	 */
	void check(WebhookSubscriptionRequest request, Caller caller) {
		RefusalException.checkAll(() -> request.requireValidUrl(this.endpointAddress),
				() -> request.requirePermittedTypes(caller), () -> requireKnownFormat(request.format()));
	}

	private void requireKnownFormat(@Nullable String format) {
		if (format != null && !this.formats.isKnown(format)) {
			throw RefusalException.field("format", "subscription.unknown-format",
					"must be one of " + this.formats.names());
		}
	}

}
