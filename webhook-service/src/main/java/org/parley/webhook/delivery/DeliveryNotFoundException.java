package org.parley.webhook.delivery;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The delivery does not exist in this subscription. */
final class DeliveryNotFoundException extends ProblemException {

	DeliveryNotFoundException() {
		super(HttpStatus.NOT_FOUND, "delivery.not-found", "The delivery does not exist.");
	}

}
