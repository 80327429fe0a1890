package org.parley.forum.incoming.template;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Templates read what programs document. */
class PostTemplateTests {

	private static final String RELEASE = """
			{"action": "%s", "repository": {"full_name": "octo/tool"}, "release": {"tag_name": "v2.1", "name": "%s",
			"html_url": "https://github.com/octo/tool/releases/tag/v2.1", "body": "## New\\n\\nThanks to @everyone"}}""";

	private static final String ALERTMANAGER = """
			{"version": "4", "groupKey": "{}:{alertname=\\"Disk\\"}", "status": "firing", "alerts": [
			{"status": "firing", "labels": {"alertname": "Disk"}, "annotations": {"summary": "Disk is full",
			"description": "[click](https://evil.example) @admin <b>now</b>"}, "startsAt": "2026-11-20T09:00:00Z"},
			{"status": "resolved", "labels": {"alertname": "Memory"}, "annotations": {}}]}""";

	private static final List<PostTemplate> TEMPLATES = List.of(new PlainTemplate(), new GitHubReleaseTemplate(),
			new AlertTemplate(), new SentryTemplate(), new GitLabTemplate());

	/** Bodies as the programs document them. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					github-release  | github-releases | octo-org/kettle Kettle 2.1                   | ## What's Changed
					alertmanager    | monitoring      | [firing] HostOutOfDiskSpace on db-1          | Disk is almost full \\(\\< 5% left\\)
					grafana         | monitoring      | [firing] [FIRING:1] High memory usage blue   | - **firing** High memory usage
					uptime-kuma     | monitoring      | [down] Shop                                  | connect ECONNREFUSED 127\\.0\\.0\\.1:80
					sentry-alert    | sentry          | [alert] ReferenceError: kettle is not defined | <https://sentry.io/organizations/test-org/issues/1170820242/events/
					sentry-issue    | sentry          | [resolved] ReferenceError: kettle is not defined | <https://sentry.io/organizations/test-org/issues/1170820242/>
					gitlab-release  | gitlab          | tea/kettle v1.1                              | v1.1 has been **released**
					gitlab-pipeline | gitlab          | [failed] tea/kettle main                     | Boil \\[faster\\]\\(https://evil\\.example\\)
					""")
	void recordedBodyBecomesAPost(String file, String template, String title, String text) throws IOException {
		var body = recorded(file);
		var read = template(template).read(body, "").orElseThrow();
		assertThat(read.title()).isEqualTo(title);
		assertThat(read.content()).contains(text).doesNotContain("@octocat", "@all");
		for (var other : TEMPLATES) {
			if (!other.name().equals(template)) {
				assertThatExceptionOfType(RefusalException.class).as(other.name())
					.isThrownBy(() -> other.read(body, ""));
			}
		}
	}

	@Test
	void titleTurnsNoText() {
		assertThat(new IncomingText("\u202eBuild\u2066 7\u2069", "x").title()).isEqualTo("Build 7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"title\": \"x\"}", "{\"title\": \" \", \"content\": \"x\"}",
			"{\"title\": \"x\", \"content\": 3}" })
	void plainPostRequiresTitleAndContent(String body) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> template("plain").read(JsonMapper.shared().readTree(body), ""))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("request.invalid"));
	}

	/** Values of programs run nothing, mention nobody, form no markup, and end. */
	@ParameterizedTest
	@ValueSource(strings = { "${7*7} {{7*7}} #{7*7} <%= 7*7 %>", "${jndi:ldap://evil.example/a}",
			"<script>alert(1)</script><img src=x onerror=alert(1)>", "@everyone @admin",
			"[x](javascript:alert(1)) ![x](https://evil.example/x.png)", "# big\n> quoted\n- list\n***\n```",
			"%s%n%x {0} \\u0041", "\u202Egnp.exe", "\u0000" })
	void hostileValuesStayText(String value) {
		var json = JsonMapper.shared();
		var alerts = json.createObjectNode();
		var alert = alerts.put("status", value).putArray("alerts").addObject().put("status", value);
		alert.putObject("labels").put("alertname", value);
		alert.putObject("annotations").put("description", value).put("summary", value);
		var kuma = json.createObjectNode().put("msg", value);
		kuma.putObject("monitor").put("name", value);
		var sentry = json.createObjectNode().put("action", "triggered");
		sentry.putObject("data").putObject("event").put("title", value).put("culprit", value).put("web_url", value);
		var gitLab = json.createObjectNode().put("object_kind", "pipeline");
		gitLab.putObject("object_attributes").put("status", "failed").put("ref", value).put("url", value);
		gitLab.putObject("commit").put("title", value);
		for (var read : List.of(template("monitoring").read(alerts, value), template("monitoring").read(kuma, value),
				template("sentry").read(sentry, value), template("gitlab").read(gitLab, value))) {
			var content = read.orElseThrow().content();
			assertThat(content).doesNotContain("49", "@everyone", "@admin");
			assertThat(content.replaceAll("\\\\.", "").replace("- ****", "").replaceAll("(?m)^- \\*\\*[^*]*\\*\\*", ""))
				.doesNotContainPattern("[<>\\[\\]`#*!]");
			assertThat(content.lines().count()).isLessThanOrEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "log :warning: level :x: at 10:30:45", "a &copy; b &amp; c &#65;", ":white_check_mark:",
			"see https://e.org/a?b=1&c=:x:" })
	void plainValueIsShownAsItIs(String value) {
		var html = new Markdown(new ImageHosts(Set.of())).render(IncomingText.plain(value)).html();
		assertThat(HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*+>", ""))).isEqualTo(value + "\n");
	}

	@Test
	void hugeAndNestedBodiesAreBounded() {
		var json = JsonMapper.shared();
		var many = json.createObjectNode().put("status", "firing");
		var alerts = many.putArray("alerts");
		for (int i = 0; i < 5_000; i++) {
			var alert = alerts.addObject().put("status", "firing");
			alert.putObject("labels").put("alertname", "*".repeat(1_000));
			alert.putObject("annotations").put("description", "_".repeat(1_000));
		}
		var read = template("monitoring").read(many, "").orElseThrow();
		assertThat(read.title().length()).isLessThanOrEqualTo(200);
		assertThat(read.content().length()).isLessThanOrEqualTo(45_000);
		assertThat(read.content().lines().count()).isLessThanOrEqualTo(50);
	}

	@ParameterizedTest
	@CsvSource({ "sentry, '{\"action\": \"ignored\", \"data\": {\"issue\": {\"title\": \"x\"}}}'",
			"sentry, '{\"action\": \"created\", \"data\": {\"comment\": \"x\"}}'",
			"gitlab, '{\"object_kind\": \"push\"}'", "gitlab, '{\"object_kind\": \"release\", \"action\": \"update\"}'",
			"gitlab, '{\"object_kind\": \"pipeline\", \"object_attributes\": {\"status\": \"success\"}}'" })
	void otherEventsPostNothing(String template, String body) {
		assertThat(template(template).read(JsonMapper.shared().readTree(body), "")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/x, '\n\n<https://a.example/x>'", "http://10.0.0.1/x, '\n\n<http://10.0.0.1/x>'",
			"javascript:alert(1), ''", "https://a.example/><script>, '\n\n<https://a.example/script>'",
			"'https://a.example/ @x', '\n\n<https://a.example/@x>'" })
	void onlyAddressesOfTheWebAreLinks(String address, String link) {
		assertThat(IncomingText.link(address)).isEqualTo(link.replace("\\n", "\n"));
	}

	@ParameterizedTest
	@CsvSource({ "0,down", "1,up", "2,pending", "3,maintenance", "4,down" })
	void heartbeatSaysItsState(int status, String state) {
		var body = JsonMapper.shared()
			.readTree("{\"msg\": \"x\", \"monitor\": {\"name\": \"Shop\"}, \"heartbeat\": {\"status\": %d}}"
				.formatted(status));
		assertThat(template("monitoring").read(body, "").orElseThrow().title()).isEqualTo("[" + state + "] Shop");
	}

	@Test
	void releaseBecomesAPost() {
		var read = github(RELEASE.formatted("published", "Spring"), "release").orElseThrow();
		assertThat(read.title()).isEqualTo("octo/tool Spring");
		assertThat(read.content()).startsWith("## New")
			.contains("<https://github.com/octo/tool/releases/tag/v2.1>")
			.doesNotContain("@everyone");
		assertThat(github(RELEASE.formatted("published", ""), "release").orElseThrow().title())
			.isEqualTo("octo/tool v2.1");
	}

	@ParameterizedTest
	@CsvSource({ "created, release", "edited, release", "deleted, release", "prereleased, release", "published, push",
			"published, ping" })
	void otherEventsOfGitHubPostNothing(String action, String type) {
		assertThat(github(RELEASE.formatted(action, "x"), type)).isEmpty();
	}

	@Test
	void alertsBecomeAPostWithoutMarkup() {
		var read = monitoring(ALERTMANAGER);
		assertThat(read.title()).isEqualTo("[firing] Disk is full");
		assertThat(read.content()).contains("**firing** Disk", "**resolved** Memory")
			.doesNotContain("[click]", "@admin", "<b>");
		assertThat(read.content().lines()).hasSize(2);
	}

	@Test
	void grafanaTitleIsKept() {
		var grafana = ALERTMANAGER.replace("{\"version\"", "{\"title\": \"[FIRING:2] Room\", \"version\"");
		assertThat(monitoring(grafana).title()).isEqualTo("[firing] [FIRING:2] Room");
	}

	@ParameterizedTest
	@CsvSource({ "0, [down] Site", "1, [up] Site" })
	void heartbeatOfUptimeKumaBecomesAPost(int status, String title) {
		var read = monitoring("""
				{"heartbeat": {"status": %d, "msg": "timeout"}, "monitor": {"name": "Site"}, "msg": "[Site] *Down*"}"""
			.formatted(status));
		assertThat(read.title()).isEqualTo(title);
		assertThat(read.content()).isEqualTo("\\[Site\\] \\*Down\\*");
	}

	@Test
	void testMessageOfUptimeKumaHasNoMonitor() {
		assertThat(monitoring("{\"heartbeat\": null, \"monitor\": null, \"msg\": \"Testing\"}").title())
			.isEqualTo("Testing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"title\": \"x\"}", "{\"title\": 1, \"content\": \"x\"}",
			"{\"title\": \" \", \"content\": \"x\"}", "{\"release\": []}", "{\"release\": {}}", "{\"alerts\": []}",
			"{\"alerts\": {}, \"msg\": 7}", "{\"msg\": null}" })
	void otherBodiesAreRefused(String body) {
		for (var template : TEMPLATES) {
			assertThatExceptionOfType(RefusalException.class).as(template.name())
				.isThrownBy(() -> template.read(JsonMapper.shared().readTree(body), ""));
		}
	}

	@Test
	void longTextsAreCut() {
		var text = new IncomingText("\uD83C\uDF45 \n".repeat(400), "\uD83C\uDF45".repeat(60_000));
		assertThat(text.title()).hasSizeLessThanOrEqualTo(500).doesNotContain("\n").endsWith("…");
		assertThat(text.title().codePointCount(0, text.title().length())).isLessThanOrEqualTo(200);
		assertThat(text.content().codePointCount(0, text.content().length())).isEqualTo(45_000);
		assertThat(new IncomingText("x".repeat(200), "y").title()).hasSize(200).doesNotContain("…");
	}

	private static Optional<IncomingText> github(String body, String type) {
		return new GitHubReleaseTemplate().read(JsonMapper.shared().readTree(body), type);
	}

	private static IncomingText monitoring(String body) {
		return new AlertTemplate().read(JsonMapper.shared().readTree(body), "").orElseThrow();
	}

	private static PostTemplate template(String name) {
		return TEMPLATES.stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	private static JsonNode recorded(String file) throws IOException {
		try (var body = Objects.requireNonNull(PostTemplateTests.class.getResourceAsStream(file + ".json"), file)) {
			return JsonMapper.shared().readTree(body);
		}
	}

}
