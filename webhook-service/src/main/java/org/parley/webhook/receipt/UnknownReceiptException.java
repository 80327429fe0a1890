package org.parley.webhook.receipt;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The receipt does not exist. */
final class UnknownReceiptException extends ProblemException {

	UnknownReceiptException() {
		super(RefusalKind.NOT_FOUND, "webhook.unknown-receipt", "The receipt does not exist.");
	}

}
