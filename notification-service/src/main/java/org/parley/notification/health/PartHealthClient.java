package org.parley.notification.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Requests the health of parts. */
@Component
class PartHealthClient {

	private final RestClient http;

	PartHealthClient(HealthSettings settings) {
		var client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.timeout())
			.build();
		var requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(settings.timeout());
		this.http = RestClient.builder().requestFactory(requests).build();
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
