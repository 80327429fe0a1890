package org.parley.webhook.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.webhook.delivery.RedeliverWebhook.DeliveryNotFoundException;
import org.parley.webhook.format.MessageFormats;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.visibility.MessageVisibility;
import org.parley.webhook.visibility.Visibility;

import org.springframework.stereotype.Component;

/** Shows a delivery with its request, as far as the owner may read it now. */
@Component
class ShowDelivery {

	private final Deliveries deliveries;

	private final MessageVisibility messageVisibility;

	private final MessageFormats formats;

	ShowDelivery(Deliveries deliveries, MessageVisibility messageVisibility, MessageFormats formats) {
		this.deliveries = deliveries;
		this.messageVisibility = messageVisibility;
		this.formats = formats;
	}

	DeliveryDetailView show(WebhookSubscription subscription, String id, Caller caller) {
		var delivery = this.deliveries.find(subscription.id(), id).orElseThrow(DeliveryNotFoundException::new);
		var message = delivery.message();
		var readable = this.messageVisibility.of(subscription.queryOf(message.about(), caller)) == Visibility.READABLE;
		return new DeliveryDetailView(DeliveryView.of(delivery), subscription.url(), readable
				? new String(this.formats.body(subscription.format(), message.payload()), StandardCharsets.UTF_8)
				: null);
	}

	/**
	 * A delivery with its request.
	 *
	 * @param url the address that receives it now
	 * @param request the body; null if the owner of the subscription may not read it any
	 * more
	 */
	record DeliveryDetailView(@JsonUnwrapped DeliveryView delivery, URI url, @Nullable String request) {
	}

}
