package org.parley.forum.cache;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Sends a ready answer: compressed to whoever takes that, and nothing at all to whoever
 * has it. Everybody may keep it and must ask before showing it again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match">RFC 9110,
 * 13.1.2</a>
 */
public final class CachedResponseWriter {

	private CachedResponseWriter() {
	}

	public static void send(CachedResponse answer, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setHeader(HttpHeaders.ETAG, answer.etag());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Authorization");
		if (has(request.getHeader(HttpHeaders.IF_NONE_MATCH), answer.etag())) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		var gzip = answer.gzip();
		if (gzip != null && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
			write(gzip, response);
		}
		else {
			write(answer.json(), response);
		}
	}

	private static void write(byte[] bytes, HttpServletResponse response) throws IOException {
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/** Compares weakly: a strong tag of the same content counts. */
	static boolean has(@Nullable String header, String etag) {
		return header != null && (header.strip().equals("*") || header.contains(etag.substring(2)));
	}

	static boolean takesGzip(@Nullable String header) {
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
