package org.parley.platform.text.markdown;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.text.image.ImageHosts;

import static org.assertj.core.api.Assertions.assertThat;

/** Parsing and rendering of attributions. */
class AttributionsTests {

	private static final String ID = "01KAG3A1B9Z8Y7X6W5V4T3S2R1";

	private static final String OTHER = "01KAG3A1B9Z8Y7X6W5V4T3S2R2";

	private static final String QUOTE = "> [@Alice wrote](/posts/" + ID + "):\n>\n> It faces *north*.\n\nOh.";

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of()));

	@Test
	void attributionHasPostAndAuthor() {
		assertThat(this.markdown.attributions(QUOTE)).containsExactly(new Attribution(ID, "alice", true));
	}

	@Test
	void correctAttributionBecomesLink() {
		var right = Set.copyOf(this.markdown.attributions(QUOTE));
		var html = this.markdown.render(QUOTE, right).html();
		assertThat(html).isEqualTo("<blockquote cite=\"/posts/%s\">\n".formatted(ID)
				+ "<p><a href=\"/posts/%s\">&#64;Alice wrote</a>:</p>\n".formatted(ID)
				+ "<p>It faces <em>north</em>.</p>\n</blockquote>\n<p>Oh.</p>\n");
		Inert.assertInert(html);
		assertThat(this.markdown.render(QUOTE, right).html()).isEqualTo(html);
	}

	@Test
	void incorrectAttributionBecomesPlainText() {
		assertThat(this.markdown.render(QUOTE).html()).isEqualTo("""
				<blockquote>
				<p>&#64;Alice wrote:</p>
				<p>It faces <em>north</em>.</p>
				</blockquote>
				<p>Oh.</p>
				""");
	}

	@Test
	void nestedAttributionIsNotOutermost() {
		var text = "> [@bob](/posts/%s)\n> > [@alice, then](/posts/%s)\n> > x".formatted(OTHER, ID);
		assertThat(this.markdown.attributions(text)).containsExactly(new Attribution(OTHER, "bob", true),
				new Attribution(ID, "alice", false));
		assertThat(this.markdown.render(text, Set.of(new Attribution(ID, "alice", false))).html())
			.contains("<blockquote cite=\"/posts/" + ID, "&#64;bob")
			.doesNotContain(OTHER);
	}

	@Test
	void attributionWithWrongAuthorBecomesPlainText() {
		var text = "> [@alice](/posts/%1$s) a\n\nand\n\n> [@mallory](/posts/%1$s) b".formatted(ID);
		var html = this.markdown.render(text, Set.of(new Attribution(ID, "alice", true))).html();
		assertThat(html).containsOnlyOnce("cite=").contains("<p>&#64;mallory b</p>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[@alice](/posts/" + ID + ")", "> See [@alice](/posts/" + ID + ")",
			"> - [@alice](/posts/" + ID + ")", "> [@alice](/posts/" + ID + "/../../admin)",
			"> [@alice](//posts/" + ID + ")", "`> [@alice](/posts/" + ID + ")`", "    > [@alice](/posts/" + ID + ")",
			"> `[@alice](/posts/" + ID + ")`" })
	void otherLinksAreNoAttributions(String text) {
		assertThat(this.markdown.attributions(text)).isEmpty();
		assertThat(this.markdown.render(text, Set.of(new Attribution(ID, "alice", true))).html())
			.doesNotContain("href=\"/", "cite=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[here](/posts/" + ID + ")", "> [alice](/posts/" + ID + ")", "> [@al](/posts/" + ID + ")",
			"> [@alice](/threads/" + ID + ")", "> [@alice](https://parley.example/posts/" + ID + ")" })
	void linkThatNamesNoAuthorOfPostIsLink(String text) {
		assertThat(this.markdown.attributions(text)).isEmpty();
		assertThat(this.markdown.render(text).html()).contains("href=\"").doesNotContain("cite=");
	}

	@Test
	void manyAttributionsAreParsedQuickly() {
		var text = ("> [@alice](/posts/" + ID + ")\n\n---\n").repeat(900);
		var named = this.markdown.attributions(text);
		assertThat(named).hasSize(900);
		assertThat(this.markdown.render(text, named.stream().collect(Collectors.toUnmodifiableSet())).html())
			.contains("cite=");
	}

}
