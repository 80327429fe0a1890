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
				(edge, back, max) -> this.follows.to(person, FollowState.APPROVED, edge, back, max));
	}

	Paged<SocialPersonView> following(String username, PageQuery query, @Nullable Caller caller) {
		var person = this.people.require(username).id();
		return visit(person, query, "following", caller, Follow::followeeId,
				(edge, back, max) -> this.follows.from(person, edge, back, max));
	}

	/** Lists the people who ask to follow the caller. */
	Paged<SocialPersonView> requests(PageQuery query, Caller caller) {
		return list(query, "requests", caller, Follow::followerId, Follow::seq,
				(edge, back, max) -> this.follows.to(caller.id(), FollowState.REQUESTED, edge, back, max));
	}

	/** Lists the people whom the caller blocks. */
	Paged<SocialPersonView> blocked(PageQuery query, Caller caller) {
		var page = VisiblePage.of(query, "blocks", (edge, back, max) -> VisibleItems
			.of(this.blocks.of(caller.id(), edge, back, max), max, Block::seq, Function.identity()), Block::seq);
		var shown = this.readers.of(caller, page.data().stream().map(Block::blockedId).toList());
		return page.map((block) -> shown.show(block.blockedId()));
	}

	private Paged<SocialPersonView> visit(String person, PageQuery query, String sort, @Nullable Caller caller,
			Function<Follow, String> other, Found<Follow> found) {
		var mayVisit = this.readers.of(caller, Set.of(person)).mayVisit(person);
		return list(query, sort, caller, other, Follow::seq, mayVisit ? found : (_, _, _) -> List.of());
	}

	private <T> Paged<SocialPersonView> list(PageQuery query, String sort, @Nullable Caller caller,
			Function<T, String> other, Function<T, String> key, Found<T> found) {
		return VisiblePage
			.of(query, sort, (edge, back, max) -> VisibleItems.of(found.read(edge, back, max), max, key, (items) -> {
				var reader = this.readers.of(caller, items.stream().map(other).toList());
				return items.stream()
					.filter((item) -> reader.meets(other.apply(item)))
					.map((item) -> new ListedPerson(key.apply(item), reader.show(other.apply(item))))
					.toList();
			}), ListedPerson::key)
			.map(ListedPerson::view);
	}

	/** Reads a list of relations. */
	private interface Found<T> {

		List<T> read(@Nullable String edge, boolean back, int max);

	}

	/**
	 * A person in a list.
	 *
	 * @param key the position in the list
	 */
	private record ListedPerson(String key, SocialPersonView view) {
	}

}
