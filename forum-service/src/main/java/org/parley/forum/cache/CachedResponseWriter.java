package org.parley.forum.cache;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Sends a cached response: compressed if the client accepts that, or 304 if the client
 * has it already. Clients may store it and must revalidate it before each use.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match">RFC 9110,
 * 13.1.2</a>
 */
public final class CachedResponseWriter {

	private CachedResponseWriter() {
	}

	public static void send(CachedResponse cached, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setHeader(HttpHeaders.ETAG, cached.etag());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Authorization");
		if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), cached.etag())) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		var gzip = cached.gzip();
		if (gzip != null && acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
			write(gzip, response);
		}
		else {
			write(cached.json(), response);
		}
	}

	private static void write(byte[] bytes, HttpServletResponse response) throws IOException {
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/** Uses weak comparison, so a strong tag with the same value matches, too. */
	static boolean matches(@Nullable String header, String etag) {
		return header != null && (header.strip().equals("*") || header.contains(etag.substring(2)));
	}

	static boolean acceptsGzip(@Nullable String header) {
		if (header == null) {
			return false;
		}
		for (var coding : header.split(",", -1)) {
			var parts = coding.split(";", 2);
			if (parts[0].strip().equalsIgnoreCase("gzip")) {
				return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
			}
		}
		return false;
	}

}
