package org.parley.platform.text.markdown;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.VisibleCharacters;
import org.parley.platform.text.image.ImageHosts;

/** Validates {@link VisibleMarkdown}. Null is valid. */
public final class VisibleMarkdownValidator implements ConstraintValidator<VisibleMarkdown, String> {

	/**
	 * Most texts begin with a word, and need not be rendered to know that they show it.
	 */
	private static final Pattern WORD = Pattern.compile("[\\s#>*_~|-]*+[\\p{L}\\p{N}]");

	private static final Markdown MARKDOWN = new Markdown(new ImageHosts(Set.of()));

	private boolean media;

	@Override
	public void initialize(VisibleMarkdown constraint) {
		this.media = constraint.media();
	}

	@Override
	public boolean isValid(@Nullable String markdown, ConstraintValidatorContext context) {
		return markdown == null || !VisibleCharacters.isVisible(markdown) || WORD.matcher(markdown).lookingAt()
				|| (this.media && !MARKDOWN.media(markdown).isEmpty()) || isShown(markdown);
	}

	private static boolean isShown(String markdown) {
		var rendered = MARKDOWN.render(markdown);
		return VisibleCharacters.isVisible(rendered.searchedText()) || rendered.html().contains("<hr");
	}

}
