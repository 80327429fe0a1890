package org.parley.platform.text.markdown;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.text.image.ImageHosts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.text.markdown.Inert.assertInert;

/**
 * The examples of the specifications of CommonMark and GFM. Those that are rendered
 * differently on purpose are listed with the reason.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
class SpecificationTests {

	private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

	private static final Pattern HEADING = Pattern.compile("(</?h)([1-6])>");

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	void exampleIsInertAndDeterministic(NumberedExample example) {
		var html = this.markdown.render(example.source()).html();
		assertInert(html);
		assertThat(new Markdown(new ImageHosts(Set.of("images.example"))).render(example.source()).html())
			.isEqualTo(html);
		assertThat(new SafeHtml(new ImageHosts(Set.of("images.example"))).sanitize(html)).isEqualTo(html);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("supported")
	void exampleIsRenderedAsSpecified(NumberedExample example) {
		assertThat(comparable(this.markdown.render(example.source()).html())).isEqualTo(expected(example.html()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("deviating")
	void listedExampleIsRenderedDifferently(NumberedExample example) {
		assertThat(comparable(this.markdown.render(example.source()).html())).isNotEqualTo(expected(example.html()));
	}

	@Test
	void bothSpecificationsAreComplete() {
		assertThat(all()).hasSize(652 + 672);
		assertThat(deviating().count()).isLessThan(250);
	}

	static Stream<NumberedExample> all() {
		return Stream.concat(examples("commonmark"), examples("gfm"));
	}

	static Stream<NumberedExample> supported() {
		var deviations = deviations();
		return all().filter((example) -> !deviations.contains(example.name()));
	}

	static Stream<NumberedExample> deviating() {
		var deviations = deviations();
		return all().filter((example) -> deviations.contains(example.name()));
	}

	private static Stream<NumberedExample> examples(String specification) {
		var source = specification.equals("gfm") ? TestResources.getGfmSpec() : TestResources.getSpec();
		var examples = new ArrayList<>(ExampleReader.readExamples(source));
		return IntStream.rangeClosed(1, examples.size())
			.mapToObj((number) -> NumberedExample.of(specification, number, examples.get(number - 1)));
	}

	private static Set<String> deviations() {
		try (var file = Objects.requireNonNull(SpecificationTests.class.getResourceAsStream("deviations.json"))) {
			return Stream.of(JsonMapper.shared().readValue(file, Deviation[].class))
				.flatMap(Deviation::names)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The specified HTML with headings below those of the page. */
	private static String expected(String html) {
		return comparable(HEADING.matcher(html)
			.replaceAll((heading) -> heading.group(1) + Math.min(6, Integer.parseInt(heading.group(2)) + 2) + ">"));
	}

	/**
	 * Removes what both may have differently: entities, encoded addresses, space, line
	 * breaks and relations. The specification writes tabs as arrows.
	 */
	private static String comparable(String html) {
		var plain = HtmlUtils.htmlUnescape(html.replace("{<!-- -->", "{")
			.replace('→', '\t')
			.replace(" rel=\"nofollow ugc noopener\"", "")
			.replace("<br />", ""));
		return ENCODED.matcher(plain)
			.replaceAll((part) -> Matcher.quoteReplacement(URLDecoder.decode(part.group(), StandardCharsets.UTF_8)))
			.replaceAll("[\\s\\u00a0]+", "");
	}

	/** An example with its name in reports, like {@code gfm 12}. */
	record NumberedExample(String name, String source, String html) {

		private static NumberedExample of(String specification, int number, Example example) {
			return new NumberedExample(specification + " " + number, example.getSource(), example.getHtml());
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** The numbers of examples that are rendered differently for a reason. */
	record Deviation(String reason, @Nullable List<Integer> commonmark, @Nullable List<Integer> gfm) {

		private Stream<String> names() {
			return Stream.concat(names("commonmark ", this.commonmark), names("gfm ", this.gfm));
		}

		private static Stream<String> names(String specification, @Nullable List<Integer> numbers) {
			return ((numbers != null) ? numbers : List.<Integer>of()).stream().map((number) -> specification + number);
		}

	}

}
