package org.parley.media.file;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.media.MediaIT;

import static org.assertj.core.api.Assertions.assertThat;

class MediaFileIT extends MediaIT {

	@Test
	void signedFileIsServedWithoutRightsOfAPage() {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		var file = file(url);
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.body()).startsWith((byte) 0x52, (byte) 0x49, (byte) 0x46, (byte) 0x46);
		assertThat(file.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"))
			.containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
			.containsEntry("content-type", List.of("image/webp"))
			.containsEntry("cache-control", List.of("private, max-age=600, immutable"));
	}

	/** Proxies that compress make tags weak, and caches may name several. */
	@ParameterizedTest
	@ValueSource(strings = { "%s", "W/%s", "\"old\", %s" })
	void knownFileIsNotSentAgain(String known) {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		var tag = file(url).headers().firstValue("ETag").orElseThrow();
		var answer = file(url, "If-None-Match", known.formatted(tag));
		assertThat(answer.statusCode()).isEqualTo(304);
		assertThat(answer.headers().map()).containsEntry("etag", List.of(tag))
			.containsEntry("cache-control", List.of("private, max-age=600, immutable"));
		assertThat(file(url, "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
	}

	@Test
	void expiredAndForgedSignaturesAreRefused() {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		assertThat(file(url.replaceAll("expires=\\d+", "expires=99999999999")).statusCode()).isEqualTo(404);
		assertThat(file(url + "x").statusCode()).isEqualTo(404);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(file(url).statusCode()).isEqualTo(404);
	}

	@Test
	void otherPathsAreNotFound() {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		for (var path : new String[] { "../originals/x", "%2e%2e/originals", "01JZZZZZZZZZZZZZZZZZZZZZZX/x.jpg", "",
				"01JZZZZZZZZZZZZZZZZZZZZZZX/" + "0".repeat(32) + ".jpg", "%00", "a/b/c.svg" }) {
			assertThat(file(ORIGIN + "/m/" + path).statusCode()).as(path).isIn(400, 404, 401);
		}
		assertThat(file(url.replace(".webp", ".html")).statusCode()).isEqualTo(404);
		assertThat(file(ORIGIN + "/m").statusCode()).isEqualTo(404);
		assertThat(file(ORIGIN + "/m?expires=1&signature=x").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
	void otherMethodIsNotAllowed(String method) {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		var answer = send(fileRequest(url).method(method, BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
		assertThat(file(url).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "'', 206", "own, 206", "'\"old\"', 200", "'Mon, 30 Nov 2026 20:00:00 GMT', 200" })
	void partOfAnotherFileIsNotContinued(String known, int status) {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		var request = fileRequest(url).header("Range", "bytes=0-9");
		if (!known.isEmpty()) {
			request.header("If-Range",
					known.equals("own") ? file(url).headers().firstValue("ETag").orElseThrow() : known);
		}
		assertThat(send(request).statusCode()).isEqualTo(status);
	}

	@Test
	void refusalIsAProblem() {
		var url = aReadyPicture(aPerson()).at("/variants/0/url").asString();
		var missing = file(ORIGIN + "/m/x/y.jpg");
		var beyond = send(fileRequest(url).header("Range", "bytes=99999999-"));
		assertThat(beyond.statusCode()).isEqualTo(416);
		for (var answer : List.of(missing, beyond)) {
			assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
			assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"code\":");
		}
	}

	@Test
	void removedMediumIsNotServed() {
		var alice = aPerson();
		var media = aReadyPicture(alice);
		var url = media.at("/variants/0/url").asString();
		assertThat(this.api.delete(alice, "/" + media.path("id").asString()).status()).isEqualTo(204);
		assertThat(file(url).statusCode()).isEqualTo(404);
	}

}
