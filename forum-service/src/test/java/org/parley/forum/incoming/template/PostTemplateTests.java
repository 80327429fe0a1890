package org.parley.forum.incoming.template;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.json.JsonMapper;

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
		for (var template : List.of(new PlainTemplate(), new GitHubReleaseTemplate(), new AlertTemplate())) {
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

}
