package org.parley.social.post;

import org.parley.platform.text.markdown.Markdown;

/**
 * The text of a post or comment.
 *
 * @param text the text in Markdown
 * @param html the text as safe HTML
 */
public record SocialText(String text, String html) {

	/** Renders a text. */
	public static SocialText of(String text, Markdown markdown) {
		return new SocialText(text, markdown.render(text).html());
	}

}
