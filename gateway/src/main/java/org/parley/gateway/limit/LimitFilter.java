package org.parley.gateway.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.gateway.address.Clients;
import org.parley.gateway.problem.ProblemException;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Counts requests, refuses what is too much, and tells the client where it stands.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class LimitFilter implements WebFilter {

	private final Allowance allowance;

	private final Limiter limiter;

	private final Clients clients;

	LimitFilter(Allowance allowance, Limiter limiter, Clients clients) {
		this.allowance = allowance;
		this.limiter = limiter;
		this.clients = clients;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		var share = this.allowance.of(exchange, this.clients.of(exchange));
		if (share.limits().isEmpty()) {
			return chain.filter(exchange);
		}
		List<Standing> standings = count(share);
		exchange.getResponse().beforeCommit(() -> {
			tell(standings, exchange.getResponse().getHeaders());
			return Mono.empty();
		});
		Standing last = standings.getLast();
		return last.allowed() ? chain.filter(exchange) : Mono.error(refusal(last));
	}

	private List<Standing> count(Allowance.Share share) {
		var standings = new ArrayList<Standing>(share.limits().size());
		for (Limit limit : share.limits()) {
			Standing standing = this.limiter.count(limit, share.subject());
			standings.add(standing);
			if (!standing.allowed()) {
				break;
			}
		}
		return standings;
	}

	private static void tell(List<Standing> standings, HttpHeaders headers) {
		headers.set("RateLimit-Policy",
				standings.stream().map((standing) -> standing.limit().policy()).collect(Collectors.joining(", ")));
		headers.set("RateLimit", standings.stream().map(Standing::header).collect(Collectors.joining(", ")));
	}

	private static ProblemException refusal(Standing standing) {
		Limit limit = standing.limit();
		return new ProblemException("rate.limited", HttpStatus.TOO_MANY_REQUESTS,
				"More than %d requests in %d seconds.".formatted(limit.requests(), limit.window().toSeconds()),
				standing.reset());
	}

}
