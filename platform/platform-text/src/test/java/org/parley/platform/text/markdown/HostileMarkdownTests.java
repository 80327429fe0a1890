package org.parley.platform.text.markdown;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.text.image.ImageHosts;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.parley.platform.text.markdown.Inert.assertInert;

class HostileMarkdownTests {

	private static final int LONGEST = 50_000;

	private static final int LARGEST = 3_000_000;

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest
	@MethodSource("attacks")
	void hostileMarkupIsInert(String attack) {
		assertInert(this.markdown.render(attack).html());
		assertInert(this.markdown.render("> - " + attack).html());
		assertInert(this.markdown.render("| a |\n|---|\n| " + attack + " |").html());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("floods")
	void hostileTextIsRenderedQuickly(String name, String flood) {
		var text = flood.substring(0, Math.min(flood.length(), LONGEST));
		var rendered = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> this.markdown.render(text));
		assertThat(rendered.html().length()).isLessThan(LARGEST);
		assertThat(rendered.plainText().length()).isLessThanOrEqualTo(2 * LONGEST);
		assertInert(rendered.html());
	}

	/** The browser tests of the web client read the same file. */
	static Stream<String> attacks() throws IOException {
		try (var file = Objects.requireNonNull(HostileMarkdownTests.class.getResourceAsStream("attacks.json"))) {
			return Arrays.stream(JsonMapper.shared().readValue(file, String[].class));
		}
	}

	static Stream<Arguments> floods() {
		return Stream.of(arguments("quotes", ">".repeat(LONGEST)),
				arguments("quotes, many lines", "> > > >\n".repeat(9_000)),
				arguments("deep quotes, then lines", "> ".repeat(12_000) + "a\n" + "b\n".repeat(12_000)),
				arguments("list in list", "- ".repeat(25_000)), arguments("numbers in numbers", "1. ".repeat(16_000)),
				arguments("deep list, then blank lines", "- ".repeat(12_500) + "a" + "\n".repeat(25_000)),
				arguments("list deeper with each line", deeper()), arguments("quote and list", "> - ".repeat(12_500)),
				arguments("emphasis open", "*a ".repeat(16_000)), arguments("emphasis closed", "*a* ".repeat(12_500)),
				arguments("emphasis nested", "*a **b ".repeat(7_000) + "c** d*".repeat(7_000)),
				arguments("emphasis alternating", "*a_ ".repeat(12_500)), arguments("stars", "*".repeat(LONGEST)),
				arguments("images around", "![".repeat(8_000) + "a" + "](b)".repeat(8_000)),
				arguments("stars around", "*".repeat(20_000) + "a" + "*".repeat(20_000)),
				arguments("strikes", "~~a ".repeat(12_500)), arguments("strikes nested", "~a ~~b ".repeat(7_000)),
				arguments("brackets", "[".repeat(LONGEST)),
				arguments("brackets closed", "[".repeat(25_000) + "]".repeat(25_000)),
				arguments("links open", "[a](".repeat(12_500)), arguments("links", "[a](b)".repeat(8_000)),
				arguments("links open with angles", "[a](<b".repeat(8_000)),
				arguments("images", "![a](".repeat(10_000)),
				arguments("images nested", "![".repeat(12_000) + "a" + "](b)".repeat(6_000)),
				arguments("links nested", "[".repeat(10_000) + "a" + "](https://b)".repeat(3_300)),
				arguments("references", "[a][b]".repeat(8_000)), arguments("references chained", "[a]".repeat(16_000)),
				arguments("reference, long and often",
						"[a]: https://b/" + "c".repeat(20_000) + "\n\n" + "[a] ".repeat(7_000)),
				arguments("image reference, long and often",
						"[a]: https://images.example/" + "c".repeat(20_000) + "\n\n" + "![a] ".repeat(5_000)),
				arguments("definitions", "[a]: b\n".repeat(7_000)), arguments("backticks", ticks()),
				arguments("angles", "<".repeat(LONGEST)), arguments("tags", "<a ".repeat(16_000)),
				arguments("comments", "<!--".repeat(12_500)), arguments("declarations", "<!A ".repeat(12_500)),
				arguments("instructions", "<?a ".repeat(12_500)), arguments("sections", "<![CDATA[".repeat(5_500)),
				arguments("entities", "&amp;".repeat(10_000)), arguments("ampersands", "&".repeat(LONGEST)),
				arguments("quotation marks", "\"".repeat(LONGEST)), arguments("backslashes", "\\".repeat(LONGEST)),
				arguments("addresses", "http://a.b ".repeat(4_500)),
				arguments("schemes, almost", "_http".repeat(10_000)),
				arguments("schemes with bars, almost", "/http?|a".repeat(6_250)),
				arguments("addresses with bars", "http://a?|b".repeat(4_500)),
				arguments("address, long", "http://a" + ".b".repeat(24_000)),
				arguments("mail addresses", "a@b.c ".repeat(8_000)), arguments("ats", "@".repeat(LONGEST)),
				arguments("mail, nearly", "a.".repeat(20_000) + "@"), arguments("www", "www.".repeat(12_000)),
				arguments("table, wide", "|a".repeat(12_000) + "|\n" + "|-".repeat(12_000) + "|\n"),
				arguments("table, wide and long",
						"|a".repeat(4_000) + "\n" + "|-".repeat(4_000) + "\n" + "|\n".repeat(16_000)),
				arguments("table, narrow and long", "|a|b\n|-|-\n" + "|\n".repeat(24_000)),
				arguments("tables", "|a\n|-\n\n".repeat(7_000)), arguments("delimiters", "|-|-\n".repeat(10_000)),
				arguments("pipes", "|".repeat(LONGEST)), arguments("rules", "---\n".repeat(12_500)),
				arguments("headings", "# a\n".repeat(12_500)), arguments("underlines", "a\n=\n".repeat(12_500)),
				arguments("hashes", "#".repeat(LONGEST)), arguments("fences", "```\n".repeat(12_500)),
				arguments("tildes", "~".repeat(LONGEST)), arguments("blank lines", "\n".repeat(LONGEST)),
				arguments("spaces", " ".repeat(LONGEST)), arguments("tabs", "\t".repeat(LONGEST)),
				arguments("trailing spaces", ("a" + " ".repeat(1_000) + "\n").repeat(49)),
				arguments("tags", "<b>".repeat(16_000)), arguments("end tags", "</b>".repeat(12_000)),
				arguments("tags and ends", "<b>".repeat(8_000) + "</b>".repeat(6_000)),
				arguments("tags in emphasis", "*<b>".repeat(6_000) + "a" + "</b>*".repeat(5_000)),
				arguments("crossed tags", "<b><i></b></i>".repeat(3_500)), arguments("spoilers", "||a".repeat(16_000)),
				arguments("spoilers in spoilers", "||a ".repeat(12_000)),
				arguments("spoiler blocks", ">!".repeat(25_000)), arguments("spoiler lines", ">! a\n".repeat(10_000)),
				arguments("spoiler in quote", "> >! ".repeat(10_000)),
				arguments("details", "<details>\n".repeat(5_000)),
				arguments("details in a line", "<details>".repeat(5_500)),
				arguments("ends of details", "<details>\n" + "</details>\n".repeat(4_500)),
				arguments("details in code", "<details>\n```\n" + "</details>\n".repeat(4_500)),
				arguments("summaries", "<details><summary>a</summary>\n".repeat(1_600)),
				arguments("open summaries", "<details>\n" + "<summary>".repeat(5_000)),
				arguments("footnotes", "[^1]".repeat(10_000) + "\n\n[^1]: a"),
				arguments("footnotes with long names",
						("[^" + "a".repeat(900) + "]").repeat(50) + "\n\n[^" + "a".repeat(900) + "]: a"),
				arguments("definitions", "[^1]: a\n".repeat(6_000)), arguments("footnotes in footnotes", footnotes()),
				arguments("tasks", "- [ ] a\n".repeat(6_000)), arguments("tasks in tasks", "- [ ] ".repeat(8_000)),
				arguments("mentions", "@name ".repeat(8_000)), arguments("signs of mentions", "@".repeat(LONGEST)),
				arguments("hashtags", "#tag ".repeat(10_000)), arguments("signs of hashtags", "a#".repeat(25_000)),
				arguments("marks before a mention", "\u0301".repeat(LONGEST - 4) + "@abc"),
				arguments("marks before mentions", ("\u0301".repeat(40) + "@abc").repeat(1_100)),
				arguments("emoji", ":a:".repeat(16_000)), arguments("colons", ":".repeat(LONGEST)),
				arguments("almost emoji", ":aaaa".repeat(10_000)), arguments("schemes", "http://".repeat(7_000)),
				arguments("addresses", "http://a ".repeat(5_500)), arguments("web", "www.a.b".repeat(7_000)),
				arguments("words of w", "w ".repeat(25_000)), arguments("words of h", "h".repeat(LONGEST)),
				arguments("closed address", "http://a" + ")".repeat(1_900)),
				arguments("closed addresses", ("http://a" + ")".repeat(900) + " ").repeat(54)),
				arguments("underscored addresses", ("http://a/" + "_".repeat(900) + " ").repeat(54)),
				arguments("entities in address", ("http://a" + "&a;".repeat(600) + " ").repeat(27)),
				arguments("emphasis in Chinese", "**中。**文".repeat(7_000)),
				arguments("open emphasis in Chinese", "中**。".repeat(12_000)),
				arguments("escaped signs", "\\@".repeat(25_000)), arguments("lines", "a\n".repeat(25_000)),
				arguments("nulls", "\u0000".repeat(LONGEST)), arguments("lone surrogates", "\ud83d".repeat(LONGEST)),
				arguments("marks", "\u0301".repeat(LONGEST)), arguments("returns", "\r".repeat(LONGEST)));
	}

	private static String ticks() {
		var all = new StringBuilder();
		for (var i = 1; all.length() < LONGEST; i++) {
			all.append("`".repeat(i)).append('a');
		}
		return all.toString();
	}

	private static String footnotes() {
		return IntStream.range(0, 2_000)
			.mapToObj((number) -> "[^%d]: [^%d]\n\n".formatted(number, number + 1))
			.collect(Collectors.joining("", "[^0]\n\n", ""));
	}

	private static String deeper() {
		var all = new StringBuilder();
		for (var i = 0; all.length() < LONGEST / 2; i++) {
			all.append("\t".repeat(i / 2)).append("- a\n");
		}
		return all + "\n".repeat(LONGEST / 2);
	}

}
