package org.parley.forum.post;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.forum.category.Category;
import org.parley.forum.content.Attribution;
import org.parley.forum.content.Markdown;
import org.parley.forum.member.Members;
import org.parley.platform.security.category.Rights;

import org.springframework.stereotype.Component;

/**
 * Reads what somebody writes, and looks up whom it quotes. A quote counts when the post
 * is there, its author has that name, and everybody may read it who may read the text: so
 * nothing leaks of a place that some of them do not know.
 */
@Component
public class ReadContent {

	/** More are shown as quotes of nobody. */
	private static final int MOST = 20;

	private final Markdown markdown;

	private final PostAccess access;

	private final Members members;

	ReadContent(Markdown markdown, PostAccess access, Members members) {
		this.markdown = markdown;
		this.access = access;
		this.members = members;
	}

	/**
	 * Reads a text.
	 * @param content Markdown
	 * @param place where it will stand; asked for only when the text names somebody
	 */
	public RenderedContent read(String content, Supplier<Category> place) {
		var named = this.markdown.attributions(content);
		if (named.isEmpty()) {
			return new RenderedContent(this.markdown.render(content), List.of());
		}
		var posts = posts(named, place.get());
		var right = named.stream().filter((one) -> isRight(one, posts)).collect(Collectors.toUnmodifiableSet());
		return new RenderedContent(this.markdown.render(content, right), quotes(named, right, posts));
	}

	private Map<String, Post> posts(List<Attribution> named, Category place) {
		var ids = named.stream().map(Attribution::postId).distinct().limit(MOST).toList();
		return this.access.visible(ids, Rights.of(place.readers()))
			.values()
			.stream()
			.map(PostAccess.Placed::post)
			.filter((post) -> post.status().isShown())
			.collect(Collectors.toUnmodifiableMap(Post::id, (post) -> post));
	}

	private boolean isRight(Attribution named, Map<String, Post> posts) {
		var post = posts.get(named.postId());
		return post != null && this.members.author(post.authorId())
			.signature()
			.username()
			.toLowerCase(Locale.ROOT)
			.equals(named.username());
	}

	/** A quote within a quote is somebody else's. */
	private static List<Quote> quotes(Collection<Attribution> named, Set<Attribution> right, Map<String, Post> posts) {
		return named.stream()
			.filter((one) -> one.outermost() && right.contains(one))
			.map(Attribution::postId)
			.distinct()
			.flatMap((id) -> Stream.ofNullable(posts.get(id)))
			.map((post) -> new Quote(post.id(), post.authorId()))
			.toList();
	}

}
