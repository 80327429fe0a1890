package org.parley.gateway.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/** Converts failures of the gateway to problems. */
final class GatewayFailures {

	private static final Duration SOON = Duration.ofSeconds(2);

	private GatewayFailures() {
	}

	static GatewayProblemException toProblem(Throwable failure) {
		return switch (failure) {
			case GatewayProblemException problem -> problem;
			case MethodNotAllowedException refused ->
				GatewayProblemException.methodNotAllowed(refused.getSupportedMethods());
			case ResponseStatusException refused -> fromStatus(refused);
			case PoolAcquirePendingLimitException _, PoolAcquireTimeoutException _ -> unavailable();
			case ReadTimeoutException _, TimeoutException _ -> timeout();
			case DecoderException _, IllegalArgumentException _ -> badAnswer();
			case IOException _ -> unavailable();
			default -> new GatewayProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "internal",
					"Something went wrong on our side.");
		};
	}

	private static GatewayProblemException fromStatus(ResponseStatusException refused) {
		HttpStatus status = orInternalError(HttpStatus.resolve(refused.getStatusCode().value()));
		return switch (status) {
			case NOT_FOUND ->
				new GatewayProblemException(status, "route.not-found", "There is nothing at this address.");
			case NOT_ACCEPTABLE -> new GatewayProblemException(status, "request.not-acceptable",
					"None of the accepted media types is available.");
			case UNSUPPORTED_MEDIA_TYPE -> new GatewayProblemException(status, "request.media-type",
					"The media type of the body is not supported.");
			case GATEWAY_TIMEOUT -> timeout();
			case SERVICE_UNAVAILABLE -> unavailable();
			default -> status.is4xxClientError()
					? new GatewayProblemException(status, "request.malformed", "The request is malformed.")
					: new GatewayProblemException(status, "internal", "Something went wrong on our side.");
		};
	}

	private static HttpStatus orInternalError(@Nullable HttpStatus status) {
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static GatewayProblemException unavailable() {
		return new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
				"This part of Parley does not answer right now.", SOON);
	}

	private static GatewayProblemException timeout() {
		return new GatewayProblemException(HttpStatus.GATEWAY_TIMEOUT, "service.timeout",
				"This part of Parley took too long to answer.");
	}

	private static GatewayProblemException badAnswer() {
		return new GatewayProblemException(HttpStatus.BAD_GATEWAY, "service.bad-answer",
				"This part of Parley gave an invalid answer.");
	}

}
