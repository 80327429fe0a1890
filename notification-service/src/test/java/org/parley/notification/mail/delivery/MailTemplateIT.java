package org.parley.notification.mail.delivery;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.mail.MailLanguages;
import org.parley.notification.mail.MailTemplate;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators see each mail in each language. */
@NotificationTest
class MailTemplateIT {

	private static final String PATH = "/admin/notification-service/mail-templates";

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private MongoOperations mongo;

	@ParameterizedTest
	@EnumSource
	void mailIsCompleteInEachLanguage(MailTemplate template) {
		var admin = this.fixture.unknownUser("user", "moderator", "admin");
		var before = this.mongo.getCollection("reply_addresses").countDocuments();
		var subjects = MailLanguages.ALL.stream().map(Locale::toLanguageTag).map((language) -> {
			var mail = this.fixture.get(admin, PATH + "/" + template.code() + "?language=" + language).data();
			assertThat(mail.path("language").asString()).isEqualTo(language);
			assertThat(mail.path("html").asString()).contains("lang=\"" + language + "\"")
				.contains(language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"")
				.doesNotContain(" th:", "{0}", "{1}", "{2}", "??");
			assertThat(mail.path("text").asString()).doesNotContain("<", "{0}", "{1}", "{2}", "??", "[(", "null")
				.doesNotContainPattern("  http\\S+\\R[^\\s-]")
				.hasSizeGreaterThan(60);
			return mail.path("subject").asString();
		}).distinct().toList();
		assertThat(subjects).hasSizeGreaterThanOrEqualTo(7).allMatch((subject) -> !subject.isBlank());
		assertThat(this.mongo.getCollection("reply_addresses").countDocuments()).isEqualTo(before);
	}

	@Test
	void listHasAllTemplates() {
		var admin = this.fixture.unknownUser("user", "moderator", "admin");
		var list = this.fixture.get(admin, PATH + "?language=de").data();
		assertThat(list.valueStream().map((one) -> one.path("template").asString()))
			.containsExactlyElementsOf(Arrays.stream(MailTemplate.values()).map(MailTemplate::code).toList());
		assertThat(list.get(0).path("subject").asString()).isEqualTo("Bestätige deine E-Mail-Adresse");
		assertThat(this.fixture.get(admin, PATH).data().get(0).path("subject").asString())
			.isEqualTo("Verify your email address");
	}

	@Test
	void otherTemplatesLanguagesAndPeopleAreRefused() {
		var admin = this.fixture.unknownUser("user", "moderator", "admin");
		assertThat(this.fixture.get(admin, PATH + "/nothing").code()).isEqualTo("mail-template.not-found");
		assertThat(this.fixture.get(admin, PATH + "/VERIFICATION").code()).isEqualTo("mail-template.not-found");
		assertThat(this.fixture.get(admin, PATH + "/ban?language=xx").status()).isEqualTo(400);
		assertThat(this.fixture.get(this.fixture.unknownUser("user", "moderator"), PATH).status()).isEqualTo(403);
		assertThat(this.fixture.get(null, PATH + "/ban").status()).isEqualTo(401);
	}

}
