package org.parley.platform.runtime.http;

import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Builds clients that speak HTTP/1.1, have timeouts and follow no redirects. */
public final class RestClients {

	private RestClients() {
	}

	/** A builder of a client with the same time for the connection and the answer. */
	public static RestClient.Builder builder(Duration timeout) {
		return builder(timeout, timeout);
	}

	public static RestClient.Builder builder(Duration connectTimeout, Duration readTimeout) {
		var requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connectTimeout).build());
		requests.setReadTimeout(readTimeout);
		return RestClient.builder().requestFactory(requests);
	}

}
