package org.parley.social.profile;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.ListRange;
import org.parley.social.page.VisibleItems;
import org.parley.social.page.VisiblePage;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPersonView;
import org.parley.social.relation.Block;
import org.parley.social.relation.Blocks;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follow.FollowState;
import org.parley.social.relation.Follows;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/**
 * Lists people by their relations, without those whom a block separates from the reader.
 */
@Component
class PersonLists {

	private final SocialPeople people;

	private final SocialReaders readers;

	private final Follows follows;

	private final Blocks blocks;

	PersonLists(SocialPeople people, SocialReaders readers, Follows follows, Blocks blocks) {
		this.people = people;
		this.readers = readers;
		this.follows = follows;
		this.blocks = blocks;
	}

	Paged<SocialPersonView> followers(String username, PageQuery query, @Nullable Caller caller) {
		var person = this.people.require(username).id();
		return visit(person, query, "followers", caller, Follow::followerId,
				(range) -> this.follows.to(person, FollowState.APPROVED, range));
	}

	Paged<SocialPersonView> following(String username, PageQuery query, @Nullable Caller caller) {
		var person = this.people.require(username).id();
		return visit(person, query, "following", caller, Follow::followeeId,
				(range) -> this.follows.from(person, range));
	}

	/** Lists the people who ask to follow the caller. */
	Paged<SocialPersonView> requests(PageQuery query, Caller caller) {
		return list(query, "requests", caller, Follow::followerId, Follow::seq,
				(range) -> this.follows.to(caller.id(), FollowState.REQUESTED, range));
	}

	/** Lists the people whom the caller blocks. */
	Paged<SocialPersonView> blocked(PageQuery query, Caller caller) {
		var page = VisiblePage.of(query, "blocks", (range) -> VisibleItems.of(this.blocks.of(caller.id(), range),
				range.max(), Block::seq, Function.identity()), Block::seq);
		var shown = this.readers.of(caller, page.data().stream().map(Block::blockedId).toList());
		return page.map((block) -> shown.show(block.blockedId()));
	}

	private Paged<SocialPersonView> visit(String person, PageQuery query, String sort, @Nullable Caller caller,
			Function<Follow, String> other, Function<ListRange, List<Follow>> found) {
		var mayVisit = this.readers.of(caller, Set.of(person)).mayVisit(person);
		return list(query, sort, caller, other, Follow::seq, mayVisit ? found : (_) -> List.of());
	}

	private <T> Paged<SocialPersonView> list(PageQuery query, String sort, @Nullable Caller caller,
			Function<T, String> other, Function<T, String> key, Function<ListRange, List<T>> found) {
		return VisiblePage.of(query, sort, (range) -> VisibleItems.of(found.apply(range), range.max(), key, (items) -> {
			var reader = this.readers.of(caller, items.stream().map(other).toList());
			return items.stream()
				.filter((item) -> reader.meets(other.apply(item)))
				.map((item) -> new ListedPerson(key.apply(item), reader.show(other.apply(item))))
				.toList();
		}), ListedPerson::key).map(ListedPerson::view);
	}

	/** A person in a list. */
	private record ListedPerson(String key, SocialPersonView view) {
	}

}
