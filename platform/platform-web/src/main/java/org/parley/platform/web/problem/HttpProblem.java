package org.parley.platform.web.problem;

import org.springframework.http.HttpStatusCode;

/**
 * The default problem of an HTTP status.
 *
 * @param code stable
 * @param detail a sentence for people
 */
record HttpProblem(String code, String detail) {

	static HttpProblem of(HttpStatusCode status) {
		return switch (status.value()) {
			case 400 -> new HttpProblem("request.malformed", "The request is malformed.");
			case 401 -> new HttpProblem("auth.required", "Sign in to do this.");
			case 403 -> new HttpProblem("auth.forbidden", "You may not do this.");
			case 404 -> new HttpProblem("route.not-found", "There is nothing at this address.");
			case 405 -> new HttpProblem("request.method-not-allowed", "This address does not support the method.");
			case 406 -> new HttpProblem("request.not-acceptable", "None of the accepted media types is available.");
			case 413 -> new HttpProblem("request.too-large", "The request is too large.");
			case 415 -> new HttpProblem("request.media-type", "The media type of the body is not supported.");
			case 503 -> new HttpProblem("service.unavailable", "The service is temporarily unavailable.");
			default -> status.is4xxClientError() ? new HttpProblem("request.refused", "The request was refused.")
					: new HttpProblem("internal", "Something went wrong on our side.");
		};
	}

}
