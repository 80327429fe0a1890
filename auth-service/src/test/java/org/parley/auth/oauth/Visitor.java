package org.parley.auth.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.parley.auth.Api;
import org.parley.platform.test.client.TestUser;

/**
 * A browser without scripts, which stores cookies and submits forms. As browsers do, it
 * ignores cookies of more than 4,096 bytes.
 */
public final class Visitor {

	/** The form of a sign-in page that asks for a password. */
	public static final String SIGN_IN = "form[action=/oauth2/login]";

	private final HttpClient http = HttpClient.newHttpClient();

	private final String origin;

	private static final int LONGEST_COOKIE = 4096;

	private final Map<String, String> cookies = new HashMap<>();

	public Visitor(int port) {
		this.origin = "http://127.0.0.1:" + port;
	}

	public Seen get(String address) {
		return send(HttpRequest.newBuilder().GET(), address);
	}

	/** Submits a form of a page with changed fields. */
	public Seen submit(Seen page, String form, String... fields) {
		var found = page.document().selectFirst(form);
		if (found == null) {
			throw new AssertionError("No " + form + " in " + page.text());
		}
		var all = new ArrayList<String>();
		var given = Map.copyOf(pairs(fields));
		found.select("input[name]").forEach((input) -> {
			if (!given.containsKey(input.attr("name"))) {
				all.add(pair(input.attr("name"), input.attr("value")));
			}
		});
		given.forEach((name, value) -> all.add(pair(name, value)));
		return post(found.attr("action"), String.join("&", all));
	}

	public Seen signIn(TestUser somebody) {
		return signIn(get("/oauth2/login"), somebody);
	}

	/** Submits a sign-in page with the password of a registered user. */
	public Seen signIn(Seen page, TestUser somebody) {
		return submit(page, SIGN_IN, "login", somebody.username(), "password", Api.PASSWORD);
	}

	public Seen post(String address, String body) {
		return send(HttpRequest.newBuilder()
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/x-www-form-urlencoded"), address);
	}

	/** Follows redirects to our own addresses. */
	public Seen follow(Seen answer) {
		var seen = answer;
		while (seen.isLeading() && path(seen).startsWith("/oauth2/")) {
			seen = get(path(seen));
		}
		return seen;
	}

	public Map<String, String> cookies() {
		return this.cookies;
	}

	/** Path and query of a redirect to our own address. */
	private String path(Seen seen) {
		var to = seen.location();
		return to.startsWith(this.origin) ? to.substring(this.origin.length())
				: to.replaceFirst("^http://parley\\.test/", "/");
	}

	private Seen send(HttpRequest.Builder request, String address) {
		var sent = this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		try {
			if (!sent.isEmpty()) {
				request.header("Cookie", sent);
			}
			var answer = this.http.send(request.uri(URI.create(this.origin + address)).build(),
					HttpResponse.BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			return new Seen(answer.statusCode(), answer.headers(), answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		var pair = header.substring(0, header.indexOf(';')).split("=", 2);
		if (header.contains("Max-Age=0")) {
			this.cookies.remove(pair[0]);
		}
		else if (pair[0].length() + pair[1].length() <= LONGEST_COOKIE) {
			this.cookies.put(pair[0], pair[1]);
		}
	}

	private static Map<String, String> pairs(String... fields) {
		var pairs = new HashMap<String, String>();
		for (int i = 0; i < fields.length; i += 2) {
			pairs.put(fields[i], fields[i + 1]);
		}
		return pairs;
	}

	private static String pair(String name, String value) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** A response. */
	public record Seen(int status, HttpHeaders headers, String text) {

		public Document document() {
			return Jsoup.parse(this.text);
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		public List<String> cookies() {
			return this.headers.allValues("Set-Cookie");
		}

		public boolean isLeading() {
			return this.status / 100 == 3;
		}

		public String location() {
			return header("Location");
		}

		public String title() {
			return document().title();
		}

		/** The error message of the page. */
		public String error() {
			return document().select("#error").text();
		}

	}

}
