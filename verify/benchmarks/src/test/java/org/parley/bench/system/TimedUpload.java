package org.parley.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.process.LauncherException;

/**
 * An upload, whose file is in the storage before it is completed.
 *
 * @param owner the person who uploads
 * @param id the id of the medium
 */
record TimedUpload(ApiUser owner, String id) {

	/** Begins an upload and sends the file. */
	static TimedUpload begin(HttpClient storage, ApiUser owner, String contentType, byte[] file) {
		var begun = owner
			.post("/media/uploads",
					Map.of("purpose", "social", "contentType", contentType, "size", file.length, "sha256",
							sha256(file)))
			.is(201);
		var request = HttpRequest.newBuilder(URI.create(begun.text("/data/upload/url")))
			.PUT(BodyPublishers.ofByteArray(file));
		begun.at("/data/upload/headers")
			.propertyStream()
			.forEach((header) -> request.header(header.getKey(), header.getValue().asString()));
		try {
			if (storage.send(request.build(), BodyHandlers.discarding()).statusCode() >= 300) {
				throw new LauncherException("The storage refused an upload");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while uploading", ex);
		}
		return new TimedUpload(owner, begun.text("/data/id"));
	}

	/** Completes the upload, which starts the work on it. */
	void complete() {
		this.owner.post("/media/uploads/" + this.id + "/complete").is(202);
	}

	private static String sha256(byte[] file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
