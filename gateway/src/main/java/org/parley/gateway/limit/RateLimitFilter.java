package org.parley.gateway.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.limit.RateLimitPolicies.Quota;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.platform.runtime.settings.Refreshable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Counts requests, refuses those over a limit and adds rate-limit headers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class RateLimitFilter implements WebFilter {

	private final Refreshable<RateLimitPolicies> rateLimitPolicies;

	private final RateLimiter rateLimiter;

	private final ClientAddressResolver clientAddressResolver;

	RateLimitFilter(Refreshable<RateLimitPolicies> rateLimitPolicies, RateLimiter rateLimiter,
			ClientAddressResolver clientAddressResolver) {
		this.rateLimitPolicies = rateLimitPolicies;
		this.rateLimiter = rateLimiter;
		this.clientAddressResolver = clientAddressResolver;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		var share = this.rateLimitPolicies.get().of(exchange, this.clientAddressResolver.of(exchange));
		if (share.limits().isEmpty()) {
			return chain.filter(exchange);
		}
		List<RateLimitStatus> statuses = count(share);
		exchange.getResponse().beforeCommit(() -> {
			addHeaders(statuses, exchange.getResponse().getHeaders());
			return Mono.empty();
		});
		RateLimitStatus last = statuses.getLast();
		if (last.allowed()) {
			return chain.filter(exchange);
		}
		boolean quota = statuses.size() > share.limits().size();
		return Mono.error(refusal(last, quota ? "quota.exceeded" : "rate.limited"));
	}

	private List<RateLimitStatus> count(RateLimitPolicies.Share share) {
		var statuses = new ArrayList<RateLimitStatus>();
		List<Quota> all = share.all();
		for (Quota quota : all) {
			RateLimitStatus rateLimitStatus = this.rateLimiter.count(quota.limit(), quota.subject());
			statuses.add(rateLimitStatus);
			if (!rateLimitStatus.allowed()) {
				giveBack(all.subList(0, statuses.size() - 1));
				return statuses;
			}
		}
		return statuses;
	}

	/** A refused request uses none of its limits. */
	private void giveBack(List<Quota> counted) {
		counted.forEach((quota) -> this.rateLimiter.giveBack(quota.limit(), quota.subject()));
	}

	private static void addHeaders(List<RateLimitStatus> statuses, HttpHeaders headers) {
		headers.set("RateLimit-Policy",
				statuses.stream()
					.map((rateLimitStatus) -> rateLimitStatus.limit().policy())
					.collect(Collectors.joining(", ")));
		headers.set("RateLimit", statuses.stream().map(RateLimitStatus::header).collect(Collectors.joining(", ")));
	}

	private static GatewayProblemException refusal(RateLimitStatus rateLimitStatus, String code) {
		RateLimit rateLimit = rateLimitStatus.limit();
		return new GatewayProblemException(HttpStatus.TOO_MANY_REQUESTS, code,
				"More than %d requests in %d seconds.".formatted(rateLimit.requests(), rateLimit.window().toSeconds()),
				rateLimitStatus.reset());
	}

}
