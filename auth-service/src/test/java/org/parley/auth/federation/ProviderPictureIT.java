package org.parley.auth.federation;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.media.TestMedia;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pictures of newcomers at their provider. */
@AuthTest
class ProviderPictureIT extends FederationScene {

	private static final String PICTURE = "https://pictures.example/nora.png";

	private final TestMedia media;

	@Autowired
	ProviderPictureIT(RabbitTemplate rabbit, AmqpAdmin broker) {
		this.media = new TestMedia(rabbit, broker, "auth.events", "auth_data");
	}

	@Test
	void newcomerTakesThePictureOverOnceMediaServiceHasIt() {
		var subject = unique();
		var nora = joined(subject, formWith(subject, PICTURE), "true");
		var offer = this.postbox.about(nora.id(), "picture.offered").path("data");
		assertThat(offer.path("address").asString()).isEqualTo(PICTURE);
		var id = offer.path("mediaId").asString();
		this.media.serve(TestMedia.newId(), nora, "avatar", true, 2);
		this.media.serve(id, nora, "avatar", true, 2);
		await().until(() -> avatar(nora), id::equals);
		assertThat(this.media.uses(nora.id(), 1).getFirst().at("/use/mediaIds/0").asString()).isEqualTo(id);
	}

	@Test
	void pictureThatTheOwnerHasChosenMeanwhileStays() {
		var subject = unique();
		var nora = joined(subject, formWith(subject, PICTURE), "true");
		var id = this.postbox.about(nora.id(), "picture.offered").at("/data/mediaId").asString();
		var own = this.media.ready(nora, "avatar");
		assertThat(this.api.patch("/api/v1/users/me", "{\"avatarMediaId\": \"%s\"}".formatted(own))
			.as(nora)
			.send()
			.status()).isEqualTo(200);
		this.media.serve(id, nora, "avatar", true, 2);
		await().until(() -> user(nora.id()).getString("offeredPicture") == null);
		assertThat(avatar(nora)).isEqualTo(own);
	}

	@Test
	void pictureIsNotFetchedUnlessThePersonWants() {
		var subject = unique();
		var nora = joined(subject, formWith(subject, PICTURE), "false");
		this.postbox.about(nora.id(), "user.registered");
		assertThat(this.postbox.all(nora.id(), "picture.offered")).isEmpty();
	}

	@Test
	void otherAddressIsNotOffered() {
		var form = formWith(unique(), "javascript:alert(1)");
		assertThat(form.status()).isEqualTo(200);
		assertThat(form.document().select("[name=picture]")).isEmpty();
	}

	private Seen formWith(String subject, String picture) {
		return this.visitor.follow(visit(subject, (JWTClaimsSet.Builder claims) -> claims.claim("picture", picture)));
	}

	private TestUser joined(String subject, Seen form, String picture) {
		assertThat(form.document().select("[name=picture]")).hasSize(1);
		assertThat(form.text()).contains("Use my picture from Example");
		assertThat(this.visitor.submit(form, "form", "picture", picture).status()).isEqualTo(303);
		return tokenOf(owner(subject));
	}

	private String avatar(TestUser person) {
		return this.api.get("/api/v1/users/me").as(person).send().data().path("avatarMediaId").asString("");
	}

}
