package org.parley.media.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaVariant;
import org.parley.media.account.PrivateAccounts;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.media.storage.StorageUnavailableException;
import org.parley.media.storage.StoredFile;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaState;
import org.parley.platform.web.problem.Problems;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Serves the files of ready media: with a signature, or without one if something public
 * uses the medium. Nothing else but problem documents is ever served here, and no file
 * can run as a page.
 */
@Component
class MediaFileHandler implements HttpRequestHandler {

	private static final Pattern PATH = Pattern.compile("[0-9A-Z]{26}/[0-9a-f]{32}\\.(?:jpg|webp|mp4)");

	private static final List<String> METHODS = List.of("GET", "HEAD");

	private static final int ID_LENGTH = 26;

	private final MediaItems items;

	private final MediaStorage storage;

	private final MediaAddresses addresses;

	private final PrivateAccounts accounts;

	private final FileTransfers transfers;

	private final Problems problems;

	MediaFileHandler(MediaItems items, MediaStorage storage, MediaAddresses addresses, PrivateAccounts accounts,
			FileTransfers transfers, Problems problems) {
		this.items = items;
		this.storage = storage;
		this.addresses = addresses;
		this.accounts = accounts;
		this.transfers = transfers;
		this.problems = problems;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		protect(response);
		if (!METHODS.contains(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
			refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED);
			return;
		}
		var path = path(request.getRequestURI());
		var signed = this.addresses.isValid(path, request.getParameter("expires"), request.getParameter("signature"));
		var variant = PATH.matcher(path).matches() ? find(path, signed) : Optional.<MediaVariant>empty();
		if (variant.isEmpty()) {
			refuse(request, response, HttpStatus.NOT_FOUND);
			return;
		}
		var tag = "\"" + path + "\"";
		var caching = signed ? "private, max-age=600, immutable" : "public, max-age=31536000, immutable";
		if (new ServletWebRequest(request, response).checkNotModified(tag)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
			return;
		}
		var part = FilePart.of(range(request, tag), variant.get().size());
		if (part.isEmpty()) {
			response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + variant.get().size());
			refuse(request, response, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
			return;
		}
		var file = open(path, part, request, response);
		if (file.isPresent()) {
			send(file.get(), request, response, () -> {
				response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
				response.setHeader(HttpHeaders.ETAG, tag);
				response.setContentType(variant.get().contentType());
				part.describe(response);
				response.setContentLengthLong(file.get().size());
			});
		}
	}

	/** The range, unless the client has a part of another file (RFC 9110, 13.1.5). */
	private static @Nullable String range(HttpServletRequest request, String tag) {
		var known = request.getHeader(HttpHeaders.IF_RANGE);
		return (known == null || known.equals(tag)) ? request.getHeader(HttpHeaders.RANGE) : null;
	}

	/** The mapping matches the root without its slash, too. */
	private static String path(String address) {
		return address.startsWith(MediaAddresses.ROOT) ? address.substring(MediaAddresses.ROOT.length()) : "";
	}

	private Optional<MediaVariant> find(String path, boolean signed) {
		return this.items.find(path.substring(0, ID_LENGTH))
			.filter((item) -> item.state() == MediaState.READY || item.isKept())
			.filter((item) -> signed || this.accounts.allowPublic(item))
			.flatMap((item) -> Optional.ofNullable(item.content()))
			.flatMap((content) -> content.variants()
				.stream()
				.filter((variant) -> variant.path().equals(path))
				.findFirst());
	}

	private Optional<StoredFile> open(String path, FilePart part, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		try {
			var file = this.storage.openVariant(path, part.range());
			if (file.isEmpty()) {
				refuse(request, response, HttpStatus.NOT_FOUND);
			}
			return file;
		}
		catch (StorageUnavailableException ex) {
			delay(request, response);
			return Optional.empty();
		}
	}

	private void send(StoredFile file, HttpServletRequest request, HttpServletResponse response, Runnable headers) {
		try (var content = file.content()) {
			if (request.getMethod().equals("HEAD")) {
				headers.run();
			}
			else if (!this.transfers.send(content, request, response, headers)) {
				delay(request, response);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Pages of the public origin embed these files. */
	private static void protect(HttpServletResponse response) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
		response.setHeader("Referrer-Policy", "no-referrer");
	}

	private void delay(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
			throws IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		this.problems.write(request, response, status);
	}

	/**
	 * The part of a file that a request asks for, as players of videos do. Several ranges
	 * in one request, and what is no range, ask for the whole file.
	 *
	 * @param range the range as in requests; null for the whole file
	 * @param start the place of its first byte
	 * @param end the place of its last byte
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, section
	 * 14</a>
	 */
	record FilePart(@Nullable String range, long start, long end, long size) {

		static FilePart of(@Nullable String header, long size) {
			try {
				var ranges = HttpRange.parseRanges(header);
				if (ranges.size() == 1) {
					var start = ranges.getFirst().getRangeStart(size);
					var end = ranges.getFirst().getRangeEnd(size);
					return new FilePart("bytes=%d-%d".formatted(start, end), start, end, size);
				}
			}
			catch (IllegalArgumentException ex) {
				return whole(size);
			}
			return whole(size);
		}

		private static FilePart whole(long size) {
			return new FilePart(null, 0, size - 1, size);
		}

		/** Whether no byte of the file is in it. */
		boolean isEmpty() {
			return this.start > this.end || this.start >= this.size;
		}

		/** Sets the status and the headers of an answer with this part. */
		void describe(HttpServletResponse response) {
			response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
			if (this.range != null) {
				response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
				response.setHeader(HttpHeaders.CONTENT_RANGE,
						"bytes %d-%d/%d".formatted(this.start, this.end, this.size));
			}
		}

	}

}
