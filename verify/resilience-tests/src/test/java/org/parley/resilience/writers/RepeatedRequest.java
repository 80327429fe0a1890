package org.parley.resilience.writers;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.client.UnexpectedAnswerException;

/** A request that is repeated until it is accepted; it must be safe to repeat. */
public final class RepeatedRequest {

	private static final Duration AGAIN = Duration.ofMillis(250);

	/** After this time it is unknown whether the request took effect. */
	public static final Duration TIMEOUT = Duration.ofMinutes(3);

	private RepeatedRequest() {
	}

	/**
	 * Returns the accepting response, or empty if there was none within three minutes.
	 */
	public static Optional<GatewayResponse> untilAccepted(DrillUser user, Function<ApiUser, GatewayResponse> request) {
		var end = Instant.now().plus(TIMEOUT);
		while (Instant.now().isBefore(end)) {
			var answer = once(user, request);
			if (answer.isPresent() && answer.get().status() < 300) {
				return answer;
			}
			Await.sleep(AGAIN);
		}
		return Optional.empty();
	}

	/** Returns the response to one request, or empty if there was none. */
	public static Optional<GatewayResponse> once(DrillUser user, Function<ApiUser, GatewayResponse> request) {
		try {
			return Optional.of(user.call(request));
		}
		catch (UncheckedIOException | UnexpectedAnswerException ex) {
			return Optional.empty();
		}
	}

}
