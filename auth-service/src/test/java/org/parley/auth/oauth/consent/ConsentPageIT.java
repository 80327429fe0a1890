package org.parley.auth.oauth.consent;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.oauth.PageApps;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages for consent, devices and apps. */
@AuthTest
class ConsentPageIT extends Scene {

	private static final String ALLOW = "form[action=/oauth2/authorize]";

	private static final String DENY = "form[action=/oauth2/consent]";

	private static final String ENTER = "form[action=/oauth2/device][method=post]";

	private static final String CONNECT = "form[action=/oauth2/device_verification]";

	private static final String FRAME = "Photo Frame";

	@LocalServerPort
	private int port;

	@Autowired
	private PageApps apps;

	private Visitor visitor = new Visitor(0);

	private TestUser somebody = new TestUser("", "", "", "");

	private String app = "";

	@BeforeEach
	void visit() {
		this.visitor = new Visitor(this.port);
		this.somebody = this.api.register();
		this.app = this.apps.register(FRAME, "Frames & Co.", PageApps.BACK);
	}

	@Test
	void approvalReturnsToTheAppWithACode() {
		var login = this.visitor.follow(this.visitor.get(authorize("profile threads:read")));
		assertThat(login.document().select("main p").text()).contains("to continue to Photo Frame");
		var page = this.visitor.follow(this.visitor.signIn(login, this.somebody));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.document().select("h1").text()).isEqualTo("Photo Frame wants access to your account");
		assertThat(page.document().select("main").text()).contains("by Frames & Co.",
				"Shows the latest threads on the wall", this.somebody.username(), "after 180 days at the latest");
		assertThat(page.document().select(".scopes strong").eachText()).containsExactly("See who you are",
				"Read the forum as you");
		assertThat(page.document().select(".badge")).isEmpty();
		assertThat(page.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
		var back = this.visitor.submit(page, ALLOW);
		assertThat(back.location()).startsWith(PageApps.BACK + "?code=").contains("state=of-the-app");
		assertThat(granted()).containsExactlyInAnyOrder("profile", "threads:read");
		var again = this.visitor.follow(this.visitor.get(authorize("profile")));
		assertThat(again.document().select(".badge").text()).as("any program may listen at that address")
			.isEqualTo("You have allowed this before");
	}

	@Test
	void denialReturnsToTheAppWithoutGrant() {
		var page = asked("profile");
		var back = this.visitor.submit(page, DENY);
		assertThat(back.status()).isEqualTo(303);
		assertThat(back.location())
			.isEqualTo(PageApps.BACK + "?error=access_denied&iss=http%3A%2F%2Fparley.test&state=of-the-app");
		assertThat(granted()).isNull();
		var late = this.visitor.submit(page, ALLOW);
		assertThat(late.status()).as("it was answered").isEqualTo(400);
		assertThat(this.visitor.submit(page, DENY).title()).isEqualTo("This request has ended – Parley");
	}

	@Test
	void denialKeepsEarlierConsent() {
		this.app = this.apps.registerForModerators(FRAME, PageApps.BACK);
		this.visitor.submit(asked("profile"), ALLOW);
		var page = asked("profile threads:write moderation");
		assertThat(page.document().select(".scopes li:has(.badge) strong").eachText())
			.containsExactly("See who you are");
		assertThat(page.document().select(".scopes li.grave strong").eachText()).containsExactly("Moderate as you");
		assertThat(page.document().select(".notice.warn")).hasSize(1);
		assertThat(this.visitor.submit(page, DENY).location()).contains("error=access_denied");
		assertThat(granted()).containsExactly("profile");
	}

	@Test
	void requestOfAnotherUserIsNotShown() {
		var page = asked("profile");
		var state = page.document().select(DENY + " input[name=state]").attr("value");
		var other = new Visitor(this.port);
		other.signIn(this.api.register());
		var path = "/oauth2/consent?client_id=" + this.app + "&scope=profile&state=";
		assertThat(other.get(path + state).status()).isEqualTo(400);
		for (var wrong : List.of("", "x", "%3Cscript%3E", "%00")) {
			assertThat(this.visitor.get(path + wrong).status()).as(wrong).isEqualTo(400);
		}
		var lying = this.visitor.get("/oauth2/consent?client_id=other&scope=admin&state=" + state);
		assertThat(lying.document().select(".scopes strong").eachText())
			.as("what the address says is not what is granted")
			.containsExactly("See who you are");
		assertThat(
				this.visitor.post("/oauth2/authorize", "client_id=%s&scope=profile&state=%s".formatted(this.app, state))
					.status())
			.as("no token")
			.isEqualTo(403);
		assertThat(this.visitor.post("/oauth2/consent", "state=" + state).status()).isEqualTo(403);
		assertThat(granted()).isNull();
	}

	@Test
	void appNamesAreEscaped() {
		var back = "org.example.evil:/back";
		this.app = this.apps.register("<img src=x onerror=alert(1)>", "\"><script>alert(2)</script>", back);
		var page = this.visitor.follow(
				this.visitor.signIn(this.visitor.follow(this.visitor.get(authorize(back, "profile"))), this.somebody));
		assertThat(page.document().select("h1").text()).startsWith("<img src=x onerror=alert(1)> wants");
		assertThat(page.document().select("main script, main img, [onerror]")).isEmpty();
		assertThat(page.title()).startsWith("<img");
		assertThat(page.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
		this.apps.let(this.somebody.id(), this.apps.register("${7*7}<b>", "#{brand}", PageApps.BACK), Set.of("<i>"));
		var listed = this.visitor.get("/oauth2/apps");
		assertThat(listed.document().select("main b, main i")).isEmpty();
		assertThat(listed.document().select("h2").text()).isEqualTo("${7*7}<b>");
		assertThat(listed.document().select("main").text()).contains("Use “<i>”");
	}

	@Test
	void unknownAppShowsProblemPage() {
		this.visitor.signIn(this.somebody);
		var unknown = this.visitor
			.get("/oauth2/authorize?response_type=code&client_id=nobody&redirect_uri=https%3A%2F%2Fevil.example");
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.title()).isEqualTo("This app is not known here – Parley");
		assertThat(unknown.document().select("code").text()).isEqualTo(unknown.header("X-Correlation-Id"));
		assertThat(unknown.header("Content-Security-Policy")).startsWith("default-src 'none'");
	}

	@Test
	void endedSessionGrantsNothing() {
		var page = asked("profile");
		this.api.post("/api/v1/auth/logout-all").as(this.somebody).send();
		var sent = this.visitor.submit(page, ALLOW);
		assertThat(sent.status()).isEqualTo(400);
		assertThat(sent.title()).isEqualTo("This request has ended – Parley");
		assertThat(this.visitor.get(authorize("profile")).location()).as("asked anew by the app")
			.startsWith("http://parley.test/oauth2/login?continue=");
		assertThat(granted()).isNull();
	}

	@Test
	void deviceCodeIsAcceptedInAnyFormat() {
		var shown = shown();
		var code = shown.userCode();
		this.visitor.signIn(this.somebody);
		var enter = this.visitor.get("/oauth2/device?user_code=" + code);
		assertThat(enter.document().select("#user_code").attr("value")).isEqualTo(code);
		var confirm = this.visitor.submit(enter, ENTER, "user_code",
				" " + code.toLowerCase(Locale.ROOT).replace("-", " . "));
		assertThat(confirm.document().select("h1").text()).isEqualTo("Connect Photo Frame?");
		assertThat(confirm.document().select(".usercode").text()).isEqualTo(code);
		var page = this.visitor.follow(this.visitor.submit(confirm, CONNECT));
		assertThat(page.document().select("main").text()).contains("wants access", "shows the code " + code);
		assertThat(page.header("Content-Security-Policy")).endsWith("form-action 'self'");
		var done = this.visitor.follow(this.visitor.submit(page, CONNECT));
		assertThat(done.title()).isEqualTo("Your device is connected – Parley");
		assertThat(granted()).containsExactly("profile");
		assertThat(this.apps.token(polling(shown))).contains("access_token");
		assertThat(this.visitor.submit(enter, ENTER, "user_code", code).status()).as("once").isEqualTo(422);
	}

	@Test
	void deniedDeviceGetsAnError() {
		var shown = shown();
		var code = shown.userCode();
		this.visitor.signIn(this.somebody);
		var confirm = this.visitor.submit(this.visitor.get("/oauth2/device"), ENTER, "user_code", code);
		var page = this.visitor.follow(this.visitor.submit(confirm, CONNECT));
		assertThat(this.visitor.follow(this.visitor.submit(page, DENY)).title())
			.isEqualTo("Your device is not connected – Parley");
		assertThat(this.apps.token(polling(shown))).contains("access_denied");
		assertThat(granted()).isNull();
	}

	@Test
	void wrongDeviceCodesAreThrottled() {
		this.visitor.signIn(this.somebody);
		this.clock.freeze();
		var enter = this.visitor.get("/oauth2/device");
		for (var code : List.of("", "BCDF", "BCDF-GHJK-LMNP", "<script>", "\u0000".repeat(8))) {
			var refused = this.visitor.submit(enter, ENTER, "user_code", code);
			assertThat(refused.status()).as(code).isEqualTo(422);
			assertThat(refused.error()).startsWith("The code is unknown or has expired");
			assertThat(refused.document().select("#user_code").attr("aria-describedby")).isEqualTo("error hint");
		}
		var slowed = this.visitor.submit(enter, ENTER, "user_code", "BCDF-GHJK");
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(slowed.header("Retry-After")).isEqualTo("1");
		assertThat(slowed.error()).contains("Wait 1 s");
		this.clock.move(Duration.ofSeconds(2));
		assertThat(this.visitor.submit(enter, ENTER, "user_code", "BCDF-GHJK").status()).isEqualTo(422);
	}

	@Test
	void linkAloneConnectsNoDevice() {
		assertThat(this.visitor.post("/oauth2/device_verification", "user_code=BCDF-GHJK").status()).isEqualTo(403);
		for (var outcome : List.of("done", "denied", "failed")) {
			assertThat(this.visitor.get("/oauth2/device/" + outcome).location()).startsWith("/oauth2/login");
		}
	}

	@Test
	void accessIsListedAndWithdrawn() {
		this.visitor.signIn(this.somebody);
		assertThat(this.visitor.get("/oauth2/apps").document().select("main").text())
			.contains("No app has access to your account.");
		this.clock.freeze();
		var since = day();
		var code = this.visitor.submit(asked("threads:read profile"), ALLOW)
			.location()
			.replaceFirst(".*code=([^&]+).*", "$1");
		this.clock.move(Duration.ofDays(2));
		assertThat(this.apps.token("grant_type=authorization_code&client_id=" + this.app + "&code=" + code
				+ "&code_verifier=" + PageApps.VERIFIER + "&redirect_uri=" + PageApps.BACK))
			.contains("refresh_token");
		this.apps.let(this.somebody.id(), this.apps.register("Bridge", "Somebody", PageApps.BACK),
				Set.of("notifications"));
		var page = this.visitor.get("/oauth2/apps");
		assertThat(page.document().select("h2").eachText()).containsExactly(FRAME, "Bridge");
		assertThat(page.document().expectFirst(".apps > li").text()).contains("since " + since, "last used " + day(),
				"See who you are Read the forum as you");
		assertThat(page.document().select(".facts a").eachAttr("href")).containsExactly(PageApps.HOME, PageApps.HOME);
		assertThat(page.document().select("button[aria-label]").eachAttr("aria-label"))
			.containsExactly("Withdraw access of Photo Frame", "Withdraw access of Bridge");
		var withdrawn = this.visitor
			.follow(this.visitor.submit(page, "form[action=/oauth2/apps/" + this.app + "/withdraw]"));
		assertThat(withdrawn.document().select("[role=status]").text()).startsWith("Access is withdrawn.");
		assertThat(withdrawn.document().select("h2").eachText()).containsExactly("Bridge");
		assertThat(this.visitor.get("/oauth2/consent").status()).isEqualTo(400);
	}

	private Seen asked(String scopes) {
		var seen = this.visitor.follow(this.visitor.get(authorize(scopes)));
		return seen.document().select(Visitor.SIGN_IN).isEmpty() ? seen
				: this.visitor.follow(this.visitor.signIn(seen, this.somebody));
	}

	private String polling(PageApps.Shown device) {
		return "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=" + this.app + "&device_code="
				+ device.deviceCode();
	}

	private PageApps.Shown shown() {
		this.app = this.apps.registerDevice(FRAME, "Frames & Co.");
		return this.apps.device(this.app, "profile");
	}

	private String authorize(String scopes) {
		return authorize(PageApps.BACK, scopes);
	}

	private String authorize(String back, String scopes) {
		return PageApps.authorize(this.app, back, scopes);
	}

	private @Nullable Set<String> granted() {
		return this.apps.granted(this.somebody.id(), this.app);
	}

	private String day() {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(Locale.ENGLISH)
			.withZone(ZoneOffset.UTC)
			.format(this.clock.instant());
	}

}
