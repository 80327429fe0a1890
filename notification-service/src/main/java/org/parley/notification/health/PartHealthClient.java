package org.parley.notification.health;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import org.parley.platform.runtime.http.RestClients;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Requests the health of parts. */
@Component
class PartHealthClient {

	private final RestClient http;

	PartHealthClient(HealthSettings settings) {
		this.http = RestClients.builder(settings.timeout()).build();
	}

	PartHealth check(String name, URI address) {
		var start = System.nanoTime();
		var status = status(address);
		return new PartHealth(name, status == 200, status, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	private int status(URI address) {
		try {
			return this.http.get().uri(address).exchange((_, response) -> response.getStatusCode().value());
		}
		catch (RestClientException ex) {
			return 0;
		}
	}

}
