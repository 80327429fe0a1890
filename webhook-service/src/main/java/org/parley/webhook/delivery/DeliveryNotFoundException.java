package org.parley.webhook.delivery;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such delivery to this subscriber. */
final class DeliveryNotFoundException extends ProblemException {

	DeliveryNotFoundException() {
		super(HttpStatus.NOT_FOUND, "delivery.not-found", "There is no such delivery.");
	}

}
