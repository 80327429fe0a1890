package org.parley.media.work;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestVideos;

import static org.assertj.core.api.Assertions.assertThat;

class VideoIT extends MediaIT {

	@Test
	void videoBecomesReadyWithAPoster() {
		var media = upload(aPerson(), "video/webm", TestVideos.webm(320, 180, 2));
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		assertThat(media.path("kind").asString()).isEqualTo("video");
		assertThat(media.path("width").asInt()).isEqualTo(320);
		assertThat(media.path("blurhash").asString()).isNotEmpty();
		assertThat(media.path("duration").asDouble()).isBetween(1.9, 2.2);
		assertThat(media.path("variants")).extracting((variant) -> variant.path("name").asString())
			.containsExactly("video", "poster");
		assertThat(file(media.at("/variants/1/url").asString()).headers().firstValue("content-type"))
			.contains("image/jpeg");
		assertThat(STORAGE.count("originals/" + media.path("id").asString())).isZero();
	}

	@Test
	void videoIsServedInParts() {
		var media = upload(aPerson(), "video/mp4", TestVideos.mp4(64, 64, 1));
		var url = media.at("/variants/0/url").asString();
		var whole = file(url);
		assertThat(whole.headers().map()).containsEntry("content-type", List.of("video/mp4"))
			.containsEntry("accept-ranges", List.of("bytes"));
		assertThat(new String(whole.body(), StandardCharsets.ISO_8859_1)).doesNotContain(TestVideos.PLACE);
		var size = whole.body().length;
		assertThat(media.at("/variants/0/size").asInt()).isEqualTo(size);
		Map.of("bytes=0-1", new int[] { 0, 2 }, "bytes=100-", new int[] { 100, size }, "bytes=-7",
				new int[] { size - 7, size })
			.forEach((range, part) -> {
				var answer = file(url, "Range", range);
				assertThat(answer.statusCode()).isEqualTo(206);
				assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole.body(), part[0], part[1]));
				assertThat(answer.headers().firstValue("content-range"))
					.contains("bytes %d-%d/%d".formatted(part[0], part[1] - 1, size));
			});
		assertThat(file(url, "Range", "bytes=" + size + "-").statusCode()).isEqualTo(416);
		for (var other : new String[] { "bytes=0-1,4-5", "lines=1-2" }) {
			assertThat(file(url, "Range", other).statusCode()).as(other).isEqualTo(200);
		}
	}

	@Test
	void videoIsNoAvatar() {
		var request = Map.of("purpose", "avatar", "contentType", "video/mp4", "size", 100, "sha256", "0".repeat(64));
		refused(this.api.post(aPerson(), "/uploads", request), 422, "media.type-unsupported");
	}

	@Test
	void picturesDoNotWaitForVideos() {
		var alice = aPerson();
		var video = anUpload(alice, "video/mp4", TestVideos.mp4(1280, 720, 20));
		this.api.post(alice, "/uploads/" + video + "/complete", null);
		aReadyPicture(alice);
		assertThat(this.api.get(alice, "/" + video).data().path("state").asString()).isEqualTo("processing");
		assertThat(settled(alice, video).path("state").asString()).isEqualTo("ready");
	}

}
