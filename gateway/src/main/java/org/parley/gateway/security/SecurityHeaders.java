package org.parley.gateway.security;

import java.util.Map;

import org.springframework.http.HttpHeaders;

/** Security headers for browsers. */
public final class SecurityHeaders {

	public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

	private static final String REFERRER_POLICY = "Referrer-Policy";

	private static final String NO_REFERRER = "no-referrer";

	public static final Map<String, String> FIXED = Map.of("Strict-Transport-Security",
			"max-age=31536000; includeSubDomains", "X-Content-Type-Options", "nosniff", REFERRER_POLICY, "same-origin",
			"Permissions-Policy",
			"accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()");

	public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

	private SecurityHeaders() {
	}

	static void protect(HttpHeaders headers) {
		boolean hidden = NO_REFERRER.equals(headers.getFirst(REFERRER_POLICY));
		FIXED.forEach(headers::set);
		if (hidden) {
			headers.set(REFERRER_POLICY, NO_REFERRER);
		}
		if (!headers.containsHeader(CONTENT_SECURITY_POLICY)) {
			headers.set(CONTENT_SECURITY_POLICY, NOTHING);
		}
	}

}
