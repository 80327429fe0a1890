package org.parley.resilience.social;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.writers.RepeatedRequest;

/** Uploads a picture as a client does: begin, PUT to the storage, complete, wait. */
final class PictureUpload {

	private static final int SIDE = 400;

	private static final Duration AGAIN = Duration.ofMillis(500);

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final HttpClient storage = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	/** Returns the id of a picture that was accepted and is ready. */
	Optional<String> upload(SocialMember member) {
		var bytes = picture();
		var begin = Map.of("purpose", "social", "contentType", "image/png", "size", bytes.length, "sha256",
				sha256(bytes));
		return member.accepted((caller) -> caller.post("/media/uploads", begin))
			.filter((begun) -> put(begun, bytes))
			.map((begun) -> begun.text("/data/id"))
			.filter((id) -> member.accepted((caller) -> caller.post("/media/uploads/" + id + "/complete")).isPresent())
			.map((id) -> {
				member.media().add(id);
				return id;
			})
			.filter((id) -> isReady(member, id));
	}

	private boolean put(GatewayResponse begun, byte[] bytes) {
		var request = HttpRequest.newBuilder(URI.create(begun.text("/data/upload/url")))
			.timeout(TIMEOUT)
			.PUT(BodyPublishers.ofByteArray(bytes));
		begun.at("/data/upload/headers")
			.propertyStream()
			.filter((header) -> !"host".equalsIgnoreCase(header.getKey())
					&& !"content-length".equalsIgnoreCase(header.getKey()))
			.forEach((header) -> request.header(header.getKey(), header.getValue().asString()));
		try {
			return this.storage.send(request.build(), BodyHandlers.discarding()).statusCode() < 300;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean isReady(SocialMember member, String id) {
		return Await.until(RepeatedRequest.TIMEOUT, AGAIN,
				() -> RepeatedRequest.once(member.user(), (caller) -> caller.get("/media/" + id))
					.filter((medium) -> medium.text("/data/state").equals("ready"))
					.isPresent());
	}

	private static byte[] picture() {
		var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		var random = ThreadLocalRandom.current();
		IntStream.range(0, SIDE)
			.forEach((x) -> IntStream.range(0, SIDE).forEach((y) -> image.setRGB(x, y, random.nextInt())));
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
