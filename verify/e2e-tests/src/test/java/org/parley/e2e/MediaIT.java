package org.parley.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** A person uploads pictures as a browser would. */
@EndToEnd
class MediaIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newHttpClient();

	private final String word = TestUsers.unique("m").replace("-", "");

	private final ApiUser alice;

	private final ApiUser bob;

	private final URI gateway;

	MediaIT(RunningSystem system) {
		var people = new TestUsers(system.gateway(), system.signedIn("admin"));
		var guest = system.gateway().guest();
		this.alice = guest.signedIn(people.register("alice-" + this.word).text("/data/accessToken"));
		this.bob = guest.signedIn(people.register("bob-" + this.word).text("/data/accessToken"));
		this.gateway = URI.create(system.status().gateway());
	}

	@Test
	void uploadedPictureIsServedToItsOwnerOnAnotherOrigin() throws Exception {
		var id = upload("forum", jpeg());
		var media = settled(id);
		media.has("/data/state", "ready").has("/data/width", 900).has("/data/height", 600);
		this.bob.get("/media/" + id).refused(404, "media.not-found");
		this.bob.delete("/media/" + id).refused(404, "media.not-found");
		for (var variant : media.at("/data/variants")) {
			var url = URI.create(variant.path("url").asString());
			assertThat(url.getAuthority()).isNotEqualTo(this.gateway.getAuthority());
			var file = get(url);
			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(file.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
			assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(ImageIO.read(new ByteArrayInputStream(file.body())).getWidth())
				.isEqualTo(variant.path("width").asInt());
			assertThat(get(URI.create(url.toString().replaceAll("\\?.*", ""))).statusCode()).isEqualTo(404);
		}
		this.alice.delete("/media/" + id).is(204);
		assertThat(get(URI.create(media.text("/data/variants/0/url"))).statusCode()).isEqualTo(404);
	}

	@Test
	void pageBehindAPictureIsDropped() throws Exception {
		var picture = jpeg();
		var page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
		var both = Arrays.copyOf(picture, picture.length + page.length);
		System.arraycopy(page, 0, both, picture.length, page.length);
		var media = settled(upload("forum", both)).has("/data/state", "ready");
		var file = get(URI.create(media.text("/data/variants/0/url"))).body();
		assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
	}

	@Test
	void pictureOfAPublicPostIsServedToEverybodyUntilThePostIsGone() throws Exception {
		var id = upload("social", jpeg());
		settled(id).has("/data/state", "ready");
		this.bob.post("/social/posts", Map.of("media", List.of(id))).refused(422, "media.unavailable");
		var post = "/social/posts/"
				+ this.alice.post("/social/posts", Map.of("media", List.of(id))).is(201).text("/data/id");
		var url = Await.within(SOON, () -> {
			var seen = this.bob.get(post).is(200);
			return seen.expect(!seen.text("/data/media/0/variants/0/url").contains("?"), "an unsigned address");
		}).text("/data/media/0/variants/0/url");
		assertThat(get(URI.create(url)).statusCode()).isEqualTo(200);
		this.alice.delete(post).is(204);
		Await.within(SOON, () -> {
			var own = this.alice.get("/media/" + id).is(200);
			return own.expect(own.text("/data/variants/0/url").contains("?"), "a signed address");
		});
		assertThat(get(URI.create(url)).statusCode()).isEqualTo(404);
	}

	private String upload(String purpose, byte[] bytes) throws Exception {
		var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		var begun = this.alice
			.post("/media/uploads",
					Map.of("purpose", purpose, "contentType", "image/jpeg", "size", bytes.length, "sha256", hash))
			.is(201);
		var id = begun.text("/data/id");
		this.alice.post("/media/uploads/" + id + "/complete").refused(409, "media.no-bytes");
		var put = HttpRequest.newBuilder(URI.create(begun.text("/data/upload/url")))
			.method(begun.text("/data/upload/method"), BodyPublishers.ofByteArray(bytes));
		begun.at("/data/upload/headers")
			.properties()
			.forEach((header) -> put.header(header.getKey(), header.getValue().asString()));
		assertThat(this.http.send(put.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		this.alice.post("/media/uploads/" + id + "/complete").is(202);
		return id;
	}

	private GatewayResponse settled(String id) {
		return Await.within(SOON, () -> {
			var media = this.alice.get("/media/" + id).is(200);
			return media.expect(Set.of("ready", "refused").contains(media.text("/data/state")), "a result");
		});
	}

	private HttpResponse<byte[]> get(URI url) throws Exception {
		return this.http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
	}

	private static byte[] jpeg() {
		try (var bytes = new ByteArrayOutputStream()) {
			ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_3BYTE_BGR), "jpg", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
