package org.parley.platform.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Resolves the client address of a request. The gateway sets the forwarded address and
 * replaces what clients send; only the gateway can reach a service.
 */
public final class ClientAddress {

	private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f:.]{3,45}");

	private ClientAddress() {
	}

	/** The forwarded address, or the address of the connection if none is forwarded. */
	public static String of(HttpServletRequest request) {
		var forwarded = request.getHeader("X-Forwarded-For");
		return (forwarded != null && FORM.matcher(forwarded).matches()) ? forwarded : request.getRemoteAddr();
	}

}
