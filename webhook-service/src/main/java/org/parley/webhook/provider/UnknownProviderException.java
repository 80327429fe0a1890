package org.parley.webhook.provider;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** No provider of this name is configured. */
public final class UnknownProviderException extends RefusalException {

	UnknownProviderException() {
		super(RefusalKind.NOT_FOUND, "webhook.unknown-provider", "The provider is not configured.");
	}

}
