package org.parley.launcher.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.HostedProcess;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import tools.jackson.databind.json.JsonMapper;

/** Asks the process of all services how they are, and starts and stops one of them. */
public final class ServicesClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	/** For a service that ends its requests and starts on a slow machine. */
	private static final Duration CHANGE = Duration.ofMinutes(5);

	private final String address;

	private final String secret;

	ServicesClient(int port, String secret) {
		this.address = "http://127.0.0.1:%d/services".formatted(port);
		this.secret = secret;
	}

	public static ServicesClient of(Checkout checkout) {
		return new ServicesClient(checkout.ports().known().getOrDefault(ProcessSpec.TOGETHER, 0),
				checkout.secrets().get("services-secret"));
	}

	/** Returns the services; none if the process does not answer. */
	public List<ServiceState> services() {
		try {
			return send(HttpRequest.newBuilder(URI.create(this.address)).timeout(Duration.ofSeconds(5)));
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	public void start(String service) {
		change(service, "start", Map.of());
	}

	/**
	 * Stops a service, after the requests that it answers.
	 * @throws LauncherException if only its process can be stopped
	 */
	public void stop(String service) {
		if (change(service, "stop", Map.of()).isRunning()) {
			throw HostedProcess.inseparable(service);
		}
	}

	/**
	 * Restarts a service.
	 * @param jar its new jar; null for the last one
	 * @param classes a folder with newer classes than the jar's; null if there are none
	 */
	public void restart(String service, @Nullable String jar, @Nullable String classes) {
		var build = new HashMap<String, @Nullable String>();
		build.put("jar", jar);
		build.put("classes", classes);
		change(service, "restart", build);
	}

	private ServiceState change(String service, String action, Map<String, ?> body) {
		try {
			var states = send(HttpRequest.newBuilder(URI.create("%s/%s/%s".formatted(this.address, service, action)))
				.header("Authorization", "Bearer " + this.secret)
				.timeout(CHANGE)
				.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
			var state = states.stream()
				.filter((one) -> one.name().equals(service))
				.findFirst()
				.orElseThrow(() -> new LauncherException(
						"%s is not in the process of all services. Run ./parley down and then ./parley up"
							.formatted(service)));
			if (state.reason() != null) {
				throw new LauncherException("%s did not start: %s".formatted(service, state.reason()));
			}
			return state;
		}
		catch (IOException ex) {
			throw new LauncherException("The process of all services does not answer: " + ex);
		}
	}

	private static List<ServiceState> send(HttpRequest.Builder request) throws IOException {
		try {
			return List.of(JSON.readValue(HTTP.send(request.build(), BodyHandlers.ofByteArray()).body(),
					ServiceState[].class));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

	/**
	 * How a service is.
	 *
	 * @param state {@code RUNNING}, {@code STARTING}, {@code STOPPING}, {@code STOPPED}
	 * or {@code FAILED}
	 * @param reason why it did not start; null if it did
	 */
	public record ServiceState(String name, String state, @Nullable String reason) {

		public boolean isRunning() {
			return this.state.equals("RUNNING");
		}

		/** Returns {@code stopped} or {@code failed} if it does not run. */
		Optional<String> end() {
			return this.state.equals("STOPPED") || this.state.equals("FAILED")
					? Optional.of(this.state.toLowerCase(Locale.ROOT)) : Optional.empty();
		}

		boolean isOver() {
			return isRunning() || this.state.equals("FAILED");
		}

	}

}
