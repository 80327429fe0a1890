package org.parley.gateway.limit;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import org.parley.platform.runtime.settings.Refreshable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * How much of their quotas personal tokens and apps have used at all instances. Requests
 * that another instance has not yet sent are missing, and without Redis all of the other
 * instances.
 */
@Component
public class RateLimitUsage {

	private final Refreshable<RateLimitPolicies> policies;

	private final RateLimiter rateLimiter;

	private final RateLimitSynchronizer synchronizer;

	private final InstantSource clock;

	RateLimitUsage(Refreshable<RateLimitPolicies> policies, RateLimiter rateLimiter, RateLimitSynchronizer synchronizer,
			InstantSource clock) {
		this.policies = policies;
		this.rateLimiter = rateLimiter;
		this.synchronizer = synchronizer;
		this.clock = clock;
	}

	/** The usage of personal tokens and of apps, in this order. */
	public Mono<List<Usage>> of(List<String> tokens, List<String> apps) {
		RateLimitPolicies current = this.policies.get();
		return read(Stream.concat(tokens.stream().map(current::ofToken), apps.stream().map(current::ofApp)).toList());
	}

	private Mono<List<Usage>> read(List<RateLimitPolicies.Quota> quotas) {
		return Mono.fromCallable(() -> {
			List<SlidingWindowCounter> counters = quotas.stream()
				.map((quota) -> this.rateLimiter.counter(quota.limit(), quota.subject()))
				.toList();
			// A counter without requests has no window yet.
			counters.forEach((counter) -> counter.status(this.clock.instant()));
			this.synchronizer.exchange(counters);
			return counters.stream().map((counter) -> Usage.of(counter.status(this.clock.instant()))).toList();
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * The usage of a quota.
	 *
	 * @param quota the number of requests
	 * @param used the requests that count now
	 * @param remaining the requests that are left
	 */
	public record Usage(long quota, long windowSeconds, long used, long remaining) {

		private static Usage of(RateLimitStatus status) {
			return new Usage(status.limit().requests(), status.limit().window().toSeconds(),
					status.limit().requests() - status.remaining(), status.remaining());
		}

	}

}
