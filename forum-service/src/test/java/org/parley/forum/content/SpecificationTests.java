package org.parley.forum.content;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.web.image.ImageHosts;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.forum.content.Inert.assertInert;

/**
 * The examples of the specification, from its own test package.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
class SpecificationTests {

	/** What we mean to do otherwise: no HTML, no addresses but of the web, no images. */
	private static final Pattern OTHERWISE = Pattern.compile("[<~]|https?:|www\\.|@");

	private static final Pattern LINKS = Pattern.compile("<(?:a|img) ");

	/** Names of languages are those of programs, which highlighters know. */
	private static final Pattern STRANGE_LANGUAGE = Pattern.compile("\"language-[^\"]*[^A-Za-z0-9+#_.\"-]");

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest
	@MethodSource("examples")
	void everyExampleIsInertAndStable(Example example) {
		var html = this.markdown.render(example.getSource()).html();
		assertInert(html);
		assertThat(new Markdown(new ImageHosts(Set.of("images.example"))).render(example.getSource()).html())
			.isEqualTo(html);
		assertThat(new SafeHtml(new ImageHosts(Set.of("images.example"))).of(html)).isEqualTo(html);
	}

	@ParameterizedTest
	@MethodSource("ordinary")
	void whatIsOrdinaryIsRenderedAsSpecified(Example example) {
		assertThat(comparable(this.markdown.render(example.getSource()).html()))
			.isEqualToIgnoringWhitespace(comparable(example.getHtml()));
	}

	@Test
	void mostExamplesAreOrdinary() {
		assertThat(examples()).hasSizeGreaterThan(600);
		assertThat(ordinary()).hasSizeGreaterThan(300);
	}

	static Stream<Example> examples() {
		return ExampleReader.readExamples(TestResources.getSpec()).stream();
	}

	static Stream<Example> ordinary() {
		return examples().filter((example) -> !OTHERWISE.matcher(example.getSource()).find())
			.filter((example) -> !LINKS.matcher(example.getHtml()).find())
			.filter((example) -> !STRANGE_LANGUAGE.matcher(example.getHtml()).find());
	}

	/**
	 * The sanitizer writes more characters as entities, the specification tabs as arrows.
	 */
	private static String comparable(String html) {
		return HtmlUtils.htmlUnescape(html.replace("{<!-- -->", "{").replace('→', '\t'));
	}

}
