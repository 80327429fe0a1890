package org.parley.forum.post.edit;

import java.util.Set;

import org.parley.forum.post.media.ContentMedia;
import org.parley.forum.post.media.PostPictures;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/** Renders a content for its author without storing it. */
@Component
class PreviewPost {

	private final Markdown markdown;

	private final ContentMedia contentMedia;

	private final PostPictures pictures;

	PreviewPost(Markdown markdown, ContentMedia contentMedia, PostPictures pictures) {
		this.markdown = markdown;
		this.contentMedia = contentMedia;
		this.pictures = pictures;
	}

	String render(String content, Caller author) {
		var media = this.contentMedia.requireUsable(content, author.id());
		return this.pictures.showOwn(this.markdown.render(content, Set.of(), media).html());
	}

}
