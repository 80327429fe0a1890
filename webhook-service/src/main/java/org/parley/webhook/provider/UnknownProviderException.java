package org.parley.webhook.provider;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** No provider of this name is configured. */
public final class UnknownProviderException extends ProblemException {

	UnknownProviderException() {
		super(RefusalKind.NOT_FOUND, "webhook.unknown-provider", "The provider is not configured.");
	}

}
