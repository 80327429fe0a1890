package org.parley.webhook.receipt;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The receipt does not exist. */
final class UnknownReceiptException extends ProblemException {

	UnknownReceiptException() {
		super(HttpStatus.NOT_FOUND, "webhook.unknown-receipt", "The receipt does not exist.");
	}

}
