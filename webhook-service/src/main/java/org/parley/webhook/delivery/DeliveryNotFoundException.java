package org.parley.webhook.delivery;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The delivery does not exist in this subscription. */
final class DeliveryNotFoundException extends RefusalException {

	DeliveryNotFoundException() {
		super(RefusalKind.NOT_FOUND, "delivery.not-found", "The delivery does not exist.");
	}

}
