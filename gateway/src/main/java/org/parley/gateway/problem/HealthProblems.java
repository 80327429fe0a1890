package org.parley.gateway.problem;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.ReactiveHealthEndpointWebExtension;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointProperties;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The health of the gateway, where an unknown part is a problem as elsewhere. */
@Component
class HealthProblems extends ReactiveHealthEndpointWebExtension {

	HealthProblems(ReactiveHealthContributorRegistry parts, ObjectProvider<HealthContributorRegistry> others,
			HealthEndpointGroups groups, HealthEndpointProperties properties) {
		super(parts, others.getIfAvailable(), groups, properties.getLogging().getSlowIndicatorThreshold());
	}

	@Override
	public Mono<WebEndpointResponse<? extends HealthDescriptor>> health(ApiVersion version,
			@Nullable WebServerNamespace server, SecurityContext caller, boolean showAll, String... path) {
		return super.health(version, server, caller, showAll, path)
			.filter((answer) -> answer.getStatus() != WebEndpointResponse.STATUS_NOT_FOUND)
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

}
