package org.parley.auth.signin.brand;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.test.client.TestResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** The pictures of the brand. */
@AuthTest
class BrandImageIT extends Scene {

	private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";

	@AfterEach
	void removeImages() {
		BrandImage.KINDS.forEach((kind) -> assertThat(remove(kind).status()).isEqualTo(204));
	}

	@Test
	void pictureHasAnAddressThatChangesWithIt() {
		assertThat(addresses()).isEqualTo("{}");
		assertThat(change("logo", SVG).status()).isEqualTo(204);
		var first = this.api.get("/api/v1/brand/images").send().data().path("logo").asString();
		assertThat(first).matches("/api/v1/brand/images/logo/[0-9a-f]{12}");
		var picture = this.api.get(first).send();
		assertThat(picture.status()).isEqualTo(200);
		assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
		assertThat(picture.header("Cache-Control")).contains("immutable");
		change("logo", SVG + " ");
		assertThat(this.api.get("/api/v1/brand/images").send().data().path("logo").asString()).isNotEqualTo(first);
		assertThat(this.api.get(first).send().status()).as("the address of another picture").isEqualTo(404);
		remove("logo");
		assertThat(addresses()).isEqualTo("{}");
		assertThat(this.api.get(first).send().code()).isEqualTo("brand.image-not-found");
		assertThat(acts(this.api.admin())).contains("BRAND_CHANGED");
	}

	@Test
	void otherFileIsRefused() {
		var refused = change("icon", "GIF89a");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("content");
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("brand.not-a-picture");
		assertThat(addresses()).isEqualTo("{}");
	}

	@Test
	void overlongPictureOrOtherKindIsRefused() {
		assertThat(change("icon", SVG + " ".repeat(65_536)).body().at("/errors/0/field").asString())
			.isEqualTo("content");
		assertThat(change("banner", SVG).code()).isEqualTo("brand.image-not-found");
		assertThat(remove("banner").code()).isEqualTo("brand.image-not-found");
	}

	private String addresses() {
		return this.api.get("/api/v1/brand/images").send().data().toString();
	}

	private TestResponse change(String kind, String file) {
		var content = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
		return this.api.put("/api/v1/admin/brand/images/" + kind, "{\"content\": \"" + content + "\"}")
			.as(this.api.admin())
			.send();
	}

	private TestResponse remove(String kind) {
		return this.api.delete("/api/v1/admin/brand/images/" + kind).as(this.api.admin()).send();
	}

}
