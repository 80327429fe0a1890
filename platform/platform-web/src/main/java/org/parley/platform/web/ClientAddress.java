package org.parley.platform.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address of the client that a request comes from, as the gateway resolved it. Only
 * the gateway can reach a service, and it replaces what a client says of itself.
 */
public final class ClientAddress {

	private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f:.]{3,45}");

	private ClientAddress() {
	}

	/** The forwarded address, or that of the connection where none is forwarded. */
	public static String of(HttpServletRequest request) {
		var forwarded = request.getHeader("X-Forwarded-For");
		return (forwarded != null && FORM.matcher(forwarded).matches()) ? forwarded : request.getRemoteAddr();
	}

}
