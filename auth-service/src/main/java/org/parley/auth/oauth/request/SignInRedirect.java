package org.parley.auth.oauth.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Redirects to the sign-in page, which returns to the request. A parameter with the time
 * of the redirect keeps a required new sign-in from being asked for twice.
 */
@Component
public class SignInRedirect {

	private static final String PAGE = "/oauth2/login";

	private static final String AGAIN = "reauth";

	private static final String HINT = "login_hint";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** Sign-ins at a provider have the time of its clock. */
	private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

	private final String address;

	private final InstantSource clock;

	SignInRedirect(@Value("${parley.public-url}") URI address, InstantSource clock) {
		this.address = address.toString();
		this.clock = clock;
	}

	public void redirect(HttpServletRequest request, HttpServletResponse response, boolean again) {
		var target = new StringBuilder(this.address).append(PAGE)
			.append("?continue=")
			.append(encoded(request.getRequestURI() + "?" + parameters(request, again)));
		var hint = request.getParameter(HINT);
		if (hint != null) {
			target.append('&').append(HINT).append('=').append(encoded(hint));
		}
		if (again) {
			target.append("&fresh=true");
		}
		SeeOtherRedirect.send(target.toString(), response);
	}

	/** Whether the page that a sign-in returns to demands a new or recent one. */
	public static boolean demandsSignIn(Continuation next) {
		return next.parameter(AGAIN).isPresent();
	}

	/** Whether the user has signed in since the redirect. */
	boolean isDone(HttpServletRequest request, BrowserUser browserUser) {
		var again = request.getParameter(AGAIN);
		if (again == null || !again.matches("\\d{1,12}")) {
			return false;
		}
		var now = this.clock.instant();
		var since = since(again);
		return !since.isAfter(now) && since.isAfter(now.minus(PATIENCE))
				&& !browserUser.since().isBefore(since.minus(CLOCK_SKEW));
	}

	/** Whether the sign-in is longer ago than this. */
	boolean isOlder(BrowserUser browserUser, long seconds) {
		return browserUser.since().isBefore(this.clock.instant().minusSeconds(seconds));
	}

	private static Instant since(String again) {
		try {
			return Instant.ofEpochSecond(Long.parseLong(again));
		}
		catch (DateTimeException | NumberFormatException ex) {
			return Instant.MIN;
		}
	}

	private String parameters(HttpServletRequest request, boolean again) {
		var asked = request.getParameterMap()
			.entrySet()
			.stream()
			.filter((parameter) -> !parameter.getKey().equals(AGAIN))
			.sorted(Map.Entry.comparingByKey())
			.map((parameter) -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()[0]))
			.collect(Collectors.joining("&"));
		return again ? asked + "&" + AGAIN + "=" + this.clock.instant().getEpochSecond() : asked;
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
