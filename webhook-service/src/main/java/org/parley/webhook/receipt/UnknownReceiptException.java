package org.parley.webhook.receipt;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The receipt does not exist. */
final class UnknownReceiptException extends RefusalException {

	UnknownReceiptException() {
		super(RefusalKind.NOT_FOUND, "webhook.unknown-receipt", "The receipt does not exist.");
	}

}
