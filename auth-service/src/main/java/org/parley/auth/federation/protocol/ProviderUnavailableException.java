package org.parley.auth.federation.protocol;

import java.time.Duration;
import java.util.List;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** A provider does not answer, or has failed so often that it is not asked. */
final class ProviderUnavailableException extends RefusalException {

	private static final long serialVersionUID = 1;

	private static final Duration PAUSE = Duration.ofSeconds(30);

	ProviderUnavailableException(Throwable cause) {
		super(RefusalKind.UNAVAILABLE, "federation.unavailable",
				"The identity provider does not answer. Try again later, or sign in another way.", List.of(), PAUSE);
		initCause(cause);
	}

}
