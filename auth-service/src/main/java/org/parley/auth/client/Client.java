package org.parley.auth.client;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Where a request comes from. A controller's argument.
 *
 * @param address the client's address as the gateway resolved it
 * @param device the {@code User-Agent}, shortened, or empty
 */
public record Client(String address, String device) {

	private static final int LONGEST = 200;

	/** Trusts the forwarded address: only the gateway can reach this service. */
	public static Client of(HttpServletRequest request) {
		var forwarded = request.getHeader("X-Forwarded-For");
		var address = (forwarded != null && forwarded.matches("[0-9A-Fa-f:.]{3,45}")) ? forwarded
				: request.getRemoteAddr();
		return new Client(address, printable(request.getHeader(HttpHeaders.USER_AGENT)));
	}

	private static String printable(@Nullable String agent) {
		var text = (agent != null) ? agent.replaceAll("[^\\x20-\\x7e]", "") : "";
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
