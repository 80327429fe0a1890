package org.parley.social.post;

import java.util.List;

import org.parley.platform.text.markdown.Markdown;

/**
 * The text of a post or comment.
 *
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param hashtags its hashtags, normalized
 */
public record SocialText(String text, String html, List<String> hashtags) {

	/** Renders a text. */
	public static SocialText of(String text, Markdown markdown) {
		return new SocialText(text, markdown.render(text).html(), markdown.hashtags(text));
	}

}
