package org.parley.webhook.delivery;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The delivery does not exist in this subscription. */
final class DeliveryNotFoundException extends ProblemException {

	DeliveryNotFoundException() {
		super(RefusalKind.NOT_FOUND, "delivery.not-found", "The delivery does not exist.");
	}

}
