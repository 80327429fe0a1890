package org.parley.gateway.security;

import java.util.Map;

import org.springframework.http.HttpHeaders;

/** Security headers for browsers. */
public final class SecurityHeaders {

	public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

	public static final Map<String, String> FIXED = Map.of("Strict-Transport-Security",
			"max-age=31536000; includeSubDomains", "X-Content-Type-Options", "nosniff", "Referrer-Policy",
			// Not no-referrer, with which browsers send "Origin: null" from Parley's own
			// forms.
			"same-origin", "Permissions-Policy",
			"accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()");

	public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

	private SecurityHeaders() {
	}

	static void protect(HttpHeaders headers) {
		FIXED.forEach(headers::set);
		if (!headers.containsHeader(CONTENT_SECURITY_POLICY)) {
			headers.set(CONTENT_SECURITY_POLICY, NOTHING);
		}
	}

}
