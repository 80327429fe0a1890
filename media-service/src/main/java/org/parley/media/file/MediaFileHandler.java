package org.parley.media.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.media.account.PrivateAccounts;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.platform.media.MediaState;
import org.parley.media.storage.MediaStorage;
import org.parley.media.storage.StorageUnavailableException;
import org.parley.media.storage.StoredFile;
import org.parley.platform.media.MediaAddresses;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/**
 * Serves the files of ready media: with a signature, or without one if something public
 * uses the medium. Nothing else is ever served here, and no file can run as a page.
 */
@Component
class MediaFileHandler implements HttpRequestHandler {

	private static final Pattern PATH = Pattern.compile("[0-9A-Z]{26}/[0-9a-f]{32}\\.(?:jpg|webp)");

	private static final int ID_LENGTH = 26;

	private final MediaItems items;

	private final MediaStorage storage;

	private final MediaAddresses addresses;

	private final PrivateAccounts accounts;

	MediaFileHandler(MediaItems items, MediaStorage storage, MediaAddresses addresses, PrivateAccounts accounts) {
		this.items = items;
		this.storage = storage;
		this.addresses = addresses;
		this.accounts = accounts;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
		protect(response);
		var path = request.getRequestURI().substring(MediaAddresses.ROOT.length());
		var signed = this.addresses.isValid(path, request.getParameter("expires"), request.getParameter("signature"));
		if (!PATH.matcher(path).matches() || !isServed(path, signed)) {
			refuse(response, HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		var tag = "\"" + path + "\"";
		var caching = signed ? "private, max-age=600, immutable" : "public, max-age=31536000, immutable";
		if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
			response.setHeader(HttpHeaders.ETAG, tag);
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		find(path, response).ifPresent((file) -> {
			response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
			response.setHeader(HttpHeaders.ETAG, tag);
			send(path, file, request.getMethod().equals("HEAD"), response);
		});
	}

	private boolean isServed(String path, boolean signed) {
		return this.items.find(path.substring(0, ID_LENGTH))
			.filter((item) -> item.state() == MediaState.READY && has(item, path))
			.filter((item) -> signed || this.accounts.allowPublic(item))
			.isPresent();
	}

	private static boolean has(MediaItem item, String path) {
		var content = item.content();
		return content != null && content.variants().stream().anyMatch((variant) -> variant.path().equals(path));
	}

	private Optional<StoredFile> find(String path, HttpServletResponse response) {
		try {
			var file = this.storage.openVariant(path);
			if (file.isEmpty()) {
				refuse(response, HttpServletResponse.SC_NOT_FOUND);
			}
			return file;
		}
		catch (StorageUnavailableException ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return Optional.empty();
		}
	}

	private static void send(String path, StoredFile file, boolean isHead, HttpServletResponse response) {
		try (var content = file.content()) {
			response.setContentType(path.endsWith(".jpg") ? "image/jpeg" : "image/webp");
			response.setContentLengthLong(file.size());
			if (!isHead) {
				content.transferTo(response.getOutputStream());
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

	private static void refuse(HttpServletResponse response, int status) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setStatus(status);
	}

}
