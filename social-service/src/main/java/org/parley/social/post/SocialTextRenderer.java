package org.parley.social.post;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/** Renders texts, and knows the time of their change. */
@Component
public class SocialTextRenderer {

	private final Markdown markdown;

	private final InstantSource clock;

	SocialTextRenderer(Markdown markdown, InstantSource clock) {
		this.markdown = markdown;
		this.clock = clock;
	}

	public SocialText render(String text) {
		return SocialText.of(text, this.markdown);
	}

	/** The time of a change. */
	public Instant now() {
		return this.clock.instant();
	}

}
