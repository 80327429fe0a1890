package org.parley.gateway.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import org.springframework.http.HttpHeaders;

/** The content coding of what is compressed once for many requests. */
public final class GzipCoding {

	private GzipCoding() {
	}

	/** Whether a client accepts it, by the headers of its request. */
	public static boolean isAccepted(HttpHeaders headers) {
		var codings = headers.getFirst(HttpHeaders.ACCEPT_ENCODING);
		if (codings == null) {
			return false;
		}
		for (var coding : codings.split(",", -1)) {
			var parts = coding.split(";", 2);
			if (parts[0].strip().equalsIgnoreCase("gzip")) {
				return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
			}
		}
		return false;
	}

	/** Returns the compressed bytes. */
	public static byte[] compress(byte[] bytes) {
		var compressed = new ByteArrayOutputStream(bytes.length / 4);
		try (var gzip = new GZIPOutputStream(compressed)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

}
