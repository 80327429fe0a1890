package org.parley.platform.text;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.text.markdown.VisibleMarkdown;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleMarkdownTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "a", "**你好**", "> مرحبا", "1", ".", "🍅", "&amp;", "&nbsp;a", "<br>!", "<kbd>⌘</kbd>",
			"<!-- a -->", "---", "* * *", "![a](media:01KAG3A1B2C3D4E5F6G7H8J9K0)", "![](https://example.org/a.png)",
			"<https://example.org>", "[^1]\n\n[^1]: a", "||.||", ":tada:", "- [ ] ", "`.`", "\\&nbsp;", "`&nbsp;`",
			"[](/threads/1)!", "# \n\n.", "|.|\n|-|", "```\n&nbsp;\n```", "List<br>" })
	void textThatShowsSomethingIsValid(String markdown) {
		assertThat(isValid(markdown)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "&nbsp;", "&nbsp;&nbsp;\n\n&#160;", "&#8203;", "&ZeroWidthSpace;", "&#x2800;", "&shy;",
			"&zwnj;&zwj;", "&rlm;", "&#12644;", "<br>", "<br>\n<BR/>", "<b></b>", "<kbd>&nbsp;</kbd>", "**&nbsp;**",
			"[](https://example.org)", "[&#8203;](https://example.org)", "[a]: https://example.org", "[//]: # (hidden)",
			"#", "###### ", ">", "> &nbsp;", "- &nbsp;\n- &emsp;", "` `", "```\n\n```", "[^1]: a", "<br>\n\n[^1]: a",
			"[^1]: [^2]\n\n[^2]: [^1]", "&#xffff;" })
	void textThatShowsNothingIsInvalid(String markdown) {
		assertThat(isValid(markdown)).isFalse();
	}

	/** Messages and social posts have their pictures beside the text. */
	@ParameterizedTest
	@ValueSource(strings = { "![](media:01KAG3A1B2C3D4E5F6G7H8J9K0)", "![ ](media:01KAG3A1B2C3D4E5F6G7H8J9K0)",
			"[![](media:01KAG3A1B2C3D4E5F6G7H8J9K0)](https://example.org)",
			"||![](media:01KAG3A1B2C3D4E5F6G7H8J9K0)||" })
	void pictureIsValidOnlyWhereItIsShown(String markdown) {
		assertThat(isValid(markdown)).isFalse();
		assertThat(this.validator.validate(new Post(markdown))).isEmpty();
	}

	@Test
	void invisibleAndAbsentTextIsLeftToOtherConstraints() {
		assertThat(isValid("")).isTrue();
		assertThat(isValid(" \n")).isTrue();
		assertThat(isValid("\u200b")).isTrue();
		assertThat(isValid(null)).isTrue();
	}

	private boolean isValid(@Nullable String markdown) {
		return this.validator.validate(new Draft(markdown)).isEmpty();
	}

	/**
	 * A bean with a text.
	 *
	 * @param text Markdown
	 */
	record Draft(@VisibleMarkdown @Nullable String text) {
	}

	/**
	 * A bean with a text that shows media.
	 *
	 * @param text Markdown
	 */
	record Post(@VisibleMarkdown(media = true) String text) {
	}

}
