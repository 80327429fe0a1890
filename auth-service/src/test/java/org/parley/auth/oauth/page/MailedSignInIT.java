package org.parley.auth.oauth.page;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Authenticator;
import org.parley.auth.Race;
import org.parley.auth.Scene;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in with a mailed code. */
@AuthTest
class MailedSignInIT extends Scene {

	private static final String MAIL = "/oauth2/login/mail";

	private static final String WRONG = "The code is wrong, was used or has expired, or another browser asked for it.";

	@LocalServerPort
	private int port;

	@Autowired
	private Race race;

	private Visitor visitor = new Visitor(0);

	@BeforeEach
	void permit() {
		permit(true);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void forbid() {
		permit(false);
	}

	@Test
	void personSignsInWithTheCodeAndReturnsToTheirPage() {
		var somebody = this.api.register();
		var login = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fdevice");
		var form = this.visitor.get(login.document().select("a[href*=login/mail]").attr("href"));
		var code = ask(form, somebody);
		assertThat(enter(this.visitor, spaced(code)).location()).isEqualTo("/oauth2/device");
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
		assertThat(acts(somebody)).contains("SIGNED_IN");
		assertThat(this.mongo.count(Query.query(Criteria.where("owner").is(somebody.id())), "mailed_codes")).isZero();
	}

	@Test
	void codeVerifiesTheAddress() {
		var somebody = this.api.register();
		assertThat(enter(this.visitor, ask(somebody)).isLeading()).isTrue();
		assertThat(this.mongo.exists(Query.query(Criteria.where("_id").is(somebody.id()).and("emailVerified").is(true)),
				"users"))
			.isTrue();
		assertThat(acts(somebody)).contains("EMAIL_VERIFIED");
	}

	@Test
	void linkOfTheMailFillsTheFormInAndUsesNothingUp() {
		var somebody = this.api.register();
		var code = ask(somebody);
		for (int i = 0; i < 7; i++) {
			var page = new Visitor(this.port).get(MAIL + "/code?token=" + code);
			assertThat(page.document().select("#code").attr("value")).isEqualTo(code);
		}
		var page = this.visitor.get(MAIL + "/code?token=" + code);
		assertThat(this.visitor.submit(page, "main form").location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void codeIsUsedOnce() {
		var code = ask(this.api.register());
		var cookie = String.valueOf(this.visitor.cookies().get("parley_mailed"));
		assertThat(enter(this.visitor, code).isLeading()).isTrue();
		var again = new Visitor(this.port);
		again.cookies().put("parley_mailed", cookie);
		assertThat(enter(again, code).error()).isEqualTo(WRONG);
	}

	@Test
	void concurrentUsesOfACodeStartOneSession() {
		var somebody = this.api.register();
		var code = ask(somebody);
		var cookie = String.valueOf(this.visitor.cookies().get("parley_mailed"));
		var browsers = List.of(new Visitor(this.port), new Visitor(this.port));
		var pages = browsers.stream().map((browser) -> {
			browser.cookies().put("parley_mailed", cookie);
			return browser.get(MAIL + "/code");
		}).toList();
		var answers = this.race.run("findAndModify", "mailed_codes",
				IntStream.range(0, 2)
					.<Callable<Seen>>mapToObj(
							(index) -> () -> browsers.get(index).submit(pages.get(index), "main form", "code", code))
					.toList());
		assertThat(answers.stream().filter(Seen::isLeading)).hasSize(1);
	}

	@Test
	void codeOfSecondTabContinuesAfterSignInInTheFirst() {
		var somebody = this.api.register();
		ask(this.visitor.get(MAIL + "?continue=%2Foauth2%2Fdevice"), somebody);
		var page = this.visitor.get(MAIL + "/code?continue=%2Foauth2%2Fdevice");
		this.visitor.signIn(somebody);
		assertThat(this.visitor.submit(page, "main form", "code", "12345678").location()).isEqualTo("/oauth2/device");
	}

	@Test
	void otherBrowserCannotUseTheCode() {
		var code = ask(this.api.register());
		var other = new Visitor(this.port);
		assertThat(enter(other, code).error()).isEqualTo(WRONG);
		ask(other.get(MAIL), other, this.api.register());
		assertThat(enter(other, code).error()).as("with a code of its own").isEqualTo(WRONG);
		assertThat(enter(this.visitor, code).isLeading()).isTrue();
	}

	@Test
	void fewAttemptsAreAllowed() {
		var code = ask(this.api.register());
		var wrong = "%08d".formatted((Integer.parseInt(code) + 1) % 100_000_000);
		for (int i = 0; i < 5; i++) {
			assertThat(enter(this.visitor, wrong).error()).isEqualTo(WRONG);
		}
		assertThat(enter(this.visitor, code).error()).isEqualTo(WRONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a@@example.org" })
	void otherTextIsRefusedAsAddress(String text) {
		var page = this.visitor.submit(this.visitor.get(MAIL), "main form", "email", text);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.error()).isEqualTo("This is not a valid mail address.");
		var field = page.document().select("#email[aria-invalid=true][aria-describedby=error]");
		assertThat(field.attr("value")).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "1234567", "123456789", "abcdefgh", "１２３４５６７８", "%00", "0" })
	void malformedCodeIsRefused(String code) {
		ask(this.api.register());
		var refused = enter(this.visitor, code);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.error()).isEqualTo(WRONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "expired", "password changed", "signed out everywhere", "switched off" })
	void endedCodeIsRefused(String how) {
		var somebody = this.api.register();
		var code = ask(somebody);
		switch (how) {
			case "expired" -> this.clock.move(Duration.ofMinutes(10));
			case "password changed" ->
				this.api
					.post("/api/v1/auth/change-password",
							"{\"currentPassword\": \"%s\", \"newPassword\": \"off with their heads!\"}"
								.formatted(Api.PASSWORD))
					.as(somebody)
					.send();
			case "signed out everywhere" -> this.api.post("/api/v1/auth/logout-all").as(somebody).send();
			default -> permit(false);
		}
		var refused = enter(this.visitor, code);
		assertThat(refused.location()).isEqualTo(how.equals("switched off") ? "/oauth2/login" : "");
		assertThat(this.visitor.get("/oauth2/apps").location()).contains("/oauth2/login");
	}

	@Test
	void bannedOrClosedAccountIsRefused() {
		var banned = this.api.register();
		var code = ask(banned);
		this.api.post("/api/v1/admin/users/" + banned.id() + "/ban", "{\"reason\": \"Advertising\"}")
			.as(this.api.admin())
			.send();
		assertThat(enter(this.visitor, code).isLeading()).as("a ban ends links").isFalse();
		this.clock.move(Duration.ofMinutes(1));
		assertThat(enter(this.visitor, ask(banned)).error()).contains("Advertising");
	}

	@Test
	void secondFactorIsAskedFor() {
		var somebody = this.api.register();
		var begun = this.api.post("/api/v1/auth/two-factor", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(somebody)
			.send();
		var device = new Authenticator(begun.data().path("secret").asString());
		this.api
			.post("/api/v1/auth/two-factor/confirm", "{\"code\": \"%s\"}".formatted(device.code(this.clock.instant())))
			.as(somebody)
			.send();
		var second = enter(this.visitor, ask(somebody));
		assertThat(second.location()).isEqualTo("/oauth2/login/code");
		assertThat(this.visitor.get("/oauth2/apps").location()).contains("/oauth2/login");
		this.clock.move(Duration.ofSeconds(30));
		var finished = this.visitor.submit(this.visitor.follow(second), "main form", "code",
				device.code(this.clock.instant()));
		assertThat(finished.location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void unknownAddressHasTheSameAnswer() {
		var known = send(this.visitor, this.visitor.get(MAIL), this.api.register().username() + "@example.com");
		var other = new Visitor(this.port);
		var unknown = send(other, other.get(MAIL), "nobody-at-all@example.com");
		assertThat(unknown.status()).isEqualTo(known.status());
		assertThat(unknown.location()).isEqualTo(known.location());
		assertThat(other.follow(unknown).text().replaceAll("value=\"[^\"]*\"", ""))
			.isEqualTo(this.visitor.follow(known).text().replaceAll("value=\"[^\"]*\"", ""));
		assertThat(other.cookies()).containsKey("parley_mailed");
		assertThat(enter(other, "00000000").error()).isEqualTo(WRONG);
	}

	@Test
	void mailsAreLimited() {
		var somebody = this.api.register();
		ask(somebody);
		for (int i = 0; i < 3; i++) {
			send(this.visitor, this.visitor.get(MAIL), somebody.username() + "@example.com");
		}
		assertThat(this.postbox.all(somebody.id(), "sign-in.requested")).hasSize(1);
		assertThat(this.mongo.count(Query.query(Criteria.where("owner").is(somebody.id())), "mailed_codes"))
			.as("codes that were mailed")
			.isOne();
	}

	@Test
	void pagesLeadToTheOthersWhenSwitchedOff() {
		permit(false);
		assertThat(this.visitor.get("/oauth2/login").document().select("a[href*=login/mail]")).isEmpty();
		assertThat(this.visitor.get(MAIL + "?continue=%2Foauth2%2Fdevice").location())
			.isEqualTo("/oauth2/login?continue=%2Foauth2%2Fdevice");
	}

	private void permit(boolean permitted) {
		assertThat(this.api
			.put("/api/v1/admin/registration", "{\"mode\": \"open\", \"mailedSignIn\": %s}".formatted(permitted))
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(200);
	}

	private String ask(TestUser somebody) {
		return ask(this.visitor.get(MAIL), somebody);
	}

	private String ask(Seen form, TestUser somebody) {
		return ask(form, this.visitor, somebody);
	}

	private String ask(Seen form, Visitor browser, TestUser somebody) {
		var before = this.postbox.all(somebody.id(), "sign-in.requested").size();
		assertThat(send(browser, form, somebody.username() + "@EXAMPLE.com").location()).startsWith(MAIL + "/code");
		return this.postbox.open(this.postbox.about(somebody.id(), "sign-in.requested", before + 1), "/data/token");
	}

	private static Seen send(Visitor browser, Seen form, String address) {
		return browser.submit(form, "main form", "email", address);
	}

	private static Seen enter(Visitor browser, String code) {
		return browser.submit(browser.get(MAIL + "/code"), "main form", "code", code);
	}

	private static String spaced(String code) {
		return code.substring(0, 4) + " " + code.substring(4);
	}

}
