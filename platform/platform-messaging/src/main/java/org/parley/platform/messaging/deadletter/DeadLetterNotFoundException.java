package org.parley.platform.messaging.deadletter;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 404: the dead letter does not exist. */
final class DeadLetterNotFoundException extends RefusalException {

	DeadLetterNotFoundException() {
		super(RefusalKind.NOT_FOUND, "dead-letter.unknown", "The dead letter does not exist.");
	}

}
