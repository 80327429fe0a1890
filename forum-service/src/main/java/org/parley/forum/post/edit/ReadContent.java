package org.parley.forum.post.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.contracts.forum.Quote;
import org.parley.forum.category.Category;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.media.ContentMedia;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.text.markdown.Attribution;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/**
 * Renders the content of a post, checks its media and resolves its quotes. A quote is
 * valid if the quoted post exists, its author has the given name, and all readers of the
 * new post may read it. So a quote reveals nothing about a category that some readers
 * cannot see.
 */
@Component
public class ReadContent {

	/** Further quotes are rendered without their author. */
	private static final int MAX_QUOTED_POSTS = 20;

	private final Markdown markdown;

	private final PostAccess access;

	private final Members members;

	private final ContentMedia contentMedia;

	ReadContent(Markdown markdown, PostAccess access, Members members, ContentMedia contentMedia) {
		this.markdown = markdown;
		this.access = access;
		this.members = members;
		this.contentMedia = contentMedia;
	}

	/**
	 * Renders the content of a new post.
	 * @param content Markdown
	 * @param authorId the author of the post
	 * @param category supplies the category of the post; called only if the content has
	 * quotes
	 * @throws org.parley.platform.domain.RefusalException 422 if the author may not use
	 * its media
	 */
	public RenderedContent read(String content, String authorId, Supplier<Category> category) {
		return render(content, this.contentMedia.requireUsable(content, authorId), category);
	}

	/**
	 * Renders the new content of a post.
	 * @param post supplies the post; called only if the content has media
	 * @throws org.parley.platform.domain.RefusalException 422 if the post may not show
	 * its media
	 */
	RenderedContent readEdited(String content, String writerId, Supplier<Post> post, Supplier<Category> category) {
		return render(content, this.contentMedia.requireUsable(content, writerId, post), category);
	}

	/** Renders a content that a moderator has decided for a post. */
	public RenderedContent readDecided(String content, Post post, Supplier<Category> category) {
		return render(content, this.contentMedia.usableIn(content, post), category);
	}

	private RenderedContent render(String content, Set<String> media, Supplier<Category> category) {
		var attributions = this.markdown.attributions(content);
		var posts = attributions.isEmpty() ? Map.<String, Post>of() : quotedPosts(attributions, category.get());
		var valid = attributions.stream()
			.filter((attribution) -> isValid(attribution, posts))
			.collect(Collectors.toUnmodifiableSet());
		return new RenderedContent(this.markdown.render(content, valid, media), quotes(attributions, valid, posts),
				List.copyOf(media));
	}

	private Map<String, Post> quotedPosts(List<Attribution> attributions, Category category) {
		var ids = attributions.stream().map(Attribution::postId).distinct().limit(MAX_QUOTED_POSTS).toList();
		var readable = new HashSet<>(ids);
		var posts = new HashMap<String, Post>();
		for (var rights : Rights.ofReaders(category)) {
			var visible = this.access.visible(readable, rights);
			readable.retainAll(visible.keySet());
			visible.values().stream().map(PostAccess.Placed::post).forEach((post) -> posts.put(post.id(), post));
		}
		posts.values().removeIf((post) -> !readable.contains(post.id()) || !post.status().isShown());
		return posts;
	}

	private boolean isValid(Attribution attribution, Map<String, Post> posts) {
		var post = posts.get(attribution.postId());
		return post != null && this.members.author(post.authorId())
			.signature()
			.username()
			.toLowerCase(Locale.ROOT)
			.equals(attribution.username());
	}

	/** A quote within a quote belongs to the quoted post. */
	private static List<Quote> quotes(Collection<Attribution> attributions, Set<Attribution> valid,
			Map<String, Post> posts) {
		return attributions.stream()
			.filter((attribution) -> attribution.outermost() && valid.contains(attribution))
			.map(Attribution::postId)
			.distinct()
			.flatMap((id) -> Stream.ofNullable(posts.get(id)))
			.map((post) -> new Quote(post.id(), post.authorId()))
			.toList();
	}

}
