package org.parley.platform.text.markdown;

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
import static org.parley.platform.text.markdown.Inert.assertInert;

/**
 * The examples of the CommonMark specification.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
class SpecificationTests {

	/** Source that is rendered differently on purpose: HTML, addresses and images. */
	private static final Pattern UNSUPPORTED = Pattern.compile("[<~]|https?:|www\\.|@");

	private static final Pattern LINKS = Pattern.compile("<(?:a|img) ");

	/** Language names with characters that the sanitizer rejects. */
	private static final Pattern UNSUPPORTED_LANGUAGE = Pattern.compile("\"language-[^\"]*[^A-Za-z0-9+#_.\"-]");

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest
	@MethodSource("examples")
	void everyExampleIsInertAndDeterministic(Example example) {
		var html = this.markdown.render(example.getSource()).html();
		assertInert(html);
		assertThat(new Markdown(new ImageHosts(Set.of("images.example"))).render(example.getSource()).html())
			.isEqualTo(html);
		assertThat(new SafeHtml(new ImageHosts(Set.of("images.example"))).sanitize(html)).isEqualTo(html);
	}

	@ParameterizedTest
	@MethodSource("supported")
	void supportedExampleIsRenderedAsSpecified(Example example) {
		assertThat(comparable(this.markdown.render(example.getSource()).html()))
			.isEqualToIgnoringWhitespace(comparable(example.getHtml()));
	}

	@Test
	void mostExamplesAreSupported() {
		assertThat(examples()).hasSizeGreaterThan(600);
		assertThat(supported()).hasSizeGreaterThan(300);
	}

	static Stream<Example> examples() {
		return ExampleReader.readExamples(TestResources.getSpec()).stream();
	}

	static Stream<Example> supported() {
		return examples().filter((example) -> !UNSUPPORTED.matcher(example.getSource()).find())
			.filter((example) -> !LINKS.matcher(example.getHtml()).find())
			.filter((example) -> !UNSUPPORTED_LANGUAGE.matcher(example.getHtml()).find());
	}

	/**
	 * Removes differences in entities, and restores tabs from the specification's arrows.
	 */
	private static String comparable(String html) {
		return HtmlUtils.htmlUnescape(html.replace("{<!-- -->", "{").replace('→', '\t'));
	}

}
