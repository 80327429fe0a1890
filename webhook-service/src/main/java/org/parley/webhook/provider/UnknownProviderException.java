package org.parley.webhook.provider;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** No provider of this name is configured. */
public final class UnknownProviderException extends ProblemException {

	UnknownProviderException() {
		super(HttpStatus.NOT_FOUND, "webhook.unknown-provider", "The provider is not configured.");
	}

}
