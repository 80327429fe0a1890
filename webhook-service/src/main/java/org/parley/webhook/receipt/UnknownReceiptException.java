package org.parley.webhook.receipt;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such receipt, or none any more. */
final class UnknownReceiptException extends ProblemException {

	UnknownReceiptException() {
		super(HttpStatus.NOT_FOUND, "webhook.unknown-receipt", "There is no such receipt.");
	}

}
