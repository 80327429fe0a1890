package org.parley.platform.web.problem;

import org.springframework.http.HttpStatusCode;

/**
 * What is said of a status that HTTP itself defines, when nothing more is known.
 *
 * @param code stable
 * @param detail a sentence for people
 */
record HttpProblem(String code, String detail) {

	static HttpProblem of(HttpStatusCode status) {
		return switch (status.value()) {
			case 400 -> new HttpProblem("request.malformed", "The request cannot be understood.");
			case 401 -> new HttpProblem("auth.required", "Sign in to do this.");
			case 403 -> new HttpProblem("auth.forbidden", "You may not do this.");
			case 404 -> new HttpProblem("route.not-found", "There is nothing at this address.");
			case 405 -> new HttpProblem("request.method-not-allowed", "This address does not take that method.");
			case 406 -> new HttpProblem("request.not-acceptable", "None of the accepted media types can be given.");
			case 413 -> new HttpProblem("request.too-large", "The request is too large.");
			case 415 -> new HttpProblem("request.media-type", "The body's media type is not taken here.");
			case 503 -> new HttpProblem("service.unavailable", "The service cannot answer just now.");
			default -> status.is4xxClientError() ? new HttpProblem("request.refused", "The request was refused.")
					: new HttpProblem("internal", "Something went wrong on our side.");
		};
	}

}
