package org.parley.social.profile;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.VisibleItems;
import org.parley.social.page.VisiblePage;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.view.SocialPostView;
import org.parley.social.post.view.SocialPostViews;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/** Lists the posts of a person. */
@Component
class PersonPosts {

	private final SocialPeople people;

	private final SocialReaders readers;

	private final SocialPosts posts;

	private final SocialPostViews views;

	PersonPosts(SocialPeople people, SocialReaders readers, SocialPosts posts, SocialPostViews views) {
		this.people = people;
		this.readers = readers;
		this.posts = posts;
		this.views = views;
	}

	Paged<SocialPostView> page(String username, PageQuery query, @Nullable Caller caller) {
		var author = this.people.require(username).id();
		var reader = this.readers.of(caller, Set.of(author));
		var visible = reader.visibilities(author);
		var page = VisiblePage.of(query, "person-posts",
				(range) -> VisibleItems.of(
						visible.isEmpty() ? List.<SocialPost>of()
								: this.posts.ofAuthors(Set.of(author), visible, range),
						range.max(), SocialPost::id, Function.identity()),
				SocialPost::id);
		return new Paged<>(this.views.of(page.data(), reader), page.meta());
	}

}
